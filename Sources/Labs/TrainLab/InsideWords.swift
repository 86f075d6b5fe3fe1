import Learning

/// How the cell that is looked at came about, and what comes back to it, in numbers.
enum InsideWords {
  static func lines(_ lab: TrainLab) -> [ArithmeticLine] {
    guard let making = lab.making, let path = lab.moment?.path else { return [] }
    return [cell(lab, making), sum(lab, making), back(lab, path)].compactMap { $0 }
  }

  /// `row 3, column 6 of map 3`, `number 5`
  private static func place(_ lab: TrainLab) -> String {
    switch lab.run.trainer.model.layers[lab.layer].output {
    case .maps: "row \(lab.cell.row), column \(lab.cell.column) of map \(lab.map + 1)"
    case .vector: "number \(lab.map + 1)"
    }
  }

  private static func format(_ number: Double) -> String { TrainWords.format(number) }

  private static func cell(_ lab: TrainLab, _ making: CellMaking) -> ArithmeticLine {
    let place = place(lab)
    if lab.isGuessing { return ArithmeticLine("cell", "\(place) = ?") }
    let (result, value) = (format(making.result), format(making.value))
    if let activation = making.activation {
      return ArithmeticLine("cell", "\(place): \(activation)(\(result)) = \(value)")
    }
    let words: String
    switch making.work {
    case .convolution, .sum: words = " = \(value)"
    case .pooling(let kind, let numbers):
      let inside = numbers.compactMap { $0 }.map(format).joined(separator: ", ")
      let name =
        switch kind {
        case .max: "the largest of"
        case .average: "the mean of"
        case .sum: "the sum of"
        case .l2: "the root of the sum of squares of"
        }
      words = ": \(name) \(inside) is \(value)"
    case .globalPooling(.max, let numbers):
      words = ": the largest of all \(numbers.count) numbers is \(value)"
    case .globalPooling(.average, let numbers):
      words = ": the mean of all \(numbers.count) numbers is \(value)"
    case .normalisation(let x, let mean, let variance, let scale, let shift):
      words =
        ": (\(format(x)) - \(bracket(mean)))/√(\(format(variance)) + ε)·\(bracket(scale)) + \(bracket(shift)) = \(value)"
    case .activation(let x):
      words = ": \(lab.run.trainer.model.layers[making.layer].layer)(\(format(x))) = \(value)"
    case .softmax(let x, let all): words = ": e^\(bracket(x)) over the sum of \(all.count) such = \(value)"
    case .copy: words = " = \(value), the number before as it was"
    }
    return ArithmeticLine("cell", place + words)
  }

  private static func bracket(_ number: Double) -> String {
    number < 0 ? "(\(format(number)))" : format(number)
  }

  private static func sum(_ lab: TrainLab, _ making: CellMaking) -> ArithmeticLine? {
    let (terms, bias): ([(text: String, value: Double)], Double)
    switch making.work {
    case .convolution(let windows, let own) where windows.count == 1:
      bias = own
      terms = zip(windows[0].numbers, windows[0].weights).map { (TrainWords.product($0, $1), $0 * $1) }
    case .convolution(let windows, let own):
      bias = own
      terms = windows.map { ("\(bracket($0.sum)) of channel \($0.channel + 1)", $0.sum) }
    case .sum(let all, let own):
      bias = own
      terms = all.map { (TrainWords.product($0.number, $0.weight), $0.product) }
    case .pooling, .globalPooling, .normalisation, .activation, .softmax, .copy: return nil
    }
    let sorted = terms.filter { $0.value != 0 }.sorted { abs($0.value) > abs($1.value) }.map(\.text)
    let end = " + bias \(bracket(bias)) = \(format(making.result))"
    guard !sorted.isEmpty else { return ArithmeticLine("sum", "only products with 0\(end)") }
    // The largest come first, as many as have room.
    let room = lab.chromeLayout.arithmetic.width - ArithmeticLine.indent
    var shown = sorted.count
    func text() -> String {
      let more = shown < sorted.count ? " + \(sorted.count - shown) more" : ""
      return sorted.prefix(shown).joined(separator: " + ") + more + end
    }
    while shown > 1, text().count > room { shown -= 1 }
    return ArithmeticLine("sum", text())
  }

  private static func back(_ lab: TrainLab, _ path: NetworkPath) -> ArithmeticLine? {
    if lab.isGuessing { return nil }
    let output = lab.run.trainer.model.layers[lab.layer].output
    let slope = path.gradients[lab.layer][output.place(of: lab.cell, map: lab.map)]
    let isShown = lab.run.trainer.model.scoreLayers.contains { $0.index == lab.layer }
    guard isShown else {
      return ArithmeticLine("back", "the loss is taken from the scores before the softmax")
    }
    let effect = slope == 0 ? "changes nothing" : slope < 0 ? "lowers the loss" : "raises the loss"
    return ArithmeticLine("back", "∂L/∂cell = \(format(slope)): a slightly larger value here \(effect)")
  }
}
