import Learning
import TerminalUI

/// What the graph lab says.
enum GraphWords {
  static func subject(_ lab: GraphLab) -> String {
    switch lab.settings.source {
    case .preset(let preset): preset.title
    case .typed: "typed expression"
    case .network(let example): "typed network, input \(example.volume)"
    }
  }

  static func hint(for lab: GraphLab) -> String {
    if let note = lab.picture.note { return "Note on \(note); see i." }
    switch lab.settings.source {
    case .preset(let preset): return preset.watchFor.asSentence
    case .typed: return watching(lab.picture)
    case .network: return "Watch for the adjoints: each has the shape of the tensor it belongs to."
    }
  }

  /// What holds of every computation: whether shares meet.
  private static func watching(_ picture: GraphPicture) -> String {
    let received = picture.shares.reduce(into: [:]) { $0[$1.input, default: 0] += 1 }
    // The one that is met first on the tape.
    guard let node = received.keys.sorted().first(where: { received[$0, default: 0] > 1 }) else {
      return picture.shares.isEmpty
        ? "" : "Watch for the adjoints: no node is used twice, so each arrives in one share."
    }
    let name = picture.nodes[node].isInput ? picture.nodes[node].text : "#\(node)"
    let times = Plural.count(received[node, default: 0], "time")
    return "Watch for \(name), used \(times): its shares add up."
  }

  /// The node that is computed, or the share that is handed on.
  static func arithmetic(for lab: GraphLab) -> [ArithmeticLine] {
    let picture = lab.picture
    if let record = picture.record { return arithmetic(of: record, for: lab) }
    if let share = lab.share {
      let name = picture.nodes[share.input].text
      let sum = share.isAddition ? ", added to what was there: \(share.total.brief)" : ""
      return [
        ArithmeticLine(
          "chain",
          "adjoint of #\(share.node) · ∂#\(share.node)/∂#\(share.input) = \(share.adjoint)·\(share.partial) = \(share.product)"
        ),
        ArithmeticLine("", "is the share of #\(share.input) (\(name))\(sum)"),
      ]
    }
    guard let active = lab.active else {
      // Without blanks where it would not fit with them.
      let columns = lab.chromeLayout.arithmetic.width - ArithmeticLine.indent
      let isShort = TextWidth.columns(of: picture.expression) <= columns
      return [ArithmeticLine("f", isShort ? picture.expression : picture.plainExpression)]
    }
    let node = picture.nodes[active]
    if lab.computed == picture.nodes.count {
      return [
        ArithmeticLine("value", "f = \(picture.nodes[picture.output].value.brief)"),
        ArithmeticLine("seed", "∂f/∂f = 1 at #\(picture.output): from here the adjoints go back"),
      ]
    }
    return [
      ArithmeticLine(
        "value",
        node.isInput
          ? "#\(active): \(node.text) = \(node.value.brief)"
          : "#\(active): \(node.text) = \(node.numbers) = \(node.value.brief)")
    ]
  }

  static func panel(for lab: GraphLab) -> TextPanel {
    let f = lab.picture.record == nil ? "f" : "L"
    let checks = lab.picture.checks.map {
      "∂\(f)/∂\($0.name) = \($0.exact), by differences \($0.numeric): \($0.outcome.rawValue)"
    }
    let isDone = lab.arrived == lab.picture.shares.count
    let notes =
      lab.picture.remarks.isEmpty
      ? [] : [TextPanel.Part("Notes", lab.picture.remarks.joined(separator: "\n"))]
    return TextPanel(
      notes + [
        TextPanel.Part(
          "The tape",
          "Every operation appends one line: what it was made of and its value. Lines stand after everything they need, so "
            + "one pass from the last to the first is enough to go back."),
        TextPanel.Part(
          "The chain rule",
          "A node hands its adjoint ∂f/∂node, times the local derivative, to each of its operands. Shares that meet add up."
        ),
        TextPanel.Part(
          "Check by differences", isDone ? checks.joined(separator: "\n") : "When all adjoints are in."),
      ])
  }

  static func paragraph(for lab: GraphLab) -> String {
    if let record = lab.picture.record { return paragraph(of: record, for: lab) }
    let (picture, values) = (lab.picture, lab.settings.point.sorted { $0.key < $1.key })
    var sentences = [
      "The function is \(picture.expression) at "
        + values.map { "\($0.key) = \(Numeral.format($0.value))" }.joined(separator: ", ") + ".",
      "So far, \(lab.computed) of \(Plural.count(picture.nodes.count, "node")) computed and \(lab.arrived) of "
        + "\(Plural.count(picture.shares.count, "share")) of adjoints arrived.",
    ]
    if lab.computed == picture.nodes.count {
      sentences.append("The value is \(picture.nodes[picture.output].value.brief).")
    }
    if lab.arrived == picture.shares.count {
      sentences.append(
        "The gradient is " + picture.checks.map { "\($0.exact) for \($0.name)" }.joined(separator: ", ") + "."
      )
    }
    sentences += lab.picture.remarks.map(\.asSentence)
    return sentences.joined(separator: " ")
  }
}
