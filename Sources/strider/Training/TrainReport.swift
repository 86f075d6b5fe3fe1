import Autodiff
import Learning

/// What `strider train` and `strider classify` say in words.
struct TrainReport {
  /// The finished text.
  private(set) var report: Report

  /// A report on a training of pictures.
  init<Element: Precision>(_ plan: TrainingPlan, _ run: TrainingRun<Element>) {
    let (data, settings) = (plan.data, plan.settings)
    report = Report("Training of \(plan.source.title) on \(Echo.escape(data.title))")
    var pairs = Self.pairs(plan.network, data, settings)
    if !settings.augmentation.isNone { pairs.append(("augmentation", settings.augmentation.description)) }
    if data == .digits { pairs.append(("digits", DataSet.digitsSource)) }
    report.pairs(pairs)
    add(run, seconds: run.seconds)
    guard plan.listsLosses else { return }
    report.section("Loss of each update, before it is made")
    report.table(
      ["update", "loss"], run.losses.enumerated().map { ["\($0 + 1)", Self.text($1)] })
  }

  /// A report on a training of points.
  init(_ data: DataSet, _ run: TrainingRun<Double>) {
    report = Report("Classification of \(Echo.escape(data.title))")
    report.pairs(Self.pairs(run.trainer.model, data, run.trainer.settings))
    add(run, seconds: nil)
  }

  private static func pairs(
    _ network: ShapedNetwork, _ data: DataSet, _ settings: TrainingSettings
  ) -> [(name: String, value: String)] {
    var pairs = [
      ("network", network.network.description), ("parameters", Numeral.grouped(network.parameters)),
      ("to learn from", Plural.count(data.training.count, "example")),
      ("to test with", Plural.count(data.test.count, "example")),
      (
        "optimizer",
        settings.optimizer.settings.reduce(settings.optimizer.name) { "\($0) \($1.name)=\($1.value)" }
      ),
      ("batch", Plural.count(settings.batchSize, "example")),
    ]
    if settings.schedule != .constant { pairs.append(("schedule", settings.schedule.description)) }
    return pairs.map { (name: $0.0, value: $0.1) }
  }

  private mutating func add<Element: Precision>(_ run: TrainingRun<Element>, seconds: [Double]?) {
    report.section("Epochs")
    let epochs = Array(run.trainer.epochs)
    let rows = Self.milestones(upTo: epochs.count).map { number in
      let epoch = epochs[number - 1]
      return [
        "\(number)", Self.text(epoch.training.loss), Self.share(epoch.training.accuracy),
        epoch.test.map { Self.text($0.loss) } ?? "-", Self.share(epoch.test?.accuracy),
      ] + (seconds.map { [Numeral.format($0[number - 1], digits: 3)] } ?? [])
    }
    report.table(
      ["epoch", "loss", "right", "test loss", "test right"] + (seconds == nil ? [] : ["seconds"]), rows,
      orElse: "none was finished")
    if let end = run.trainer.ending {
      report.section("End")
      report.line("  \(end)")
    }
  }

  /// All epochs up to 20, beyond that 1, 2, 5, 10, 20, 50, … and the last.
  private static func milestones(upTo count: Int) -> [Int] {
    guard count > 20 else { return Array(1..<(count + 1)) }
    var milestones: [Int] = []
    var decade = 1
    while decade <= count {
      milestones += [decade, 2 * decade, 5 * decade].filter { $0 < count }
      decade *= 10
    }
    return milestones + [count]
  }

  private static func text(_ value: Double) -> String { Numeral.format(value, digits: 5) }

  private static func share(_ value: Double?) -> String {
    value.map { Numeral.format(100 * $0, digits: 4) + "%" } ?? "-"
  }
}

extension NetworkSource {
  /// What headings call it.
  fileprivate var title: String {
    switch self {
    case .preset(let preset): preset.name
    case .typed: "a network"
    }
  }
}
