import Learning

extension QuizTopic {
  /// Output size of a convolution or pooling, under any of the three rules.
  public static let outputSize = QuizTopic(
    "output-size", "output size",
    misconceptions: [
      .forgotPadding, .paddedOnce, .forgotPlusOne, .ignoredStride, .ignoredKernel, .ignoredDilation,
      .dilatedWholeKernel, .dilatedOnce, .roundedUp, .leftFraction, .floorForExact, .exactForFloor,
      .roundedDown, .sameForFloor, .floorForSame, .swappedAxes,
    ],
    draft: OutputSizeQuestion.draft)
}

extension Misconception {
  static let paddedOnce = Misconception("padded-once", "added the padding once")
  static let ignoredKernel = Misconception("ignored-kernel", "ignored the kernel")
  static let roundedUp = Misconception("rounded-up", "rounded up")
  static let leftFraction = Misconception("left-a-fraction", "left a fraction")
  static let floorForExact = Misconception("rounded-where-exact", "rounded where the rule is exact")
  static let exactForFloor = Misconception("refused-where-floor", "refused a stride that does not fit")
  static let roundedDown = Misconception("rounded-down", "rounded down")
  static let sameForFloor = Misconception("used-same-rule", "used the rule for same padding")
  static let floorForSame = Misconception("used-floor-rule", "used the floor rule")
  static let swappedAxes = Misconception("swapped-axes", "swapped height and width")
}

