import Learning
import TerminalUI

extension ConvWords {
  /// The lines of arithmetic below the picture, for a line of `columns`.
  static func lines(for lab: ConvLab, _ moment: ConvMoment, columns: Int) -> [ArithmeticLine] {
    switch lab.picture {
    case .plane(let plane):
      if lab.settings.view == .backward {
        backwardLines(for: lab, plane, moment, columns: columns)
      } else if lab.settings.view == .compare, let step = moment.step, !moment.isHidden {
        conventions(lab.settings, step, columns: columns)
      } else {
        [now(lab, plane, moment, columns: columns), second(lab, plane, moment, columns: columns)]
      }
    case .signal(let signal): signalLines(for: lab, signal, moment)
    }
  }

  /// What is computed at this moment.
  private static func now(
    _ lab: ConvLab, _ plane: PlanePicture, _ moment: ConvMoment, columns: Int
  ) -> ArithmeticLine {
    if plane.stepCount == 0 {
      return ArithmeticLine("sum", "no output: \(plane.geometry.formula); o changes the rule")
    }
    if let cursor = lab.cursor, lab.prompt == nil, lab.focus == .input {
      return fed(by: cursor, plane, columns: columns)
    }
    if let cursor = lab.cursor, lab.prompt == nil, lab.focus == .kernel, let step = moment.step {
      return met(by: cursor, step, moment)
    }
    guard let step = moment.step else {
      return ArithmeticLine("sum", "nothing computed yet: → takes the first step, space plays")
    }
    let place = "\(step.position.row),\(step.position.column)"
    if moment.isHidden {
      return ArithmeticLine(
        "sum", "output \(place): window times kernel, cell by cell, then the sum of all")
    }
    let rows = max(1, lab.chromeLayout.arithmetic.height - 1)
    // Lines that are wrapped lose some columns at their ends.
    let room = (columns - ArithmeticLine.indent) * rows - (rows - 1) * 8
    return ArithmeticLine("sum", arithmetic(step, fitting: room))
  }

  /// The arithmetic of a window up to its result, with as many of its products as fit into `columns`.
  private static func arithmetic(_ step: ConvolutionStep, fitting columns: Int) -> String {
    let finish = step.finish().map { ", then \($0)" } ?? ""
    // No product takes fewer columns than `+ 1·1 `.
    var terms = max(2, min(step.window.cells.count, columns / 6 + 1))
    var text = step.arithmetic(terms: terms) + finish
    while terms > 2, TextWidth.columns(of: text) > columns {
      terms -= 1
      text = step.arithmetic(terms: terms) + finish
    }
    return text
  }

  /// The outputs that an input cell takes part in.
  private static func fed(by cell: Position, _ plane: PlanePicture, columns: Int) -> ArithmeticLine {
    let value = Numeral.format(plane.convolution.input[cell])
    let uses = plane.geometry.outputs(fedBy: cell)
    let name = "input \(cell.row),\(cell.column) = \(value)"
    if uses.isEmpty { return ArithmeticLine("feeds", "\(name) is read by no window") }
    let kernel = plane.convolution.appliedKernel
    var line = "\(name) feeds \(count(uses.count, "output")):"
    for (index, use) in uses.enumerated() {
      let next = " \(use.output.row),\(use.output.column) by \(Numeral.format(kernel[use.kernel]))"
      let separator = index == 0 ? "" : " ·"
      let isLast = index == uses.count - 1
      let room = columns - ArithmeticLine.indent - (isLast ? 0 : 4)
      guard TextWidth.columns(of: line + separator + next) <= room else {
        line += " · …"
        break
      }
      line += separator + next
    }
    return ArithmeticLine("feeds", line)
  }

  /// What a kernel cell meets in the shown window.
  private static func met(by cell: Position, _ step: ConvolutionStep, _ moment: ConvMoment) -> ArithmeticLine
  {
    guard step.kernel.contains(cell) else { return ArithmeticLine("meets", "") }
    let place = moment.touched.map { "input \($0.row),\($0.column)" } ?? "padding"
    let product =
      "\(Numeral.factor(step.window[cell]))·\(Numeral.factor(step.kernel[cell])) = \(Numeral.format(step.products[cell]))"
    return ArithmeticLine(
      "meets",
      "kernel \(cell.row),\(cell.column) = \(Numeral.format(step.kernel[cell])) meets \(place): \(product)")
  }

  private static func second(
    _ lab: ConvLab, _ plane: PlanePicture, _ moment: ConvMoment, columns: Int
  ) -> ArithmeticLine {
    guard case .unrolled = lab.settings.view, let active = moment.active else {
      return lab.chrome.isCovered ? ArithmeticLine.coveredSize : size(plane, columns: columns)
    }
    let all = plane.convolution.input.cells.count
    let used = plane.geometry.window(of: active).count { $0.input != nil }
    return ArithmeticLine(
      "zeros",
      "\(used) of \(all) weights are the kernel's, \(all - used) are 0, "
        + "for each of \(count(plane.geometry.steps, "output"))")
  }

  /// The same window under both conventions.
  private static func conventions(
    _ scene: ConvolutionScene, _ step: ConvolutionStep, columns: Int
  ) -> [ArithmeticLine] {
    var other = scene
    other.isFlipped.toggle()
    guard let counterpart = try? other.convolution().step(at: step.position) else { return [] }
    let (plain, turned) = scene.isFlipped ? (counterpart, step) : (step, counterpart)
    return [("as is", plain), ("turned", turned)].map { name, step in
      ArithmeticLine(name, arithmetic(step, fitting: columns - ArithmeticLine.indent))
    }
  }

  /// The output size with the numbers put in, and what is left over, in as many words as fit.
  private static func size(_ plane: PlanePicture, columns: Int) -> ArithmeticLine {
    let geometry = plane.geometry
    let span = geometry.spanFormula.map { "span \($0); " } ?? ""
    let formula = span + geometry.formula
    // Hatched cells need their explanation more than the span needs its own.
    let texts =
      ["\(formula); \(plane.leftOver)"] + (plane.hasUnread ? ["\(geometry.formula); \(plane.leftOver)"] : [])
    let room = columns - ArithmeticLine.indent
    return ArithmeticLine("size", texts.first { TextWidth.columns(of: $0) <= room } ?? formula)
  }
}
