import Autodiff
import Learning
import TestSupport
import Testing

/// Three updates of a convolutional network against PyTorch.
@Suite struct TrainingOracleTests {
  struct Numbers: Decodable {
    let shape: [Int]
    let data: [Double]
  }

  struct Oracle: Decodable {
    let x: Numbers
    let labels: [Int]
    let `init`: [String: Numbers]
    let logits0: Numbers
    let grad0: [String: Numbers]
    let losses: [Double]
    let after3: [String: Numbers]
  }

  static func oracle() throws -> Oracle {
    let file = #filePath.replacing("/Training/TrainingOracleTests.swift", with: "/Oracle.swift")
    return try Fixture.json(Oracle.self, from: "cnn8_step.json", beside: file)
  }

  func trainer<E: Precision>(_ oracle: Oracle, _: E.Type) throws -> Trainer<DigitsNetwork, E> {
    let model = DigitsNetwork()
    return try Trainer(
      model, on: .classes(Examples(size: 64, numbers: oracle.x.data, classes: oracle.labels)),
      settings: TrainingSettings(OptimizerConfiguration(Adam(learningRate: 1e-3)), batchSize: 6),
      parameters: flat(oracle.`init`, model).map { E($0) }, shuffled: false)
  }

  func flat(_ tensors: [String: Numbers], _ model: DigitsNetwork) throws -> [Double] {
    try model.parameterTensors.flatMap { tensor in
      let numbers = try #require(tensors[tensor.name])
      #expect(numbers.shape == tensor.shape)
      return numbers.data
    }
  }

  @Test func threeUpdatesInDoublePrecision() throws {
    let oracle = try Self.oracle()
    try expect(oracle, Double.self, loss: 1e-9, weights: 1e-9)
  }

  @Test func threeUpdatesInSinglePrecision() throws {
    let oracle = try Self.oracle()
    try expect(oracle, Float.self, loss: 2e-6, weights: 2e-4)
  }

  func expect<E: Precision>(_ oracle: Oracle, _: E.Type, loss: Double, weights: Double) throws {
    var trainer = try trainer(oracle, E.self)
    let worst = { (a: [E], b: [Double]) in zip(a, b).reduce(0) { max($0, abs(Double($1.0) - $1.1)) } }
    let inputs = try Tensor(shape: oracle.x.shape, elements: oracle.x.data.map { E($0) })
    #expect(worst(trainer.outputs(of: inputs).elements, oracle.logits0.data) <= loss)
    #expect(worst(trainer.nextGradient(), try flat(oracle.grad0, trainer.model)) <= loss)
    trainer.advance(by: 3)
    let losses = trainer.curve.map(\.loss)
    #expect(losses.count == 3)
    for (found, expected) in zip(losses, oracle.losses) { #expect(abs(found - expected) <= loss) }
    #expect(worst(trainer.state.parameters, try flat(oracle.after3, trainer.model)) <= weights)
  }
}
