import Autodiff
import TestSupport
import Testing

@Suite struct ConvolutionTests {
  /// The definition: all products that are summed, by the positions of input, weight and output.
  static func forEachProduct(
    of shape: ConvolutionShape, _ body: (_ input: Int, _ weight: Int, _ output: Int) -> Void
  ) {
    let plane = shape.input.height * shape.input.width
    let cells = shape.kernel.height * shape.kernel.width
    for output in 0..<shape.outputShape.reduce(1, *) {
      let (j, i) = (output % shape.output.width, output / shape.output.width % shape.output.height)
      let map = output / (shape.output.width * shape.output.height)
      let (n, o) = (map / shape.filters, map % shape.filters)
      for u in 0..<shape.kernel.height {
        let row = i * shape.stride.height + u * shape.dilation.height - shape.padding.top
        guard row >= 0, row < shape.input.height else { continue }
        for v in 0..<shape.kernel.width {
          let column = j * shape.stride.width + v * shape.dilation.width - shape.padding.left
          guard column >= 0, column < shape.input.width else { continue }
          let inGroup = shape.channels / shape.groups
          let first = o / (shape.filters / shape.groups) * inGroup
          for c in 0..<inGroup {
            let weight = (o * inGroup + c) * cells + u * shape.kernel.width + v
            body((n * shape.channels + first + c) * plane + row * shape.input.width + column, weight, output)
          }
        }
      }
    }
  }

  static func naive(
    _ x: Tensor<Double>, _ w: Tensor<Double>, _ bias: Tensor<Double>, _ shape: ConvolutionShape
  ) throws -> Tensor<Double> {
    let plane = shape.output.height * shape.output.width
    var y = (0..<shape.images * shape.filters * plane).map { bias.elements[$0 / plane % shape.filters] }
    forEachProduct(of: shape) { y[$2] += w.elements[$1] * x.elements[$0] }
    return try Tensor(shape: shape.outputShape, elements: y)
  }

  @Test func randomGeometryMatchesTheDefinition() throws {
    var numbers = SeededNumbers(seed: 2024)
    var (dense, strided) = (0, 0)
    while dense < 20 || strided < 20 {
      func extent(_ range: ClosedRange<Int>) -> Extent {
        Extent(height: numbers.integer(in: range), width: numbers.integer(in: range))
      }
      let (input, kernel) = (extent(1...11), extent(1...4))
      let isDense = numbers.integer(in: 0...1) == 0
      let groups = numbers.integer(in: 1...3)
      let (channels, filters, images) = (
        groups * numbers.integer(in: 1...3), groups * numbers.integer(in: 1...9 / groups),
        numbers.integer(in: 1...2)
      )
      let x = try numbers.tensor([images, channels, input.height, input.width])
      let w = try numbers.tensor([filters, channels / groups, kernel.height, kernel.width])
      let bias = try numbers.tensor([filters])
      guard
        let shape = try? ConvolutionShape(
          input: x.shape, kernel: w.shape, bias: filters, stride: isDense ? 1 : extent(1...3),
          padding: numbers.padding(0...3), dilation: extent(1...3), groups: groups)
      else { continue }
      if isDense { dense += 1 } else { strided += 1 }

      let tape = Tape<Double>()
      let (xs, ws, bs) = (tape.variable(x), tape.variable(w), tape.variable(bias))
      let y = xs.conv2d(
        ws, bias: bs, stride: shape.stride, padding: shape.padding, dilation: shape.dilation, groups: groups)
      let expected = try Self.naive(x, w, bias, shape)
      #expect(y.shape == expected.shape)
      #expect(zip(y.tensor.elements, expected.elements).allSatisfy { abs($0 - $1) <= 1e-12 }, "\(shape)")

      // ⟨∂y, conv(x)⟩ is linear in x, in w and in the bias, so that its gradients reproduce it.
      let upstream = try numbers.tensor(y.shape)
      tape.sweep(from: y, upstream: upstream)
      let total = dot(upstream, expected)
      let ofBias = dot(tape.adjoint(of: bs), bias)
      #expect(abs(dot(tape.adjoint(of: xs), x) + ofBias - total) <= 1e-10, "\(shape)")
      #expect(abs(dot(tape.adjoint(of: ws), w) + ofBias - total) <= 1e-10, "\(shape)")
    }
  }

