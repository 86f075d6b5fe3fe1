public import RealModule

/// An exponential moving average: V ← β·V + (1-β)·D.
///
/// The rule is a value; what it remembers, a single number, is held by the caller as ``MovingAverage/Memory``, so that
/// a series can be replayed from any sample.
public struct MovingAverage: Hashable, Sendable {
  /// The weight of the old average, 0 ≤ β < 1.
  public let beta: Double
  /// How the average starts and is corrected.
  public let start: AverageStart

  /// - Throws: ``AverageError/beta(_:)`` unless 0 ≤ β < 1.
  public init(beta: Double, start: AverageStart) throws(AverageError) {
    guard beta >= 0, beta < 1 else { throw .beta(Numeral.exact(beta)) }
    (self.beta, self.start) = (beta, start)
  }

  /// β as typed.
  ///
  /// - Throws: ``AverageError/beta(_:)`` unless the text is a number with 0 ≤ β < 1.
  public static func beta(parsing text: some StringProtocol) throws(AverageError) -> Double {
    guard let beta = Numeral.parse(text), beta >= 0, beta < 1 else { throw .beta(String(text)) }
    return beta
  }

  /// What is known after some samples; zero before the first.
  public struct Memory: Hashable, Sendable {
    /// The number of samples so far.
    public var count = 0
    /// V, before any correction.
    public var average = 0.0

    /// Before the first sample.
    public init() {}
  }

  /// Takes in one more sample and answers the average shown after it.
  public func add(_ sample: Double, to memory: inout Memory) -> Double {
    memory.count += 1
    if start == .first, memory.count == 1 {
      memory.average = sample
    } else {
      memory.average = beta * memory.average + (1 - beta) * sample
    }
    return shown(memory)
  }

  /// The average that is shown for what is remembered: V, corrected as ``start`` says.
  public func shown(_ memory: Memory) -> Double {
    guard memory.count > 0 else { return 0 }
    switch start {
    case .first, .zero: return memory.average
    case .corrected: return memory.average / Self.biasFactor(beta: beta, count: memory.count)
    case .multiplied: return memory.average * Self.biasFactor(beta: beta, count: memory.count)
    }
  }

  /// The averages shown after each of `samples`.
  public func series(_ samples: some Sequence<Double>) -> [Double] {
    var memory = Memory()
    return samples.map { add($0, to: &memory) }
  }

  /// 1 - βᵗ: the sum of all weights of an average that started at 0, after t = `count` samples.
  @inlinable
  public static func biasFactor(beta: Double, count: Int) -> Double {
    1 - Double.pow(beta, count)
  }
}
