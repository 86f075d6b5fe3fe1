import Learning
import Testing

@Suite struct Convolution1DTests {
  /// `numpy.convolve` and, not flipped, `numpy.correlate` of 1 2 3 4 5 with these kernels.
  @Test(
    arguments: [
      ([1, 10], true, SignalMode.full, [1, 12, 23, 34, 45, 50]),
      ([1, 10], true, .same, [1, 12, 23, 34, 45]),
      ([1, 10], true, .valid, [12, 23, 34, 45]),
      ([1, 10, 100], true, .same, [12, 123, 234, 345, 450]),
      ([1, 10, 100, 1000], true, .same, [12, 123, 1234, 2345, 3450]),
      ([1, 10], false, .full, [10, 21, 32, 43, 54, 5]),
      ([1, 10], false, .same, [10, 21, 32, 43, 54]),
      ([1, 10, 100, 1000], false, .same, [2100, 3210, 4321, 5432, 543]),
    ] as [([Double], Bool, SignalMode, [Double])])
  func agreesWithNumPy(kernel: [Double], flipped: Bool, mode: SignalMode, expected: [Double]) throws {
    let convolution = try Convolution1D(
      signal: [1, 2, 3, 4, 5], kernel: kernel, mode: mode, flipped: flipped)
    #expect(convolution.output() == expected)
    #expect(try (0..<convolution.count).map { try convolution.step($0).sum } == expected)
  }

  @Test func fullAllowsLongKernelsAndTheOthersRefuseThem() throws {
    #expect(try Convolution1D(signal: [2], kernel: [1, 2, 3]).output() == [6, 4, 2])
    for mode in [SignalMode.same, .valid] {
      #expect(throws: SignalError.kernelLonger(3, than: 1, mode)) {
        try Convolution1D(signal: [2], kernel: [1, 2, 3], mode: mode)
      }
    }
    #expect(
      SignalError.kernelLonger(3, than: 1, .same).description
        == "mode same needs a kernel no longer than the signal: it has 3 weights for 1 sample")
  }

  @Test func refusesWhatIsNoSignal() {
    #expect(throws: SignalError.empty(.signal)) { try Convolution1D(signal: [], kernel: [1]) }
    #expect(throws: SignalError.empty(.kernel)) { try Convolution1D(signal: [1], kernel: []) }
    #expect(throws: SignalError.notFinite(.kernel, index: 1)) {
      try Convolution1D(signal: [1], kernel: [1, .nan])
    }
    let long = [Double](repeating: 1, count: 1_000_000)
    #expect(throws: SignalError.tooLong(.signal)) { try Convolution1D(signal: long + [1], kernel: [1]) }
    #expect(throws: SignalError.geometry(.outputTooLarge(Extent(height: 1, width: 1_000_001)))) {
      try Convolution1D(signal: long, kernel: [1, 1])
    }
  }

  @Test func aStepShowsItsArithmetic() throws {
    let convolution = try Convolution1D(signal: [0, 1, 2, 3, 4], kernel: [1, -1, 2], flipped: true)
    let step = try convolution.step(3)
    #expect(step.arithmetic() == "1·2 + 2·(-1) + 3·1 = 3")
    #expect(step.start == 1)
    #expect(step.isFullyInside)
    let last = try convolution.step(6)
    #expect(last.terms.map(\.sample) == [4])
    #expect(last.terms.map(\.tap) == [0])
    #expect(throws: GeometryError.self) { try convolution.step(7) }
  }
}
