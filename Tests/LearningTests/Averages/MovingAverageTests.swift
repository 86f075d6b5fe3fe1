import Learning
import Testing

@Suite struct MovingAverageTests {
  @Test func theFactsAreThere() {
    #expect(LectureFact.all("ema").count == 20)
    #expect(LectureFact.all("ema_window").count == 5)
    #expect(LectureFact.all("ema_weights").count == 3)
    #expect(LectureFact.all("bias_factor").count == 4)
  }

  @Test(arguments: LectureFact.all("ema"))
  func seriesOfTheLectures(_ fact: LectureFact) throws {
    let start = try #require(AverageStart(rawValue: fact.inputs["variant"].text ?? ""))
    let average = try MovingAverage(beta: #require(fact.inputs["beta"].number), start: start)
    let series = average.series(fact.inputs["data"].numbers)
    #expect(series.count == fact.expected.numbers.count)
    for (value, reference) in zip(series, fact.expected.numbers) { #expect(fact.agrees(value, reference)) }
  }

  @Test(arguments: LectureFact.all("ema_window"))
  func windows(_ fact: LectureFact) throws {
    let average = try MovingAverage(beta: #require(fact.inputs["beta"].number), start: .first)
    #expect(fact.agrees(average.window, try #require(fact.expected.number)))
  }

  @Test(arguments: LectureFact.all("ema_last_share"))
  func shareWithinTheWindow(_ fact: LectureFact) throws {
    for (beta, reference) in zip(fact.inputs["betas"].numbers, fact.expected.numbers) {
      #expect(fact.agrees(try MovingAverage(beta: beta, start: .zero).windowShare, reference))
    }
  }

  @Test(arguments: LectureFact.all("bias_factor"))
  func biasFactors(_ fact: LectureFact) throws {
    let beta = try #require(fact.inputs["beta"].number)
    for (count, reference) in zip(fact.inputs["ts"].numbers, fact.expected.numbers) {
      #expect(fact.agrees(MovingAverage.biasFactor(beta: beta, count: Int(count)), reference))
    }
  }

  @Test(arguments: LectureFact.all("ema_weights"))
  func weightsOfPastSamples(_ fact: LectureFact) throws {
    let start = try #require(AverageStart(rawValue: fact.inputs["variant"].text ?? ""))
    let average = try MovingAverage(beta: #require(fact.inputs["beta"].number), start: start)
    let weights = average.weights(count: Int(try #require(fact.inputs["t"].number)))
    #expect(weights.count == fact.expected.numbers.count)
    for (value, reference) in zip(weights, fact.expected.numbers) { #expect(fact.agrees(value, reference)) }
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
    #expect(average.samplesToSettle() == count)
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
