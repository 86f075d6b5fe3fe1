import Autodiff
import TestSupport
import Testing

typealias T = TensorVariable<Double>

@Suite struct TensorRulesTests {
  @Test func elementwiseFunctions() throws {
    let x = try Tensor<Double>(rows: [[-1.5, 0.3, 2], [0.7, -0.2, 1.1]])
    let positive = try Tensor<Double>(rows: [[0.5, 0.3, 2], [0.7, 4, 1.1]])
    let functions: [(T) -> T] = [{ -$0 }, T.exp, T.sin, T.cos, T.tanh, T.relu, T.sigmoid, T.absolute]
    for function in functions { try expectTensorGradient(at: [x]) { function($0[0]) } }
    for function in [T.log, T.sqrt] { try expectTensorGradient(at: [positive]) { function($0[0]) } }
    for n in [-2, 0, 1, 2, 3, 5] { try expectTensorGradient(at: [positive]) { .pow($0[0], n) } }
    try expectTensorGradient(at: [positive, x]) { .power($0[0], $0[1]) }
  }

  static let shapes: [([Int], [Int])] = [
    ([2, 3], [2, 3]), ([2, 3], []), ([], [2, 3]), ([2, 3], [3]), ([2, 3], [2, 1]), ([2, 1], [1, 3]),
    ([4, 1, 3], [2, 1]), ([2, 3, 2], [3, 1]), ([1], [5]), ([2, 2, 2, 2], [2, 1, 2]), ([], []),
  ]

  @Test(arguments: shapes) func broadcasting(_ a: [Int], _ b: [Int]) throws {
    var numbers = SeededNumbers(seed: 11)
    let point = [try numbers.tensor(a), try numbers.tensor(b)]
    try expectTensorGradient(at: point) { $0[0] + $0[1] }
    try expectTensorGradient(at: point) { $0[0] - $0[1] }
    try expectTensorGradient(at: point) { $0[0] * $0[1] }
    try expectTensorGradient(at: point) { $0[0] / ($0[1] * $0[1] + 1) }
    try expectTensorGradient(at: point) { .maximum($0[0], $0[1]) * .minimum($0[0], $0[1]) }
  }

  @Test func broadcastValuesFollowNumPy() throws {
    let tape = Tape<Double>()
    let column = tape.constant(try Tensor(rows: [[10], [20]]))
    let row = tape.constant(Tensor(vector: [1, 2, 3]))
    #expect((column + row).tensor == (try Tensor(rows: [[11, 12, 13], [21, 22, 23]])))
    #expect((1 - row / 2).tensor == Tensor(vector: [0.5, 0, -0.5]))
    #expect(row.broadcast(to: [2, 3]).tensor == (try Tensor(rows: [[1, 2, 3], [1, 2, 3]])))
  }

  @Test func sharedInputs() throws {
    var numbers = SeededNumbers(seed: 5)
    let square = try numbers.tensor([3, 3])
    try expectTensorGradient(at: [square]) { $0[0] * $0[0] }
    try expectTensorGradient(at: [square]) { $0[0].matmul($0[0]) }
    try expectTensorGradient(at: [square]) { p in
      let shared = T.tanh(p[0])
      return shared.matmul(p[0]) + shared * shared.sum(over: [0]) - shared.mean()
    }
  }

  @Test func reductions() throws {
    var numbers = SeededNumbers(seed: 7)
    let x = try numbers.tensor([2, 3, 4])
    for axes in [[0], [1], [2], [-1], [0, 1], [0, 2], [1, 2], [0, 1, 2], []] {
      for keeping in [false, true] {
        try expectTensorGradient(at: [x]) { $0[0].sum(over: axes, keepingAxes: keeping) }
        try expectTensorGradient(at: [x]) { $0[0].mean(over: axes, keepingAxes: keeping) }
        try expectTensorGradient(at: [x]) { $0[0].max(over: axes, keepingAxes: keeping) }
      }
    }
  }

  @Test func reductionValues() throws {
    let tape = Tape<Double>()
    let x = tape.variable(try Tensor(rows: [[1, 5, 5], [4, 2, 0]]))
    #expect(x.sum().number.value == 17)
    #expect(x.sum(over: [0]).tensor == Tensor(vector: [5, 7, 5]))
    #expect(x.mean(over: [1]).tensor.elements == [11.0 / 3, 2])
    #expect(x.max(over: [1], keepingAxes: true).tensor == (try Tensor(rows: [[5], [4]])))
    tape.sweep(from: x.max())
    #expect(tape.adjoint(of: x).elements == [0, 1, 0, 0, 0, 0])
  }

  @Test func reshapeAndBroadcast() throws {
    var numbers = SeededNumbers(seed: 9)
    let x = try numbers.tensor([2, 1, 3])
    try expectTensorGradient(at: [x]) { $0[0].reshaped(to: [3, 2]) }
    try expectTensorGradient(at: [x]) { $0[0].broadcast(to: [4, 2, 5, 3]) }
  }

  @Test(arguments: [
    ([2, 3], [3, 4]), ([3], [3]), ([2, 3], [3]), ([3], [3, 2]), ([2, 2, 3], [3, 5]), ([5, 9], [9, 19]),
    ([1, 1], [1, 1]),
  ])
  func matrixProducts(_ a: [Int], _ b: [Int]) throws {
    var numbers = SeededNumbers(seed: 13)
    try expectTensorGradient(at: [try numbers.tensor(a), try numbers.tensor(b)]) { $0[0].matmul($0[1]) }
  }

  @Test func matrixProductMatchesTheSum() throws {
    var numbers = SeededNumbers(seed: 17)
    for _ in 0..<20 {
      let (m, k, n) = (
        numbers.integer(in: 1...20), numbers.integer(in: 1...20), numbers.integer(in: 1...70)
      )
      let (a, b) = (try numbers.tensor([m, k]), try numbers.tensor([k, n]))
      let tape = Tape<Double>()
      let single = Tape<Float>()
      let c = tape.constant(a).matmul(tape.constant(b)).tensor.elements
      let s = single.constant(try Tensor(shape: a.shape, elements: a.elements.map(Float.init)))
        .matmul(single.constant(try Tensor(shape: b.shape, elements: b.elements.map(Float.init)))).tensor
        .elements
      var (worst, worstSingle) = (0.0, 0.0)
      for i in 0..<m {
        for j in 0..<n {
          var expected = 0.0
          for p in 0..<k { expected += a.elements[i * k + p] * b.elements[p * n + j] }
          worst = max(worst, abs(c[i * n + j] - expected))
          worstSingle = max(worstSingle, abs(Double(s[i * n + j]) - expected))
        }
      }
      #expect(worst <= 1e-13 && worstSingle <= 1e-5, "\(m) × \(k) × \(n)")
    }
  }
}
