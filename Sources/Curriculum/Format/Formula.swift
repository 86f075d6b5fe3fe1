import Learning

/// How an answer comes about, as a lesson states it, so that it can be worked out again by the types that the labs use.
enum Formula {
  /// `1 - 0.9^2`: an expression of the grammar of `strider grad`, without variables.
  case expression(String)
  /// `[-0.1, 0 - 0.1]`: several of them.
  case expressions([String])
  /// `gradient: {of: (2*w - 3)^2, by: w, at: w=0.5}`
  case gradient(of: Expression, by: String, at: [String: Double])
  /// `average: {start: corrected, beta: 0.9, data: 10 12}`: the last value.
  case average(MovingAverage, data: [Double])
  /// `optimizer: {rule: "adam:lr=0.1", from: 1, gradients: 1 1, take: place}`: where the parameter is after these
  /// gradients; with `take: step` the length of the last step.
  case optimizer(OptimizerConfiguration, from: Double, gradients: [Double], takesStep: Bool)
  /// `size: {input: 7, kernel: 3, padding: 1, stride: 2, dilation: 1, rule: floor}`
  case size(ConvolutionGeometry)
  /// `cells: {…}` as for the size: the number of output cells.
  case cells(ConvolutionGeometry)
  /// `never_touched: {…}` as for the size: the rows, which are also the columns, that no window reads.
  case neverTouched(ConvolutionGeometry)
  /// `span: {kernel: 3, dilation: 2}`
  case span(ConvolutionAxis)
  /// `same_padding: {kernel: 5}`
  case samePadding(kernel: Int, dilation: Int)
  /// `receptive_field: [{kernel: 3}, {kernel: 3, stride: 2}]`
  case receptiveField([ConvolutionAxis])
}

/// Why a formula has no result.
struct FormulaFailure: Error {
  let reason: String
}

extension Formula {
  /// The answer, and the formula with its numbers put in.
  func result() throws(FormulaFailure) -> (answer: Answer, shown: String) {
    switch self {
    case .expression(let source):
      let value = try Self.value(of: source)
      return (.number(value), "\(source) = \(Numeral.format(value, digits: 8))")
    case .expressions(let sources):
      var values: [Double] = []
      for source in sources { values.append(try Self.value(of: source)) }
      return (
        .numbers(values), zip(sources, values).map { "\($0) = \(Numeral.format($1))" }.joined(separator: ", ")
      )
    case .gradient(let expression, let name, let point):
      do {
        let slope = try expression.recorded(at: point).gradient[name] ?? 0
        return (
          .number(slope), "the slope of \(expression) by \(name) is \(Numeral.format(slope, digits: 8))"
        )
      } catch { throw FormulaFailure(reason: error.description) }
    case .average(let average, let data):
      let value = average.series(data).last ?? 0
      return (.number(value), "the average is \(Numeral.format(value, digits: 8))")
    case .optimizer(let rule, let start, let gradients, let takesStep):
      let run = Self.run(rule.rule, from: start, gradients)
      let value = takesStep ? abs(run.change) : run.next
      return (.number(value), "\(rule) gives \(Numeral.format(value, digits: 8))")
    case .size(let geometry):
      return (geometry.output.map(Answer.size) ?? .cannot, geometry.formula)
    case .cells(let geometry):
      guard let output = geometry.output else { throw FormulaFailure(reason: geometry.formula) }
      return (
        .number(Double(geometry.steps)), "\(geometry.formula), and \(output.product) = \(geometry.steps)"
      )
    case .neverTouched(let geometry):
      let lines = geometry.rows.neverTouched
      let listed = lines.map(String.init).joined(separator: ", ")
      return (.numbers(lines.map(Double.init)), "no window touches \(listed)")
    case .span(let axis):
      return (.number(Double(axis.span)), axis.spanFormula ?? "1·(\(axis.kernel) - 1) + 1 = \(axis.span)")
    case .samePadding(let kernel, let dilation):
      guard let padding = ConvolutionAxis.samePadding(kernel: kernel, dilation: dilation) else {
        throw FormulaFailure(reason: "\(dilation)·(\(kernel) - 1) / 2 is not whole")
      }
      return (.number(Double(padding)), "\(dilation)·(\(kernel) - 1) / 2 = \(padding)")
    case .receptiveField(let layers):
      let size = try Self.receptiveField(of: layers)
      return (.number(Double(size)), "the receptive field is \(size)")
    }
  }

  private static func value(of source: String) throws(FormulaFailure) -> Double {
    do { return try Expression(parsing: source, variables: []).value([]) } catch {
      throw FormulaFailure(reason: error.description)
    }
  }

  private static func run(
    _ rule: any Optimizer, from start: Double, _ gradients: [Double]
  ) -> (next: Double, change: Double) {
    var (place, change, memory) = (start, 0.0, rule.fresh(as: Double.self))
    for (index, gradient) in gradients.enumerated() {
      let constants = rule.constants(ofStep: index + 1, rate: rule.learningRate, as: Double.self)
      let update = rule.update(place, gradient: gradient, constants, memory)
      (place, change, memory) = (update.next, update.change, update.memory)
    }
    return (place, change)
  }

  private static func receptiveField(of layers: [ConvolutionAxis]) throws(FormulaFailure) -> Int {
    var field = ReceptiveField.input
    for layer in layers {
      guard let next = field.after(kernel: layer.kernel, stride: layer.stride, dilation: layer.dilation)
      else {
        throw FormulaFailure(reason: "the receptive field is too large")
      }
      field = next
    }
    return field.size
  }
}
