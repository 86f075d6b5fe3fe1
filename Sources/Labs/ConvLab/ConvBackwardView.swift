import Learning
import TerminalUI

/// The backward view: what each output cell sends back to kernel, input and bias.
struct ConvBackwardView: ConvPlaneView {
  let lab: ConvLab
  let windows: PlanePicture
  let shown: ShownWindow
  let opened: ConvolutionStep?
  /// The input cells that the kernel gradient at the cursor collects from.
  private let lit: Set<Position>

  init(_ lab: ConvLab, _ plane: PlanePicture) {
    (self.lab, windows) = (lab, plane)
    var shown = lab.shownWindow(in: plane, inputs: [.input, .inputGradient])
    opened = Self.opened(lab, plane, shown)
    if let cursor = lab.openCursor, lab.focus == .kernelGradient || lab.focus == .kernel {
      let pairs = plane.geometry.pairs(ofKernel: cursor).filter { !plane.isStoppedByReLU($0.output) }
      lit = Set(pairs.map(\.input))
      shown.active = nil
    } else {
      lit = []
    }
    self.shown = shown
  }

  // MARK: Layout

  private var board: PaneBoard<ConvPane> {
    guard let gradients = lab.gradients else {
      return PaneBoard([PaneBoard.Column([inputPane]), PaneBoard.Column([kernelPane])])
    }
    var inputGradient = plainPane(.inputGradient, "∂L/∂x", geometry.input, width: gradients.inputWidth)
    if let active = shown.active {
      let span = windows.span(of: active)
      inputGradient.box = GridBox(rows: span.rows, columns: span.columns)
    }
    return PaneBoard([
      PaneBoard.Column([inputPane, inputGradient]),
      PaneBoard.Column([
        kernelPane, plainPane(.kernelGradient, "∂L/∂k", geometry.kernel, width: gradients.kernelWidth),
      ]),
      PaneBoard.Column([
        outputPane(.upstream, "upstream ∂L/∂y", width: gradients.upstream.width),
        plainPane(.biasGradient, "∂L/∂b", Extent(1), width: gradients.biasWidth),
      ]),
    ])
  }

  func wantedWidth(in size: Size) -> Int { board.wantedWidth(in: size) }
  func sight(in body: Rect) -> PictureSight { board.sight(in: body.size) }

  func boards(in area: Rect, isProjected: Bool) -> [PaneBoardLayout<ConvPane>] {
    [board.layout(in: area, isProjected: isProjected)]
  }

  // MARK: Cells

  func cell(_ pane: ConvPane, _ place: Position) -> GridCell {
    switch (pane, lab.gradients) {
    case (.input, _):
      inputCell(
        atPadded: place, isLit: windows.inputCell(atPadded: place).map(lit.contains) ?? false)
    case (.kernel, _): kernelCell(place)
    case (.upstream, let gradients?): upstreamCell(place, gradients)
    case (.inputGradient, let gradients?): inputGradientCell(place, gradients)
    case (.kernelGradient, let gradients?): kernelGradientCell(place, gradients)
    case (.biasGradient, let gradients?):
      GridCell(Numeral.format(gradients.bias, digits: 3), .gradient(gradients.bias))
    case (.upstream, nil), (.inputGradient, nil), (.kernelGradient, nil), (.biasGradient, nil),
      (.turnedKernel, _), (.output, _), (.counterpart, _), (.strip, _), (.window, _), (.weights, _),
      (.products, _), (.sum, _):
      .pending
    }
  }

  private func upstreamCell(_ place: Position, _ gradients: ConvGradients) -> GridCell {
    let hasArrived = geometry.step(at: place) < gradients.steps
    var content = GridCell(gradients.upstream[place], hasArrived ? Style(.backward) : .quiet)
    if windows.isStoppedByReLU(place) { content = GridCell(content.text, Style(.unused), hatch: "╱") }
    return marked(content, place)
  }

  private func inputGradientCell(_ place: Position, _ gradients: ConvGradients) -> GridCell {
    let isTap = shown.active.flatMap { windows.tap(on: place, of: $0) } != nil
    let style = Style.gradient(gradients.input.grid[place]).on(isTap ? .window : .plain)
    return gradients.input.cell(place, style)
  }

  private func kernelGradientCell(_ place: Position, _ gradients: ConvGradients) -> GridCell {
    // The gradient belongs to the kernel as typed; it is shown the way round in which the kernel is.
    let cell = lab.typedCell(place)
    let style = Style.gradient(gradients.kernel.grid[cell])
    return gradients.kernel.cell(cell, style)
  }

  // MARK: Sentences

  var lines: [ArithmeticLine] {
    guard let gradients = lab.gradients else {
      let reason =
        windows.stepCount == 0
        ? geometry.formula : "this kernel on this input is too large to go back through step by step"
      return [ArithmeticLine("back", reason)]
    }
    return [
      back(gradients),
      ArithmeticLine("rule", "∂L/∂k = Σ u·window;  ∂L/∂x += u·kernel;  ∂L/∂b = Σ u"),
    ]
  }

