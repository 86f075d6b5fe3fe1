import Autodiff
import TestSupport
import Testing

@Suite struct KeptNodesTests {
  @Test func resetGoesBackToBehindWhatIsKept() {
    let tape = Tape<Double>()
    let w = tape.variable(2, named: "w")
    tape.keep()
    for x in [1.0, 3, 5] {
      tape.reset()
      let loss = w * tape.variable(x, named: "x") * w
      #expect(tape.count == 4)
      tape.sweep(from: loss)
      #expect(loss.value == 4 * x && tape.adjoint(of: w) == 4 * x)
      #expect(tape.nodes.map(\.name) == ["w", "x", nil, nil])
    }
    tape.clear()
    #expect(tape.count == 0)
  }

  @Test func parametersLieInOneBlock() throws {
    let tape = Tape<Double>()
    let block = tape.keepParameters([[2, 3], [2], [1]])
    #expect(block.count == 9 && block.variables.map(\.shape) == [[2, 3], [2], [1]])
    block.withValues { for i in $0.indices { $0[i] = Double(i) } }
    #expect(block.variables[0].tensor.elements == [0, 1, 2, 3, 4, 5])
    for _ in 0..<3 {
      tape.reset()
      let x = tape.constant(try Tensor(rows: [[1, 2, 3]]))
      let y = x.linear(block.variables[0], bias: block.variables[1])
      #expect(y.tensor.elements == [8 + 6, 26 + 7])
      tape.sweep(from: y)
      block.withValuesAndGradients { values, gradients in
        #expect(Array(values) == [0, 1, 2, 3, 4, 5, 6, 7, 8])
        // The last parameter is not used.
        #expect(Array(gradients) == [1, 2, 3, 1, 2, 3, 1, 1, 0])
      }
    }
    // What was not reached the last time is 0 again.
    tape.reset()
    tape.sweep(from: block.variables[2] * 5)
    block.withValuesAndGradients { #expect(Array($1) == [0, 0, 0, 0, 0, 0, 0, 0, 5]) }
    tape.reset()
    block.withValuesAndGradients { #expect(Array($1) == [0, 0, 0, 0, 0, 0, 0, 0, 0]) }
    tape.sweep(from: block.variables[2] + block.variables[2])
    block.withValuesAndGradients { #expect($1[8] == 2) }
  }

  @Test func stepsInPlaceFollowTheGradient() throws {
    let tape = Tape<Float>()
    let block = tape.keepParameters([[1]])
    for _ in 0..<100 {
      tape.reset()
      let error = block.variables[0] - 3
      tape.sweep(from: (error * error).sum())
      block.withValuesAndGradients { $0[0] -= 0.25 * $1[0] }
    }
    block.withValues { #expect($0[0] == 3) }
  }

  @Test func theBlockMovesWithTheTape() throws {
    let tape = Tape<Double>()
    let block = tape.keepParameters([[3]])
    block.withValues { for i in 0..<3 { $0[i] = Double(i) } }
    // Far more than the arena had room for.
    let large = tape.constant(try Tensor(repeating: 1, shape: [1000, 1000]))
    #expect(large.sum().number.value == 1e6)
    #expect(block.variables[0].tensor.elements == [0, 1, 2])
  }

  /// A model need not have parameters.
  @Test func nothingCanBeKeptToo() {
    let tape = Tape<Double>()
    let block = tape.keepParameters([])
    for _ in 0..<3 {
      tape.reset()
      tape.sweep(from: tape.variable(1) * 2)
      block.withValuesAndGradients { #expect($0.isEmpty && $1.isEmpty) }
      #expect(block.hasFiniteValues && block.hasFiniteGradients)
    }
  }

  @Test func keptVariablesOfAClearedTapeAreRefused() async {
    await #expect(processExitsWith: .failure) {
      let tape = Tape<Double>()
      let w = tape.variable(2)
      tape.keep()
      tape.clear()
      _ = w + 1
    }
    await #expect(processExitsWith: .failure) {
      let tape = Tape<Double>()
      let block = tape.keepParameters([[2]])
      _ = tape.keepParameters([[2]])
      block.withValues { _ in }
    }
    await #expect(processExitsWith: .failure) {
      func block() -> ParameterBlock<Double> { Tape<Double>().keepParameters([[2]]) }
      _ = block().variables[0] + 1
    }
  }

  @Test func laterVariablesAreRefusedAfterAReset() async {
    await #expect(processExitsWith: .failure) {
      let tape = Tape<Double>()
      let w = tape.variable(2)
      tape.keep()
      let x = tape.variable(3)
      tape.reset()
      _ = tape.variable(3)
      _ = w + x
    }
  }
}
