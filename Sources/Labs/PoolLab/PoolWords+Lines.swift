import Learning
import TerminalUI

extension PoolWords {
  /// The lines of arithmetic below the picture, for a line of `columns`.
  static func lines(for lab: PoolLab, _ moment: PoolMoment, columns: Int) -> [ArithmeticLine] {
    if lab.picture.stepCount == 0 {
      return [
        ArithmeticLine("size", "no output: \(lab.picture.geometry.formula)"),
        ArithmeticLine("rule", "\"cannot\": the stride leaves something over; o goes on to another rule"),
      ]
    }
    switch lab.settings.view {
    case .grid:
      return [
        now(lab, moment, columns: columns),
        lab.chrome.isCovered ? ArithmeticLine.coveredSize : size(lab.picture, columns: columns),
      ]
    case .backward: return [back(lab, moment, columns: columns), slopes(lab.settings, moment.step)]
    }
  }

  private static func now(_ lab: PoolLab, _ moment: PoolMoment, columns: Int) -> ArithmeticLine {
    if let cursor = lab.cursor, lab.prompt == nil, lab.focus.showsInputs {
      return read(cursor, lab.picture, columns: columns)
    }
    let name = lineName(lab.settings.kind)
    guard let step = moment.step else {
      return ArithmeticLine(name, "nothing computed yet: → takes the first step, space plays")
    }
    if moment.isHidden {
      return ArithmeticLine(name, "output \(PoolWords.name(step.position)): \(task(step))")
    }
    let room = (columns - ArithmeticLine.indent) * rows(lab)
    return ArithmeticLine(name, arithmetic(step, fitting: room - (rows(lab) - 1) * 8))
  }

  /// Lines that there are for the arithmetic of a window.
  private static func rows(_ lab: PoolLab) -> Int {
    lab.chromeLayout.arithmetic.height - 1
  }

  /// The arithmetic of a window with as many of its cells as fit into `columns`.
  static func arithmetic(_ step: PoolingStep, fitting columns: Int) -> String {
    let place = whereMaximum(step)
    var text = arithmetic(step, terms: step.values.count) + place
    guard step.values.count > 2, TextWidth.columns(of: text) > columns else { return text }
    var terms = 2..<step.values.count
    text = arithmetic(step, terms: 2) + place
    while !terms.isEmpty {
      let middle = (terms.lowerBound + terms.upperBound) / 2
      let next = arithmetic(step, terms: middle) + place
      if TextWidth.columns(of: next) > columns {
        terms = terms.lowerBound..<middle
      } else {
        (text, terms) = (next, middle + 1..<terms.upperBound)
      }
    }
    return text
  }

  private static func task(_ step: PoolingStep) -> String {
    switch step.kind {
    case .max: "find the largest number of the window"
    case .average: "add up the window and divide by \(step.divisor)"
    case .sum: "add up the window"
    case .l2: "square the numbers of the window, add up, take the root"
    }
  }

  /// Where the maximum of a window stands; empty for other kinds.
  private static func whereMaximum(_ step: PoolingStep) -> String {
    guard step.kind == .max else { return "" }
    guard let winner = step.winner else { return ", since it is padding alone" }
    let equals = step.values.count { $0 == step.value }
    return equals == 1
      ? ", found at \(name(winner))" : ", the first of \(equals) equals is at \(name(winner))"
  }

  /// The windows that an input cell takes part in.
  private static func read(_ cell: Position, _ picture: PoolPicture, columns: Int) -> ArithmeticLine {
    let uses = picture.geometry.outputs(fedBy: cell)
    let value = "input \(name(cell)) = \(Numeral.format(picture.pooling.input[cell]))"
    if uses.isEmpty { return ArithmeticLine("read", "\(value) is read by no window") }
    var line = "\(value) is read by \(ConvWords.count(uses.count, "window"))"
    if picture.pooling.kind == .max {
      let wins = uses.filter { picture.winners[picture.geometry.step(at: $0.output)] == cell }
      line += wins.isEmpty ? " and wins none" : " and wins \(list(wins.map(\.output), columns: columns))"
    } else {
      line += ": \(list(uses.map(\.output), columns: columns))"
    }
    return ArithmeticLine("read", line)
  }

  /// Places, as many as fit well into one line.
  private static func list(_ places: [Position], columns: Int) -> String {
    let most = max(2, columns / 10)
    return places.prefix(most).map(name).joined(separator: " · ") + (places.count > most ? " · …" : "")
  }

  /// The output size with the numbers put in, and what is left over, in as many words as fit.
  private static func size(_ picture: PoolPicture, columns: Int) -> ArithmeticLine {
    let formula = picture.geometry.formula
    let more = picture.pooling.isGlobal ? "one window over everything" : picture.leftOver
    let long = "\(formula); \(more)"
    return ArithmeticLine(
      "size", TextWidth.columns(of: long) <= columns - ArithmeticLine.indent ? long : formula)
  }
}
