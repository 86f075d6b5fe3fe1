import Autodiff
import Learning
import TerminalUI

/// A computation walked through: every node as it is computed, then every share of an adjoint as it arrives. Held as texts,
/// since values may be NaN and a lab's state compares with `==`.
struct GraphPicture: SettingsPicture {
  /// A number, or the numbers of a tensor, as they are shown.
  struct Figures: Equatable, Sendable {
    /// In a column of a table, and in the box of a node: with more numbers than fit the least and the largest.
    let brief, boxed: String

    init(_ text: String) { (brief, boxed) = (text, text) }

    init(_ elements: [Double]) {
      guard elements.count > 1 else {
        let text = elements.first.map { Numeral.format($0) } ?? ""
        (brief, boxed) = (text, text)
        return
      }
      let texts = elements.map { Numeral.format($0, digits: 2) }
      let range = [elements.min(), elements.max()].map { Numeral.format($0 ?? .nan, digits: 2) }
        .joined(separator: "…")
      brief = elements.count == 2 ? texts.joined(separator: " ") : range
      boxed = elements.count <= 4 ? texts.joined(separator: " ") : range
    }
  }

  /// One node of the tape.
  struct Node: Equatable, Sendable {
    /// The operation on what it is made of: `x`, `2`, `x · y`, `sin(#3)`.
    let text: String
    /// The same with the operands' values.
    let numbers: String
    let value: Figures
    /// The operation alone: `+`, `·`, `sin`, or the name or number of an input.
    let symbol: String
    /// The operands.
    let inputs: [Int]
    /// ∂node/∂input for each of the inputs; between tensors its size, such as `2x3`.
    let partials: [String]
    let isInput: Bool
    /// Whether it matters which operand is the first.
    let isOrdered: Bool
  }

  /// One share of an adjoint on its way from a node to an operand.
  struct Share: Equatable, Sendable {
    let node, input: Int
    let adjoint, partial, product: String
    /// The operand's adjoint after it.
    let total: Figures
    /// Whether the operand had received a share before.
    let isAddition: Bool
  }

  /// A derivative compared with central differences.
  struct Check: Equatable, Sendable {
    let name, exact, numeric: String
    let outcome: Outcome
  }

  /// What a comparison found.
  enum Outcome: String, Equatable, Sendable {
    case agrees, fine, doubtful, differs
    case undefined = "no value"
    /// Differences straddle a kink, where the tape takes one slope: neither is wrong.
    case kink = "at a kink"

    init(_ band: GradientReport.Band, isAtKink: Bool) {
      switch band {
      case .agrees: self = .agrees
      case .acceptable: self = .fine
      case .doubtful: self = isAtKink ? .kink : .doubtful
      case .wrong: self = isAtKink ? .kink : .differs
      case .undefined: self = .undefined
      }
    }
  }

  let nodes: [Node]
  let shares: [Share]
  /// The tape drawn; `nil` in the other view.
  var drawing: GraphDrawing?
  let checks: [Check]
  /// The node that holds the value.
  let output: Int
  /// Where and why numbers are not finite, and the choices made at kinks.
  let remarks: [String]
  /// The first of them in short.
  let note: String?
  /// What is computed, as it was typed.
  let expression: String
  /// The same in signs that programs read.
  let plainExpression: String
  /// The numbers of a network's tensors; `nil` for an expression.
  let record: NetworkRecord?

  /// Columns that values and adjoints take at most, and their headings.
  var numberColumns: (value: Int, adjoint: Int) {
    (
      nodes.reduce(5) { max($0, TextWidth.columns(of: $1.value.brief)) },
      shares.reduce(7) { max($0, TextWidth.columns(of: $1.total.brief)) }
    )
  }

  /// Steps of the timeline: the nodes, then the shares.
  var stepCount: Int { nodes.count + shares.count }

  init(_ scene: GraphScene) throws(LabRefusal) {
    do {
      switch try scene.computation() {
      case .expression(let expression): try self.init(expression, at: scene.point)
      case .network(let example): self.init(of: try NetworkRecord(example))
      }
      if scene.view.isDrawn { drawing = try GraphDrawing(nodes, shares) }
    } catch { throw LabRefusal("\(error)") }
  }

  private init(_ expression: Expression, at point: [String: Double]) throws(ExpressionError) {
    let record = try expression.recorded(at: point)
    let sweep = Backpropagation(of: record.nodes, from: record.output)
    self.expression = expression.source
    plainExpression = expression.plain
    nodes = record.nodes.map { Self.node($0, among: record.nodes) }
    var received: Set<Int> = []
    shares = sweep.shares.map { share in
      Share(
        node: share.node, input: share.input, adjoint: Numeral.format(share.adjoint),
        partial: Numeral.factor(share.partial), product: Numeral.format(share.product),
        total: Figures(Numeral.format(share.total)), isAddition: !received.insert(share.input).inserted)
    }
    output = record.output
    let arguments = expression.variables.map { point[$0] ?? 0 }
    remarks = record.remarks.map(\.listed)
    note = record.remarks.first?.brief
    let isAtKink = record.remarks.contains(where: \.isKink)
    let report = GradientChecker().check(
      expression.variables.map { record.gradient[$0] ?? 0 }, of: { expression.value($0) }, at: arguments)
    checks = zip(expression.variables, report.entries).map { name, entry in
      Check(
        name: name, exact: Numeral.format(entry.exact, digits: 6),
        numeric: Numeral.format(entry.numeric, digits: 6), outcome: Outcome(entry.band, isAtKink: isAtKink))
    }
    self.record = nil
  }

  private init(of record: NetworkRecord) {
    self.record = record
    expression = record.example.network.description
    plainExpression = expression
    let names = record.nodes.indices.map { record.nodes[$0].name ?? "#\($0)" }
    nodes = record.nodes.indices.map { Self.node($0, of: record, names) }
    var received: Set<Int> = []
    shares = record.shares.map { share in
      Share(
        node: share.node, input: share.input, adjoint: Figures(share.adjoint).brief,
        partial: Self.partial(share), product: Figures(share.product).brief, total: Figures(share.total),
        isAddition: !received.insert(share.input).inserted)
    }
    output = record.output
    (remarks, note) = ([], nil)
    checks = record.checks.map { check in
      Check(
        name: check.name, exact: Figures(check.entries.map(\.exact)).brief,
        numeric: Figures(check.entries.map(\.numeric)).brief,
        outcome: Outcome(check.entries.map(\.band).max() ?? .agrees, isAtKink: false))
    }
  }

  /// Adjoints after `count` shares; `nil` where none has arrived.
  func adjoints(after count: Int) -> [Figures?] {
    var adjoints = [Figures?](repeating: nil, count: nodes.count)
    adjoints[output] = Figures("1")
    for share in shares.prefix(max(0, count)) { adjoints[share.input] = share.total }
    return adjoints
  }
}
