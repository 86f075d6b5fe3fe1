import Learning
import TerminalUI

extension NormLab {
  mutating func perform(_ command: NormCommand) -> Effect? {
    let feature = column
    switch command {
    case .timeline(let command): timeline.perform(command)
    case .common(let command): return perform(command)
    case .example(let step): openExample(by: step)
    case .view(let step):
      let view = NormScene.View.allCases.neighbour(of: settings.view, by: step)
      tryChange { $0.view = view }
    case .scale(let step):
      let value = settings.scale[feature] + 0.5 * Double(step)
      tryChange { $0.setScale(value, feature: feature) }
    case .shift(let step):
      let value = settings.shift[feature] + 0.5 * Double(step)
      tryChange { $0.setShift(value, feature: feature) }
    case .drift(let step):
      var scene = settings
      do { try scene.setDrift(scene.drift + 0.5 * Double(step)) } catch { chrome.refuse(error.description) }
      tryChange { $0 = scene }
    case .epsilon(let step):
      let ladder = [0, 1e-5, 1e-3, 0.1, 1]
      let next =
        step > 0 ? ladder.first { $0 > settings.epsilon } : ladder.last { $0 < settings.epsilon }
      guard let next else {
        chrome.refuse("That is as far as the keys take epsilon.")
        return nil
      }
      var scene = settings
      do { try scene.setEpsilon(next) } catch { chrome.refuse(error.description) }
      tryChange { $0 = scene }
    case .grouping: tryChange { $0.grouping = $0.grouping == .feature ? .channel : .feature }
    case .type:
      let text = settings.batch.rows.map { $0.map(Numeral.exact).joined(separator: " ") }.joined(
        separator: "; ")
      prompt = Prompt(.batch, LineEditor(prompt: "batch:", text: text, limit: 1_000))
    case .typeUpstream:
      let text = settings.upstream.map(Numeral.exact).joined(separator: " ")
      prompt = Prompt(.upstream, LineEditor(prompt: "gradient at the outputs:", text: text, limit: 400))
    }
    return nil
  }

  private mutating func openExample(by step: Int) {
    let all = NormExample.all
    let index = all.firstIndex { example in
      var scene = example
      scene.step = 0
      return scene == settings
    }
    var next = all.neighbour(ofIndex: index, by: step)
    let position = next.step
    next.step = 0
    open(NormVersion(settings: next, position: position))
  }

  var openedVersion: NormVersion {
    var start = opened
    start.step = 0
    return NormVersion(settings: start, position: opened.step)
  }

  var code: [TextOverlay.Block] { NormWords.code(for: self) }
  var paragraph: String { NormWords.paragraph(for: self) }
  var helpSections: [HelpSection] { NormBindings.lab.help }

  var version: NormVersion { NormVersion(settings: settings, position: timeline.position) }

  mutating func restore(_ version: NormVersion) {
    do { picture = try NormPicture(version.settings) } catch { return chrome.refuse(error.description) }
    settings = version.settings
    focus = min(focus, settings.batch.width - 1)
    timeline.jump(to: version.position)
  }

  /// Changes the settings, or answers a refusal on the message line.
  mutating func tryChange(_ edit: (inout NormScene) -> Void) {
    var scene = settings
    edit(&scene)
    guard scene != settings else { return }
    do {
      let changed = try NormPicture(scene)
      history.record(version)
      (settings, picture) = (scene, changed)
      focus = min(focus, scene.batch.width - 1)
    } catch { chrome.refuse(error.description) }
  }

  mutating func moveFocus(by step: Int) {
    let count = settings.batch.width
    guard count > 1 else {
      return chrome.refuse("There is one feature only: t types a batch of several columns.")
    }
    focus = ((focus + step) % count + count) % count
  }

  func line(pasted text: String, for purpose: Purpose) -> String {
    switch purpose {
    case .batch: PastedNumbers.rows(text)
    case .upstream: PastedNumbers.series(text)
    case .guess: text
    }
  }

  mutating func accept(_ text: String, for purpose: Purpose) throws(LabRefusal) {
    var scene = settings
    switch purpose {
    case .batch:
      let batch: Grid
      do { batch = try Grid(parsing: text) } catch { throw LabRefusal(error.description) }
      do { try scene.setBatch(batch) } catch { throw LabRefusal(error.description) }
      tryChange { $0 = scene }
    case .upstream:
      do throws(NormSceneError) {
        try scene.setUpstream(NormScene.numbers(text, "the gradient", count: scene.batch.height))
      } catch { throw LabRefusal(error.description) }
      tryChange { $0 = scene }
    case .guess(let prediction): try judge(text, against: prediction, revealing: timeline.position + 1)
    }
  }

  /// Asks for a number of the next batch: in use its running mean, else the normalised value of its first sample.
  mutating func openGuess() {
    let position = timeline.position
    guard position < timeline.count else {
      chrome.refuse("The last batch is through: go back a step to guess.")
      return
    }
    let next = picture.moments[position]
    let (old, mean) = (picture.running[position].mean[column], next.mean[column])
    let x = next.batch[0, focus]
    let text = { (value: Double) in Numeral.format(value) }
    if settings.view == .use {
      let prediction = Prediction(
        question: "running mean", answer: picture.running[position + 1].mean[column],
        slips: [
          Prediction.Slip(0.1 * old + 0.9 * mean, "with 0.1 and 0.9 exchanged"),
          Prediction.Slip(mean, "when the batch's own mean is taken"),
          Prediction.Slip((old + mean) / 2, "from the plain mean of the two"),
        ])
      prompt = Prompt(
        .guess(prediction),
        LineEditor(prompt: "running \(text(old)), batch mean \(text(mean)); running mean =", limit: 40))
      return
    }
    let variance = next.variance[column]
    let answer = next.normalised[0, focus]
    guard answer.isFinite else {
      chrome.refuse("With epsilon 0 and no spread there is no number to guess.")
      return
    }
    let prediction = Prediction(
      question: "normalised", answer: answer,
      slips: [
        Prediction.Slip(x - mean, "without dividing by the deviation"),
        Prediction.Slip(
          (x - mean) / (variance + settings.epsilon), "when the variance divides, not its root"),
        Prediction.Slip(-answer, "with the sign turned"),
        Prediction.Slip(next.output[0, focus], "after gamma and beta"),
      ].filter { $0.value.isFinite && !Prediction.agree($0.value, answer) })
    prompt = Prompt(
      .guess(prediction),
      LineEditor(
        prompt: "x = \(text(x)), mean \(text(mean)), variance \(text(variance)); normalised =", limit: 40))
  }
}
