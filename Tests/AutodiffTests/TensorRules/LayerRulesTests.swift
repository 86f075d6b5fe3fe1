import Autodiff
import TestSupport
import Testing

/// The operations that layers of networks are made of, each written once for both precisions.
enum LayerRule: String, CaseIterable, CustomTestStringConvertible, Sendable {
  case leaky, parametric, threshold, softmax, softmaxOverChannels, logSoftmax, logSoftmaxOverChannels
  case crossEntropy, summedCrossEntropy, batchNorm, batchNormOfMaps, batchNormInUse, dropout
  case transposed, transposedOuterAxes, sliced, slicedLast, gathered, gatheredLast, concatenated
  case concatenatedLast, linear, linearWithoutBias, linearOfItself

  var testDescription: String { rawValue }

  /// The shapes of the arguments.
  var shapes: [[Int]] {
    switch self {
    case .leaky, .threshold, .softmax, .logSoftmax, .dropout: [[3, 4]]
    case .parametric: [[2, 3, 2], [1]]
    case .softmaxOverChannels, .logSoftmaxOverChannels: [[2, 3, 2, 2]]
    case .crossEntropy, .summedCrossEntropy: [[4, 5]]
    case .batchNorm, .batchNormInUse: [[5, 3], [3], [3]]
    case .batchNormOfMaps: [[2, 3, 2, 2], [3], [3]]
    case .transposed, .transposedOuterAxes, .sliced, .slicedLast, .gathered, .gatheredLast: [[2, 3, 4, 2]]
    case .concatenated: [[2, 3], [1, 3]]
    case .concatenatedLast: [[2, 3, 2], [2, 3, 5]]
    case .linear: [[4, 3], [5, 3], [5]]
    case .linearWithoutBias: [[4, 9], [17, 9]]
    case .linearOfItself: [[3, 3]]
    }
  }

  func callAsFunction<E: Precision>(_ p: [TensorVariable<E>]) -> TensorVariable<E> {
    switch self {
    case .leaky: return .leakyRelu(p[0], slope: 0.1)
    case .parametric: return .leakyRelu(p[0], slope: p[1])
    case .threshold: return .threshold(p[0]) * p[0]
    case .softmax: return p[0].softmax()
    case .softmaxOverChannels: return p[0].softmax(over: 1)
    case .logSoftmax: return p[0].logSoftmax()
    case .logSoftmaxOverChannels: return p[0].logSoftmax(over: 1)
    case .crossEntropy: return p[0].crossEntropy(classes: [4, 0, 2, 2])
    case .summedCrossEntropy: return p[0].crossEntropy(classes: [4, 0, 2, 2], reduction: .sum)
    case .batchNorm, .batchNormOfMaps: return p[0].batchNorm(scale: p[1], shift: p[2], epsilon: 1e-3)
    case .batchNormInUse:
      let (mean, variance): ([E], [E]) = ([0.5, -1, 0], [1, 0.25, 4])
      return mean.withUnsafeBufferPointer { mean in
        variance.withUnsafeBufferPointer { variance in
          p[0].batchNorm(scale: p[1], shift: p[2], mean: mean, variance: variance)
        }
      }
    case .dropout:
      var numbers = SeededNumbers(seed: 3)
      return p[0].dropout(rate: 0.4, using: &numbers)
    case .transposed: return p[0].transposed()
    case .transposedOuterAxes: return p[0].transposed(2, 0)
    case .sliced: return p[0].sliced(1..<3, axis: 1)
    case .slicedLast: return p[0].sliced(0..<1, axis: -1)
    case .gathered: return p[0].gathered([1, 1, 0])
    case .gatheredLast: return p[0].gathered([3, 0, 3], axis: 2)
    case .concatenated: return p[0].concatenated(with: p[1])
    case .concatenatedLast: return p[0].concatenated(with: p[1], axis: -1)
    case .linear: return p[0].linear(p[1], bias: p[2])
    case .linearWithoutBias: return p[0].linear(p[1])
    case .linearOfItself: return p[0].linear(p[0])
    }
  }
}

@Suite struct LayerRulesTests {
  func point(_ rule: LayerRule) throws -> [Tensor<Double>] {
    var numbers = SeededNumbers(seed: 23)
    // Exact in single precision too, so that both see the same point.
    return try rule.shapes.map { shape in
      let tensor = try numbers.tensor(shape)
      return try Tensor(shape: shape, elements: tensor.elements.map { Double(Float($0)) })
    }
  }

  @Test(arguments: LayerRule.allCases) func agreesWithDifferences(_ rule: LayerRule) throws {
    try expectTensorGradient(at: try point(rule)) { rule($0) }
  }

