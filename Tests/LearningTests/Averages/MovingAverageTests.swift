import Learning
import Testing

@Suite struct MovingAverageTests {
  @Test(arguments: Fact.about("ema"))
  func seriesOfTheLectures(_ fact: Fact) throws {
    let start = try #require(AverageStart(rawValue: try fact["variant"].text ?? ""))
    let average = try MovingAverage(beta: fact["beta"].real, start: start)
    fact.expect(average.series(try fact["data"].reals), try fact.expected.reals)
  }

  @Test(arguments: Fact.about("ema_window"))
  func windows(_ fact: Fact) throws {
    let average = try MovingAverage(beta: fact["beta"].real, start: .first)
    fact.expect(average.window, try fact.expected.real)
  }

  @Test(arguments: Fact.about("ema_last_share"))
  func shareWithinTheWindow(_ fact: Fact) throws {
    let shares = try fact["betas"].reals.map { try MovingAverage(beta: $0, start: .zero).windowShare }
    fact.expect(shares, try fact.expected.reals)
  }

  @Test(arguments: Fact.about("bias_factor"))
  func biasFactors(_ fact: Fact) throws {
    let beta = try fact["beta"].real
    let factors = try fact["ts"].integers.map { MovingAverage.biasFactor(beta: beta, count: $0) }
    fact.expect(factors, try fact.expected.reals)
  }

  @Test(arguments: Fact.about("ema_weights"))
  func weightsOfPastSamples(_ fact: Fact) throws {
    let start = try #require(AverageStart(rawValue: try fact["variant"].text ?? ""))
    let average = try MovingAverage(beta: fact["beta"].real, start: start)
    fact.expect(average.weights(count: try fact["t"].integer), try fact.expected.reals)
  }

  @Test(arguments: AverageStart.allCases)
  func weightsGiveTheAverage(_ start: AverageStart) throws {
    let data = AverageData.noise(seed: 3).samples
    let average = try MovingAverage(beta: 0.93, start: start)
    let weighted = zip(average.weights(count: data.count), data).map { $0 * $1 }.reduce(0, +)
    #expect(abs(weighted - (try #require(average.series(data).last))) < 1e-12)
  }

  @Test func theWrongCorrectionMakesTheStartWorse() throws {
    let right = try MovingAverage(beta: 0.9, start: .corrected).series([10])
    let none = try MovingAverage(beta: 0.9, start: .zero).series([10])
    let wrong = try MovingAverage(beta: 0.9, start: .multiplied).series([10])
    #expect(abs(right[0] - 10) < 1e-12)
    #expect(abs(none[0] - 1) < 1e-12)
    #expect(abs(wrong[0] - 0.1) < 1e-12)
  }

  /// Surfaces and settings: an uncorrected average is within 1% after 44, 228 and 459 samples.
  @Test(arguments: [(0.9, 44), (0.98, 228), (0.99, 459)])
  func uncorrectedAveragesSettleLate(beta: Double, count: Int) throws {
    let average = try MovingAverage(beta: beta, start: .zero)
    let series = average.series([Double](repeating: 1, count: count))
    #expect(series[count - 1] >= 0.99 && series[count - 2] < 0.99)
  }

  @Test(arguments: [1, 1.5, -0.1, Double.nan, .infinity])
  func betaOutsideItsRange(_ beta: Double) {
    #expect(throws: AverageError.self) { try MovingAverage(beta: beta, start: .first) }
  }

  @Test func betaIsReportedAsTyped() {
    #expect(throws: AverageError.beta("1")) { try MovingAverage.beta(parsing: "1") }
    #expect(AverageError.beta("one").description == "beta must be at least 0 and below 1, not \"one\"")
  }

  @Test func updateLines() throws {
    let average = try MovingAverage(beta: 0.9, start: .corrected)
    var memory = MovingAverage.Memory()
    _ = average.add(10, to: &memory)
    let lines = average.lines(adding: 12, to: memory)
    #expect(lines.map(\.names) == ["V ← β·V + (1-β)·D", "VC ← V/(1 - β^t)"])
    #expect(lines.map(\.numbers) == ["V ← 0.9·1 + 0.1·12 = 2.1", "VC ← 2.1/(1 - 0.9^2) = 11.05"])
    let first = try MovingAverage(beta: 0.9, start: .first).lines(adding: -3, to: .init())
    #expect(first.map(\.numbers) == ["V ← -3"])
  }

  @Test func hugeSamplesDoNotTrap() throws {
    let series = try MovingAverage(beta: 0.5, start: .corrected).series([1e308, 1.7e308, -1.7e308])
    #expect(series.count == 3)
  }
}
