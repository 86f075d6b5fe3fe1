import Learning
import TerminalUI

extension ImageLab {
  /// Asks for the number under the cursor.
  mutating func openGuess() {
    guard channelNames.count == 1 else {
      chrome.refuse("There are three numbers at every place: w chooses a channel to guess in.")
      return
    }
    let step = picture.response.step(at: cursor, channel: 0)
    let (window, kernel) = (step.window.cells, step.kernel.cells)
    let flipped = zip(window, kernel.reversed()).reduce(0) { $0 + $1.0 * $1.1 }
    let white = Double(picture.filtered.picture.maximum)
    let misconceptions = [
      Prediction.Misconception(flipped, "with the kernel turned round, as a convolution has it"),
      Prediction.Misconception(-step.sum, "with the sign turned"),
      Prediction.Misconception(min(max(0, step.sum), white), "when it is cut to what a picture can show"),
      Prediction.Misconception(window.reduce(0, +), "when the window is added up without the weights"),
    ]
    let prediction = Prediction(
      question: "response at \(cursor) =", answer: step.sum, misconceptions: misconceptions)
    prompt = Prompt(
      .guess(prediction, revealing: max(timeline.position, revealing)), asking: prediction)
  }
}
