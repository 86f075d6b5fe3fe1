import Autodiff
import Learning
import RealModule
import TestSupport
import Testing

@Suite struct TrainerTests {
  static func trainer(
    _ optimizer: String = "adam:lr=0.02", model: Perceptron = Perceptron(sizes: [2, 8, 2]),
    schedule: Schedule = .constant, batch: Int = 10, stops: [TrainingStop] = [], byteLimit: Int = 1 << 26
  ) throws -> Trainer<Perceptron, Double> {
    try Trainer(
      model, on: rings(64), test: rings(40, seed: 9),
      settings: TrainingSettings(
        OptimizerConfiguration(parsing: optimizer), schedule: schedule, batchSize: batch, stops: stops),
      start: .xavier, seed: 3, byteLimit: byteLimit)
  }

  @Test func ringsAreLearned() throws {
    var trainer = try Self.trainer()
    #expect(trainer.evaluate(on: trainer.examples).loss > 0.5)
    trainer.advance(by: 700)
    #expect(trainer.state.epoch == 100 && trainer.epochs.count == 100)
    let last = try #require(trainer.epochs.last)
    #expect(last.number == 100 && last.update == 700 && last.training.loss < 0.1)
    #expect(last.test?.accuracy == 1)
    #expect(trainer.evaluate(on: trainer.examples).accuracy == 1)
    #expect(trainer.curve.count == 700 && trainer.curve.map(\.update) == Array(1...700))
  }

  /// Every place is reached again bit for bit, from both sides, whatever lies between.
  @Test(arguments: [
    ("adam:lr=0.02", 0.0, false), ("nesterov:form=lookahead,lr=0.05", 0, false),
    ("momentum:lr=0.05", 0.3, false), ("rmsprop:lr=0.01", 0, true), ("adadelta", 0.2, true),
  ])
  func theTimelineIsExact(_ optimizer: String, _ dropout: Double, _ hasNorm: Bool) throws {
    let model = Perceptron(sizes: [2, 6, 2], hasNorm: hasNorm, dropout: dropout)
    var trainer = try Self.trainer(optimizer, model: model, schedule: .exponential(k: 0.001))
    var states = [trainer.state]
    for _ in 0..<330 {
      trainer.advance()
      states.append(trainer.state)
    }
    for place in [329, 330, 231, 232, 97, 300, 0, 1, 15, 16, 17, 250, 330] {
      trainer.seek(to: place)
      #expect(trainer.state == states[place], "update \(place)")
    }
    // All at once is the same as one by one.
    var other = try Self.trainer(optimizer, model: model, schedule: .exponential(k: 0.001))
    other.advance(by: 330)
    trainer.seek(to: 330)
    #expect(other == trainer)
    // A copy goes its own way.
    var copy = trainer
    copy.seek(to: 12)
    #expect(trainer.state == states[330] && copy.state == states[12])
  }

  /// With next to no room for checkpoints, and stepwise.
  @Test func replayNeedsNoRoom() throws {
    var trainer = try Self.trainer(byteLimit: 0)
    trainer.advance(by: 40)
    let there = trainer.state
    trainer.advance(by: 500)
    let late = trainer.state
    var calls = 0
    while trainer.state.update != 40 {
      trainer.seek(to: 40, atMost: 7)
      calls += 1
    }
    #expect(trainer.state == there && calls <= 6)
    while trainer.state.update != 540 { trainer.seek(to: 540, atMost: 100) }
    #expect(trainer.state == late)
  }

  /// Going back by one within the last hundred never makes more than a few updates.
  @Test func theLastHundredAreNear() throws {
    var trainer = try Self.trainer()
    trainer.advance(by: 400)
    for back in 1...100 {
      let target = 400 - back
      trainer.seek(to: target, atMost: 0)
      #expect(trainer.state.update == target)
    }
  }

