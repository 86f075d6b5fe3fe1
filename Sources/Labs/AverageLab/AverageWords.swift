import Learning
import TerminalUI

/// What the averages lab says.
enum AverageWords {
  static func name(_ data: AverageData) -> String {
    switch data {
    case .euroDollar: "eur-usd"
    case .noise(let seed): "noise \(seed)"
    case .step: "step"
    case .ramp: "ramp"
    case .numbers(let numbers): Plural.count(numbers.count, "number")
    }
  }

  static func subject(_ scene: AverageScene) -> String {
    let data =
      switch scene.data {
      case .euroDollar: "dollars per euro, 2022 (ECB)"
      case .noise: "noise around 10"
      case .step: "a step from 0 to 1"
      case .ramp: "a ramp"
      case .numbers: name(scene.data)
      }
    // Several β leave no room for all of it.
    let title =
      scene.otherBetas.isEmpty ? data : scene.data == .euroDollar ? "eur-usd (ECB)" : name(scene.data)
    return "\(title) · β = \(scene.betas.map { Numeral.format($0) }.joined(separator: ", "))"
  }

  /// The update that took the last sample in.
  static func arithmetic(for lab: AverageLab) -> [ArithmeticLine] {
    let (position, start, picture) = (lab.timeline.position, lab.settings.start, lab.picture)
    guard position > 0 else { return [ArithmeticLine("rule", start.rule)] }
    let memory = picture.memory(start, after: position - 1)
    return picture.average(start).lines(adding: picture.samples[position - 1], to: memory).map {
      ArithmeticLine("update", $0.numbers)
    }
  }

  static func hint(for scene: AverageScene) -> String {
    if !scene.otherBetas.isEmpty {
      return "Watch for the price of a smooth curve: the greater beta, the later it follows."
    }
    let text =
      scene.start == .multiplied
      ? "watch for the multiplied correction: it makes the low start even lower" : scene.data.watchFor
    return text.asSentence
  }

  static func paragraph(for lab: AverageLab) -> String {
    let (scene, position) = (lab.settings, lab.timeline.position)
    var sentences = [
      "An exponential moving average keeps the share beta = \(Numeral.format(scene.beta)) of its old value and takes "
        + "the rest from the new sample: V ← β·V + (1-β)·D.",
      "The data are \(name(scene.data)), \(Plural.count(lab.picture.samples.count, "sample")); \(position) of them in so far.",
    ]
    if position > 0 {
      let values = lab.curves.filter(\.isShown).map {
        "\($0.title) \(Numeral.format($0.values[position - 1]))"
      }
      sentences.append("The averages now: \(values.joined(separator: ", ")).")
    }
    sentences.append("In focus: \(scene.start.rule).")
    return sentences.joined(separator: " ")
  }
}
