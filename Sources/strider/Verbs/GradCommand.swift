import ArgumentParser
import Autodiff
import Labs
import Learning

/// `strider grad`: the value, gradient and tape of a typed expression.
struct GradCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grad",
    abstract: "Differentiate a typed expression, node by node.",
    usage: "strider grad <expression> [--at <values>] [--json] [--text] [<options>]",
    discussion: """
      Functions: \(ExpressionError.functions.joined(separator: " ")). Constants: pi e. Products need their * (or ·); √x, |x|, x², π and ½ are read. \
      For example: strider grad "x*y + sin(x)" --at x=1,y=2
      """)

  @Argument(
    parsing: .allUnrecognized, help: ArgumentHelp("The expression, in quotes.", valueName: "expression"))
  var expression: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Where: a value for each variable, as in x=1,y=2.", valueName: "values"))
  var at = ""

  @OptionGroup var output: OutputOptions

  @OptionGroup var look: ScreenOptions

  func run() throws {
    let text = try OptionText.only(
      expression, name: "an expression", example: "strider grad \"x*y + sin(x)\" --at x=1,y=2")
    let expression = try Expression(parsing: text)
    let point = try OptionText("--at", at).point()
    if let name = expression.variables.first(where: { point[$0] == nil }) {
      let sentence =
        "the variable \(Echo.quote(name)) has no value: write for example \(Echo.escape(name))=1"
        + Expression.advice(on: name, given: point.keys.sorted())
      throw UsageError.refused(option: "--at", sentence: sentence, fault: .request)
    }
    if output.opensLab {
      return try LabSession.run(Screen(scene: Scene(GraphScene(expression, at: point))), look)
    }
    let record = try expression.recorded(at: point)
    try output.print(json: json(record), text: GradReport(expression, at: point, record).report)
  }

  private func json(_ record: ExpressionRecord) -> JSON {
    .object([
      "value": .number(record.value),
      "gradient": .object(record.gradient.mapValues { .number($0) }),
      "notes": .array(record.remarks.map { .string($0.listed) }),
      "tape": .array(
        record.nodes.map { node in
          .array([
            .number(node.index), .string(Self.snakeCase(node.operation.name)), .numbers(node.inputs),
            .number(node.value),
            .number(node.adjoint),
          ])
        }),
    ])
  }

  /// `integerPower` as `integer_power`.
  private static func snakeCase(_ name: String) -> String {
    name.reduce(into: "") { text, letter in
      text += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
    }
  }
}
