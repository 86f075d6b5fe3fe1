import Learning
import TerminalUI

extension TrainLab {
  mutating func perform(_ action: TrainAction) -> Effect? {
    switch action {
    case .timeline(let action): timeline.perform(action)
    case .common(let action): return perform(action)
    case .view(let step):
      settings.view = TrainScene.View.allCases.neighbour(of: settings.view, by: step)
      isInPicture = false
    case .preset(let step): openPreset(by: step)
    case .typeNetwork: ask(.network, "layers:", settings.network.text)
    case .typeOptimizer: ask(.optimizer, "optimizer:", run.trainer.settings.optimizer.description)
    case .typeAugmentation: ask(.augmentation, "change of pictures:", settings.augmentation.description)
    case .save:
      ask(
        .save, "write weights to:",
        "\(settings.data.name.isPlainName ? settings.data.name : "weights").safetensors")
    case .load: ask(.load, "read weights from:", settings.weights?.path ?? "")
    case .rate(let step):
      setFromHere("lr", "Rate", Ladder.next(after: run.trainer.settings.optimizer.learningRate, by: step))
    case .decay(let step):
      let decay = run.trainer.settings.optimizer.rule.weightDecay
      let next = decay == 0 ? (step > 0 ? 0.001 : 0) : Ladder.next(after: decay, by: step)
      setFromHere("weight_decay", "Decay", next < 0.001 ? 0 : min(next, 10))
    case .schedule(let step): changeSchedule(by: step)
    case .batch(let step):
      let sizes = (0...10).map { 1 << $0 }
      let next = step > 0 ? sizes.first { $0 > settings.batch } : sizes.last { $0 < settings.batch }
      if let next { tryChange { $0.batch = next } }
    case .epochs(let step):
      let next = Ladder.next(after: Double(settings.epochs), by: step)
      tryChange { $0.epochs = min(max(1, Int(next)), TrainScene.mostEpochs) }
    case .pace(let step): changePace(by: step)
    case .reseed: tryChange { $0.seed &+= 1 }
    case .start(let step):
      guard settings.weights == nil else {
        chrome.refuse("The first weights come from a file: r begins anew without it.")
        break
      }
      tryChange { $0.start = ParameterStart.allCases.neighbour(of: $0.start, by: step) }
    case .augmentation(let step):
      let all = Self.augmentations
      let next = all.neighbour(ofIndex: all.firstIndex(of: settings.augmentation), by: step)
      tryChange { $0.augmentation = next }
    case .digit(let step): moveDigit(by: step)
    case .map(let step): moveMap(by: step)
    }
    return nil
  }

  private static let augmentations: [Augmentation] = {
    var all = [Augmentation](repeating: Augmentation(), count: 6)
    all[1].shift = 1
    all[2].rotation = 10
    (all[3].shift, all[3].rotation) = (1, 10)
    all[4].noise = 0.1
    all[5].flips = true
    return all
  }()

  // MARK: Changing

  /// The scene as it will be when a far jump has arrived.
  private var sceneAtGoal: TrainScene {
    var scene = scene
    scene.step = goal ?? scene.step
    return scene
  }

  var version: TrainVersion { TrainVersion(scene: sceneAtGoal) }

  var openedVersion: TrainVersion { TrainVersion(scene: opened) }

  /// Puts an earlier version back. It was a training before, so it is one again.
  mutating func restore(_ version: TrainVersion) {
    do { try train(version.scene) } catch { chrome.refuse(error.description) }
  }

  /// Trains as `scene` says, towards its step.
  private mutating func train(_ scene: TrainScene) throws(LabRefusal) {
    run = try TrainRun(scene)
    let hasOtherPace = scene.pace != settings.pace
    settings = scene
    settings.step = 0
    clampPlaces()
    moment = TrainMoment()
    timeline.resize(to: run.updates)
    timeline.jump(to: scene.step)
    if hasOtherPace { takePace() }
    goal = timeline.position
    trainings += 1
    follow(.tick)
  }

  /// Changes the training, which runs again to the present update; what was changed on the way is changed there again.
  ///
  /// - Throws: ``LabRefusal``; nothing is changed then.
  mutating func change(_ edit: (inout TrainScene) -> Void) throws(LabRefusal) {
    let scene = sceneAtGoal
    var changed = scene
    edit(&changed)
    guard changed != scene else { return }
    let (before, wasPlaying) = (version, timeline.isPlaying || playsOn)
    try train(changed)
    history.record(before)
    if goal != nil {
      playsOn = wasPlaying
    } else if wasPlaying, !timeline.isAtEnd {
      timeline.perform(.playOrPause)
    }
  }

  /// As ``change(_:)``, but answers a refusal on the message line, and says whether there was none.
  @discardableResult
  mutating func tryChange(_ edit: (inout TrainScene) -> Void) -> Bool {
    do {
      try change(edit)
      return true
    } catch {
      chrome.refuse(error.description)
      return false
    }
  }

