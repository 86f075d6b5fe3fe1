import Learning
import TerminalUI

/// The forward view: the window on the grid, what becomes of it, and the growing output.
struct PoolGridView: PoolView {
  let lab: PoolLab
  let windows: PoolPicture
  let shown: ShownWindow
  let step: PoolingStep?

  init(_ lab: PoolLab) {
    (self.lab, windows) = (lab, lab.picture)
    shown = lab.shownWindow(in: lab.picture, inputs: [.input, .inputGradient])
    step = shown.active.flatMap { lab.picture.step(at: $0) }
  }

  // MARK: Layout

  var arrangements: [PaneBoard<PoolPane>] {
    [PaneBoard([PaneBoard.Column([inputPane], sign: "→"), PaneBoard.Column([outputPane])])]
  }

  func boards(in area: Rect, isProjected: Bool) -> [PaneBoardLayout<PoolPane>] {
    BoardLayout.stacked(
      board(in: area.size, isProjected: isProjected), workBoard, in: area, isProjected: isProjected)
  }

  /// What stands below the grids where there is room: the window opened up.
  private var workBoard: PaneBoard<PoolPane> {
    let size = geometry.kernel
    func pane(_ id: PoolPane, _ label: String, _ size: Extent, _ width: Int) -> PaneBoard<PoolPane>.Column {
      PaneBoard.Column([plainPane(id, label, size, width: width)], sign: id == .result ? "" : "→")
    }
    let window = pane(.window, "window", size, inputPane.columnWidth)
    let sum = pane(.sum, "sum", Extent(1), max(3, step.map { Self.text($0.sum).count } ?? 3))
    func result(_ label: String) -> PaneBoard<PoolPane>.Column {
      pane(.result, label, Extent(1), windows.output.width)
    }
    switch lab.settings.kind {
    case .max: return PaneBoard([window, result("maximum")])
    case .sum: return PaneBoard([window, result("sum")])
    case .average: return PaneBoard([window, sum, result("/ \(divisor)")])
    case .l2:
      let squares = pane(.squares, "squares", size, min(7, step?.squareWidth ?? 2))
      return PaneBoard([window, squares, sum, result("root")])
    }
  }

  /// What the mean of the shown window is divided by; a letter where windows differ and none is shown.
  private var divisor: String {
    if let step { return "\(step.divisor)" }
    return lab.settings.divisorDiffers ? "n" : "\(geometry.kernel.height * geometry.kernel.width)"
  }

  // MARK: Cells

  func cell(_ pane: PoolPane, _ place: Position) -> GridCell {
    switch pane {
    case .input: inputCell(atPadded: place)
    case .output: outputCell(place, isFinished: false)
    case .window: windowCell(place)
    case .squares, .sum, .result: workCell(pane, place)
    case .upstream, .inputGradient: .pending
    }
  }

  private func windowCell(_ place: Position) -> GridCell {
    guard let step else { return .pending }
    let tap = step.taps[place.row * geometry.kernel.width + place.column]
    guard let cell = tap.input else {
      return GridCell(tap.isBeyond ? "" : paddingText, Style(.padding))
    }
    return cell == winner
      ? GridCell(windows.input[cell], Style(.accent, .bold)) : windows.input.cell(cell)
  }

  /// What becomes of the window's cells.
  private func workCell(_ pane: PoolPane, _ place: Position) -> GridCell {
    guard let step else { return .pending }
    if shown.isHidden { return pane == .result ? .question : .pending }
    if pane == .result { return GridCell(windows.output[step.position], .accent) }
    if pane == .sum { return GridCell(Self.text(step.sum)) }
    let index = place.row * geometry.kernel.width + place.column
    let value = step.values[index] ?? 0
    return GridCell(step.taps[index].isBeyond ? "" : Self.text(value * value))
  }

  fileprivate static func text(_ value: Double) -> String { Numeral.format(value, digits: 3) }

  // MARK: Sentences

