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
        .expression,
        LineEditor(prompt: picture.record == nil ? "expression:" : "network:", text: picture.expression))
    case .typeValues:
      if let example = picture.record?.example {
        prompt = Prompt(.input, LineEditor(prompt: "input:", text: example.typedPlanes))
      } else {
        openValues(for: picture.expression)
      }
    case .backward: timeline.jump(to: picture.nodes.count)
    case .target(let step): changeTarget(by: step)
    case .seed(let step): changeExample { $0.seed &+= UInt64(bitPattern: Int64(step)) }
    }
    return nil
  }

  var code: [TextOverlay.Block] { GraphCode.blocks(for: self) }
  var paragraph: String { GraphWords.paragraph(for: self) }

  /// From number to number of a tensor.
  mutating func moveFocus(by step: Int) {
    if picture.record != nil { element &+= step }
  }

  /// Another computation, or other values for it, begins before its first node.
  mutating func settle(after before: GraphLab) {
    var same = settings
    same.view = before.settings.view
    if same != before.settings { timeline.jump(to: 0) }
  }

  /// The next right class, going round; a single output should give half a unit more or less.
  private mutating func changeTarget(by step: Int) {
    guard let network = picture.record?.network else { return changeExample { _ in } }
    let count = network.output.features
    changeExample { example in
      if count == 1 {
        example.target += 0.5 * Double(step)
      } else {
        example.target = Double((Int(example.target) + step + count) % count)
      }
    }
  }

  /// Changes what a network is put on; the view stays.
  private mutating func changeExample(_ edit: (inout NetworkExample) -> Void) {
    guard var example = picture.record?.example else {
      chrome.refuse("That is for networks: e goes on to one, and t types one.")
      return
    }
    edit(&example)
    tryChange { try $0.show(example) }
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

  mutating func accept(_ text: String, for purpose: Purpose) throws(LabRefusal) {
    switch purpose {
    case .input:
      guard var example = picture.record?.example else { return }
      try change {
        example.planes = try Grid.planes(parsing: text)
        try $0.show(example)
      }
    case .expression:
      if let network = network(text) {
        var example = NetworkExample(network, planes: NetworkExample.usualPlanes)
        if let present = picture.record?.example {
          (example.planes, example.seed) = (present.planes, present.seed)
        }
        try change { try $0.show(example) }
        return
      }
      let expression = try LabRefusal.refusing { try Expression(parsing: text) }
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
      let (expression, values) = try LabRefusal.refusing {
        (try Expression(parsing: source), try VariableValues.parse(text))
      }
      try open(expression, at: values)
    case .guess(let prediction):
      try judge(text, against: prediction, revealing: timeline.position + 1)
    }
  }

  /// A network, where that is meant: what reads as an expression is one, unless there is a network now.
  private func network(_ text: String) -> Network? {
    guard let network = try? Network(parsing: text) else { return nil }
    if picture.record != nil { return network }
    return (try? Expression(parsing: text)) == nil ? network : nil
  }

  private mutating func open(_ expression: Expression, at values: [String: Double]) throws(LabRefusal) {
    try change { scene in
      if case .preset(let preset) = scene.source,
        case .expression(expression.source, let usual) = preset.computation
      {
        scene.values = values.filter { usual[$0.key] != $0.value }
      } else {
        let view = scene.view
        scene = try GraphScene(expression, at: values)
        scene.view = view
      }
    }
  }
}
