import Learning
import Testing

@Suite struct VariableValuesTests {
  @Test(
    arguments: [
      ("x=1,y=2", ["x": 1, "y": 2]), ("x = 1, y = −2", ["x": 1, "y": -2]),
      ("x=1/4 w_1=.5", ["x": 0.25, "w_1": 0.5]),
      ("x=2π, y=-√2", ["x": 2 * .pi, "y": -Double(2).squareRoot()]),
      ("x=1; y=2", ["x": 1, "y": 2]), ("x=1\ny=2\n", ["x": 1, "y": 2]), ("", [:]), ("  ", [:]),
    ] as [(String, [String: Double])])
  func reads(text: String, values: [String: Double]) throws {
    #expect(try VariableValues.parse(text) == values)
  }

  @Test(
    arguments: [
      ("x", "\"x\" is not a value: write NAME=NUMBER, as in x=1,y=2"),
      ("2=x", "\"2=x\" is not a value: write NAME=NUMBER, as in x=1,y=2"),
      ("x=1=2", "\"x=1=2\" is not a value: write NAME=NUMBER, as in x=1,y=2"),
      ("x=", "\"\" is not a finite number"), ("x=nan", "\"nan\" is not a finite number"),
      ("x=1,5", "\"1,5\" is not one number; write 1.5 with a point"),
      ("y=2, x=0,5", "\"0,5\" is not one number; write 0.5 with a point"),
      ("x=pi", "\"pi\" is not a finite number; write 3.141592653589793"),
      ("x=2·4, y=1", "\"2·4\" is not a finite number; write 8"),
      ("x=0x10", "\"0x10\" is not a finite number; write 16"),
      ("x=1%", "\"1%\" is not a finite number; write 0.01, or 1"),
      ("pi=3", "pi is a constant"), ("x=1,x=2", "x is given twice"),
    ])
  func refuses(text: String, sentence: String) {
    let error = #expect(throws: VariableValuesError.self) { try VariableValues.parse(text) }
    #expect(error?.description == sentence)
    #expect(error?.fault == .request)
  }
}