  @Test func changesOnTheWayAreReplayed() throws {
    var trainer = try Self.trainer()
    trainer.advance(by: 50)
    var settings = trainer.settings
    settings.optimizer.learningRate = 0.002
    settings.batchSize = 16
    try trainer.change(settings)
    trainer.advance(by: 50)
    settings.optimizer = try OptimizerConfiguration(parsing: "sgd:lr=0.1")
    try trainer.change(settings)
    trainer.advance(by: 250)
    let end = trainer.state
    #expect(trainer.changes.map(\.update) == [0, 50, 100])
    trainer.seek(to: 0)
    #expect(trainer.settings.batchSize == 10)
    trainer.seek(to: 350)
    #expect(trainer.state == end)
    // A change in the past forgets what came later.
    trainer.seek(to: 20)
    settings = trainer.settings
    settings.schedule = .inverseTime()
    try trainer.change(settings)
    #expect(trainer.changes.map(\.update) == [0, 20])
    trainer.seek(to: 350)
    #expect(trainer.state != end && trainer.curve.last?.rate == trainer.settings.schedule.rate(0.02, at: 349))
    // At the very start it takes the place of what was there.
    trainer.seek(to: 0)
    settings.optimizer = try OptimizerConfiguration(parsing: "nadam")
    try trainer.change(settings)
    #expect(trainer.changes.count == 1 && trainer.state.memory.last == 1)
  }

  @Test func divergenceIsAResult() throws {
    let inputs = numbers([1, 1])
    // w ← w - 2·w³·4: the first step leads from 2 to -30, and so on.
    let sgd = TrainingSettings(OptimizerConfiguration(SGD(learningRate: 1)), batchSize: 2)
    var trainer = try Trainer(Slope(power: 4), on: inputs, settings: sgd)
    trainer.advance(by: 1000)
    let end = try #require(trainer.ending)
    #expect("\(end)".hasPrefix("diverged at update "))
    #expect(trainer.state.update == end.lastUpdate && trainer.state.parameters[0].isFinite)
    // A replay comes to the same place, and the update before the end is as it was.
    var again = try Trainer(Slope(power: 4), on: inputs, settings: sgd)
    again.advance(by: end.lastUpdate)
    #expect(again.state == trainer.state && again.end == nil)
    trainer.seek(to: 1)
    #expect(trainer.ending == nil && trainer.state.parameters == [-30])
    trainer.advance(by: 50)
    #expect(again.state == trainer.state && trainer.ending == end)
    // With another rate it goes on from there.
    trainer.seek(to: 1)
    var calm = trainer.settings
    calm.optimizer.learningRate = 1e-5
    try trainer.change(calm)
    trainer.advance(by: 300)
    #expect(trainer.end == nil && abs(trainer.state.parameters[0]) < 30)
  }

  @Test func whatIsNotFiniteIsNamed() throws {
    func end(_ input: Double, _ w: Double, rate: Double = 1) throws -> String {
      let settings = TrainingSettings(OptimizerConfiguration(SGD(learningRate: rate)))
      var trainer = try Trainer(Slope(), on: numbers([input]), settings: settings, parameters: [w])
      trainer.advance()
      #expect(trainer.state.update == 0 && trainer.state.parameters == [w])
      return trainer.ending.map { "\($0)" } ?? "none"
    }
    #expect(try end(.infinity, 1) == "diverged at update 1: the loss is infinite")
    #expect(try end(.nan, 1) == "diverged at update 1: the loss is not a number")
    #expect(try end(1e200, 1e-60) == "diverged at update 1: a gradient is not finite")
    #expect(try end(3, 1, rate: 1e308) == "diverged at update 1: a weight is not finite")
  }

