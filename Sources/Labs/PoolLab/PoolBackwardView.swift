import Learning
import TerminalUI

/// The backward view: where an upstream gradient goes back to.
struct PoolBackwardView: PoolView {
  let lab: PoolLab
  let windows: PoolPicture
  let gradients: PoolGradients
  let shown: ShownWindow
  let step: PoolingStep?

  init(_ lab: PoolLab, _ gradients: PoolGradients) {
    (self.lab, self.gradients, windows) = (lab, gradients, lab.picture)
    shown = lab.shownWindow(in: lab.picture, inputs: [.input, .inputGradient])
    step = shown.active.flatMap { lab.picture.step(at: $0) }
  }

  // MARK: Layout

  var arrangements: [PaneBoard<PoolPane>] {
    let upstream = outputPane(.upstream, "upstream ∂L/∂y", width: gradients.upstream.width)
    return [
      // Values above, gradients below, each gradient under what it belongs to.
      PaneBoard([PaneBoard.Column([inputPane, gradientPane]), PaneBoard.Column([outputPane, upstream])]),
      PaneBoard([
        PaneBoard.Column([inputPane], sign: "→"), PaneBoard.Column([outputPane]),
        PaneBoard.Column([upstream], sign: "→"), PaneBoard.Column([gradientPane]),
      ]),
    ]
  }

  private var gradientPane: PaneBoard<PoolPane>.Pane {
    var pane = plainPane(
      .inputGradient, "∂L/∂x", geometry.input, width: max(gradients.partial.width, gradients.total.width))
    pane.box = shown.active.flatMap { windows.windowInInput(of: $0) }.map {
      GridBox(rows: $0.rows, columns: $0.columns)
    }
    return pane
  }

  func boards(in area: Rect, isProjected: Bool) -> [PaneBoardLayout<PoolPane>] {
    [board(in: area.size, isProjected: isProjected).layout(in: area, isProjected: isProjected)]
  }

  // MARK: Cells

  func cell(_ pane: PoolPane, _ place: Position) -> GridCell {
    switch pane {
    case .input: inputCell(atPadded: place)
    case .output: outputCell(place, isFinished: true)
    case .upstream: upstreamCell(place)
    case .inputGradient: gradientCell(place)
    case .window, .squares, .sum, .result: .pending
    }
  }

  private func upstreamCell(_ place: Position) -> GridCell {
    let hasArrived = geometry.step(at: place) < gradients.steps
    let content = GridCell(gradients.upstream[place], hasArrived ? Style(.backward) : .quiet)
    return marked(content, place)
  }

  private func gradientCell(_ place: Position) -> GridCell {
    let isTap = shown.active.flatMap { windows.tap(on: place, of: $0) } != nil
    let style = Style.gradient(gradients.partial.grid[place]).on(isTap ? .window : .plain)
    var content = gradients.partial.cell(place, style)
    if place == winner { content.style = content.style.with(.bold) }
    if place == shown.asked { content = GridCell("?", Style(.accent, on: .window, .bold)) }
    return content
  }

  // MARK: Sentences

  var lines: [ArithmeticLine] { [back, slopes] }

  /// How an output moves with the cells of its window.
  private var slopes: ArithmeticLine {
    let scene = lab.settings
    let count = step?.divisor ?? scene.size.height * scene.size.width
    switch scene.kind {
    case .max:
      return ArithmeticLine("rule", "∂y/∂x = 1 for the maximum, the first one at a tie; 0 for the others")
    case .average where scene.divisorDiffers && step == nil:
      let counted = scene.excludesPadding ? "inside the input" : "on input and padding"
      return ArithmeticLine("rule", "y = Σx / n, n cells \(counted), so ∂y/∂x = 1/n for each")
    case .average: return ArithmeticLine("rule", "y = Σx / \(count), so ∂y/∂x = 1/\(count) for every cell")
    case .sum: return ArithmeticLine("rule", "y = Σx, so ∂y/∂x = 1 for every cell")
    case .l2: return ArithmeticLine("rule", "y = √Σx², so ∂y/∂x = x/y; 0 where y is 0")
    }
  }

  /// What has just come back, or what has come back to the cell at the cursor.
  private var back: ArithmeticLine {
    let columns = lab.chromeLayout.arithmetic.width
    if let cursor = lab.openCursor, lab.focus.showsInputs {
      return ArithmeticLine("∂L/∂x", arrived(at: cursor, terms: max(3, columns / 8)))
    }
    guard let step else {
      return ArithmeticLine("back", "nothing has come back yet: → lets in the first upstream gradient")
    }
    let u = gradients.upstream.grid[step.position]
    if shown.isHidden {
      return ArithmeticLine("back", "which part of u = \(Numeral.format(u)) goes to that cell?")
    }
    return ArithmeticLine(
      "back",
      "u \(step.position) = \(Numeral.format(u)): "
        + shares(step, of: u, terms: max(1, (columns - 24) / 27)))
  }

