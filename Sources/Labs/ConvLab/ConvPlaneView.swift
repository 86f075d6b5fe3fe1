import Learning
import TerminalUI

/// What the views in two dimensions have in common: the input, the kernel and the output, and what a window makes of them.
protocol ConvPlaneView: WindowView where Owner == ConvLab, Windows == PlanePicture {
  /// The window opened up that the timeline, a question or a cursor among the outputs points to.
  var opened: ConvolutionStep? { get }
}

extension ConvPlaneView {
  /// The shown window opened up; `nil` while a cursor asks for something else.
  var step: ConvolutionStep? { shown.active == nil ? nil : opened }

  /// The input cell that the kernel cell at the cursor meets in the shown window.
  var touched: Position? {
    guard let tap = shown.tap, let active = shown.active else { return nil }
    return geometry.inputCell(output: active, tap: tap)
  }

  /// The window that `shown` points to, or that it would without a cursor among the inputs.
  static func opened(_ lab: ConvLab, _ plane: PlanePicture, _ shown: ShownWindow) -> ConvolutionStep? {
    (shown.active ?? lab.pointed(in: plane)).flatMap { try? plane.convolution.step(at: $0) }
  }

  // MARK: Layout

  var inputPane: PaneBoard<ConvPane>.Pane { inputPane(.input, width: windows.input.width) }

  var kernelPane: PaneBoard<ConvPane>.Pane {
    let size = "kernel \(windows.convolution.kernel.extent.product)"
    return plainPane(
      .kernel, lab.showsTurnedKernel ? "\(size), turned" : size, geometry.kernel, width: windows.kernel.width)
  }

  /// Input, kernel and output.
  var windowBoard: PaneBoard<ConvPane> {
    let input = PaneBoard.Column([inputPane], sign: "⋆")
    // Empty cells could be counted.
    if lab.chrome.isCovered { return PaneBoard([input, PaneBoard.Column([kernelPane])]) }
    var label = outputSize
    if geometry.output != nil {
      let bias = lab.settings.bias
      if bias != 0 { label += " \(bias > 0 ? "+" : "")\(Numeral.format(bias))" }
      if lab.settings.hasReLU { label += ", ReLU" }
    }
    return PaneBoard([
      input, PaneBoard.Column([kernelPane], sign: "="),
      PaneBoard.Column([outputPane(.output, label, width: windows.output.width)]),
    ])
  }

  // MARK: Cells

  func drawnPlace(of cell: Position, in pane: ConvPane) -> (pane: ConvPane, place: Position) {
    (pane, pane == .input ? windows.padded(cell) : cell)
  }

  func target(of place: Position, in pane: ConvPane) -> (pane: ConvPane, cell: Position?)? {
    (pane, pane == .input ? windows.inputCell(atPadded: place) : place)
  }

  var openingCell: Position {
    let corner = Position(row: 0, column: 0)
    guard let active = lab.pointed(in: windows) else { return corner }
    return switch lab.focus {
    case .output, .counterpart, .upstream: active
    case .input, .inputGradient: geometry.window(of: active).compactMap(\.input).first ?? corner
    case .kernel, .turnedKernel, .kernelGradient, .biasGradient, .strip, .window, .weights, .products, .sum:
      corner
    }
  }

  func inputCell(atPadded place: Position, isLit: Bool = false) -> GridCell {
    let isTap = shown.active.flatMap { windows.tap(onPadded: place, of: $0) } != nil
    var content = inputCell(windows.input, atPadded: place, isTap: isTap)
    guard let cell = windows.inputCell(atPadded: place) else { return content }
    if isLit { content.style = content.style.on(.window).with(.bold) }
    if cell == touched { content.style = Style(.accent, on: .window, [.bold, .underline]) }
    return content
  }

  func kernelCell(_ place: Position) -> GridCell {
    (lab.showsTurnedKernel ? windows.turned : windows.kernel).cell(place)
  }

  // MARK: Sentences

  /// What is computed at this moment.
  var now: ArithmeticLine {
    if windows.stepCount == 0 {
      return ArithmeticLine("sum", "no output: \(geometry.formula); o changes the rule")
    }
    if let cursor = lab.openCursor, lab.focus == .input { return fed(by: cursor) }
    if let cursor = lab.openCursor, lab.focus == .kernel, let step { return met(by: cursor, step) }
    guard let step else {
      return ArithmeticLine("sum", "nothing computed yet: → takes the first step, space plays")
    }
    if shown.isHidden {
      return ArithmeticLine(
        "sum", "output \(step.position): window times kernel, cell by cell, then the sum of all")
    }
    let (rows, columns) = arithmeticRoom
    // Lines that are wrapped lose some columns at their ends.
    return ArithmeticLine("sum", arithmetic(step, fitting: columns * rows - (rows - 1) * 8))
  }

