import Learning

/// What `strider ema` says in words.
struct EmaReport {
  /// The finished text.
  let report: Report

  /// A report on `averages` of `data`, all with `beta`.
  init(_ data: AverageData, _ averages: [MovingAverage], beta: Double) {
    let samples = data.samples
    var report = Report("Exponential moving averages of \(data.title)")
    report.pairs([
      ("update", "V <- beta * V + (1 - beta) * D with beta = \(Self.text(beta))"),
      ("window", averages.first.map(Self.window) ?? ""),
      ("samples", "\(samples.count)"),
    ])
    report.section("Ways to start")
    report.pairs(averages.map { ($0.start.rawValue, $0.start.rule) })
    report.section("Sample by sample")
    let told = samples.prefix(Self.mostRows)
    let series = averages.map { $0.series(told) }
    report.table(
      ["t", "data"] + averages.map(\.start.rawValue),
      told.indices.map { index in
        ["\(index + 1)", Self.text(told[index])] + series.map { Self.text($0[index]) }
      })
    if told.count < samples.count {
      let left = Numeral.grouped(samples.count - told.count)
      report.line("  The other \(left) are left out here; --json has them all.")
    }
    self.report = report
  }

  /// The most lines of the table; nobody reads as many, and programs take JSON.
  private static let mostRows = 100_000

  private static func window(of average: MovingAverage) -> String {
    let share = Numeral.format(100 * average.windowShare, digits: 3)
    return "1 / (1 - beta) = \(text(average.window)) samples, which hold \(share)% of the weight"
  }

  private static func text(_ value: Double) -> String { Numeral.format(value, digits: 6) }
}

extension AverageData {
  /// What headings call it.
  fileprivate var title: String {
    switch self {
    case .euroDollar: "the euro in US dollars, 2022 (\(EuroDollar.source))"
    case .noise(let seed): "noise with seed \(seed)"
    case .step: "a step"
    case .ramp: "a ramp"
    case .numbers(let numbers): Plural.count(numbers.count, "number")
    }
  }
}
