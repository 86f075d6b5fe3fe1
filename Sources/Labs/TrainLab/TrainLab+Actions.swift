import Learning
import TerminalUI

extension TrainLab {
  mutating func perform(_ action: TrainAction) -> Effect? {
    switch action {
    case .timeline(let action): timeline.perform(action)
    case .common(let action): return perform(action)
    case .view(let step):
      viewState.view = TrainScene.View.allCases.neighbour(of: viewState.view, by: step)
      isInPicture = false
    case .preset(let step):
      open(preset(by: step).scene)
      isInPicture = false
    case .typeNetwork: ask(.network, "layers:", setup.network.text)
    case .typeOptimizer: ask(.optimizer, "optimizer:", run.trainer.settings.optimizer.description)
    case .typeAugmentation: ask(.augmentation, "change of pictures:", setup.augmentation.description)
    case .save:
      ask(
        .save, "write weights to:",
        "\(setup.data.name.isPlainName ? setup.data.name : "weights").safetensors")
    case .load: ask(.load, "read weights from:", setup.weights?.path ?? "")
    case .rate(let step): changeRate(by: step)
    case .decay(let step): changeDecay(by: step)
    case .schedule(let step): changeSchedule(by: step)
    case .batch(let step): changeBatch(by: step, among: Self.batchSizes)
    case .epochs(let step): changeEpochs(by: step)
    case .pace(let step): changePace(by: step)
    case .reseed: tryChange { $0.seed &+= 1 }
    case .start(let step):
      guard setup.weights == nil else {
        chrome.refuse("The first weights come from a file: r begins anew without it.")
        break
      }
      tryChange { $0.start = ParameterStart.allCases.neighbour(of: $0.start, by: step) }
    case .augmentation(let step):
      let all = Self.augmentations
      let next = all.neighbour(ofIndex: all.firstIndex(of: setup.augmentation), by: step)
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
      let network = try LabRefusal.refusing { try NetworkSource(parsing: text) }
      try change { ($0.network, $0.weights) = (network, network == $0.network ? $0.weights : nil) }
    case .optimizer: try take(optimizer: text)
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

extension String {
  /// Whether it can stand in the name of a file as it is.
  fileprivate var isPlainName: Bool {
    !isEmpty && utf8.allSatisfy { $0 < 128 && Character(Unicode.Scalar($0)).isLetter }
  }
}