  /// Single precision against the differences in double precision.
  @Test(arguments: LayerRule.allCases) func agreesInSinglePrecision(_ rule: LayerRule) throws {
    let point = try point(rule)
    let tape = Tape<Float>()
    let single = try point.map {
      tape.variable(try Tensor(shape: $0.shape, elements: $0.elements.map { Float($0) }))
    }
    let output = rule(single)
    tape.sweep(from: output)
    for (argument, variable) in single.enumerated() {
      let report = GradientChecker().check(
        tape.adjoint(of: variable).elements.map { Double($0) },
        of: { elements in
          var shifted = point
          shifted[argument].elements = elements
          let plain = Tape<Double>()
          let result = rule(shifted.map { plain.constant($0) })
          return withExtendedLifetime(plain) { result.withElements { $0.reduce(0, +) } }
        }, at: point[argument].elements)
      #expect(report.worst <= 2e-5, "argument \(argument): \(report.entries)")
    }
  }

  @Test func thresholdIsFlat() throws {
    let tape = Tape<Double>()
    let x = tape.variable(Tensor(vector: [-1, 0, 2, .nan]))
    let y = TensorVariable.threshold(x)
    #expect(y.tensor.elements.prefix(3) == [0, 0, 1])
    #expect(y.tensor.elements[3].isNaN)
    tape.sweep(from: y)
    #expect(tape.adjoint(of: x).elements == [0, 0, 0, 0])
    #expect(Double.threshold(0) == 0 && Variable<Double>.threshold(Variable(0.5)).value == 1)
  }

  @Test func leakyKinksBelongToTheSlope() {
    let (value, gradient) = Tape<Double>().valueAndGradient(at: [0, 0.25]) { .leakyRelu($0[0], slope: $0[1]) }
    #expect(value == 0 && gradient == [0.25, 0])
    #expect(Double.leakyRelu(-2, slope: 0.1) == -0.2)
  }

  @Test func largeScoresDoNotOverflow() throws {
    let tape = Tape<Double>()
    let x = tape.variable(try Tensor(rows: [[1000, 0, -1000], [-1000, -1001, -1002]]))
    #expect(x.softmax().tensor.elements[0] == 1)
    let areFinite = x.logSoftmax().tensor.elements.allSatisfy(\.isFinite)
    #expect(areFinite)
    let loss = x.crossEntropy(classes: [1, 0])
    #expect(abs(loss.number.value - (1000 + 0.4076059644443803) / 2) < 1e-12)
    tape.sweep(from: loss)
    #expect(tape.adjoint(of: x).elements.prefix(3) == [0.5, -0.5, 0])
  }

  @Test func whatIsNoNumberStaysSo() throws {
    let tape = Tape<Double>()
    let x = tape.variable(try Tensor(rows: [[1, .nan], [0, -.infinity]]))
    let probabilities = x.softmax().tensor
    #expect(probabilities[0, 0].isNaN && probabilities[0, 1].isNaN)
    #expect(probabilities[1, 0] == 1 && probabilities[1, 1] == 0)
    let logarithms = x.logSoftmax().tensor
    #expect(logarithms[1, 1] == -.infinity)
    #expect(x.sliced(1..<2).crossEntropy(classes: [1]).number.value == .infinity)
    #expect(x.crossEntropy(classes: [0, 0]).number.value.isNaN)
    // Only the channel that holds it is lost.
    let norm = x.batchNorm(
      scale: tape.constant(Tensor(vector: [1, 1])), shift: tape.constant(Tensor(vector: [0, 0])))
    #expect(norm.tensor[0, 0].isFinite && norm.tensor[0, 1].isNaN && norm.tensor[1, 1].isNaN)
  }

  @Test func droppedElementsAreZeroWhateverTheyWere() throws {
    let tape = Tape<Double>()
    var numbers = SeededNumbers(seed: 1)
    let x = tape.variable(try Tensor(repeating: .infinity, shape: [1000]))
    let y = x.dropout(rate: 0.25, using: &numbers)
    let kept = y.tensor.elements.count { $0 == .infinity }
    let dropped = y.tensor.elements.count { $0 == 0 }
    #expect((700...800).contains(kept) && dropped == 1000 - kept)
    tape.sweep(from: y)
    let passed = tape.adjoint(of: x).elements.count { $0 == 1 / 0.75 }
    #expect(passed == kept)
    let all = x.dropout(rate: 1, using: &numbers).tensor
    #expect(all == (try Tensor(repeating: 0, shape: [1000])))
    let z = tape.variable(Tensor(vector: [3, 4]))
    #expect(z.dropout(rate: 0, using: &numbers).tensor.elements == [3, 4])
  }