  var lines: [ArithmeticLine] {
    cannot ?? [now, sizeLine(windows.pooling.isGlobal ? "one window over everything" : windows.leftOver)]
  }

  private var now: ArithmeticLine {
    if let cursor = lab.openCursor, lab.focus.showsInputs { return read(cursor) }
    let name = lab.settings.kind.lineName
    guard let step else {
      return ArithmeticLine(name, "nothing computed yet: → takes the first step, space plays")
    }
    if shown.isHidden { return ArithmeticLine(name, "output \(step.position): \(task(step))") }
    let (rows, columns) = arithmeticRoom
    return ArithmeticLine(name, arithmetic(step, fitting: columns * rows - (rows - 1) * 8))
  }

  /// The arithmetic of a window with as many of its cells as fit into `columns`.
  private func arithmetic(_ step: PoolingStep, fitting columns: Int) -> String {
    let place = whereMaximum(step)
    return ArithmeticLine.longest(of: step.values.count, columns: columns, in: lab.chrome.display) {
      step.written(terms: $0) + place
    }
  }

  private func task(_ step: PoolingStep) -> String {
    switch step.kind {
    case .max: "find the largest number of the window"
    case .average: "add up the window and divide by \(step.divisor)"
    case .sum: "add up the window"
    case .l2: "square the numbers of the window, add up, take the root"
    }
  }

  /// Where the maximum of a window stands; empty for other kinds.
  private func whereMaximum(_ step: PoolingStep) -> String {
    guard step.kind == .max else { return "" }
    guard let winner = step.winner else { return ", since it is padding alone" }
    let equals = step.values.count { $0 == step.value }
    return equals == 1 ? ", found at \(winner)" : ", the first of \(equals) equals is at \(winner)"
  }

  /// The windows that an input cell takes part in.
  private func read(_ cell: Position) -> ArithmeticLine {
    let uses = geometry.outputs(fedBy: cell).map(\.output)
    let value = "input \(cell) = \(Numeral.format(windows.pooling.input[cell]))"
    if uses.isEmpty { return ArithmeticLine("read", "\(value) is read by no window") }
    var line = "\(value) is read by \(Plural.count(uses.count, "window"))"
    if windows.pooling.kind == .max {
      let wins = uses.filter { windows.winners[geometry.step(at: $0)] == cell }
      line += wins.isEmpty ? " and wins none" : " and wins \(list(wins))"
    } else {
      line += ": \(list(uses))"
    }
    return ArithmeticLine("read", line)
  }

  /// Places, as many as fit well into one line.
  private func list(_ places: [Position]) -> String {
    let most = max(2, lab.chromeLayout.arithmetic.width / 10)
    return places.prefix(most).map(\.description).joined(separator: " · ")
      + (places.count > most ? " · …" : "")
  }

  var parts: [TextPanel.Part] {
    let scene = lab.settings
    return [
      TextPanel.Part("This step", thisStep),
      TextPanel.Part(scene.kind.title, meaning(scene)),
      TextPanel.Part(
        "Output size",
        scene.dilation == Extent(1)
          ? scene.rule.lines(scene.padding, span: "f", ["n input, p padding, f window, s stride"])
          : scene.rule.lines(
            scene.padding, span: "e",
            ["n input, p padding, s stride", "e = d(f - 1) + 1, the span of f cells d apart"])),
      TextPanel.Part(
        "Nothing to learn",
        "Pooling has no weights. Of a volume each channel is pooled on its own, so the depth stays."),
    ]
  }

