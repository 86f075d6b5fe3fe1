import Learning
import TerminalUI

extension GraphLab {
  /// Asks for the share that arrives next, of a tensor for one of its numbers.
  mutating func openGuess() {
    if timeline.position < picture.nodes.count { timeline.jump(to: picture.nodes.count) }
    guard arrived < picture.shares.count else {
      chrome.refuse("Every adjoint has arrived: go back a step to guess.")
      return
    }
    let next = picture.shares[arrived]
    guard picture.record == nil else { return askForElement(of: next) }
    guard let answer = Numeral.parse(next.product), answer.isFinite, let adjoint = Numeral.parse(next.adjoint)
    else {
      chrome.refuse("What arrives next is no finite number.")
      return
    }
    let node = picture.nodes[next.node]
    let misconceptions = [
      Prediction.Misconception(adjoint, "when the local derivative is left out"),
      Prediction.Misconception(-answer, "with the wrong sign"),
    ]
    let target = picture.nodes[next.input].text
    let prediction = Prediction(
      question: "#\(next.node) = \(node.text) has adjoint \(next.adjoint): share for \(target)?",
      answer: answer, misconceptions: misconceptions)
    prompt = Prompt(.guess(prediction), asking: prediction)
  }

  /// Asks for one number of a share between tensors.
  private mutating func askForElement(of next: GraphPicture.Share) {
    guard let record = picture.record else { return }
    let share = record.shares[arrived]
    let count = share.product.count
    let place = (element % count + count) % count
    let name = GraphWords.name(next.input, record.nodes[next.input], place)
    let column = share.partials.map { $0[place] }
    let answer = share.product[place]
    let misconceptions = [
      Prediction.Misconception(column.reduce(0, +), "when the adjoint is left out"),
      Prediction.Misconception(share.adjoint.reduce(0, +), "when the local derivative is left out"),
      Prediction.Misconception(-answer, "with the wrong sign"),
    ]
    let terms = zip(share.adjoint, column).filter { $0.1 != 0 }.map {
      "\(Numeral.factor($0, digits: 3))·\(Numeral.factor($1, digits: 3))"
    }
    let question = "share of \(name) = \(terms.joined(separator: " + ")) ="
    // Some columns have to be left to type in.
    guard !terms.isEmpty, TextWidth.columns(of: question) <= chrome.size.width - 20 else {
      chrome.refuse(
        terms.isEmpty
          ? "This number gets nothing: its local derivatives are 0. Tab goes to another."
          : "A sum of \(terms.count) products is long to type: tab goes to another number.")
      return
    }
    let prediction = Prediction(question: question, answer: answer, misconceptions: misconceptions)
    prompt = Prompt(.guess(prediction), asking: prediction)
  }
}
