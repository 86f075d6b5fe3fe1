import Learning

/// What `strider pool` says in words.
struct PoolReport {
  /// The finished text.
  let report: Report

  /// A report on `poolings`, which are alike but for their channel; `title` is what they pool.
  init(_ poolings: [Pooling], of title: String) {
    let (kind, geometry) = (poolings[0].kind, poolings[0].geometry)
    var report = Report("Pooling of \(title): \(kind.result) of each window")
    report.pairs(Self.settings(of: poolings[0]))
    guard geometry.output != nil else {
      report.section("Output")
      report.line("  cannot: the stride leaves a remainder, and the rule is exact")
      self.report = report
      return
    }
    for (index, pooling) in poolings.enumerated() {
      let channel = poolings.count == 1 ? "" : " of channel \(index + 1)"
      report.section("Input\(channel), \(geometry.input.product)")
      report.rows(pooling.input)
      report.section("Output\(channel), \(geometry.windows.product)")
      report.rows(pooling.output())
      guard geometry.steps <= 64, geometry.kernel.height * geometry.kernel.width <= 25 else { continue }
      report.section("Cell by cell\(channel)")
      report.pairs(
        (0..<geometry.steps).compactMap { index in
          let position = geometry.position(ofStep: index)
          guard let step = try? pooling.step(at: position) else { return nil }
          return ("row \(position.row), column \(position.column)", step.arithmetic(digits: 6))
        })
    }
    self.report = report
  }

  private static func settings(of pooling: Pooling) -> [(name: String, value: String)] {
    let geometry = pooling.geometry
    var settings = [
      ("window", geometry.kernel.product), ("stride", geometry.stride.description),
      ("padding", (geometry.rule == .same ? "same, " : "") + geometry.padding.words),
    ]
    if let formula = geometry.spanFormula {
      settings += [("dilation", geometry.dilation.description), ("span", formula)]
    }
    if pooling.excludesPadding { settings.append(("divided by", "the cells inside the input")) }
    if geometry.rule == .exact || geometry.rule == .ceil {
      settings.append(("rule", geometry.rule.explanation))
    }
    return settings + [("size", geometry.formula)]
  }
}

extension PoolingKind {
  /// What a window is reduced to, in words.
  var result: String {
    switch self {
    case .max: "the largest cell"
    case .average: "the average"
    case .sum: "the sum"
    case .l2: "the root of the sum of squares"
    }
  }
}
