import Learning
import Testing

@Suite struct NumeralTests {
  @Test(
    arguments: [
      (2.0, "2"), (-0.5, "-0.5"), (1.0 / 3, "0.3333"), (2.0 / 3, "0.6667"), (1e-9, "1e-9"), (0.0, "0"),
      (-0.0, "0"),
      (12345.6, "12346"), (123456, "123456"), (9_999_999, "9999999"), (12_345_678, "1.235e7"),
      (1.5e8, "1.5e8"),
      (99999.99, "100000"), (0.99996, "1"), (0.00012345, "0.0001235"), (0.00005, "5e-5"),
      (-1234.5678, "-1235"),
      (.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"), (.greatestFiniteMagnitude, "1.798e308"),
      (.leastNonzeroMagnitude, "5e-324"), (9_999_999.6, "1e7"), (0.1 + 0.2, "0.3"), (2.5, "2.5"),
    ] as [(Double, String)])
  func formatRoundsToFourDigits(value: Double, text: String) {
    #expect(Numeral.format(value) == text)
  }

  @Test(
    arguments: [
      (0.125, 2, "0.13"), (2.449489742783178, 7, "2.44949"), (3.14159, 1, "3"), (0.5, 0, "0.5"), (7, -3, "7"),
    ] as [(Double, Int, String)])
  func formatHeedsDigits(value: Double, digits: Int, text: String) {
    #expect(Numeral.format(value, digits: digits) == text)
  }

  @Test func factorsOfNegativesStandInParentheses() {
    #expect(Numeral.factor(-1) == "(-1)")
    #expect(Numeral.factor(3) == "3")
    #expect(Numeral.factor(-0.0) == "0")
    #expect(Numeral.factor(-.infinity) == "(-inf)")
  }

  @Test func exactReadsBackAsTheSameNumber() {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<2_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      #expect(Numeral.parse(Numeral.exact(value)) == value)
    }
    #expect(Numeral.exact(1.0 / 3) == "0.3333333333333333")
    #expect(Numeral.exact(1e15) == "1000000000000000")
    #expect(Numeral.exact(1e16) == "1e16")
    #expect(Numeral.exact(-0.1) == "-0.1")
  }

  @Test func formatNeverTrapsAndStaysClose() {
    var generator = SplitMix64(seed: 12)
    for _ in 0..<2_000 {
      let value = Double(bitPattern: generator.next())
      let text = Numeral.format(value, digits: generator.integer(in: -2...20))
      guard value.isFinite else { continue }
      #expect(Numeral.parse(text) != nil, "\(text)")
    }
    for _ in 0..<500 {
      let value = (generator.uniform() - 0.5) * 1e4
      let read = Numeral.parse(Numeral.format(value, digits: 6))
      #expect(abs((read ?? .nan) - value) <= 1e-5 * abs(value))
    }
  }

  @Test(
    arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (1_000_000, "1,000,000"), (-12345, "-12,345")]
      as [(Int, String)])
  func groupedSeparatesThousands(value: Int, text: String) {
    #expect(Numeral.grouped(value) == text)
  }

  @Test(arguments: [
    "0x10", "1 ", " 1", "", "-", "1e", "e1", "1,5", "١", "1_000", "0b1", "abc", "--1", "+-1", "2é", "√",
    "√-2", "√√2", "ππ", "π2", "2½", "½½", "2√", "√2√3", "五", "²", "-+π", "√/2", "1/√2/3", "2·π", "√inf",
    "infπ",
  ])
  func parseRefuses(text: String) {
    #expect(Numeral.parse(text) == nil)
  }

  @Test(
    arguments: [
      ("0,9", "0.9"), ("1,234.5", "1234.5"), ("1.234,5", "1234.5"), ("1,234,567.8", "1234567.8"),
      ("-1.234.567,8", "-1234567.8"), (",5", ".5"), ("1,2,3", nil), ("1.2,3.4", nil), ("1.5", nil),
      ("0.2,", nil), ("0.2,5", nil), ("1,5.5", nil), ("12,34.5", nil), ("5,", nil),
      ("a,b", nil),
    ] as [(String, String?)])
  func commasBecomePoints(text: String, plain: String?) {
    #expect(Numeral.withPoint(text) == plain)
  }

  @Test func oneOfAKindIsSaidInTheSingular() throws {
    #expect(Plural.grouped(1, "product") == "1 product" && Plural.grouped(1344, "number") == "1,344 numbers")
    let layers = try ShapedNetwork(Network(parsing: "FC 1"), input: Volume(parsing: "1")).layers
    #expect(layers.map(\.productArithmetic) == ["1 unit of 1 = 1"])
  }

  @Test func parseReads() {
    #expect(Numeral.parse("-1.5e2") == -150)
    #expect(Numeral.parse(".5") == 0.5)
    #expect(Numeral.parse("+3") == 3)
    #expect(Numeral.parse("1e999") == .infinity)
    #expect(Numeral.parse("-INF") == -.infinity)
    #expect(Numeral.parse("nan")?.isNaN == true)
    #expect(
      Numeral.parse("√2") == Double(2).squareRoot() && Numeral.parse("−√2/2") == -Double(2).squareRoot() / 2)
    #expect(
      Numeral.parse("π") == .pi && Numeral.parse("+2π") == 2 * .pi
        && Numeral.parse("-1.5π/4") == -1.5 * .pi / 4)
    #expect(Numeral.parse("½") == 0.5 && Numeral.parse("-¾") == -0.75 && Numeral.parse("½/2") == 0.25)
    #expect(Numeral.parse("3√2") == 3 * Double(2).squareRoot() && Numeral.parse("－１．５") == -1.5)
    #expect(Numeral.advice(on: "3²") == "; write 9" && Numeral.advice(on: "|-3|") == "; write 3")
  }
}
