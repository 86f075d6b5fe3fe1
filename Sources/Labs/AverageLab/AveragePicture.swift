import Learning

/// What follows from data and β alone: all four averages of every sample, and the one in focus for every β compared.
struct AveragePicture: SettingsPicture {
  let samples: [Double]
  /// The averages after each sample, in the order of `AverageStart.allCases`.
  private let series: [[Double]]
  private let rules: [MovingAverage]
  /// The average in focus with each of several β, from the lowest to the highest; empty unless β are compared.
  let compared: [Compared]

  /// An average with one of several β.
  struct Compared: Equatable, Sendable {
    let rule: MovingAverage
    let values: [Double]
  }

  var stepCount: Int { samples.count }

  /// The averages of `scene`.
  ///
  /// - Throws: ``LabRefusal``
  init(_ scene: AverageScene) throws(LabRefusal) {
    let samples = scene.data.samples
    guard samples.count <= AverageLab.mostSamples else {
      throw LabRefusal(
        "the lab shows up to \(Numeral.grouped(AverageLab.mostSamples)) samples, "
          + "not \(Numeral.grouped(samples.count)); with --text or --json the command takes more")
    }
    self.samples = samples
    (rules, compared) = try LabRefusal.refusing {
      let rules = try AverageStart.allCases.map { try MovingAverage(beta: scene.beta, start: $0) }
      let compared = try (scene.otherBetas.isEmpty ? [] : scene.betas).map { beta in
        let rule = try MovingAverage(beta: beta, start: scene.start)
        return Compared(rule: rule, values: Self.curve(rule, samples))
      }
      return (rules, compared)
    }
    series = rules.map { Self.curve($0, samples) }
  }

  /// Sums of huge samples may overflow; those places are gaps in the curve.
  private static func curve(_ rule: MovingAverage, _ samples: [Double]) -> [Double] {
    rule.series(samples).map { $0.isNaN ? .infinity : $0 }
  }

  private func index(of start: AverageStart) -> Int {
    AverageStart.allCases.firstIndex(of: start) ?? 0
  }

  func average(_ start: AverageStart) -> MovingAverage { rules[index(of: start)] }

  func values(_ start: AverageStart) -> [Double] { series[index(of: start)] }

  /// What the rule of `start` remembers after `count` samples.
  func memory(_ start: AverageStart, after count: Int) -> MovingAverage.Memory {
    var memory = MovingAverage.Memory()
    let rule = average(start)
    for sample in samples.prefix(count) { _ = rule.add(sample, to: &memory) }
    return memory
  }
}