  /// Gives the optimizer a setting from the present update on, so that the training so far stays what it was.
  private mutating func setFromHere(_ name: String, _ words: String, _ value: Double) {
    let (setting, update) = ("\(name)=\(Numeral.exact(value))", run.trainer.state.update)
    var next = run.trainer.settings
    do {
      try next.optimizer.set(setting)
      guard next != run.trainer.settings else { return }
      let before = version
      try run.trainer.change(next)
      history.record(before)
    } catch let error as OptimizerError {
      return chrome.refuse(error.description)
    } catch {
      return chrome.refuse("That cannot be set here.")
    }
    goal = nil
    if update == 0 {
      (settings.optimizer, settings.changes) = (next.optimizer, [])
    } else {
      settings.changes.note(name, setting, at: update)
    }
    chrome.say("\(words) \(Numeral.format(value))\(update == 0 ? "" : " from update \(update + 1) on").")
  }

  private mutating func changeSchedule(by step: Int) {
    let length = max(1, timeline.count)
    let all: [Schedule] = [
      .constant, .step(every: max(1, length / 4)), .exponential(k: 0.01), .inverseTime(k: 0.01),
      .cosine(steps: length), .warmUp(),
    ]
    let next = all.neighbour(ofIndex: all.firstIndex { $0.name == settings.schedule.name }, by: step)
    tryChange { $0.schedule = next }
  }

  private mutating func changePace(by step: Int) {
    let next = step > 0 ? settings.pace * 2 : settings.pace / 2
    let most = min(TrainScene.mostPace, run.updates(within: .tick))
    guard next >= 1 else { return chrome.refuse("Slower than an update a tick: - plays slower.") }
    guard next <= max(most, settings.pace) else {
      return chrome.refuse("More than \(Plural.count(most, "update")) a tick would stutter here.")
    }
    history.record(version)
    settings.pace = next
    takePace()
    chrome.say("\(Plural.count(next, "update")) a tick at speed 1.")
  }

  /// The timeline with the pace of the settings, at the same place and speed.
  private mutating func takePace() {
    let old = timeline
    timeline = Self.timeline(run, scene)
    while timeline.speedIndex < old.speedIndex { timeline.perform(.faster) }
    while timeline.speedIndex > old.speedIndex { timeline.perform(.slower) }
    if old.isPlaying, !timeline.isAtEnd { timeline.perform(.playOrPause) }
  }

  private mutating func openPreset(by step: Int) {
    let all = TrainPreset.allCases
    open(TrainVersion(scene: all.neighbour(ofIndex: preset.flatMap(all.firstIndex(of:)), by: step).scene))
    isInPicture = false
  }

  /// The prepared training that this is, wherever it stands and however it is shown, with nothing changed on the way.
  var preset: TrainPreset? {
    let bare = settings.withoutPlaces
    return TrainPreset.allCases.first { $0.scene.withoutPlaces == bare }
  }

  mutating func restart() {
    open(openedVersion)
    isInPicture = false
  }

  // MARK: Typed texts

  private mutating func ask(_ purpose: Purpose, _ prompt: String, _ text: String) {
    self.prompt = Prompt(purpose, LineEditor(prompt: prompt, text: text, limit: 20_000))
  }

  mutating func accept(_ text: String, for purpose: Purpose) throws(LabRefusal) {
    switch purpose {
    case .network:
      let network: NetworkSource
      do { network = try NetworkSource(parsing: text) } catch { throw LabRefusal(error.description) }
      try change { ($0.network, $0.weights) = (network, network == $0.network ? $0.weights : nil) }
    case .optimizer:
      let optimizer: OptimizerConfiguration
      do { optimizer = try OptimizerConfiguration(parsing: text) } catch {
        throw LabRefusal(error.description)
      }
      try change { ($0.optimizer, $0.changes) = (optimizer, []) }
    case .augmentation:
      var augmentation = Augmentation()
      if !text.trimmed.isEmpty {
        do { augmentation = try Augmentation(parsing: text.trimmed) } catch {
          throw LabRefusal(error.description)
        }
      }
      try change { $0.augmentation = augmentation }
    case .save: try save(to: text.trimmed)
    case .load:
      guard !text.trimmed.isEmpty else { throw LabRefusal("Name a file, such as digits.safetensors") }
      wish = .load(path: text.trimmed)
    case .guess(let prediction): try judge(text, against: prediction, revealing: timeline.position)
    case .accuracy(let prediction, let update): try judge(text, within: 2, of: prediction, revealing: update)
    }
  }
}

extension TrainScene {
  /// The training alone, without where it stands and what of it is shown.
  fileprivate var withoutPlaces: TrainScene {
    var scene = self
    let usual = TrainScene()
    (scene.step, scene.view, scene.pace, scene.digit) = (0, usual.view, usual.pace, usual.digit)
    (scene.layer, scene.map, scene.cell) = (nil, usual.map, usual.cell)
    (scene.pair, scene.isListing) = (usual.pair, usual.isListing)
    return scene
  }
}

extension String {
  /// Whether it can stand in the name of a file as it is.
  fileprivate var isPlainName: Bool {
    !isEmpty && utf8.allSatisfy { $0 < 128 && Character(Unicode.Scalar($0)).isLetter }
  }
}
