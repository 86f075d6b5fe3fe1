import Learning
import Testing

@Suite struct ExpressionRemarkTests {
  @Test(
    arguments: [
      ("1 + log(x)", [-1], 5, .logOfNegative(-1)),
      ("ln(x)", [0], 1, .logOfZero),
      ("sqrt(x-1)", [0], 1, .rootOfNegative(-1)),
      ("1/x", [0], 2, .divisionByZero),
      ("0/x", [0], 2, .divisionByZero),
      ("x^0.5", [-4], 2, .powerOfNegative(base: -4, exponent: 0.5)),
      ("x^y", [-2, 2], 2, .powerOfNegative(base: -2, exponent: 2)),
      ("x^-2", [0], 2, .negativePowerOfZero),
      ("x^y", [0, -1], 2, .negativePowerOfZero),
      ("exp(x)", [1000], 1, .overflow),
      ("x*x", [1e200], 2, .overflow),
    ] as [(String, [Double], Int, ExpressionRemark.Kind)])
  func namesTheCause(text: String, arguments: [Double], column: Int, kind: ExpressionRemark.Kind) throws {
    let remarks = try Expression(parsing: text).remarks(arguments)
    #expect(remarks.map(\.column) == [column])
    #expect(remarks.map(\.kind) == [kind])
  }

  @Test func followUpsAreNotRepeated() throws {
    let expression = try Expression(parsing: "exp(sqrt(log(x))) + 1/0")
    #expect(expression.remarks([-1]).map(\.column) == [10, 22])
    #expect(expression.remarks([2]).map(\.kind) == [.divisionByZero])
    #expect(try Expression(parsing: "x^2 + 0^0").remarks([-3]).isEmpty)
  }

  @Test func sentences() throws {
    #expect(
      try Expression(parsing: "log(-1)").remarks([]).map(\.description) == [
        "column 1: log of a negative number, -1, is nan"
      ])
    #expect(
      try Expression(parsing: "x^0.5").remarks([-2]).map(\.description) == [
        "column 2: a negative base, -2, with the exponent 0.5 gives nan (only a constant whole exponent has a value there)"
      ])
  }
}
