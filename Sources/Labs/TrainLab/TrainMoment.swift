import Autodiff
import Learning

/// What the view shows of a training at one update that is dear to work out, and so is kept while its key holds.
struct TrainMoment: Sendable {
  /// What it depends on.
  struct Key: Equatable, Sendable {
    /// Which of the lab's trainings it is, and after how many updates.
    let training, update: Int
    /// How the next update will be made, and whether none comes.
    let settings: TrainingSettings
    let isOver: Bool
    /// What is shown, and the digit that is looked at.
    let view: TrainScene.View
    let digit: Int

    init(_ training: Int, _ trainer: Trainer<ShapedNetwork, Float>, _ viewState: TrainScene.ViewState) {
      (self.training, update) = (training, trainer.state.update)
      (settings, isOver) = (trainer.settings, trainer.ending != nil)
      (view, digit) = (viewState.view, viewState.digit)
    }
  }

  let key: Key
  /// The digit on its way through the layers, in the view that shows it.
  let path: NetworkPath?
  /// How large gradients and weights are, layer by layer, in the view that shows it; none where no update comes.
  let gradients: [LayerGradient]

  /// What is seen of `run` now, for which `key` stands.
  init(_ run: TrainRun, _ key: Key) {
    self.key = key
    let (shown, digit) = (run.shown, key.digit)
    path = key.view == .inside ? run.trainer.path(of: shown[digit], truth: shown.classes[digit]) : nil
    gradients = key.view == .gradients && !key.isOver ? LayerGradient.all(of: run) : []
  }
}

extension TrainScene.View {
  /// Whether it shows how the pictures to test with fared.
  var showsTests: Bool {
    switch self {
    case .confusion, .mistakes: true
    case .curves, .filters, .inside, .gradients: false
    }
  }
}

/// How the pictures that are looked at one by one fared.
struct TestResults: Sendable {
  /// One picture.
  struct Result: Sendable {
    /// Its place, its class, and what the network says.
    let picture, truth, said: Int
    /// The probabilities of what is said and of its class.
    let probability, probabilityOfTruth: Double
  }

  /// In which of the lab's trainings they were looked at, and when.
  let training, update, epoch: Int
  /// In their order.
  let results: [Result]
  /// How many there are for each class, and for each answer to it.
  let counts: [[Int]]

  init(_ run: TrainRun, training: Int) {
    self.training = training
    (update, epoch) = (run.trainer.state.update, run.trainer.state.epoch)
    let classes = run.shown.classes
    results = run.trainer.probabilities(of: run.testPictures).enumerated().map { picture, probabilities in
      let said = probabilities.indices.max { probabilities[$0] < probabilities[$1] } ?? 0
      return Result(
        picture: picture, truth: classes[picture], said: said, probability: probabilities[said],
        probabilityOfTruth: probabilities[classes[picture]])
    }
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: run.data.classes.count), count: run.data.classes.count)
    for result in results { counts[result.truth][result.said] += 1 }
    self.counts = counts
  }

  /// Whether these are of what `run` is now; while updates go on, of the end of its last epoch.
  func areOf(_ run: TrainRun, training: Int, isUnderWay: Bool) -> Bool {
    let state = run.trainer.state
    return self.training == training && (isUnderWay ? epoch == state.epoch : update == state.update)
  }

  /// Those that are wrong, the surest first.
  var mistakes: [Result] {
    results.filter { $0.truth != $0.said }.sorted {
      $0.probability != $1.probability ? $0.probability > $1.probability : $0.picture < $1.picture
    }
  }

  /// Those of a cell of the table, in their order.
  func results(of pair: TrainScene.Pair) -> [Result] {
    results.filter { $0.truth == pair.truth && $0.said == pair.said }
  }

  /// How many are right.
  var right: Int { counts.indices.reduce(0) { $0 + counts[$1][$1] } }
}
