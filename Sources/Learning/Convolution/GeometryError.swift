/// A number that describes a convolution or pooling along one axis.
public enum GeometrySetting: String, CaseIterable, Sendable {
  case input, kernel, padding, stride, dilation, size

  /// What it may be: 0 (padding) or 1 up to ``Limits/side``.
  public var allowed: ClosedRange<Int> {
    self == .padding ? 0...Limits.side : 1...Limits.side
  }
}

/// Why a convolution or pooling cannot be set up.
public enum GeometryError: InputError {
  /// A setting outside ``GeometrySetting/allowed``.
  case outOfRange(GeometrySetting, Int)
  /// The kernel with its gaps is larger than the padded input.
  case spanTooLarge(
    along: GridAxis, span: Int, kernel: Int, dilation: Int, input: Int, before: Int, after: Int)
  /// A pooling window of more than ``Limits/cells`` cells.
  case windowTooLarge(Extent)
  /// The output would have more than ``Limits/cells`` cells.
  case outputTooLarge(Extent)
  /// More than ``Limits/products`` multiplications.
  case tooManyProducts
  /// More than ``Limits/differentiable`` numbers in the unfolded windows.
  case tooLargeToDifferentiate
  /// A position outside the output.
  case outsideOutput(Position, Extent)
  /// An upstream gradient of another shape than the output.
  case upstreamShape(Extent, expected: Extent)

  /// Who has to change something.
  public var fault: InputFault {
    switch self {
    case .outOfRange, .windowTooLarge, .outputTooLarge, .tooManyProducts, .tooLargeToDifferentiate: .request
    case .spanTooLarge, .outsideOutput, .upstreamShape: .data
    }
  }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .outOfRange(let setting, let value):
      value > setting.allowed.upperBound
        ? "the \(setting) \(value) is beyond the limit of \(Numeral.grouped(setting.allowed.upperBound))"
        : "the \(setting) must be \(setting.allowed.lowerBound) or more, not \(value)"
    case .spanTooLarge(let axis, let span, let kernel, let dilation, let input, let before, let after):
      "the kernel does not fit: \(Self.kernel(kernel, dilation: dilation, span: span)) \(axis), "
        + "the input only \(Self.room(input, before: before, after: after))"
    case .windowTooLarge(let extent):
      "the window \(extent.product) is beyond the limit of \(Numeral.grouped(Limits.cells)) cells"
    case .outputTooLarge(let extent):
      "the output \(extent.product) is beyond the limit of \(Numeral.grouped(Limits.cells)) cells"
    case .tooManyProducts:
      "that is beyond the limit of \(Numeral.grouped(Limits.products)) multiplications"
    case .tooLargeToDifferentiate:
      "the windows to differentiate are beyond the limit of \(Numeral.grouped(Limits.differentiable)) numbers"
    case .outsideOutput(let position, let extent):
      "position \(position) is outside the \(extent.product) output, whose last cell is "
        + "\(extent.height - 1),\(extent.width - 1)"
    case .upstreamShape(let extent, let expected):
      "the upstream gradient is \(extent.product) where the output is \(expected.product)"
    }
  }

  private static func kernel(_ kernel: Int, dilation: Int, span: Int) -> String {
    dilation == 1 ? "it has \(kernel)" : "with dilation \(dilation) its \(kernel) span \(span)"
  }

  /// The cells that a window has to fit into: `7`, `7 + 2·1`, `7 + 1 + 2`.
  public static func room(_ input: Int, before: Int, after: Int) -> String {
    if before != after { return "\(input) + \(before) + \(after)" }
    return before == 0 ? "\(input)" : "\(input) + 2·\(before)"
  }
}
