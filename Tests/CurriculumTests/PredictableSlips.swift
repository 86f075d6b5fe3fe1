import Learning

@testable import Curriculum

/// The wrong answers that the misconceptions of the lectures give with the numbers of a question, worked out from its
/// formula or its scene.
enum PredictableSlips {
  typealias Reply = (slip: String, reply: String)

  static func replies(_ formula: Formula?, _ question: Question, _ scene: Scene?) -> [Reply] {
    var found: [Reply] = []
    switch formula {
    case .size(let geometry)?: found = size(geometry.rows)
    case .cells(let geometry)?: found = cells(geometry.rows)
    case .average(let average, let data)?: found = self.average(average, data)
    case .optimizer(let rule, let start, let gradients, let takesStep)?:
      found = optimizer(rule, start, gradients, takesStep)
    case .span(let axis)?: found = span(axis)
    case .samePadding(let kernel, _)?:
      found = [
        ("forgot to halve", number(kernel - 1)), ("padded by the kernel", number(kernel)),
        ("halved the kernel", Numeral.exact(Double(kernel) / 2)),
        ("halved one more", number((kernel + 1) / 2)),
      ]
    case .receptiveField(let layers)?: found = receptiveField(layers)
    case .gradient(let expression, let name, let point)?: found = gradient(expression, name, point)
    case .expression, .expressions, .neverTouched, nil: break
    }
    if let cell = question.cell, let scene = scene?.state as? ConvolutionScene {
      found += self.cell(cell, scene)
    }
    return unique(found)
  }

  private static func number(_ value: Int) -> String { String(value) }
  private static func number(_ value: Double) -> String { Numeral.format(value, digits: 6) }

  private static func unique(_ replies: [Reply]) -> [Reply] {
    var seen: Set<String> = []
    return replies.filter { seen.insert($0.reply).inserted }
  }

  // MARK: Sizes

  private static func size(_ axis: ConvolutionAxis) -> [Reply] {
    let (n, f, p, s, e) = (axis.input, axis.kernel, axis.paddingBefore, axis.stride, axis.span)
    var replies: [Reply] = [
      ("forgot the + 1", number((n + 2 * p - e) / s)), ("left out the stride", number(n + 2 * p - e + 1)),
      ("kept the input", number(n)),
    ]
    if p > 0 {
      replies += [
        ("left out the padding", number((n - e) / s + 1)), ("padded once", number((n + p - e) / s + 1)),
        ("gave the padded input", number(n + 2 * p)),
      ]
    }
    if axis.dilation > 1 {
      replies += [
        ("left out the dilation", number((n + 2 * p - f) / s + 1)),
        ("multiplied by the dilation", number((n + 2 * p - f * axis.dilation) / s + 1)),
      ]
    }
    if s > 1 {
      let fraction = Double(n + 2 * p - e) / Double(s)
      replies += [
        ("left a fraction", number(fraction + 1)), ("rounded up", number(Int(fraction.rounded(.up)) + 1)),
        ("used the same rule", number((n + s - 1) / s)),
      ]
      switch axis.rule {
      case .floor: replies.append(("refused", axis.fits ? number(n) : "cannot"))
      case .exact, .same, .ceil: break
      }
    }
    return replies
  }

  private static func cells(_ axis: ConvolutionAxis) -> [Reply] {
    let side = axis.windows
    return [
      ("counted one side", number(side)), ("counted the moves", number((side - 1) * (side - 1))),
      ("kept the input", number(axis.input * axis.input)), ("added the sides", number(2 * side)),
      ("counted the kernel", number(axis.kernel * axis.kernel)),
    ]
  }

  private static func span(_ axis: ConvolutionAxis) -> [Reply] {
    [
      ("multiplied the kernel", number(axis.kernel * axis.dilation)),
      ("left out the gaps", number(axis.kernel)),
      ("widened one gap", number(axis.kernel + axis.dilation - 1)),
      ("a gap of d", number(axis.kernel + axis.dilation * (axis.kernel - 1))),
    ]
  }

