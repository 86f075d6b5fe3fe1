import Autodiff
import Learning

/// What `strider grad` says in words.
struct GradReport {
  /// The finished text.
  let report: Report

  /// A report on what was recorded of `expression` at `point`.
  init(_ expression: Expression, at point: [String: Double], _ record: ExpressionRecord) {
    var report = Report("Gradient of \(Echo.escape(expression.source))")
    let names = point.keys.sorted()
    let place = names.map { "\($0) = \(Self.text(point[$0] ?? 0))" }.joined(separator: ", ")
    report.pairs((names.isEmpty ? [] : [("at", place)]) + [("value", Self.text(record.value))])
    if !names.isEmpty {
      report.section("Gradient")
      report.pairs(names.map { ("d/d\($0)", Self.text(record.gradient[$0] ?? 0)) })
    }
    if !record.remarks.isEmpty {
      report.section("Note")
      for remark in record.remarks { report.line("  " + remark.listed) }
    }
    report.section("Tape: every node with its value and its adjoint, d value / d node")
    report.table(
      ["node", "operation", "value", "adjoint"],
      record.nodes.map { node in
        ["\(node.index)", Self.operation(of: node), Self.text(node.value), Self.text(node.adjoint)]
      })
    self.report = report
  }

  private static func text(_ value: Double) -> String { Numeral.format(value, digits: 6) }

  /// The node's formula, operands by their node: `n0 * n1`, `sin(n0)`.
  private static func operation(of node: TapeNode<Double>) -> String {
    let operands = node.inputs.map { "n\($0)" }
    if let sign = signs[node.operation] { return operands.joined(separator: " \(sign) ") }
    if let name = node.name { return name }
    if node.inputs.isEmpty { return node.operation.name }
    if node.operation == .negate { return "-" + operands.joined() }
    if node.operation == .integerPower { return "\(operands.joined())^\(node.parameter ?? 1)" }
    return "\(node.operation.name)(\(operands.joined(separator: ", ")))"
  }

  private static let signs: [Autodiff.Operation: String] = [
    .add: "+", .subtract: "-", .multiply: "*", .divide: "/", .power: "^",
  ]
}
