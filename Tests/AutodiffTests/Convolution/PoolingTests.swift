import Autodiff
import TestSupport
import Testing

@Suite struct PoolingTests {
  @Test(arguments: PoolingKind.allCases) func gradientsAgreeWithDifferences(_ kind: PoolingKind) throws {
    var numbers = SeededNumbers(seed: 31)
    let x = try numbers.tensor([2, 2, 5, 4])
    try expectTensorGradient(at: [x]) { $0[0].pool(kind, window: 2) }
    try expectTensorGradient(at: [x]) {
      $0[0].pool(kind, window: Extent(height: 3, width: 2), stride: 1, padding: 1)
    }
    try expectTensorGradient(at: [try numbers.tensor([4, 4])]) { $0[0].pool(kind, window: 3, stride: 1) }
    try expectTensorGradient(at: [x]) {
      $0[0].pool(
        kind, window: 2, stride: 2, padding: Padding(top: 1, left: 0, bottom: 0, right: 1), dilation: 2,
        roundingUp: true)
    }
    try expectTensorGradient(at: [x]) { $0[0].pooledAcrossChannels(kind) }
  }

  /// The definition, window by window, for every kind, padding, dilation and rounding.
  @Test(arguments: PoolingKind.allCases) func randomGeometryMatchesTheDefinition(_ kind: PoolingKind) throws {
    var numbers = SeededNumbers(seed: 32)
    var count = 0
    while count < 60 {
      func extent(_ range: ClosedRange<Int>) -> Extent {
        Extent(height: numbers.integer(in: range), width: numbers.integer(in: range))
      }
      let x = try numbers.tensor([2, numbers.integer(in: 1...8), numbers.integer(in: 1...8)])
      guard
        let shape = try? PoolingShape(
          kind, input: x.shape, window: extent(1...4), stride: extent(1...3), padding: numbers.padding(0...2),
          dilation: extent(1...3), roundsUp: numbers.integer(in: 0...1) == 1,
          excludesPadding: numbers.integer(in: 0...1) == 1)
      else { continue }
      count += 1
      let tape = Tape<Double>()
      let y = tape.variable(x).pool(
        kind, window: shape.window, stride: shape.stride, padding: shape.padding, dilation: shape.dilation,
        roundingUp: shape.roundsUp, excludingPadding: shape.excludesPadding)
      #expect(y.shape == [2, shape.output.height, shape.output.width])
      var expected: [Double] = []
      for plane in 0..<2 {
        for i in 0..<shape.output.height {
          for j in 0..<shape.output.width { expected.append(Self.window(plane, i, j, of: x, shape)) }
        }
      }
      #expect(
        zip(y.tensor.elements, expected).allSatisfy { abs($0 - $1) <= 1e-12 || $0 == $1 || $1.isNaN },
        "\(shape)")
    }
  }

  /// What a window is reduced to; NaN for the average of nothing.
  static func window(
    _ plane: Int, _ i: Int, _ j: Int, of x: Tensor<Double>, _ shape: PoolingShape
  ) -> Double {
    var (inside, covered): ([Double], Int) = ([], 0)
    for u in 0..<shape.window.height {
      for v in 0..<shape.window.width {
        let row = i * shape.stride.height + u * shape.dilation.height - shape.padding.top
        let column = j * shape.stride.width + v * shape.dilation.width - shape.padding.left
        guard row < shape.input.height + shape.padding.bottom,
          column < shape.input.width + shape.padding.right
        else { continue }
        covered += 1
        guard (0..<shape.input.height).contains(row), (0..<shape.input.width).contains(column) else {
          continue
        }
        inside.append(x[plane, row, column])
      }
    }
    switch shape.kind {
    case .max: return inside.max() ?? -.infinity
    case .average:
      return inside.reduce(0, +) / Double(shape.excludesPadding ? inside.count : covered)
    case .sum: return inside.reduce(0, +)
    case .l2: return inside.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
  }

  /// The last window has to begin inside the input or its leading padding, as in PyTorch.
  @Test func roundingUpAddsAWindowThatBeginsInside() throws {
    func side(_ input: Int, _ window: Int, _ stride: Int, _ padding: Int) throws -> Int {
      try PoolingShape(
        .max, input: [input, input], window: Extent(window), stride: Extent(stride),
        padding: Padding(height: padding, width: padding), roundsUp: true
      ).output.width
    }
    #expect(try side(6, 3, 2, 0) == 3)
    #expect(try side(7, 3, 2, 0) == 3)
    #expect(try side(6, 2, 3, 1) == 3)
    // A third window would begin in the padding behind the input.
    #expect(try side(5, 2, 3, 1) == 2)
    #expect(try side(3, 2, 2, 1) == 2)
    // The only window may be larger than what there is, by less than a stride.
    #expect(try side(2, 3, 2, 0) == 1)
    #expect(throws: ShapeError.self) { try side(2, 3, 1, 0) }
  }

  @Test func acrossChannelsEveryPlaceIsReduced() throws {
    let tape = Tape<Double>()
    let x = tape.variable(try Tensor(shape: [1, 2, 1, 2], elements: [3, 1, -4, 2]))
    func pooled(_ kind: PoolingKind) -> [Double] { x.pooledAcrossChannels(kind).tensor.elements }
    #expect(pooled(.max) == [3, 2] && pooled(.sum) == [-1, 3] && pooled(.average) == [-0.5, 1.5])
    #expect(pooled(.l2)[0] == 5)
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
    func corner(_ kind: PoolingKind, excludingPadding: Bool = false) -> Double {
      x.pool(kind, window: 2, stride: 1, padding: 1, excludingPadding: excludingPadding).tensor.elements[0]
    }
    #expect(corner(.max) == -2)
    #expect(corner(.average) == -0.5)
    #expect(corner(.average, excludingPadding: true) == -2)
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