  private var thisStep: String {
    let scene = lab.settings
    guard windows.stepCount > 0 else {
      return "Nothing is computed: under the exact rule a stride that does not fit means \"cannot\"."
    }
    if let cursor = lab.openCursor, lab.focus.showsInputs {
      let uses = geometry.outputs(fedBy: cursor).count
      return "Input \(cursor) lies in \(Plural.count(uses, "window"))."
    }
    guard let active = shown.active, let step else {
      return "The output is still empty. Each step lays the window on the input and leaves one number of it."
    }
    guard let window = windows.windowInInput(of: active) else {
      return "For output \(active) the window lies on padding alone."
    }
    var text =
      "For output \(active) the window \(scene.dilation == Extent(1) ? "lies on" : "spans") \(window.rows.named("row")) and "
      + "\(window.columns.named("column")) of the input"
    let beyond = step.taps.count(where: \.isBeyond)
    let onPadding = step.values.count { $0 == nil } - beyond
    if onPadding > 0 { text += ", \(onPadding) of its \(step.values.count) cells on padding" }
    if beyond > 0 { text += ", \(beyond) of its \(step.values.count) cells beyond, where nothing counts" }
    text += ". "
    if shown.isHidden { return text + "What comes out?" }
    let value = Numeral.format(step.value)
    switch step.kind {
    case .max: return text + "The largest number there is \(value)."
    case .average: return text + "The mean is \(value)."
    case .sum: return text + "The sum is \(value)."
    case .l2: return text + "The root of the squares is \(value)."
    }
  }

  private func meaning(_ scene: PoolingScene) -> String {
    switch scene.kind {
    case .max:
      "Was the feature found anywhere in the window? Where exactly is forgotten. Padding counts as -∞, so it never wins."
    case .average where scene.excludesPadding:
      "The sum divided by the cells of the window that lie inside the input: padding does not count. So do Keras with "
        + "padding=\"same\" and PyTorch with count_include_pad=False."
    case .average where scene.rule == .ceil:
      "The sum divided by the cells of the window on input and padding, which counts as 0. Cells beyond do not count, as "
        + "in PyTorch."
    case .average:
      "The sum divided by all \(scene.size.height * scene.size.width) cells of the window, padding included as 0. "
        + "PyTorch counts like that; Keras leaves padding out of the count."
    case .sum: "An average without the division. Padding counts as 0."
    case .l2:
      "The length of the window as a vector. It is not divided by the number of cells; padding counts as 0."
    }
  }

  /// Each line holds for the very scene beside it, or is not shown.
  var hint: String {
    if let commonHint { return commonHint }
    let hasNegatives = windows.pooling.input.cells.contains { $0 < 0 }
    switch lab.settings.kind {
    case .max:
      return geometry.kernel == Extent(1)
        ? "" : "Watch for what is forgotten: where in its window the maximum stood."
    case .average: return "Watch for the smoothing: no output leaves the range of its window."
    case .sum:
      return hasNegatives ? "" : "Watch for the size: a sum grows with the window, a mean does not."
    case .l2:
      return hasNegatives
        ? "Watch for the signs: squares have none, so no output is negative."
        : "Watch for the squares: large numbers weigh more than small ones."
    }
  }

  func nextGuess() throws(LabRefusal) -> GridGuess {
    let step = try nextStep()
    return GridGuess(
      prediction: PoolGuess.output(step, lab.settings, windows), revealing: lab.timeline.position + 1)
  }
}

extension PoolView {
  /// The window that the next step computes.
  func nextStep() throws(LabRefusal) -> PoolingStep {
    let place = geometry.position(ofStep: lab.timeline.position)
    guard let step = windows.step(at: place), step.values.contains(where: { $0 != nil }) else {
      throw LabRefusal("The next window holds padding alone, nothing to predict: → steps over it.")
    }
    return step
  }
}

extension PoolingStep {
  /// What is added up, before a division or a root: the cells, or for L2 their squares. Padding counts as 0.
  fileprivate var sum: Double {
    values.reduce(0) { total, value in
      let value = value ?? 0
      return total + (kind == .l2 ? value * value : value)
    }
  }

  /// Columns of the widest square.
  fileprivate var squareWidth: Int {
    values.map { PoolGridView.text(($0 ?? 0) * ($0 ?? 0)).count }.max() ?? 1
  }
}
