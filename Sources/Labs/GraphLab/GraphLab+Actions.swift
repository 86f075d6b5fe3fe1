import Learning
import TerminalUI

extension GraphLab {
  mutating func perform(_ action: GraphAction) -> Effect? {
    switch action {
    case .timeline(let action): timeline.perform(action)
    case .common(let action): return perform(action)
    case .preset(let step): openPreset(by: step)
    case .view(let step):
      tryChange { $0.view = GraphScene.View.allCases.neighbour(of: $0.view, by: step) }
    case .typeExpression:
      prompt = Prompt(
        .expression, LineEditor(prompt: "expression:", text: picture.expression))
    case .typeValues: openValues(for: picture.expression)
    case .backward: timeline.jump(to: picture.nodes.count)
    }
    return nil
  }

  var code: [TextOverlay.Block] { GraphWords.code(for: self) }
  var paragraph: String { GraphWords.paragraph(for: self) }

  /// There is only one pane.
  mutating func moveFocus(by step: Int) {}

  /// Another computation, or other values for it, begins before its first node.
  mutating func settle(after before: GraphLab) {
    var same = settings
    same.view = before.settings.view
    if same != before.settings { timeline.jump(to: 0) }
  }

  private mutating func openPreset(by step: Int) {
    let all = GraphPreset.allCases
    var next = all[0]
    if case .preset(let present) = settings.source { next = all.neighbour(of: present, by: step) }
    tryChange { scene in
      let view = scene.view
      scene = GraphScene(next)
      scene.view = view
    }
  }

  private mutating func openValues(for expression: String) {
    let pairs = settings.point.sorted { $0.key < $1.key }.map { "\($0.key)=\(Numeral.exact($0.value))" }
    prompt = Prompt(
      .values(expression), LineEditor(prompt: "values:", text: pairs.joined(separator: ", "))
    )
  }

  mutating func openGuess() {
    if timeline.position < picture.nodes.count { timeline.jump(to: picture.nodes.count) }
    guard arrived < picture.shares.count else {
      chrome.refuse("Every adjoint has arrived: go back a step to guess.")
      return
    }
    let next = picture.shares[arrived]
    guard let answer = Numeral.parse(next.product), answer.isFinite, let adjoint = Numeral.parse(next.adjoint)
    else {
      chrome.refuse("What arrives next is no finite number.")
      return
    }
    let node = picture.nodes[next.node]
    let misconceptions = [
      Prediction.Misconception(adjoint, "when the local derivative is left out"),
      Prediction.Misconception(-answer, "with the wrong sign"),
    ]
    let prediction = Prediction(question: "share", answer: answer, misconceptions: misconceptions)
    let target = picture.nodes[next.input].text
    prompt = Prompt(
      .guess(prediction),
      LineEditor(
        prompt: "#\(next.node) = \(node.text) has adjoint \(next.adjoint): share for \(target)?", limit: 40))
  }

  mutating func accept(_ text: String, for purpose: Purpose) throws(LabRefusal) {
    switch purpose {
    case .expression:
      let expression: Expression
      do { expression = try Expression(parsing: text) } catch { throw LabRefusal(error.description) }
      let known = settings.point
      let missing = expression.variables.filter { known[$0] == nil }
      // New variables start at 1; their values are asked for at once.
      let values = expression.variables.map { ($0, known[$0] ?? 1) }
      try open(expression, at: Dictionary(values) { first, _ in first })
      if !missing.isEmpty { openValues(for: text) }
      let given = expression.variables.filter { known[$0] != nil }
      for name in missing {
        guard let meant = Expression.suggestion(for: name, given: given) else { continue }
        prompt?.editor.complaint = "\(name) is a variable of its own; did you mean \(meant)?"
      }
    case .values(let source):
      let expression: Expression
      do { expression = try Expression(parsing: source) } catch { throw LabRefusal(error.description) }
      let values: [String: Double]
      do { values = try VariableValues.parse(text) } catch { throw LabRefusal(error.description) }
      try open(expression, at: values)
    case .guess(let prediction):
      try judge(text, against: prediction, revealing: timeline.position + 1)
    }
  }

  private mutating func open(_ expression: Expression, at values: [String: Double]) throws(LabRefusal) {
    var changed = settings
    if case .preset(let preset) = settings.source, preset.expression == expression.source {
      changed.values = values.filter { preset.values[$0.key] != $0.value }
    } else {
      do { changed = try GraphScene(expression, at: values) } catch { throw LabRefusal(error.description) }
      changed.view = settings.view
    }
    try change { $0 = changed }
  }
}