  /// The arithmetic of a window up to its result, with as many of its products as fit into `columns`.
  func arithmetic(_ step: ConvolutionStep, fitting columns: Int) -> String {
    let finish = step.finish().map { ", then \($0)" } ?? ""
    return ArithmeticLine.longest(of: step.window.cells.count, columns: columns, in: lab.chrome.display) {
      step.arithmetic(terms: $0) + finish
    }
  }

  /// The outputs that an input cell takes part in.
  private func fed(by cell: Position) -> ArithmeticLine {
    let value = Numeral.format(windows.convolution.input[cell])
    let uses = geometry.outputs(fedBy: cell)
    let name = "input \(cell) = \(value)"
    if uses.isEmpty { return ArithmeticLine("feeds", "\(name) is read by no window") }
    let parts = uses.map { "\($0.output) by \(Numeral.format(windows.applied.grid[$0.kernel]))" }
    let (rows, columns) = arithmeticRoom
    // What does not fit beside the other line takes its place.
    let text = ArithmeticLine.longest(
      of: parts.count, columns: columns * (rows + 1) - rows * 12, in: lab.chrome.display
    ) {
      let shown = parts.prefix($0) + (parts.count > $0 ? ["…"] : [])
      return "\(name) feeds \(Plural.count(uses.count, "output")): " + shown.joined(separator: " · ")
    }
    return ArithmeticLine("feeds", text)
  }

  /// What is computed at this moment and `other`, where there is room for both.
  func beside(_ other: ArithmeticLine) -> [ArithmeticLine] {
    let (now, room) = (now, arithmeticRoom)
    let fits = TextWrap.lines(now.text, width: room.columns).count <= room.rows
    return fits ? [now, other] : [now]
  }

  /// What a kernel cell meets in the shown window.
  private func met(by cell: Position, _ step: ConvolutionStep) -> ArithmeticLine {
    guard step.kernel.contains(cell) else { return ArithmeticLine("meets", "") }
    let place = touched.map { "input \($0)" } ?? "padding"
    let product =
      "\(Numeral.factor(step.window[cell]))·\(Numeral.factor(step.kernel[cell])) = \(Numeral.format(step.products[cell]))"
    return ArithmeticLine(
      "meets", "kernel \(cell) = \(Numeral.format(step.kernel[cell])) meets \(place): \(product)")
  }

  var size: ArithmeticLine { sizeLine(windows.leftOver) }

  var parts: [TextPanel.Part] {
    let scene = lab.settings
    return [
      TextPanel.Part("This step", thisStep),
      TextPanel.Part(
        "Output size",
        scene.rule.lines(
          scene.padding, span: "e",
          ["n input, p padding, s stride", "e = d(f - 1) + 1, the kernel's span"])),
      TextPanel.Part(
        "Which convolution",
        scene.isFlipped
          ? "The kernel is turned by 180° first. That is convolution as mathematics has it; f leaves out the turn."
          : "The kernel is used as it is typed. Libraries call that convolution, mathematics calls it "
            + "cross-correlation; f turns the kernel first."),
    ]
  }

  private var thisStep: String {
    guard windows.stepCount > 0 else {
      return "Nothing is computed: under the exact rule a stride that does not fit means \"cannot\"."
    }
    if let cursor = lab.openCursor, lab.focus == .input {
      let uses = geometry.outputs(fedBy: cursor).count
      return
        "Input \(cursor) feeds \(Plural.count(uses, "output")): each window that covers it "
        + "multiplies it with another number of the kernel."
    }
    guard let active = shown.active, let step else {
      return
        "The output is still empty. Each step lays the kernel on the input, multiplies what lies on top of each "
        + "other and adds it all up."
    }
    let (rows, columns) = windows.span(of: active)
    var text =
      "For output \(active) the kernel lies on \(rows.named("row")) and \(columns.named("column")) of the input"
    let onPadding = geometry.window(of: active).count { $0.input == nil }
    text += onPadding > 0 ? ", \(onPadding) of its \(step.window.cells.count) cells on padding. " : ". "
    if shown.isHidden { return text + "What comes out?" }
    text +=
      "\(Plural.count(step.window.cells.count, "product")) \(Plural.noun(step.window.cells.count, "adds", plural: "add")) up to \(Numeral.format(step.sum))"
    return text + (step.finish().map { "; then \($0)." } ?? ".")
  }

  /// What every view says where there is no output.
  var cannotHint: String? {
    windows.stepCount > 0 ? nil : "Watch for \"cannot\": o goes on to a rule that rounds."
  }

  func nextGuess() throws(LabRefusal) -> GridGuess {
    let place = geometry.position(ofStep: lab.timeline.position)
    guard let prediction = ConvGuess.prediction(at: place, lab.settings, windows) else {
      throw LabRefusal("There is nothing to predict here.")
    }
    return GridGuess(prediction: prediction, revealing: lab.timeline.position + 1)
  }
}
