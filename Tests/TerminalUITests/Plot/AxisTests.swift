import TestSupport
import Testing

@testable import TerminalUI

@Suite struct AxisTests {
  static let linear: [(Double, Double, Int, String)] = [
    (0, 10, 5, "0 2 4 6 8 10"),
    (-2, 2, 4, "-2 -1 0 1 2"),
    (0, 1, 4, "0 0.5 1.0"),
    (0.1, 0.35, 5, "0.10 0.15 0.20 0.25 0.30 0.35"),
    (-4.5, 4.5, 10, "-4 -3 -2 -1 0 1 2 3 4"),
    (0, 1e9, 4, "0 5e8 1e9"),
    (0, 3e-7, 3, "0 1e-7 2e-7 3e-7"),
    (999.9, 1000.1, 2, "999.9 1000.0 1000.1"),
    (0, 123_456, 3, "0 50000 100000"),
  ]

  @Test(arguments: linear)
  func ticksStandAtRoundNumbers(low: Double, high: Double, count: Int, labels: String) {
    let axis = Axis(from: low, to: high, count: count)
    #expect(axis.ticks.map(\.label).joined(separator: " ") == labels)
    #expect(axis.ticks.allSatisfy { $0.place >= low && $0.place <= high })
  }

  static let decades: [(Double, Double, Int, String)] = [
    (-3, 2, 6, "0.001 0.01 0.1 1 10 100"),
    (-6, 1, 10, "1e-6 1e-5 1e-4 1e-3 1e-2 1e-1 1 1e1"),
    (-6, 6, 4, "1e-5 1 1e5"),
    (0, 1, 6, "1 2 5 10"),
    (0.1, 0.6, 3, "2 3"),
    (-200, 200, 5, "1e-160 1 1e160"),
  ]

  @Test(arguments: decades)
  func logarithmicTicksStandAtDecades(low: Double, high: Double, count: Int, labels: String) {
    let axis = Axis(from: low, to: high, scale: .decimalLogarithm, count: count)
    #expect(axis.ticks.map(\.label).joined(separator: " ") == labels)
    #expect(axis.ticks.allSatisfy { $0.place >= low && $0.place <= high })
  }

  @Test func placesAndValuesOfAScaleAreInverse() {
    for value in [1e-12, 0.3, 1, 7, 1e15] {
      let scale = AxisScale.decimalLogarithm
      #expect(abs(scale.value(at: scale.place(of: value)) - value) <= 1e-11 * value)
    }
    let withZero = AxisScale.decimalLogarithmWithZero(leastExponent: -9)
    #expect(withZero.place(of: 0) == -10 && withZero.value(at: -10) == 0 && withZero.place(of: 1e-9) == -9)
    #expect(withZero.value(at: -9) == 1e-9 && withZero.place(of: -1).isNaN)
    #expect(Axis(from: -10, to: 2, scale: withZero, count: 5).ticks.map(\.label) == ["0", "1e-5", "1"])
    #expect(AxisScale.decimalLogarithm.place(of: 0).isNaN)
    #expect(AxisScale.decimalLogarithm.place(of: -1).isNaN)
  }

  @Test func hostileEndsGiveFewTicksAndNoTrap() {
    var random = SeededNumbers(seed: 3)
    for _ in 0..<3000 {
      for scale in [AxisScale.linear, .decimalLogarithm] {
        let axis = Axis(
          from: random.nastyNumber(), to: random.nastyNumber(), scale: scale,
          count: random.next(below: 30) - 2)
        #expect(axis.ticks.count <= 100)
        #expect(axis.ticks.allSatisfy { $0.place.isFinite && !$0.label.isEmpty })
      }
    }
    #expect(Axis(from: 1e15, to: 1e15 + 1, count: 4).ticks.count <= 9)
  }

  @Test(arguments: [
    (0, 7, "0"), (25, -1, "2.5"), (-25, -3, "-0.025"), (5, 0, "5"), (12, 3, "12000"), (1, 6, "1e6"),
    (25, 6, "2.5e7"), (-3, -7, "-3e-7"), (1500, -9, "1.5e-6"), (Int.min, 0, "-9.223372036854775808e18"),
  ])
  func tickLabelsAreSpeltOut(number: Int, exponent: Int, text: String) {
    #expect(TickLabel.text(number, exponent: exponent) == text)
  }
}