  @Test func trainingStopsByItself() throws {
    var trainer = try Self.trainer(stops: [.lossBelow(0.3)])
    trainer.advance(by: 5000)
    let last = try #require(trainer.epochs.last)
    #expect(trainer.ending == .lossBelow(0.3, update: last.update) && last.training.loss < 0.3)
    #expect(trainer.epochs.dropLast().map(\.training.loss).allSatisfy { $0 >= 0.3 } as Bool)
    #expect(
      "\(try #require(trainer.ending))"
        == "stopped at update \(last.update): the loss of the epoch is below 0.3")
    let stopped = trainer
    trainer.advance(by: 10)
    #expect(trainer == stopped)
    var settings = trainer.settings
    settings.stops = [.noProgress(epochs: 3)]
    settings.optimizer.learningRate = 1
    try trainer.change(settings)
    trainer.advance(by: 5000)
    guard case .noProgress(let best, true, let update) = trainer.ending else {
      Issue.record("\(String(describing: trainer.ending))")
      return
    }
    #expect(update == trainer.epochs.last?.update && trainer.epochs.count == best + 3)
  }

  @Test func theOrderIsShuffledWithinEpochs() throws {
    let examples = numbers((0..<10).map(Double.init))
    func losses(shuffled: Bool, seed: UInt64 = 1) throws -> [Double] {
      let settings = TrainingSettings(OptimizerConfiguration(SGD(learningRate: 1e-300)), batchSize: 1)
      var trainer = try Trainer(
        Slope(power: 1), on: examples, settings: settings, seed: seed, shuffled: shuffled)
      trainer.advance(by: 20)
      return trainer.curve.map { ($0.loss / 2).rounded() }
    }
    #expect(try losses(shuffled: false) == (0..<20).map { Double($0 % 10) })
    let order = try losses(shuffled: true)
    #expect(
      order.prefix(10).sorted() == order.suffix(10).sorted()
        && order.prefix(10).sorted() == (0..<10).map(Double.init))
    #expect(Array(order.prefix(10)) != Array(order.suffix(10)))
    #expect(try losses(shuffled: true, seed: 2) != order)
  }

  @Test func theLastBatchIsSmaller() throws {
    var trainer = try Self.trainer(batch: 60)
    trainer.advance(by: 1)
    #expect(trainer.state.used == 60)
    trainer.advance(by: 1)
    #expect(trainer.state.used == 0 && trainer.state.epoch == 1)
    let (first, second) = (trainer.curve[0], trainer.curve[1])
    let mean = (first.loss * 60 + second.loss * 4) / 64
    #expect(abs(try #require(trainer.epochs.first).training.loss - mean) < 1e-12)
  }

  /// One weight looked at in full, against what the update then does.
  @Test(arguments: [
    "adam:lr=0.02", "adamw:weight_decay=0.1", "nesterov:form=lookahead", "nadam", "sgd:weight_decay=0.1",
  ])
  func updatesAreOpenedUp(_ optimizer: String) throws {
    var trainer = try Self.trainer(optimizer)
    trainer.advance(by: 13)
    let before = trainer
    let details = trainer.nextUpdates(of: [3, 20])
    let gradient = trainer.nextGradient()
    #expect(trainer == before)
    trainer.advance()
    for detail in details {
      #expect(detail.update.parameter == before.state.parameters[detail.parameter])
      #expect(detail.update.rawGradient == gradient[detail.parameter])
      #expect(detail.update.next == trainer.state.parameters[detail.parameter])
      #expect(detail.constants.number == 14 && !detail.lines.isEmpty)
    }
  }

  @Test func batchNormalisationGathersStatistics() throws {
    var trainer = try Self.trainer(model: Perceptron(sizes: [2, 4, 2], hasNorm: true))
    #expect(trainer.state.statistics == [0, 0, 0, 0, 1, 1, 1, 1])
    trainer.advance(by: 2000)
    // Test and training agree once the running statistics have settled.
    let evaluation = trainer.evaluate(on: trainer.examples)
    #expect(try #require(evaluation.accuracy) >= 0.95 && evaluation.loss < 0.2)
    #expect(trainer.state.statistics.suffix(4).allSatisfy { $0 > 0 && $0 != 1 } as Bool)
    #expect(throws: TrainingError.smallBatch(batchSize: 9, examples: 64)) {
      try Self.trainer(model: Perceptron(sizes: [2, 4, 2], hasNorm: true), batch: 9)
    }
  }

  @Test func misfitsAreNamed() throws {
    let examples: TrainingSet<Float> = rings(6)
    let settings = TrainingSettings(OptimizerConfiguration(SGD()), batchSize: 2)
    let model = Perceptron(sizes: [2, 2])
    #expect(throws: TrainingError.inputShape([2], expected: [3])) {
      try Trainer(Perceptron(sizes: [3, 2]), on: examples, settings: settings)
    }
    #expect(throws: TrainingError.classWithoutScore(1, scores: 1)) {
      try Trainer(Perceptron(sizes: [2, 1]), on: examples, settings: settings)
    }
    #expect(throws: TrainingError.parameterCount(2, expected: 6)) {
      try Trainer(model, on: examples, settings: settings, parameters: [1, 2])
    }
    #expect(throws: TrainingError.statisticCount(1, expected: 0)) {
      try Trainer(model, on: examples, settings: settings, statistics: [1])
    }
    #expect(throws: TrainingError.batchSize(0)) {
      try Trainer(model, on: examples, settings: TrainingSettings(settings.optimizer, batchSize: 0))
    }
    #expect(throws: TrainingError.noExamples) {
      try Trainer(model, on: rings(0, as: Float.self), settings: settings)
    }
    #expect(throws: TrainingError.noExamples) {
      try Trainer(model, on: examples, test: rings(0, as: Float.self), settings: settings)
    }
    let inputs = try Tensor<Float>(repeating: 0, shape: [6, 2])
    let values = try Tensor<Float>(repeating: 0, shape: [6, 3])
    #expect(throws: TrainingError.valueShape([3], outputs: [2])) {
      try Trainer(model, on: .values(inputs, values), settings: settings)
    }
    #expect(throws: TrainingError.targetCount(5, examples: 6)) {
      let fewer = try Tensor<Float>(repeating: 0, shape: [5, 2])
      return try Trainer(model, on: .values(inputs, fewer), settings: settings)
    }
    var turned = settings
    turned.augmentation.rotation = 10
    #expect(throws: TrainingError.notPictures([2])) { try Trainer(model, on: examples, settings: turned) }
  }

  /// Pictures are changed before they are learned from, each time otherwise, and again in the same way.
  @Test func picturesAreChanged() throws {
    let digits = DataSet.digits
    var settings = TrainingSettings(OptimizerConfiguration(Adam()), batchSize: 64)
    func losses(_ settings: TrainingSettings) throws -> [Double] {
      var trainer = try Trainer<_, Float>(DigitsNetwork(), on: .classes(digits.training), settings: settings)
      trainer.advance(by: 3)
      trainer.seek(to: 0)
      trainer.advance(by: 3)
      return trainer.curve.map(\.loss)
    }
    let plain = try losses(settings)
    settings.augmentation.shift = 1
    settings.augmentation.noise = 0.1
    let changed = try losses(settings)
    let again = try losses(settings)
    #expect(changed != plain && changed == again)
  }

  /// Values are learned by their squared errors: a line through noisy points is that of least squares.
  @Test func valuesAreFitted() throws {
    var generator = SplitMix64(seed: 8)
    let x = (0..<40).map { Double($0) / 20 - 1 }
    let y = x.map { 0.5 - 2 * $0 + 0.1 * generator.normal() }
    var trainer = try Trainer(
      Perceptron(sizes: [1, 1]),
      on: .values(Tensor(shape: [40, 1], elements: x), Tensor(shape: [40, 1], elements: y)),
      settings: TrainingSettings(OptimizerConfiguration(SGD(learningRate: 0.5)), batchSize: 40))
    trainer.advance(by: 500)
    let (meanX, meanY) = (x.reduce(0, +) / 40, y.reduce(0, +) / 40)
    let slope =
      zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
      / x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
    #expect(abs(trainer.state.parameters[0] - slope) < 1e-12)
    #expect(abs(trainer.state.parameters[1] - (meanY - slope * meanX)) < 1e-12)
    #expect(trainer.lastAccuracyIsMissing)
  }

  @Test func startsLieWithinTheirLimits() {
    let tensors = DigitsNetwork().parameterTensors
    let weights: [(ParameterStart, Double)] = [
      (.he, (6.0 / 9).squareRoot()), (.xavier, (6.0 / 81).squareRoot()), (.torch, 1.0 / 3),
    ]
    for (start, limit) in weights {
      let elements = start.elements(of: tensors, seed: 1, as: Double.self)
      let (first, bias) = (elements.prefix(72), elements[72..<80])
      #expect(elements.count == 1898)
      #expect(
        first.allSatisfy { abs($0) <= limit } as Bool && first.contains { abs($0) > 0.9 * limit } as Bool)
      #expect(bias.allSatisfy { start == .torch ? $0 != 0 && abs($0) <= limit : $0 == 0 } as Bool)
      #expect(start.elements(of: tensors, seed: 2, as: Double.self) != elements)
    }
  }
}

extension Trainer {
  fileprivate var lastAccuracyIsMissing: Bool { curve.last.map { $0.accuracy == nil } ?? false }
}
