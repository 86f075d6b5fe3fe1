import Learning
import TerminalUI

extension FitLab {
  mutating func perform(_ action: FitAction) -> Effect? {
    switch action {
    case .timeline(let action): timeline.perform(action)
    case .common(let action): return perform(action)
    case .example(let step): openExample(by: step)
    case .view(let step): tryChange { $0.view = FitScene.View.allCases.neighbour(of: $0.view, by: step) }
    case .sweep(let step):
      let present = setting
      tryChange {
        $0.take(present)
        $0.sweep = FitScene.Sweep.allCases.neighbour(of: $0.sweep, by: step)
      }
    case .degree(let step):
      guard settings.sweep != .updates else {
        chrome.refuse("A network has no degree: w goes on to polynomials.")
        return nil
      }
      move(.degree, step) { try $0.setDegree($0.degree + step) }
    case .penalty(let step):
      climb(.lambda, FitScene.penalties, from: settings.penalty, by: step) { try $0.setPenalty($1) }
    case .points(let step):
      climb(.points, FitScene.counts.map(Double.init), from: Double(settings.points), by: step) {
        try $0.setPoints(Int($1))
      }
    case .noise(let step):
      climb(nil, [0, 0.05, 0.1, 0.2, 0.4, 0.8], from: settings.noise, by: step) { try $0.setNoise($1) }
    case .dropout(let step):
      guard isNetwork("Dropout") else { return nil }
      climb(nil, [0, 0.1, 0.2, 0.3, 0.5], from: settings.dropout, by: step) { try $0.setDropout($1) }
    case .stopping:
      guard isNetwork("Early stopping") else { return nil }
      tryChange { $0.stopsEarly.toggle() }
    case .seed(let step): tryChange { $0.seed &+= UInt64(bitPattern: Int64(step)) }
    case .type:
      guard settings.sweep != .lambda else {
        chrome.refuse("The timeline goes through lambda: w chooses another quantity for it.")
        return nil
      }
      prompt = Prompt(
        .penalty, LineEditor(prompt: "lambda:", text: Numeral.exact(settings.penalty), limit: 40))
    }
    return nil
  }

  private mutating func isNetwork(_ what: String) -> Bool {
    if settings.sweep != .updates { chrome.refuse("\(what) is for the network: w goes on to its updates.") }
    return settings.sweep == .updates
  }

  /// Changes a setting; that which the timeline goes through by a step of the timeline.
  private mutating func move(
    _ sweep: FitScene.Sweep?, _ step: Int, _ edit: (inout FitScene) throws -> Void
  ) {
    if settings.sweep == sweep {
      timeline.perform(step > 0 ? .stepForward : .stepBack)
    } else {
      tryChange(edit)
    }
  }

  private mutating func climb(
    _ sweep: FitScene.Sweep?, _ ladder: [Double], from value: Double, by step: Int,
    _ set: (inout FitScene, Double) throws -> Void
  ) {
    guard settings.sweep != sweep, let next = ladder.rung(from: value, by: step) else {
      if settings.sweep == sweep { return timeline.perform(step > 0 ? .stepForward : .stepBack) }
      return chrome.refuse("That is as far as the keys go.")
    }
    tryChange { try set(&$0, next) }
  }

  static let examples = FitPreset.allCases.map(\.scene)

  var code: [TextOverlay.Block] { FitCode.blocks(for: self) }
  var paragraph: String { FitWords.paragraph(for: self) }

  /// Where another quantity is swept, the fit stays the one that was seen, or the next smaller one.
  mutating func settle(after before: FitLab) {
    guard settings.sweep != before.settings.sweep else { return }
    let old = before.setting
    let place = settings.settings.lastIndex {
      $0.degree <= old.degree && $0.penalty <= old.penalty && $0.points <= old.points
    }
    timeline.jump(to: place ?? 0)
  }

  mutating func moveFocus(by step: Int) {
    let count = stage.data.points.count
    focus = ((point + step) % count + count) % count
  }

  mutating func accept(_ text: String, for purpose: Purpose) throws(LabRefusal) {
    switch purpose {
    case .penalty: try change { try $0.setPenalty(Double(typed: text)) }
    case .guess(let prediction): try judge(text, against: prediction, revealing: timeline.count)
    }
  }

  /// Asks where the test error is least, or where it ends with ever more points.
  mutating func openGuess() {
    guard !isLearning else {
      chrome.refuse("The network is learning still: guess when it has come to its end.")
      return
    }
    guard timeline.position < timeline.count else {
      chrome.refuse("All fits have been shown: go back to guess.")
      return
    }
    let (tests, settings) = (picture.testErrors, picture.stages.map(\.setting))
    let (first, last) = (settings[0], settings[settings.count - 1])
    switch self.settings.sweep {
    case .degree:
      let values = settings.map { Double($0.degree) }
      ask(
        "degrees \(first.degree) to \(last.degree), \(Plural.count(first.points, "point")): least test error at degree",
        "degree", values, tests)
    case .lambda:
      let values = settings.map(\.penalty)
      ask(
        "lambda \(Numeral.format(first.penalty)) to \(Numeral.format(last.penalty)), degree \(first.degree): least test error at lambda",
        "lambda", values, tests)
    case .updates:
      let values = settings.map { Double($0.updates ?? 0) }
      ask(
        "updates 0 to \(last.updates ?? 0), \(Plural.count(first.points, "point")): least test error at update",
        "update", values, tests)
    case .points:
      let noise = self.settings.noise
      let prediction = Prediction(
        question: "error", answer: noise * noise,
        misconceptions: [
          Prediction.Misconception(noise, "as the noise's deviation; errors are mean squares"),
          Prediction.Misconception(0, "if new points had no noise of their own"),
        ])
      prompt = Prompt(
        .guess(prediction),
        LineEditor(
          prompt: "noise \(Numeral.format(noise)), ever more points: the test error nears",
          limit: 40))
    }
  }

  private mutating func ask(_ question: String, _ name: String, _ values: [Double], _ tests: [Double]) {
    let answer = values[picture.best]
    var misconceptions: [Prediction.Misconception] = []
    // What errs hardly more is named as such; so are the ends.
    for (value, test) in zip(values, tests) where value != answer && test <= 1.02 * tests[picture.best] {
      misconceptions.append(
        Prediction.Misconception(value, "within 2% of the least test error, which is as good in practice"))
    }
    let leastTrain =
      picture.trainErrors.indices.min { picture.trainErrors[$0] < picture.trainErrors[$1] } ?? 0
    misconceptions.append(
      Prediction.Misconception(
        values[leastTrain], "where the train error is least: it is learned by heart there"))
    misconceptions.append(Prediction.Misconception(values[0], "at the first of them"))
    prompt = Prompt(
      .guess(
        Prediction(
          question: name, answer: answer, misconceptions: misconceptions)),
      LineEditor(prompt: question, limit: 40))
  }
}
