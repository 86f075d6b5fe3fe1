import Autodiff
import Testing

@Suite struct PoolingTests {
  @Test(arguments: PoolingKind.allCases) func gradientsAgreeWithDifferences(_ kind: PoolingKind) throws {
    var numbers = TestNumbers(seed: 31)
    let x = try numbers.tensor([2, 2, 5, 4])
    try expectTensorGradient(at: [x]) { $0[0].pool(kind, window: 2) }
    try expectTensorGradient(at: [x]) {
      $0[0].pool(kind, window: Extent(height: 3, width: 2), stride: 1, padding: 1)
    }
    try expectTensorGradient(at: [try numbers.tensor([4, 4])]) { $0[0].pool(kind, window: 3, stride: 1) }
  }

  @Test func valuesOfOneWindow() throws {
    let tape = Tape<Double>()
    let x = tape.variable(try Tensor(rows: [[3, -4], [0, 0]]))
    func pooled(_ kind: PoolingKind) -> Double { x.pool(kind, window: 2).tensor.elements[0] }
    #expect(pooled(.max) == 3 && pooled(.sum) == -1 && pooled(.average) == -0.25 && pooled(.l2) == 5)
  }

  @Test func paddingCountsAsNothing() throws {
    let tape = Tape<Double>()
    let x = tape.variable(try Tensor(rows: [[-2]]))
    func corner(_ kind: PoolingKind) -> Double {
      x.pool(kind, window: 2, stride: 1, padding: 1).tensor.elements[0]
    }
    #expect(corner(.max) == -2)
    #expect(corner(.average) == -0.5)
    #expect(corner(.averageInside) == -2)
    #expect(corner(.sum) == -2)
    #expect(corner(.l2) == 2)
  }

  @Test func windowsInThePaddingHaveNoGradient() throws {
    let tape = Tape<Double>()
    let x = tape.variable(try Tensor(rows: [[7]]))
    let y = x.pool(.max, window: 1, padding: 1)
    let outside = -Double.infinity
    let expected: [Double] = [outside, outside, outside, outside, 7, outside, outside, outside, outside]
    #expect(y.tensor.elements == expected)
    tape.sweep(from: y)
    #expect(tape.adjoint(of: x).elements == [1])
  }

  @Test func tiesGoToTheFirst() throws {
    let tape = Tape<Double>()
    let x = tape.variable(try Tensor(rows: [[1, 2], [2, 2]]))
    tape.sweep(from: x.pool(.max, window: 2))
    #expect(tape.adjoint(of: x).elements == [0, 1, 0, 0])
  }

  @Test func flatRootHasNoSlope() throws {
    let tape = Tape<Double>()
    let x = tape.variable(try Tensor(rows: [[0, 0]]))
    tape.sweep(from: x.pool(.l2, window: Extent(height: 1, width: 2)))
    #expect(tape.adjoint(of: x).elements == [0, 0])
  }

  @Test func windowsLargerThanTheInputAreRefused() {
    #expect(throws: ShapeError.window(axis: "height", span: 3, padded: 2)) {
      try PoolingShape(.max, input: [2, 2], window: 3)
    }
    #expect(throws: ShapeError.range(what: "stride", value: 0, allowed: 1...1_000_000)) {
      try PoolingShape(.max, input: [2, 2], window: 1, stride: 0)
    }
  }
}
