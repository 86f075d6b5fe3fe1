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
    "tanh(x)*sigmoid(y)-x^-3",
    "max(x,y)*min(x,2*y)+abs(x-y)+relu(y)", "(2+x)^y + y^(1+x^2)", "tan(x)/cos(y)",
  ])
  func gradientsAgreeWithDifferences(text: String) throws {
    let expression = try Expression(parsing: text, variables: ["x", "y"])
    expectGradient(at: [0.7, 1.3]) { expression.value($0) }
  }
}