  private func back(_ gradients: ConvGradients) -> ArithmeticLine {
    let terms = max(3, lab.chromeLayout.arithmetic.width / 7)
    if let cursor = lab.openCursor {
      if lab.focus == .kernelGradient || lab.focus == .kernel {
        return kernelSum(cursor, gradients, terms: terms)
      }
      if lab.focus == .input || lab.focus == .inputGradient {
        return inputSum(cursor, gradients, terms: terms)
      }
    }
    guard let active = shown.active, let step else {
      return ArithmeticLine("back", "nothing has come back yet: → lets in the first upstream gradient")
    }
    if shown.isHidden {
      return ArithmeticLine("back", "u times x of this window, added to what the windows before it have sent")
    }
    if windows.isStoppedByReLU(active) {
      return ArithmeticLine("back", "output \(active) is 0 after ReLU: its slope is 0, nothing comes back")
    }
    let u = Numeral.factor(gradients.upstream.grid[active])
    let window = step.window.cells.prefix(terms).map { Numeral.format($0) }.joined(separator: " ")
    let more = step.window.cells.count > terms ? " …" : ""
    func line(_ window: String) -> String {
      "u \(active) = \(u): ∂L/∂k += \(u)·\(window), ∂L/∂x += \(u)·kernel, ∂L/∂b += \(u)"
    }
    // The window's numbers stand in the box above, should there be no room for them.
    let full = line("[\(window)\(more)]")
    return ArithmeticLine("back", full.count <= arithmeticRoom.columns ? full : line("window"))
  }

  /// ∂L/∂k at one cell: upstream times input, over all windows.
  private func kernelSum(_ cursor: Position, _ gradients: ConvGradients, terms: Int) -> ArithmeticLine {
    let pairs = geometry.pairs(ofKernel: cursor).filter { !windows.isStoppedByReLU($0.output) }
    let products = pairs.map { (gradients.upstream.grid[$0.output], windows.convolution.input[$0.input]) }
    let total = gradients.total.kernel[lab.typedCell(cursor)]
    return ArithmeticLine("∂L/∂k", sum(products, at: cursor, terms: terms, total: total))
  }

  /// ∂L/∂x at one cell: upstream times kernel, over the windows that cover it.
  private func inputSum(_ cursor: Position, _ gradients: ConvGradients, terms: Int) -> ArithmeticLine {
    let uses = geometry.outputs(fedBy: cursor).filter { !windows.isStoppedByReLU($0.output) }
    let products = uses.map { (gradients.upstream.grid[$0.output], windows.applied.grid[$0.kernel]) }
    let total = gradients.total.input[cursor]
    return ArithmeticLine("∂L/∂x", sum(products, at: cursor, terms: terms, total: total))
  }

  private func sum(_ products: [(Double, Double)], at cell: Position, terms: Int, total: Double) -> String {
    let written = products.prefix(terms).map { "\(Numeral.factor($0))·\(Numeral.factor($1))" }
    let sum =
      products.isEmpty
      ? "no window" : written.joined(separator: " + ") + (products.count > terms ? " + …" : "")
    return "\(cell): \(sum) = \(Numeral.format(total)) in all"
  }

  // MARK: Guessing

  /// The question about what the next upstream gradient makes of one cell of the kernel's gradient; which one turns with the
  /// windows, among those that the window sends something.
  func nextGuess() throws(LabRefusal) -> GridGuess {
    let number = lab.timeline.position
    let place = geometry.position(ofStep: number)
    guard let gradients = lab.gradients, let step = try? windows.convolution.step(at: place),
      let after = try? windows.convolution.gradients(
        upstream: gradients.upstream.grid.keepingFirst(number + 1))
    else { throw LabRefusal("There is nothing to predict here.") }
    let places = step.window.cells.indices.map(step.window.position(at:))
    let telling = places.filter { step.window[$0] != 0 }
    let asked = telling.isEmpty ? places[0] : telling[number % telling.count]
    return GridGuess(
      prediction: ConvGuess.kernelGradient(
        at: asked, typed: lab.typedCell(asked), step, upstream: gradients.upstream.grid[place],
        before: gradients.kernel.grid, after: after.kernel, isStopped: windows.isStoppedByReLU(place)),
      revealing: number + 1)
  }

  var parts: [TextPanel.Part] {
    var parts = [
      TextPanel.Part(
        "Going back",
        "u says how the loss L moves with each output. An output was window times kernel, so it sends u times the "
          + "window to the kernel, and u times the kernel to the window. Everything that arrives is added up."
      ),
      TextPanel.Part(
        "In formulas",
        "∂L/∂k(a,c) = Σ u(i,j) · x(i+a, j+c)\n∂L/∂b = Σ u\n∂L/∂x: the full convolution of u with k"),
    ]
    if lab.settings.hasReLU {
      parts.append(
        TextPanel.Part("ReLU", "Where the output is 0 the slope is 0: hatched cells send nothing back."))
    }
    parts.append(
      TextPanel.Part(
        "One kernel for all", "The kernel is shared, so its gradient collects from every window."))
    return parts
  }

  /// What the hatching means, if there is any.
  var hint: String {
    if let cannotHint { return cannotHint }
    let isStopped = lab.settings.hasReLU && windows.output.grid.cells.contains { $0 <= 0 }
    return switch (windows.hasUnread, isStopped) {
    case (false, false): "Watch for the window: what was multiplied forward is what comes back."
    case (true, false): "Hatched: no window reads these cells, so no gradient comes back to them."
    case (false, true): "Hatched: the output is 0 after ReLU, so this u sends nothing back."
    case (true, true): "Hatched: cells that no window reads, and every u that ReLU stops."
    }
  }
}
