extension ConvolutionAxis {
  /// The output size with the numbers put in: `floor((7 + 2·1 - 3) / 2) + 1 = 4`, `(7 + 2·0 - 3) / 3 + 1 = 2.333,
  /// cannot`, `ceil(7 / 2) = 4`, with unequal padding `floor((7 + 1 + 2 - 3) / 2) + 1 = 4`. A dilated kernel appears with its
  /// span, explained by ``spanFormula``.
  public var formula: String {
    let zeros = paddingBefore == paddingAfter ? "2·\(paddingBefore)" : "\(paddingBefore) + \(paddingAfter)"
    let hops = "(\(input) + \(zeros) - \(span)) / \(stride)"
    switch rule {
    case .floor: return "floor(\(hops)) + 1 = \(windows)"
    case .exact: return "\(hops) + 1 = \(exactResult)"
    case .same: return "ceil(\(input) / \(stride)) = \(windows)"
    case .ceil:
      let outside = roundedUp == windows ? "" : ", without the one that begins outside \(windows)"
      return "ceil(\(hops)) + 1 = \(roundedUp)\(outside)"
    }
  }

  /// The output size in fewer words, what is divided being worked out: `floor(6 / 2) + 1 = 4`.
  public var shortFormula: String {
    let hops = "\(padded - span) / \(stride)"
    switch rule {
    case .floor: return "floor(\(hops)) + 1 = \(windows)"
    case .exact: return "\(hops) + 1 = \(Numeral.format(unrounded))"
    case .same: return formula
    case .ceil: return "ceil(\(hops)) + 1\(roundedUp == windows ? "" : " - 1") = \(windows)"
    }
  }

  /// The span with the numbers put in, `2·(3 - 1) + 1 = 5`, or `nil` without dilation.
  public var spanFormula: String? {
    dilation == 1 ? nil : "\(dilation)·(\(kernel) - 1) + 1 = \(span)"
  }

  /// The unrounded size (n + 2p - span) / s + 1; under the same rule, n / s.
  public var unrounded: Double {
    rule == .same ? Double(input) / Double(stride) : Double(padded - span) / Double(stride) + 1
  }

  private var exactResult: String {
    output.map(String.init) ?? "\(Numeral.format(unrounded)), cannot"
  }
}
