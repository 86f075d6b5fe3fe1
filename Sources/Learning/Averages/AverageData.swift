/// What a moving average is taken of.
public enum AverageData: Hashable, Sendable {
  /// US dollars per euro through 2022.
  case euroDollar
  /// 120 samples scattered normally around 10 with a standard deviation of 2.
  case noise(seed: UInt64 = 1)
  /// 100 samples: 0 twenty times, then 1.
  case step
  /// 100 samples: 0, 1, 2, …
  case ramp
  /// Numbers as typed or read from a file; finite, at least one, at most ``Limits/cells``.
  case numbers([Double])

  /// The data that have a name.
  private static func named(seed: UInt64) -> [AverageData] {
    [.euroDollar, .noise(seed: seed), .step, .ramp]
  }

  /// What data are called on the command line and in scenes.
  public static let names = named(seed: 1).map(\.text)

  static var namesInWords: String { names.joined(separator: ", ") }

  /// The data that `text` names or lists: `eur-usd`, `10 12 9`, `10,12,9`.
  ///
  /// - Parameter seed: determines `noise`.
  /// - Throws: ``AverageError``
  public init(parsing text: String, seed: UInt64 = 1) throws(AverageError) {
    if let named = Self.named(seed: seed).first(where: { $0.text == text }) {
      self = named
      return
    }
    guard NumberColumn.isTyped(text) else { throw .unknownData(text) }
    do { self = .numbers(try NumberColumn(typed: text).numbers) } catch { throw .table(error) }
  }

  /// The given samples.
  ///
  /// - Throws: ``AverageError/table(_:)`` unless there is at least one, all are finite, and there are not too many.
  public init(samples: [Double]) throws(AverageError) {
    guard !samples.isEmpty else { throw .table(.empty) }
    guard samples.count <= Limits.cells else { throw .table(.tooManyCells) }
    if let index = samples.firstIndex(where: { !$0.isFinite }) {
      throw .table(.notFinite(Numeral.exact(samples[index]), at: .sample(index)))
    }
    self = .numbers(samples)
  }

  /// The numbers, oldest first.
  public var samples: [Double] {
    switch self {
    case .euroDollar: EuroDollar.rates
    case .noise(let seed): Self.noise(seed: seed)
    case .step: (0..<100).map { $0 < 20 ? 0 : 1 }
    case .ramp: (0..<100).map { Double($0) }
    case .numbers(let numbers): numbers
    }
  }

  /// The text that reads back as these data, apart from a seed.
  public var text: String {
    switch self {
    case .euroDollar: "eur-usd"
    case .noise: "noise"
    case .step: "step"
    case .ramp: "ramp"
    case .numbers(let numbers): numbers.map(Numeral.exact).joined(separator: ",")
    }
  }

  /// What to look at, in one line.
  public var watchFor: String {
    switch self {
    case .euroDollar: "watch for the average turning later, by about beta/(1-beta) days"
    case .noise: "watch for the scatter shrinking to sqrt((1-beta)/(1+beta)) of the data's"
    case .step: "watch for 63% of the jump, or more, after a window of 1/(1-beta) samples"
    case .ramp: "watch for the lag settling at beta/(1-beta) samples"
    case .numbers: "watch for the first values: they show how the average starts"
    }
  }

  /// Whether a seed belongs to the data.
  var isNoise: Bool { if case .noise = self { true } else { false } }

  private static func noise(seed: UInt64) -> [Double] {
    var generator = SplitMix64(seed: seed)
    return (0..<120).map { _ in 10 + 2 * generator.normal() }
  }
}
