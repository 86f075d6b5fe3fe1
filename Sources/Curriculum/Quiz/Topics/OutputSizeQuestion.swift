import Learning

extension QuizTopic {
  /// Output size of a convolution or pooling, under any of the three rules.
  public static let outputSize = QuizTopic(
    "output-size", "output size",
    misconceptions: OutputSizeMisconception.misconceptions + [.exactForFloor, .swappedAxes],
    draft: OutputSizeQuestion.draft)
}

extension Misconception {
  static let exactForFloor = Misconception("refused-where-floor", "refused a stride that does not fit")
  static let swappedAxes = Misconception("swapped-axes", "gave width x height")
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
    let padding = rule == .same ? 0 : Padding(generator.integer(in: 0...min(2, kernel.width - 1)))
    let stride = Extent(generator.integer(in: rule == .same ? 2...4 : 1...4))
    // Keras refuses a stride and a dilation that are both above 1.
    let dilation = Extent(rule != .same && generator.oneIn(3) ? generator.integer(in: 2...3) : 1)
    return try? ConvolutionGeometry(
      input: input, kernel: kernel, padding: padding, stride: stride, dilation: dilation, rule: rule)
  }

  private static func draft(_ geometry: ConvolutionGeometry) -> QuestionDraft {
    var draft = QuestionDraft(
      prompt(geometry), kind: .size,
      given: [
        "input": GivenValue(geometry.input), "kernel": GivenValue(geometry.kernel),
        "padding": .integer(geometry.rule == .same ? 0 : geometry.rows.paddingBefore),
        "stride": .integer(geometry.rows.stride),
        "dilation": .integer(geometry.rows.dilation), "rule": .text(geometry.rule.rawValue),
      ],
      answer: geometry.output.map(Answer.size) ?? .cannot, hints: hints(geometry),
      solution: solution(geometry))
    for slip in OutputSizeMisconception.all(under: geometry.rule) {
      guard let rows = slip.side(geometry.rows), let columns = slip.side(geometry.columns) else { continue }
      let working =
        rows.working == columns.working
        ? rows.working : "rows \(rows.working), columns \(columns.working)"
      draft.slip(
        slip.misconception, answer(rows.value, columns.value), text: text(rows.value, columns.value),
        "\(working): \(slip.remedy)")
    }
    if geometry.rule == .floor, !geometry.fits {
      draft.slip(
        .exactForFloor, .cannot, "\(exact(geometry)) is not whole, and the floor rule rounds it down.")
    }
    if let output = geometry.output, output.height != output.width {
      let (rows, columns) = (output.height, output.width)
      draft.slip(
        .swappedAxes, .size(Extent(height: columns, width: rows)),
        "\(columns)x\(rows) is width x height. The rows give \(rows), the columns \(columns), and the height comes "
          + "first: \(rows)x\(columns).")
    }
    return draft
  }

  private static func answer(_ rows: Double, _ columns: Double) -> Answer {
    if let height = Int(exactly: rows), let width = Int(exactly: columns) {
      return .size(Extent(height: height, width: width))
    }
    return rows == columns ? .number(rows) : .numbers([rows, columns])
  }

  private static func text(_ rows: Double, _ columns: Double) -> String {
    let sides = [rows, columns].map { Numeral.plain($0) }
    return sides[0] == sides[1] ? sides[0] : sides.joined(separator: "x")
  }

  // MARK: Words

  private static func prompt(_ geometry: ConvolutionGeometry) -> String {
    let axis = geometry.rows
    var parts = ["input \(geometry.input.product)", "kernel \(geometry.kernel.product)"]
    if geometry.rule != .same {
      parts.append(axis.paddingBefore == 0 ? "no padding" : "padding \(axis.paddingBefore)")
    }
    parts.append("stride \(axis.stride)")
    if axis.dilation > 1 { parts.append("dilation \(axis.dilation)") }
    let rule =
      switch geometry.rule {
      case .floor: "floor rule"
      case .exact: "exact rule (\"cannot\" if it does not fit)"
      case .same: "same padding (Keras)"
      case .ceil: "ceil rule (PyTorch's ceil_mode)"
      }
    let isSquare = [geometry.input, geometry.kernel].allSatisfy { $0.height == $0.width }
    let order = isSquare ? "" : " (height x width)"
    return "What is the output size\(order)? \(parts.joined(separator: ", ").capitalised), \(rule)."
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
      "(\(axis.input) + 2·\(axis.paddingBefore) - \(axis.span)) / \(axis.stride) + 1 = "
        + Numeral.plain(axis.unrounded)
    }.joined()
  }
}
