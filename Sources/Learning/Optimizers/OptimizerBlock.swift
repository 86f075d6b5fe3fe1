public import Autodiff

/// Many parameters with their gradients and what a rule remembers of them, each in one run of memory.
///
/// A rule moves a block in one loop, with the arithmetic of ``Optimizer/update(_:gradient:_:_:)`` to the last bit. What
/// that records on the way is not kept; for a parameter that is looked at, call `update` beside.
public struct OptimizerBlock<Number: Precision> {
  /// The number of parameters.
  public let count: Int
  let parameters: UnsafeMutablePointer<Number>
  let gradients: UnsafePointer<Number>
  let velocity, squares, companion: UnsafeMutablePointer<Number>

  /// The block of these numbers, none of which overlap.
  ///
  /// - Parameter memory: for all parameters first V, then S, then U; three times as many numbers.
  public init?(
    parameters: UnsafeMutableBufferPointer<Number>, gradients: UnsafeBufferPointer<Number>,
    memory: UnsafeMutableBufferPointer<Number>
  ) {
    count = parameters.count
    precondition(
      gradients.count == count && memory.count == 3 * count,
      "A block has a gradient and three numbers of memory for each parameter.")
    guard let first = parameters.baseAddress, let gradients = gradients.baseAddress,
      let memory = memory.baseAddress
    else { return nil }
    self.parameters = first
    self.gradients = gradients
    (velocity, squares, companion) = (memory, memory + count, memory + 2 * count)
  }

  /// What is remembered of one parameter.
  func memory(of index: Int) -> OptimizerMemory<Number> {
    OptimizerMemory(velocity: velocity[index], squares: squares[index], companion: companion[index])
  }

  @inline(__always)
  func move(by rule: some Optimizer, _ constants: StepConstants<Number>) {
    for index in 0..<count {
      let update = rule.update(
        parameters[index], gradient: gradients[index], constants, memory(of: index))
      parameters[index] = update.next
      velocity[index] = update.memory.velocity
      squares[index] = update.memory.squares
      companion[index] = update.memory.companion
    }
  }
}

extension OptimizerConfiguration {
  /// What the rule remembers of `count` parameters before the first step, laid out as ``OptimizerBlock`` wants it.
  public func freshMemory<Number: Precision>(of count: Int, as type: Number.Type) -> [Number] {
    let fresh = rule.fresh(as: type)
    var memory = Array(repeating: fresh.velocity, count: 3 * count)
    for index in 0..<count {
      (memory[count + index], memory[2 * count + index]) = (fresh.squares, fresh.companion)
    }
    return memory
  }

  /// Step `number` (from 1) of every parameter of a block, with the learning rate `rate`.
  public func move<Number: Precision>(_ block: OptimizerBlock<Number>, number: Int, rate: Double) {
    if let block = block as? OptimizerBlock<Double> {
      rule.move(block, rule.constants(ofStep: number, rate: rate, as: Double.self))
    } else if let block = block as? OptimizerBlock<Float> {
      rule.move(block, rule.constants(ofStep: number, rate: rate, as: Float.self))
    } else {
      preconditionFailure("Parameters are Double or Float.")
    }
  }
}