  func dot(_ a: Tensor<Double>, _ b: Tensor<Double>) -> Double {
    zip(a.elements, b.elements).reduce(0) { $0 + $1.0 * $1.1 }
  }

  @Test func gradientsAgreeWithDifferences() throws {
    var numbers = SeededNumbers(seed: 77)
    let point = [
      try numbers.tensor([2, 2, 5, 6]), try numbers.tensor([3, 2, 3, 2]), try numbers.tensor([3]),
    ]
    try expectTensorGradient(at: point) { $0[0].conv2d($0[1], bias: $0[2]) }
    try expectTensorGradient(at: point) {
      $0[0].conv2d(
        $0[1], bias: $0[2], stride: Extent(height: 2, width: 1),
        padding: Padding(top: 2, left: 1, bottom: 0, right: 3), dilation: 2)
    }
    try expectTensorGradient(at: [try numbers.tensor([2, 4, 4, 3]), try numbers.tensor([6, 2, 2, 2])]) {
      $0[0].conv2d($0[1], padding: 1, groups: 2)
    }
    try expectTensorGradient(at: [try numbers.tensor([1, 1, 4, 4])]) { $0[0].conv2d($0[0]) }
  }

  /// An infinity makes NaN only where one of the products of a derivative is 0 · ∞ itself, wherever it stands.
  @Test func infinitiesStayInTheirOwnProducts() throws {
    var numbers = SeededNumbers(seed: 4711)
    for round in 0..<60 {
      var x = try numbers.tensor([2, 2, 6, 7])
      var w = try numbers.tensor([3, 2, 3, 2])
      let (stride, padding, dilation) = (
        Extent(numbers.integer(in: 1...2)), numbers.padding(0...2), Extent(numbers.integer(in: 1...2))
      )
      let shape = try ConvolutionShape(
        input: x.shape, kernel: w.shape, stride: stride, padding: padding, dilation: dilation)
      var upstream = try numbers.tensor(shape.outputShape)
      for _ in 0..<5 { upstream.elements[numbers.integer(in: 0...upstream.count - 1)] = 0 }
      switch round % 3 {
      case 0: x.elements[numbers.integer(in: 0...x.count - 1)] = .infinity
      case 1: w.elements[numbers.integer(in: 0...w.count - 1)] = -.infinity
      default: upstream.elements[numbers.integer(in: 0...upstream.count - 1)] = .infinity
      }
      let tape = Tape<Double>()
      let (xs, ws) = (tape.variable(x), tape.variable(w))
      tape.sweep(
        from: xs.conv2d(ws, stride: stride, padding: padding, dilation: dilation), upstream: upstream)
      var (dx, dw) = ([Double](repeating: 0, count: x.count), [Double](repeating: 0, count: w.count))
      Self.forEachProduct(of: shape) { input, weight, output in
        dx[input] += w.elements[weight] * upstream.elements[output]
        dw[weight] += x.elements[input] * upstream.elements[output]
      }
      func isSame(_ a: Double, _ b: Double) -> Bool { a == b || abs(a - b) <= 1e-12 || a.isNaN && b.isNaN }
      #expect(zip(tape.adjoint(of: xs).elements, dx).allSatisfy(isSame), "\(shape)")
      #expect(zip(tape.adjoint(of: ws).elements, dw).allSatisfy(isSame), "\(shape)")
      #expect(dw.contains { !$0.isNaN })
    }
  }

  @Test func manyImagesAreSummedChunkByChunk() throws {
    // One image more than fits the workspace at a time gives the same as image after image.
    let images = 24
    var numbers = SeededNumbers(seed: 78)
    let (x, w) = (try numbers.tensor([images, 2, 30, 40]), try numbers.tensor([3, 2, 3, 3]))
    let tape = Tape<Double>()
    let together = tape.valueAndGradients(at: [x, w]) { $0[0].conv2d($0[1], padding: 1) }
    var sum = [Double](repeating: 0, count: w.count)
    for image in 0..<images {
      let one = try Tensor(
        shape: [1, 2, 30, 40], elements: Array(x.elements[(image * 2400)..<((image + 1) * 2400)]))
      let alone = tape.valueAndGradients(at: [one, w]) { $0[0].conv2d($0[1], padding: 1) }
      #expect(alone.value.elements == Array(together.value.elements[(image * 3600)..<((image + 1) * 3600)]))
      for i in sum.indices { sum[i] += alone.gradients[1].elements[i] }
    }
    #expect(zip(sum, together.gradients[1].elements).allSatisfy { abs($0 - $1) <= 1e-9 })
  }

