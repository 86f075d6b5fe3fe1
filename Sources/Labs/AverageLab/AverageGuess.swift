import Learning
import TerminalUI

extension AverageLab {
  /// Asks for the next value of the average in focus.
  mutating func openGuess() {
    let position = timeline.position
    guard position < picture.samples.count else {
      chrome.refuse("The last sample is in: go back a step to guess.")
      return
    }
    let rule = picture.average(settings.start)
    var memory = picture.memory(settings.start, after: position)
    let (before, sample, beta) = (memory.average, picture.samples[position], settings.beta)
    let answer = rule.add(sample, to: &memory)
    guard answer.isFinite else {
      chrome.refuse("The next average is no finite number.")
      return
    }
    var misconceptions = [
      Prediction.Misconception((1 - beta) * before + beta * sample, "with beta and 1 - beta exchanged"),
      Prediction.Misconception((before + sample) / 2, "from the plain mean of the two"),
      Prediction.Misconception(beta * before, "when the new sample is left out"),
      Prediction.Misconception((1 - beta) * sample, "when the old average is left out"),
    ]
    if settings.start == .corrected || settings.start == .multiplied {
      misconceptions.insert(Prediction.Misconception(memory.average, "without the correction"), at: 0)
    }
    if settings.start == .first, position == 0 {
      misconceptions.insert(
        Prediction.Misconception((1 - beta) * sample, "when the average starts at 0"), at: 0)
    }
    let given =
      position == 0
      ? "\(settings.start.title), first sample \(Numeral.format(sample))"
      : "V = \(Numeral.format(before)), beta = \(Numeral.format(beta)), D = \(Numeral.format(sample))"
    let prediction = Prediction(question: "\(given); next:", answer: answer, misconceptions: misconceptions)
    prompt = Prompt(.guess(prediction), asking: prediction)
  }
}
