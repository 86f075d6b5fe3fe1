import Autodiff
import Testing

@Suite struct BackpropagationTests {
  /// f = x·y + x at (2, 3).
  static func recorded() -> [TapeNode<Double>] {
    let tape = Tape<Double>()
    let (x, y) = (tape.variable(2), tape.variable(3))
    tape.sweep(from: x * y + x)
    return tape.nodes
  }

  @Test func sharesArriveInTheOrderOfTheSweep() {
    let steps = Backpropagation(of: Self.recorded(), from: 3).shares
    #expect(steps.map(\.node) == [3, 3, 2, 2])
    #expect(steps.map(\.input) == [2, 0, 0, 1])
    #expect(steps.map(\.partial) == [1, 1, 3, 2])
    #expect(steps.map(\.product) == [1, 1, 3, 2])
    #expect(steps.map(\.total) == [1, 1, 4, 2])
  }

  @Test func lastSharesHaveTheAdjointsOfTheTape() {
    let nodes = Self.recorded()
    let sweep = Backpropagation(of: nodes, from: 3)
    var adjoints = [Double](repeating: 0, count: sweep.count)
    adjoints[sweep.output] = 1
    for share in sweep.shares { adjoints[share.input] = share.total }
    #expect(adjoints == nodes.map(\.adjoint))
  }
}
