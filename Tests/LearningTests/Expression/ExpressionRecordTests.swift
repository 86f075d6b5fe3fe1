import Autodiff
import Learning
import RealModule
import TestSupport
import Testing

@Suite struct ExpressionRecordTests {
  @Test func listsEveryNode() throws {
    let record = try Expression(parsing: "x*y + sin(x)").recorded(at: ["x": 1, "y": 2])
    #expect(record.nodes.map(\.operation) == [.variable, .variable, .multiply, .sin, .add])
    #expect(record.nodes.map(\.name) == ["x", "y", nil, nil, nil])
    #expect(record.nodes.map(\.inputs) == [[], [], [0, 1], [0], [2, 3]])
    #expect(record.output == 4)
    #expect(record.value == 2 + Double.sin(1))
    #expect(record.gradient == ["x": 2 + Double.cos(1), "y": 1])
    #expect(record.nodes[2].adjoint == 1)
  }

  @Test func nothingIsSimplified() throws {
    let record = try Expression(parsing: "2*3 + 0*x").recorded(at: ["x": 5])
    #expect(
      record.nodes.map(\.operation) == [
        .variable, .constant, .constant, .multiply, .constant, .multiply, .add,
      ])
    #expect(record.value == 6)
    #expect(record.gradient == ["x": 0])
  }

  /// The number in an exponent may be computed: that is recorded like any other computation, and the power is still the
  /// integer one.
  @Test func computedExponentsAreRecorded() throws {
    let square = try Expression(parsing: "x^(1+1)").recorded(at: ["x": -3])
    #expect(square.nodes.map(\.operation) == [.variable, .constant, .constant, .add, .integerPower])
    #expect(square.nodes[4].inputs == [0] && square.nodes[4].parameter == 2)
    #expect(square.value == 9 && square.gradient == ["x": -6])
    #expect(square.nodes.map(\.adjoint) == [-6, 0, 0, 0, 1])
    let tower = try Expression(parsing: "2^3^2").recorded(at: [:])
    #expect(tower.nodes.map(\.operation) == [.constant, .constant, .integerPower, .integerPower])
    #expect(tower.nodes.map(\.value) == [2, 3, 9, 512])
    #expect(try Expression(parsing: "(-2)^(6/2)", variables: []).value([Double]()) == -8)
    #expect(try Expression(parsing: "x^(1-1)").recorded(at: ["x": 0]).value == 1)
    #expect(try Expression(parsing: "x^-(2)").recorded(at: ["x": 2]).nodes.count == 2)
    #expect(try Expression(parsing: "x^(1/2)").recorded(at: ["x": 4]).nodes.last?.operation == .power)
  }

  @Test func constantsAloneHaveAnOutput() throws {
    let record = try Expression(parsing: "7").recorded(at: [:])
    #expect((record.value, record.output, record.nodes.count) == (7, 0, 1))
    #expect(record.nodes[0].adjoint == 1)
  }

  @Test func otherNamesHaveTheGradientZeroAndMissingOnesAreRefused() throws {
    let expression = try Expression(parsing: "3 + y*y")
    #expect(try expression.recorded(at: ["y": 2, "z": 9]).gradient == ["y": 4, "z": 0])
    let error = #expect(throws: ExpressionError.self) { try expression.recorded(at: ["z": 1]) }
    #expect(error?.description == "column 5: the variable \"y\" has no value")
  }

  @Test(arguments: [
    "x*y + sin(x)", "(1-x)^2 + 100*(y-x^2)^2", "exp(-x*x)/(1+y^2)", "log(3+x*y)*sqrt(2+y)",
    "tanh(x)*sigmoid(y)-x^-3", "(x-3)^(1+1) + y^2^2 - (x-2)^-(4-1)",
    "max(x,y)*min(x,2*y)+abs(x-y)+relu(y)", "(2+x)^y + y^(1+x^2)", "tan(x)/cos(y)",
  ])
  func gradientsAgreeWithDifferences(text: String) throws {
    let expression = try Expression(parsing: text, variables: ["x", "y"])
    expectGradient(at: [0.7, 1.3]) { expression.value($0) }
  }
}