/// Output size under the floor, exact and same rules; rectangular and dilated now and then.
enum OutputSizeQuestion {
  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    while true {
      if let geometry = geometry(using: &generator) { return draft(geometry) }
    }
  }

  private static func geometry(using generator: inout SplitMix64) -> ConvolutionGeometry? {
    let rule = generator.pick([SizeRule.floor, .floor, .exact, .same])
    let isRectangular = generator.oneIn(4)
    let large = generator.oneIn(4)
    func extent(_ range: ClosedRange<Int>, _ rectangular: Bool, _ generator: inout SplitMix64) -> Extent {
      let height = generator.integer(in: range)
      return Extent(height: height, width: rectangular ? generator.integer(in: range) : height)
    }
    let input = extent(large ? 20...64 : 5...16, isRectangular, &generator)
    let kernel = extent(2...5, isRectangular && generator.oneIn(2), &generator)
    let padding = rule == .same ? Extent(0) : Extent(generator.integer(in: 0...min(2, kernel.width - 1)))
    let stride = Extent(generator.integer(in: rule == .same ? 2...4 : 1...4))
    let dilation = Extent(generator.oneIn(3) ? generator.integer(in: 2...3) : 1)
    return try? ConvolutionGeometry(
      input: input, kernel: kernel, padding: padding, stride: stride, dilation: dilation, rule: rule)
  }

  private static func draft(_ geometry: ConvolutionGeometry) -> QuestionDraft {
    var draft = QuestionDraft(
      prompt(geometry), kind: .size,
      given: [
        "input": GivenValue(geometry.input), "kernel": GivenValue(geometry.kernel),
        "padding": .integer(geometry.rows.padding), "stride": .integer(geometry.rows.stride),
        "dilation": .integer(geometry.rows.dilation), "rule": .text(geometry.rule.rawValue),
      ],
      answer: geometry.output.map(Answer.size) ?? .cannot, hints: hints(geometry),
      solution: solution(geometry))
    for slip in slips(for: geometry) {
      let sides = (slip.side(geometry.rows), slip.side(geometry.columns))
      guard let rows = sides.0, let columns = sides.1 else { continue }
      draft.slip(
        slip.misconception, answer(rows, columns), text: text(rows, columns), working(slip, geometry))
    }
    if geometry.rule == .floor, !geometry.fits {
      draft.slip(.exactForFloor, .cannot, "\(exact(geometry)) is not whole; the floor rule rounds it down.")
    }
    if geometry.input.height != geometry.input.width {
      let (rows, columns) = (geometry.windows.height, geometry.windows.width)
      let swapped = Extent(height: columns, width: rows)
      if geometry.output != nil {
        draft.slip(
          .swappedAxes, .size(swapped), "Height comes first: the rows give \(rows), the columns \(columns).")
      }
    }
    return draft
  }

  // MARK: Words

  private static func prompt(_ geometry: ConvolutionGeometry) -> String {
    let axis = geometry.rows
    var parts = ["input \(geometry.input.product)", "kernel \(geometry.kernel.product)"]
    if geometry.rule != .same { parts.append(axis.padding == 0 ? "no padding" : "padding \(axis.padding)") }
    parts.append("stride \(axis.stride)")
    if axis.dilation > 1 { parts.append("dilation \(axis.dilation)") }
    let rule =
      switch geometry.rule {
      case .floor: "floor rule"
      case .exact: "exact rule (\"cannot\" if it does not fit)"
      case .same: "same padding (Keras)"
      }
    return "What is the output size? \(parts.joined(separator: ", ").capitalisedFirst), \(rule)."
  }

  private static func hints(_ geometry: ConvolutionGeometry) -> [String] {
    if geometry.rule == .same {
      return ["Under same padding only the input and the stride count.", "ceil(n / s), for each side."]
    }
    let span = geometry.spanFormula.map { " First the span: \($0)." } ?? ""
    let formula =
      geometry.rule == .floor ? "floor((n + 2p - span) / s) + 1" : "(n + 2p - span) / s + 1, if whole"
    return ["\(formula), for each side.", "The kernel spans d(f - 1) + 1 cells.\(span)"]
  }

  private static func solution(_ geometry: ConvolutionGeometry) -> String {
    let span = geometry.rule == .same ? nil : geometry.spanFormula
    return [span.map { "span \($0)" }, geometry.formula].compactMap { $0 }.joined(separator: "; ")
  }

  private static func exact(_ geometry: ConvolutionGeometry) -> String {
    [geometry.rows, geometry.columns].filter { !$0.fits }.prefix(1).map { axis in
      "(\(axis.input) + 2·\(axis.padding) - \(axis.span)) / \(axis.stride) + 1 = "
        + Numeral.format(axis.unrounded)
    }.joined()
  }

  // MARK: Slips

  private struct Slip: Sendable {
    let misconception: Misconception
    /// The wrong side and how it comes about; `nil` when it makes no sense.
    let side: @Sendable (ConvolutionAxis) -> (value: Double, working: String)?
  }

  private static func slips(for geometry: ConvolutionGeometry) -> [Slip] {
    geometry.rule == .same ? sameSlips : floorSlips + (geometry.rule == .exact ? exactSlips : [])
  }

  private static func answer(
    _ rows: (value: Double, working: String), _ columns: (value: Double, working: String)
  ) -> Answer {
    if let height = Int(exactly: rows.value), let width = Int(exactly: columns.value) {
      return .size(Extent(height: height, width: width))
    }
    return rows.value == columns.value ? .number(rows.value) : .numbers([rows.value, columns.value])
  }

  private static func text(
    _ rows: (value: Double, working: String), _ columns: (value: Double, working: String)
  ) -> String {
    let sides = [rows.value, columns.value].map { Numeral.format($0) }
    return sides[0] == sides[1] ? sides[0] : sides.joined(separator: "x")
  }

  private static func working(_ slip: Slip, _ geometry: ConvolutionGeometry) -> String {
    let workings = [geometry.rows, geometry.columns].compactMap { slip.side($0)?.working }
    return Set(workings).count == 1 ? workings[0] : "rows \(workings[0]); columns \(workings[1])"
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
    guard value >= 0 else { return nil }
    let sum = zeros ?? " + 2·\(axis.padding)"
    let tail = plus == 0 ? "" : " + \(plus)"
    return (Double(value), "floor((\(axis.input)\(sum) - \(span)) / \(stride))\(tail) = \(value)")
  }

  private static let floorSlips = [
    Slip(misconception: .forgotPadding) { axis in
      axis.padding == 0 ? nil : size(axis, zeros: "", padded: axis.input)
    },
    Slip(misconception: .paddedOnce) { axis in
      axis.padding == 0 ? nil : size(axis, zeros: " + \(axis.padding)", padded: axis.input + axis.padding)
    },
    Slip(misconception: .ignoredDilation) { axis in
      axis.dilation == 1 ? nil : size(axis, span: axis.kernel)
    },
    Slip(misconception: .dilatedWholeKernel) { axis in
      axis.dilation == 1 ? nil : size(axis, span: axis.kernel * axis.dilation)
    },
    Slip(misconception: .dilatedOnce) { axis in
      axis.dilation == 1 ? nil : size(axis, span: axis.kernel + axis.dilation - 1)
    },
    Slip(misconception: .forgotPlusOne) { axis in
      let side = size(axis, plus: 0)
      return side.map { $0.value > 0 } == true ? side : nil
    },
    Slip(misconception: .ignoredStride) { axis in axis.stride == 1 ? nil : size(axis, stride: 1) },
    Slip(misconception: .roundedUp) { axis in
      !axis.fits
        ? (
          Double(axis.windows + 1),
          "ceil((\(axis.input) + 2·\(axis.padding) - \(axis.span)) / \(axis.stride)) + 1 = \(axis.windows + 1)"
        ) : (Double(axis.windows), "\(axis.windows)")
    },
    Slip(misconception: .ignoredKernel) { axis in
      size(axis, span: 1).map {
        ($0.value, "floor((\(axis.input) + 2·\(axis.padding) - 1) / \(axis.stride)) + 1 = \(Int($0.value))")
      }
    },
    Slip(misconception: .sameForFloor) { axis in
      axis.stride == 1 || axis.rule == .exact
        ? nil
        : (
          Double((axis.input + axis.stride - 1) / axis.stride),
          "ceil(\(axis.input) / \(axis.stride)) = \((axis.input + axis.stride - 1) / axis.stride)"
        )
    },
  ]

  private static let exactSlips = [
    Slip(misconception: .floorForExact) { axis in (Double(axis.windows), "\(rounded(axis)) = \(axis.windows)")
    },
    Slip(misconception: .leftFraction) { axis in
      (
        axis.unrounded,
        "(\(axis.input) + 2·\(axis.padding) - \(axis.span)) / \(axis.stride) + 1 = \(Numeral.format(axis.unrounded))"
      )
    },
  ]

  private static let sameSlips = [
    Slip(misconception: .floorForSame) { axis in
      axis.input < axis.span
        ? nil
        : (
          Double((axis.input - axis.span) / axis.stride + 1),
          "floor((\(axis.input) - \(axis.span)) / \(axis.stride)) + 1 = \((axis.input - axis.span) / axis.stride + 1)"
        )
    },
    Slip(misconception: .ignoredStride) { axis in
      (Double(axis.input), "n = \(axis.input) is the size for stride 1")
    },
    Slip(misconception: .roundedDown) { axis in
      (
        Double(axis.input / axis.stride),
        "floor(\(axis.input) / \(axis.stride)) = \(axis.input / axis.stride)"
      )
    },
    Slip(misconception: .forgotPlusOne) { axis in
      axis.input < axis.span || axis.input / axis.stride == (axis.input - axis.span) / axis.stride
        ? nil
        : (
          Double((axis.input - axis.span) / axis.stride),
          "floor((\(axis.input) - \(axis.span)) / \(axis.stride)) = \((axis.input - axis.span) / axis.stride)"
        )
    },
  ]

  private static func rounded(_ axis: ConvolutionAxis) -> String {
    "floor((\(axis.input) + 2·\(axis.padding) - \(axis.span)) / \(axis.stride)) + 1"
  }
}

extension String {
  /// With a capital first letter.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
