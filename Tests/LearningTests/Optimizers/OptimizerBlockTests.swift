import Autodiff
import Learning
import Testing

@Suite struct OptimizerBlockTests {
  /// Every rule as it is usually set, and the variants whose arithmetic differs.
  static let rules =
    OptimizerConfiguration.all.map(\.description) + [
      "momentum-averaged:start=corrected", "momentum-averaged:start=zero", "nesterov:form=lookahead",
      "adam:correction=multiplied", "adam:epsilon_place=hat", "adam:weight_decay=0.1",
      "adamw:weight_decay=0.3",
      "rmsprop:start=first", "nadam:form=constant", "nadam:form=simple", "sgd:weight_decay=0.5",
    ]

  /// A racer's run down a surface, coordinate by coordinate, and the same as a block: equal to the last bit.
  @Test(arguments: rules) func blocksMoveAsRacersDo(_ text: String) throws {
    let configuration = try OptimizerConfiguration(parsing: text)
    let schedule = Schedule.cosine(steps: 40, floor: 0.1)
    let problem = DescentProblem(Surface(.rosenbrock), start: SurfacePoint(x: -1.2, y: 1))
    var slow = configuration
    slow.learningRate = min(configuration.learningRate, 0.01)
    let tape = Tape<Double>()
    var run = Descent(problem, Racer(slow, schedule: schedule), on: tape)
    var parameters = [problem.start.x, problem.start.y]
    var memory = slow.freshMemory(of: 2, as: Double.self)
    for step in 1...50 {
      let probes = parameters.indices.map {
        slow.rule.probe(
          at: parameters[$0],
          OptimizerMemory(velocity: memory[$0], squares: memory[2 + $0], companion: memory[4 + $0]))
      }
      let slope = problem.surface.valueAndGradient(
        at: SurfacePoint(x: probes[0], y: probes[1]), on: tape)
      try move(
        &parameters, along: [slope.dx, slope.dy], &memory, slow, number: step,
        rate: schedule.rate(slow.learningRate, at: step - 1))
      run.seek(to: step, on: tape)
      #expect(parameters == [run.state.point.x, run.state.point.y], "step \(step)")
      #expect(memory[0] == run.state.xMemory.velocity && memory[3] == run.state.yMemory.squares)
      #expect(memory[4] == run.state.xMemory.companion)
    }
  }

  /// Long blocks run in wide registers; single numbers do not. Both come to the same, in both precisions.
  @Test(arguments: rules) func longBlocksMoveAsSingleNumbersDo(_ text: String) throws {
    try expectEqual(text, Double.self)
    try expectEqual(text, Float.self)
  }

  func expectEqual<E: Precision>(_ text: String, _: E.Type) throws {
    let configuration = try OptimizerConfiguration(parsing: text)
    let count = 37
    var generator = SplitMix64(seed: 3)
    var parameters = (0..<count).map { _ in E(generator.normal()) }
    var memory = configuration.freshMemory(of: count, as: E.self)
    var single = parameters
    var memories = Array(repeating: configuration.rule.fresh(as: E.self), count: count)
    for step in 1...5 {
      let gradient = (0..<count).map { _ in E(generator.normal()) }
      try move(&parameters, along: gradient, &memory, configuration, number: step, rate: 0.1)
      let constants = configuration.rule.constants(ofStep: step, rate: 0.1, as: E.self)
      for index in 0..<count {
        let update = configuration.rule.update(
          single[index], gradient: gradient[index], constants, memories[index])
        (single[index], memories[index]) = (update.next, update.memory)
      }
      #expect(parameters == single)
      #expect(memory == memories.map(\.velocity) + memories.map(\.squares) + memories.map(\.companion))
    }
  }

  func move<E: Precision>(
    _ parameters: inout [E], along gradient: [E], _ memory: inout [E],
    _ configuration: OptimizerConfiguration,
    number: Int, rate: Double
  ) throws {
    try parameters.withUnsafeMutableBufferPointer { parameters in
      try gradient.withUnsafeBufferPointer { gradient in
        try memory.withUnsafeMutableBufferPointer { memory in
          let block = OptimizerBlock(parameters: parameters, gradients: gradient, memory: memory)
          configuration.move(try #require(block), number: number, rate: rate)
        }
      }
    }
  }
}