  @Test func largeImagesAreDoneStripByStrip() throws {
    var numbers = SeededNumbers(seed: 79)
    for (height, width) in [(70, 90), (3, 2500), (130, 40)] {
      let (x, w) = (try numbers.tensor([1, 1, height, width]), try numbers.tensor([2, 1, 3, 3]))
      let shape = try ConvolutionShape(input: x.shape, kernel: w.shape, padding: 1)
      let tape = Tape<Double>()
      let (xs, ws) = (tape.variable(x), tape.variable(w))
      let y = xs.conv2d(ws, padding: 1)
      let expected = try Self.naive(x, w, try Tensor(repeating: 0, shape: [2]), shape)
      #expect(zip(y.tensor.elements, expected.elements).allSatisfy { abs($0 - $1) <= 1e-12 })
      let upstream = try numbers.tensor(y.shape)
      tape.sweep(from: y, upstream: upstream)
      #expect(abs(dot(tape.adjoint(of: xs), x) - dot(upstream, expected)) <= 1e-9)
      #expect(abs(dot(tape.adjoint(of: ws), w) - dot(upstream, expected)) <= 1e-9)
    }
  }

  @Test func shapesThatDoNotFitAreNamed() {
    func shape(
      _ input: [Int], _ kernel: [Int], bias: Int? = nil, stride: Extent = 1, padding: Padding = 0,
      dilation: Extent = 1
    ) throws(ShapeError) {
      _ = try ConvolutionShape(
        input: input, kernel: kernel, bias: bias, stride: stride, padding: padding, dilation: dilation)
    }
    #expect(throws: ShapeError.rank(what: "input", shape: [7, 7], expected: 4)) {
      try shape([7, 7], [1, 1, 3, 3])
    }
    #expect(throws: ShapeError.range(what: "number of channels", value: 0, allowed: 1...1_000_000)) {
      try shape([1, 0, 7, 7], [1, 0, 3, 3])
    }
    #expect(throws: ShapeError.mismatch(what: "number of the kernel's channels", length: 2, expected: 3)) {
      try shape([1, 3, 7, 7], [1, 2, 3, 3])
    }
    #expect(throws: ShapeError.mismatch(what: "number of biases", length: 4, expected: 2)) {
      try shape([1, 1, 7, 7], [2, 1, 3, 3], bias: 4)
    }
    #expect(throws: ShapeError.window(axis: "height", span: 9, padded: 7)) {
      try shape([1, 1, 7, 7], [1, 1, 9, 9])
    }
    #expect(throws: ShapeError.window(axis: "width", span: 9, padded: 7)) {
      try shape([1, 1, 7, 7], [1, 1, 3, 3], dilation: Extent(height: 1, width: 4))
    }
    for bad: Extent in [0, -1, 1_000_001, Extent(.max)] {
      #expect(throws: ShapeError.self) { try shape([1, 1, 7, 7], [1, 1, 3, 3], stride: bad) }
      #expect(throws: ShapeError.self) { try shape([1, 1, 7, 7], [1, 1, 3, 3], dilation: bad) }
    }
    for bad: Padding in [-1, 1_000_001, 1_000_000, Padding(.min)] {
      #expect(throws: ShapeError.self) { try shape([1, 1, 7, 7], [1, 1, 3, 3], padding: bad) }
    }
    #expect(throws: ShapeError.self) { try shape([1, 1, .max, 7], [1, 1, 3, 3]) }
  }

  @Test func kernelsOfOtherChannelsAreRefused() async {
    await #expect(processExitsWith: .failure) {
      let tape = Tape<Double>()
      _ = tape.constant(try Tensor(repeating: 1, shape: [1, 2, 3, 3]))
        .conv2d(tape.constant(try Tensor(repeating: 1, shape: [1, 3, 2, 2])))
    }
  }
}