  private func shares(_ step: PoolingStep, of u: Double, terms: Int) -> String {
    guard let shares = try? windows.pooling.shares(of: u, at: step.position) else {
      return "this window is too large to go back through"
    }
    let inside = step.taps.indices.compactMap { index in step.taps[index].input.map { (index, $0) } }
    let padding = windows.pooling.excludesPadding ? 0 : step.taps.count { $0.input == nil && !$0.isBeyond }
    guard let first = inside.first else { return "the window is padding alone, nothing comes back" }
    let lost = padding == 0 ? "" : "; \(padding) of them padding: lost"
    switch step.kind {
    case .max:
      guard let winner = step.winner else { return "the window is padding alone, nothing comes back" }
      let equals = step.values.count { $0 == step.value }
      let reason =
        equals == 1 ? "the maximum \(Numeral.format(step.value))" : "the first of \(equals) equal maxima"
      return "all of it to \(winner), \(reason)"
    case .average:
      return
        "\(Numeral.format(u)) / \(step.divisor) = \(Numeral.format(shares[first.0])) to each cell\(lost)"
    case .sum: return "\(Numeral.format(u)) to each cell\(lost)"
    case .l2:
      if step.value == 0 { return "y is 0, so the slope counts as 0 and nothing comes back" }
      let (factor, y) = (Numeral.factor(u), Numeral.format(step.value))
      let written = inside.prefix(terms).map { index, cell in
        "\(factor)·\(Numeral.factor(step.values[index] ?? 0))/\(y) = \(Numeral.format(shares[index])) to \(cell)"
      }
      return written.joined(separator: ", ") + (inside.count > terms ? ", …" : "")
    }
  }

  /// ∂L/∂x at one cell: what each window that reads it sends back.
  private func arrived(at cell: Position, terms: Int) -> String {
    let uses = geometry.outputs(fedBy: cell)
    guard !uses.isEmpty else { return "\(cell): no window reads this cell, so nothing comes back" }
    let total = "\(Numeral.format(gradients.total.grid[cell])) in all"
    let width = geometry.kernel.width
    let written: [String] = uses.prefix(terms).compactMap { use in
      let u = gradients.upstream.grid[use.output]
      guard let shares = try? windows.pooling.shares(of: u, at: use.output) else { return nil }
      return Numeral.factor(shares[use.kernel.row * width + use.kernel.column])
    }
    let sum = written.joined(separator: " + ") + (uses.count > terms ? " + …" : "")
    return "\(cell): \(sum) = \(total), from \(Plural.count(uses.count, "window"))"
  }

  var parts: [TextPanel.Part] {
    let kind: String
    switch lab.settings.kind {
    case .max:
      kind =
        "Only the cell that won moves the output, so it gets the whole gradient and the others get nothing. At a tie the "
        + "first one in row order counts as the winner, as in PyTorch."
    case .average:
      kind =
        "Every cell moves the mean by the same fraction, so all get the same share, whatever their values. "
        + (lab.settings.excludesPadding
          ? "Padding is not counted, so nothing is lost." : "The share of padding is lost.")
    case .sum: kind = "Every cell moves the sum one to one, so each gets the gradient in full."
    case .l2:
      kind =
        "A cell moves the root by x/y: large cells get more, zeros nothing, negative cells a share of the other sign. "
        + "Where y is 0 there is no slope; the engine takes 0."
    }
    return [
      TextPanel.Part(
        "Going back",
        "u says how the loss L moves with each output. Pooling has no weights, so all of it goes on to the input."
      ),
      TextPanel.Part(lab.settings.kind.title, kind),
      TextPanel.Part(
        "Where windows overlap",
        "A cell that several windows read collects from each of them, and the shares add up. Cells that no window "
          + "reads get 0."),
    ]
  }

  /// Each line holds for the very scene beside it, or is not shown.
  var hint: String {
    if let commonHint { return commonHint }
    switch lab.settings.kind {
    case .max:
      let isBeaten = gradients.total.grid.cells.indices.contains { index in
        let cell = gradients.total.grid.position(at: index)
        return gradients.total.grid[cell] == 0 && !windows.isUnused(cell)
          && !windows.winners.contains(cell)
      }
      return isBeaten ? "Watch for the zeros: only the cell that won a window gets its gradient." : ""
    case .average:
      return geometry.kernel == Extent(1)
        ? "" : "Watch for the fractions: each cell of a window gets an equal share."
    case .sum: return "Watch for the copies: each cell of a window gets the gradient in full."
    case .l2: return "Watch for the large cells: shares go by size, u·x/y."
    }
  }

  func nextGuess() throws(LabRefusal) -> GridGuess {
    let (step, turn) = (try nextStep(), lab.timeline.position)
    let u = gradients.upstream.grid[step.position]
    guard let share = PoolGuess.share(step, of: windows.pooling, upstream: u, asking: turn) else {
      throw LabRefusal("There is nothing to predict here.")
    }
    return GridGuess(prediction: share.prediction, revealing: turn + 1, asked: share.cell)
  }
}
