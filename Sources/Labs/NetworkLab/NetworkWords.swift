import Learning
import TerminalUI

/// What the network lab says.
enum NetworkWords {
  static func subject(_ lab: NetworkLab) -> String {
    let table = lab.picture.main
    guard table.problem == nil else { return "\(table.title) · does not fit" }
    return "\(table.title) · \(Numeral.grouped(table.parameters)) parameters"
  }

  /// The layer that does not fit, and what would do.
  static func problem(_ table: NetworkTables.Table) -> String {
    table.problem.map { $0.description.asSentence } ?? ""
  }

  static func hint(for lab: NetworkLab) -> String {
    let table = lab.picture.main
    if let problem = table.problem {
      return "Layer \(problem.layer + 1) does not fit: in its row stands why, and what would."
    }
    if lab.settings.view == .compare, let other = lab.picture.other { return comparison(table, other) }
    // What is said of a preset holds on its own input.
    if case .preset(let preset) = table.source, preset.input == table.input { return preset.watchFor }
    return watching(table)
  }

  /// What holds of any network: where its parameters are.
  private static func watching(_ table: NetworkTables.Table) -> String {
    guard let most = table.layers.max(by: { $0.parameters < $1.parameters }), most.parameters > 0 else {
      return "Watch for the parameters: none of these layers learns anything."
    }
    return
      "Watch for layer \(most.number): it has \(Numeral.grouped(most.parameters)) of the "
      + "\(Numeral.grouped(table.parameters)) parameters."
  }

  private static func comparison(_ one: NetworkTables.Table, _ other: NetworkTables.Table) -> String {
    guard other.problem == nil else { return problem(other) }
    func side(_ a: Int, _ b: Int, _ what: String) -> String {
      a == b
        ? "as many \(what)" : "\(NetworkColumns.short(abs(a - b))) \(a > b ? "more" : "fewer") \(what)"
    }
    return "The left one has \(side(one.parameters, other.parameters, "parameters")) and "
      + "\(side(one.products, other.products, "products"))."
  }

  /// How the numbers of the layer in focus come about.
  static func arithmetic(for lab: NetworkLab) -> [ArithmeticLine] {
    let table = lab.picture.main
    guard let row = lab.focused else {
      return [ArithmeticLine("input", "\(table.input), \(numbers(table.input)); → works out the first layer")]
    }
    guard row < table.layers.count else {
      return [
        ArithmeticLine("why", problem(table)),
        ArithmeticLine("", "enter changes the layer, x takes it out, n changes the input"),
      ]
    }
    let layer = table.layers[row]
    return [
      ArithmeticLine("shape", layer.shapeArithmetic), ArithmeticLine("learns", layer.parameterArithmetic),
      ArithmeticLine("times", layer.productArithmetic), ArithmeticLine("sees", layer.fieldArithmetic),
    ]
  }

  private static func numbers(_ volume: Volume) -> String {
    guard let count = volume.count else { return "" }
    return Plural.count(count, "number")
  }

  /// Words about what a view shows, its picture first.
  ///
  /// - Parameter hasDiagram: whether the volumes stand above the table.
  static func panel(for view: NetworkScene.View, hasDiagram: Bool) -> TextPanel {
    let parameters = TextPanel.Part(
      "Parameters",
      "A filter has a weight for each cell of its window in each channel it sees, and one bias; it is used at every place. "
        + "A unit of FC has a weight for each number that it gets.")
    let products = TextPanel.Part(
      "Products", "Each weight is multiplied once for every place where it is used; biases are not counted.")
    switch view {
    case .costs:
      return TextPanel([
        TextPanel.Part(
          "Picture",
          "The longer a bar, the larger the layer's share of all parameters, and beside it of all products."),
        parameters, products,
      ])
    case .shapes, .compare:
      let above = hasDiagram ? " Above, sides are heights and numbers of maps widths." : ""
      return TextPanel([
        TextPanel.Part(
          "Picture",
          "The wider a bar, the larger the maps; the denser, the more of them.\(above) All by logarithms."),
        TextPanel.Part(
          "Shapes",
          "A window of f cells that starts every s cells over n cells with p zeros on both sides has "
            + "floor((n + 2p - f) / s) + 1 places. As many maps come out as there are filters."),
        TextPanel.Part(
          "Sees",
          "A window of f cells sees f - 1 steps further, and a step is as long as all strides before it multiplied."
        ),
        parameters, products,
      ])
    }
  }

  static func paragraph(for lab: NetworkLab) -> String {
    let table = lab.picture.main
    var sentences = [
      "The network is \(table.network), on a \(table.input) input.",
      "\(Plural.count(lab.timeline.position, "layer")) of \(table.network.layers.count) "
        + "\(lab.timeline.position == 1 ? "is" : "are") worked out.",
    ]
    if table.problem != nil { sentences.append(problem(table)) }
    for layer in table.layers.prefix(lab.timeline.position) {
      var parts = ["\(layer.number) \(layer.layer) gives \(layer.output)"]
      if layer.parameters > 0 { parts.append("learns \(Plural.grouped(layer.parameters, "number"))") }
      if layer.multiplyAdds > 0 { parts.append("takes \(Plural.grouped(layer.multiplyAdds, "product"))") }
      sentences.append(parts.joined(separator: ", ") + ".")
    }
    if lab.timeline.isAtEnd {
      sentences.append(
        "Together they learn \(Plural.grouped(table.parameters, "number")) and take "
          + "\(Plural.grouped(table.products, "product")) for an image.")
    }
    if let other = lab.picture.other {
      sentences.append(
        "The other network is \(other.network), on a \(other.input) input. " + comparison(table, other))
    }
    return sentences.joined(separator: " ")
  }
}