  @Test func batchStatisticsCanBeRead() throws {
    let tape = Tape<Double>()
    let x = tape.variable(try Tensor(rows: [[1, 10], [3, 10], [5, 40]]))
    let (scale, shift) = (tape.constant(Tensor(vector: [2, 1])), tape.constant(Tensor(vector: [0, 1])))
    let y = x.batchNorm(scale: scale, shift: shift, epsilon: 0)
    y.withBatchStatistics { mean, variance, count in
      #expect(Array(mean) == [3, 20] && Array(variance) == [8.0 / 3, 200] && count == 3)
    }
    #expect(abs(y.tensor[2, 0] - 2 * 2 / (8.0 / 3).squareRoot()) < 1e-15)
  }

  @Test func partsBecomeABatch() throws {
    let tape = Tape<Float>()
    let batch = tape.constant(parts: 3, of: [1, 2]) { part, elements in
      #expect(elements.count == 2)
      for index in 0..<2 { elements[index] = Float(10 * part + index) }
    }
    #expect(batch.tensor == (try Tensor(shape: [3, 1, 2], elements: [0, 1, 10, 11, 20, 21])))
    #expect(tape.constant(parts: 0, of: [1, 2]) { _, _ in }.shape == [0, 1, 2])
  }

  @Test func tensorsAreListedWithTheirShapes() throws {
    let tape = Tape<Double>()
    let x = tape.variable(try Tensor(rows: [[1, 2]]), named: "x")
    let w = tape.variable(try Tensor(rows: [[1, 1], [2, 0], [0, 3]]), named: "w")
    let y = TensorVariable.pow(x.linear(w), 2)
    tape.sweep(from: y.sum())
    let nodes = tape.nodes
    #expect(nodes.map(\.operation) == [.variable, .variable, .linear, .integerPower, .sum])
    #expect(nodes.map(\.shape) == [[1, 2], [3, 2], [1, 3], [1, 3], []])
    #expect(nodes.map(\.inputs) == [[], [], [0, 1], [2], [3]])
    #expect(nodes.map(\.name) == ["x", "w", nil, nil, nil])
    #expect(nodes[3].parameter == 2 && nodes[4].value == 9 + 4 + 36)
    #expect(tape.elements(ofNode: 2) == (try Tensor(rows: [[3, 2, 6]])))
    #expect(tape.adjoints(ofNode: 2) == (try Tensor(rows: [[6, 4, 12]])))
    #expect(tape.adjoints(ofNode: 1)[2, 1] == 24)
  }

  /// What does not fit stops the program.
  enum Misfit: String, CaseIterable, CustomTestStringConvertible {
    case crossEntropyRank, crossEntropyCount, crossEntropyClass, axis, slice, gather, concatenate, linear
    case linearBias, batchNormOfOne, batchNormChannels, dropoutRate

    var testDescription: String { rawValue }

    func callAsFunction() throws {
      let tape = Tape<Double>()
      let x = tape.variable(try Tensor(rows: [[1, 2], [3, 4]]))
      let v = tape.variable(Tensor(vector: [1, 2, 3]))
      var numbers = SeededNumbers(seed: 1)
      switch self {
      case .crossEntropyRank: _ = v.crossEntropy(classes: [0])
      case .crossEntropyCount: _ = x.crossEntropy(classes: [0])
      case .crossEntropyClass: _ = x.crossEntropy(classes: [0, 2])
      case .axis: _ = x.softmax(over: 2)
      case .slice: _ = x.sliced(1..<3)
      case .gather: _ = x.gathered([-1])
      case .concatenate: _ = x.concatenated(with: tape.variable(try Tensor(rows: [[1]])))
      case .linear: _ = x.linear(tape.variable(try Tensor(rows: [[1, 2, 3]])))
      case .linearBias: _ = x.linear(x, bias: v)
      case .batchNormOfOne: _ = x.sliced(0..<1).batchNorm(scale: v, shift: v)
      case .batchNormChannels: _ = x.batchNorm(scale: v, shift: v)
      case .dropoutRate: _ = x.dropout(rate: 1.5, using: &numbers)
      }
    }
  }

  @Test(arguments: Misfit.allCases) func misfitsAreRefused(_ misfit: Misfit) async {
    await #expect(processExitsWith: .failure) { [misfit = misfit.rawValue as String] in
      try Misfit(rawValue: misfit)?()
    }
  }
}
