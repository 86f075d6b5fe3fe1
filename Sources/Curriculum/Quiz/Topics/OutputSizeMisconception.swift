import Learning

extension Misconception {
  static let ignoredKernel = Misconception("ignored-kernel", "ignored the kernel")
  static let floorForExact = Misconception("rounded-where-exact", "rounded where the rule is exact")
  static let sameForFloor = Misconception("used-same-rule", "used the rule for same padding")
  static let floorForSame = Misconception("used-floor-rule", "used the floor rule")
  static let needlessPlusOne = Misconception("needless-plus-one", "added a 1 that this rule does not have")
}

/// A mistaken formula for one side of an output.
struct OutputSizeMisconception: Sendable {
  let misconception: Misconception
  /// What sets it right.
  let remedy: String
  /// The wrong side and how it comes about; `nil` when there is nothing to get wrong.
  let side: @Sendable (ConvolutionAxis) -> (value: Double, working: String)?

  private init(
    _ misconception: Misconception, _ remedy: String,
    side: @escaping @Sendable (ConvolutionAxis) -> (value: Double, working: String)?
  ) {
    (self.misconception, self.remedy, self.side) = (misconception, remedy, side)
  }

  /// All misconceptions that can be behind a size, each once.
  static let misconceptions = (both + floor + exact + same).reduce(into: [Misconception]()) {
    if !$0.contains($1.misconception) { $0.append($1.misconception) }
  }

  /// Those that can happen under `rule`.
  static func all(under rule: SizeRule) -> [OutputSizeMisconception] {
    switch rule {
    case .floor: both + floor
    case .exact: both + exact
    case .same: same
    // Questions ask for no rounding up.
    case .ceil: both
    }
  }

  /// The formula with parts that a slip has changed.
  private static func size(
    _ axis: ConvolutionAxis, zeros: String? = nil, padded: Int? = nil, span: Int? = nil, stride: Int? = nil,
    plus: Int = 1
  ) -> (value: Double, working: String)? {
    let total = padded ?? axis.padded
    let (span, stride) = (span ?? axis.span, stride ?? axis.stride)
    // Under the exact rule a slip that leaves a remainder ends in "cannot" or a fraction as well.
    guard total >= span, axis.rule != .exact || (total - span).isMultiple(of: stride) else { return nil }
    let value = (total - span) / stride + plus
    guard value > 0 else { return nil }
    let sum = zeros ?? " + 2·\(axis.paddingBefore)"
    let tail = plus == 0 ? "" : " + \(plus)"
    return (Double(value), "floor((\(axis.input)\(sum) - \(span)) / \(stride))\(tail) = \(value)")
  }

  private static let both = [
    OutputSizeMisconception(
      .forgotPadding, "there are p zeros on each side, so the kernel walks over n + 2p cells."
    ) {
      $0.paddingBefore == 0 ? nil : size($0, zeros: "", padded: $0.input)
    },
    OutputSizeMisconception(
      .paddedOnce, "there are p zeros before the first cell and p after the last one: add 2p."
    ) {
      $0.paddingBefore == 0
        ? nil : size($0, zeros: " + \($0.paddingBefore)", padded: $0.input + $0.paddingBefore)
    },
    OutputSizeMisconception(
      .ignoredDilation, "a dilated kernel spans d(f - 1) + 1 cells, more than its f taps."
    ) {
      $0.dilation == 1 ? nil : size($0, span: $0.kernel)
    },
    OutputSizeMisconception(
      .dilatedWholeKernel, "only the f - 1 gaps between taps grow, so the span is d(f - 1) + 1 and not d·f."
    ) { $0.dilation == 1 ? nil : size($0, span: $0.kernel * $0.dilation) },
    OutputSizeMisconception(.dilatedOnce, "every one of the f - 1 gaps grows, so the span is d(f - 1) + 1.") {
      $0.dilation == 1 ? nil : size($0, span: $0.kernel + $0.dilation - 1)
    },
    OutputSizeMisconception(
      .forgotPlusOne, "the quotient counts the hops; the window where the kernel starts is one more."
    ) { size($0, plus: 0) },
    OutputSizeMisconception(.ignoredStride, "with stride s the kernel hops s cells at a time.") {
      $0.stride == 1 ? nil : size($0, stride: 1)
    },
    OutputSizeMisconception(.ignoredKernel, "the kernel has to fit inside, so its whole span is subtracted.")
    {
      size($0, span: 1)
    },
  ]

  private static let floor = [
    OutputSizeMisconception(.roundedUp, "a window that does not fit entirely is left out, so round down.") {
      ceiling($0)
    },
    OutputSizeMisconception(.sameForFloor, "that is the size under same padding; here the padding is given.")
    { axis in
      guard axis.stride > 1 else { return nil }
      let value = (axis.input + axis.stride - 1) / axis.stride
      return (Double(value), "ceil(\(axis.input) / \(axis.stride)) = \(value)")
    },
  ]

  private static func ceiling(_ axis: ConvolutionAxis) -> (value: Double, working: String) {
    let value = axis.windows + (axis.fits ? 0 : 1)
    return (
      Double(value),
      "ceil((\(axis.input) + 2·\(axis.paddingBefore) - \(axis.span)) / \(axis.stride)) + 1 = \(value)"
    )
  }

  private static let exact = [
    OutputSizeMisconception(
      .roundedUp, "under the exact rule the division has to be whole, otherwise the answer is \"cannot\"."
    ) { ceiling($0) },
    OutputSizeMisconception(
      .floorForExact, "under the exact rule the division has to be whole, otherwise the answer is \"cannot\"."
    ) { axis in
      (
        Double(axis.windows),
        "floor((\(axis.input) + 2·\(axis.paddingBefore) - \(axis.span)) / \(axis.stride)) + 1 = \(axis.windows)"
      )
    },
    OutputSizeMisconception(.leftFraction, "there is no part of a window, so the answer is \"cannot\".") {
      axis in
      (
        axis.unrounded,
        "(\(axis.input) + 2·\(axis.paddingBefore) - \(axis.span)) / \(axis.stride) + 1 = \(Numeral.plain(axis.unrounded))"
      )
    },
  ]

  private static let same = [
    OutputSizeMisconception(
      .floorForSame,
      "that is the size without padding; same padding adds zeros until ceil(n / s) windows fit."
    ) { axis in
      guard axis.input >= axis.span else { return nil }
      let value = (axis.input - axis.span) / axis.stride + 1
      return (Double(value), "floor((\(axis.input) - \(axis.span)) / \(axis.stride)) + 1 = \(value)")
    },
    OutputSizeMisconception(.ignoredStride, "only with stride 1 does same padding keep the size.") { axis in
      (Double(axis.input), "ceil(\(axis.input) / 1) = \(axis.input)")
    },
    OutputSizeMisconception(.roundedDown, "same padding adds zeros until the last window fits: round up.") {
      axis in
      let value = axis.input / axis.stride
      return (Double(value), "floor(\(axis.input) / \(axis.stride)) = \(value)")
    },
    OutputSizeMisconception(.needlessPlusOne, "the size under same padding is ceil(n / s), without + 1.") {
      axis in
      let value = (axis.input + axis.stride - 1) / axis.stride + 1
      return (Double(value), "ceil(\(axis.input) / \(axis.stride)) + 1 = \(value)")
    },
  ]
}
