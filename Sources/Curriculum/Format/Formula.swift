import Learning

/// How an answer comes about, as a lesson states it, so that it can be worked out again.
enum Formula {
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
    case .size(let geometry):
      return (geometry.output.map(Answer.size) ?? .cannot, geometry.formula)
    case .cells(let geometry):
      guard let output = geometry.output else { throw FormulaFailure(reason: geometry.formula) }
      return (
        .number(Double(geometry.steps)), "\(geometry.formula), and \(output.product) = \(geometry.steps)"
      )
    case .neverTouched(let geometry):
      let lines = geometry.rows.neverTouched
      return (
        .numbers(lines.map(Double.init)),
        "no window touches \(lines.map(String.init).joined(separator: ", "))"
      )
    case .span(let axis):
      return (.number(Double(axis.span)), axis.spanFormula ?? "1·(\(axis.kernel) - 1) + 1 = \(axis.span)")
    case .samePadding(let kernel, let dilation):
      guard let padding = ConvolutionAxis.samePadding(kernel: kernel, dilation: dilation) else {
        throw FormulaFailure(reason: "\(dilation)·(\(kernel) - 1) / 2 is not whole")
      }
      return (.number(Double(padding)), "\(dilation)·(\(kernel) - 1) / 2 = \(padding)")
    case .receptiveField(let layers):
      var field = ReceptiveField.input
      for layer in layers {
        guard let next = field.after(kernel: layer.kernel, stride: layer.stride, dilation: layer.dilation)
        else {
          throw FormulaFailure(reason: "the receptive field is too large")
        }
        field = next
      }
      return (.number(Double(field.size)), "the receptive field is \(field.size)")
    }
  }
}
