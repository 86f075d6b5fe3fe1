import Learning
import TerminalUI

extension NormLab {
  /// Asks for a number of the next batch: in use, and where all batches are alike, the running mean after it, else the
  /// normalised value of its first sample.
  mutating func openGuess() {
    let position = timeline.position
    guard position < timeline.count else {
      chrome.refuse("The last batch is through: go back a step to guess.")
      return
    }
    if settings.view.isUse || (settings.drift == 0 && position > 0) {
      ask(runningMean(after: position))
    } else if picture.moments[position].normalised[0, focus].isFinite {
      ask(normalised(in: picture.moments[position]))
    } else {
      chrome.refuse("With epsilon 0 and no spread there is no number to guess.")
    }
  }

  private mutating func ask(_ prediction: Prediction) {
    prompt = Prompt(.guess(prediction), asking: prediction)
  }

  private func runningMean(after position: Int) -> Prediction {
    let (old, mean) = (picture.running[position].mean[column], picture.moments[position].mean[column])
    return Prediction(
      question:
        "running \(Numeral.format(old)), batch mean \(Numeral.format(mean)); running mean =",
      answer: picture.running[position + 1].mean[column],
      misconceptions: [
        Prediction.Misconception(0.1 * old + 0.9 * mean, "with 0.1 and 0.9 exchanged"),
        Prediction.Misconception(mean, "when the batch's own mean is taken"),
        Prediction.Misconception((old + mean) / 2, "from the plain mean of the two"),
      ])
  }

  private func normalised(in next: NormPicture.Moment) -> Prediction {
    let (x, mean, variance) = (next.batch[0, focus], next.mean[column], next.variance[column])
    let answer = next.normalised[0, focus]
    let given = "x = \(Numeral.format(x)), mean \(Numeral.format(mean)), variance \(Numeral.format(variance))"
    return Prediction(
      question: "\(given); normalised =", answer: answer,
      misconceptions: [
        Prediction.Misconception(x - mean, "without dividing by the deviation"),
        Prediction.Misconception(
          (x - mean) / (variance + settings.epsilon), "when the variance divides, not its root"),
        Prediction.Misconception(-answer, "with the sign turned"),
        Prediction.Misconception(next.output[0, focus], "after gamma and beta"),
      ])
  }
}