  private static func receptiveField(_ layers: [ConvolutionAxis]) -> [Reply] {
    let kernels = layers.map(\.kernel)
    return [
      ("multiplied the kernels", number(kernels.reduce(1, *))),
      ("added the kernels", number(kernels.reduce(0, +))),
      ("forgot the strides", number(1 + kernels.reduce(0) { $0 + $1 - 1 })),
      ("one layer", number(kernels.first ?? 1)),
      ("forgot the first cell", number(kernels.reduce(0) { $0 + $1 - 1 })),
    ]
  }

  // MARK: Cells

  private static func cell(_ cell: Position, _ scene: ConvolutionScene) -> [Reply] {
    guard let convolution = try? scene.convolution(), let step = try? convolution.step(at: cell) else {
      return []
    }
    let output = convolution.output()
    var replies: [Reply] = []
    var other = scene
    other.isFlipped.toggle()
    if let flipped = try? other.convolution().step(at: cell).value {
      replies.append(("turned the kernel", number(flipped)))
    }
    for (rows, columns) in [(-1, 0), (1, 0), (0, -1), (0, 1)] {
      let place = Position(row: cell.row + rows, column: cell.column + columns)
      if output.contains(place) { replies.append(("a neighbour", number(output[place]))) }
    }
    let width = step.products.extent.width
    replies.append(("the first row", number(step.products.cells.prefix(width).reduce(0, +))))
    replies.append(("all but the last row", number(step.products.cells.dropLast(width).reduce(0, +))))
    replies.append(("signs left out", number(step.products.cells.reduce(0) { $0 + abs($1) })))
    if scene.hasReLU { replies.append(("no ReLU", number(step.sum))) }
    if scene.dilation != Extent(1) {
      other = scene
      other.dilation = Extent(1)
      if let close = try? other.convolution().step(at: cell).value {
        replies.append(("no dilation", number(close)))
      }
    }
    return replies
  }

  // MARK: Averages and steps

  private static func average(_ average: MovingAverage, _ data: [Double]) -> [Reply] {
    guard let last = data.last else { return [] }
    let beta = average.beta
    let before = average.series(Array(data.dropLast())).last ?? 0
    let zero = data.reduce(0) { beta * $0 + (1 - beta) * $1 }
    let share = 1 - (0..<data.count).reduce(1.0) { power, _ in power * beta }
    return [
      ("swapped the weights", number((1 - beta) * before + beta * last)),
      ("left the old average out", number((1 - beta) * last)),
      ("left the new sample out", number(beta * before)),
      ("started at 0", number(zero)), ("multiplied the correction", number(zero * share)),
      ("corrected the sample", number(last / (1 - beta))), ("divided by beta", number(last / beta)),
      ("the plain mean", number(data.reduce(0, +) / Double(data.count))),
    ]
  }

  private static func optimizer(
    _ rule: OptimizerConfiguration, _ start: Double, _ gradients: [Double], _ takesStep: Bool
  ) -> [Reply] {
    let rate = rule.learningRate
    guard let gradient = gradients.last else { return [] }
    var replies: [Reply] = [("plain descent", number(rate * gradient))]
    if takesStep {
      replies += [("gave the gradient", number(gradient))]
      return replies
    }
    guard
      case .number(let end) =
        (try? Formula.optimizer(
          rule, from: start, gradients: gradients, takesStep: false
        ).result().answer)
    else { return replies }
    if gradients.count > 1,
      case .number(let first) =
        (try? Formula.optimizer(
          rule, from: start, gradients: Array(gradients.dropLast()), takesStep: false
        ).result().answer)
    {
      replies.append(("stopped a step short", number(first)))
    }
    return replies + [
      ("went uphill", number(2 * start - end)), ("gave the way", number(start - end)),
      ("forgot the rate", number(start - (start - end) / rate)),
    ]
  }

  private static func gradient(_ expression: Expression, _ name: String, _ point: [String: Double]) -> [Reply]
  {
    guard let slope = try? expression.recorded(at: point).gradient[name] else { return [] }
    let value: Double = expression.value(expression.variables.map { point[$0] ?? 0 })
    let others = expression.variables.filter { $0 != name }.compactMap {
      try? expression.recorded(at: point).gradient[$0]
    }
    return [("lost the sign", number(-slope)), ("gave the value", number(value))]
      + others.map { ("the slope by another variable", number($0)) }
  }
}
