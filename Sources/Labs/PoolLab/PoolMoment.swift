import Learning
import TerminalUI

/// What there is to be seen at one moment: which window, which numbers, which sentences. Worked out after each event,
/// so that drawing only has to place it.
struct PoolMoment: GridMoment {
  /// The output cell whose window is shown.
  var active: Position?
  /// Whether what comes out of that window is a question still open.
  var isHidden = false
  /// The window of that cell opened up.
  var step: PoolingStep?
  /// Where the maximum of that window stands, unless that is the question.
  var winner: Position?
  /// The input cell that a question asks about.
  var asked: Position?
  /// For each output cell, in row order, whether its window reads the input cell at the cursor; empty without such a
  /// cursor.
  var isFed: [Bool] = []
  /// The lines of arithmetic below the picture.
  var lines: [ArithmeticLine] = []
  /// The text beside the picture.
  var panel = TextPanel([])
}

extension PoolLab {
  /// The output cell that the timeline or an open question points to.
  var shownPosition: Position? {
    guard picture.stepCount > 0 else { return nil }
    if case .guess(let guess)? = prompt?.purpose {
      return picture.geometry.position(ofStep: min(max(0, guess.revealing - 1), picture.stepCount - 1))
    }
    return timeline.position > 0 ? picture.geometry.position(ofStep: timeline.position - 1) : nil
  }

  /// Works out the present moment anew.
  mutating func refreshMoment() {
    refreshGradients()
    var new = PoolMoment()
    fill(&new)
    new.lines = PoolWords.lines(for: self, new, columns: chromeLayout.arithmetic.width)
    new.panel = TextPanel(PoolWords.parts(for: self, new))
    moment = new
  }

  private func fill(_ new: inout PoolMoment) {
    new.active = shownPosition
    if let cursor, prompt == nil, focus.showsOutputs, picture.stepCount > 0 { new.active = cursor }
    if case .guess(let guess)? = prompt?.purpose { (new.isHidden, new.asked) = (true, guess.asked) }
    if let cursor, prompt == nil, focus.showsInputs {
      new.isFed = [Bool](repeating: false, count: picture.geometry.steps)
      for use in picture.geometry.outputs(fedBy: cursor) {
        new.isFed[picture.geometry.step(at: use.output)] = true
      }
      // One thing is shown at a time: the windows that read a cell, or the window of one output.
      new.active = nil
    }
    guard let active = new.active else { return }
    new.step = picture.step(at: active)
    if !new.isHidden { new.winner = new.step?.winner }
  }
}
