import Learning
import TerminalUI

/// The signal view: a tape of samples with the kernel sliding under it, and the results in a row.
struct ConvSignalView: GridLabView {
  let lab: ConvLab
  let picture: SignalPicture
  /// The step that is shown, counted from 0; `nil` before the first.
  private let index: Int?
  private let step: SignalStep?
  /// Whether its result is a question still open.
  private let isHidden: Bool
  /// Its products, one for each weight; 0 beside the signal.
  private let products: GridNumbers?

  init(_ lab: ConvLab, _ picture: SignalPicture) {
    (self.lab, self.picture) = (lab, picture)
    let convolution = picture.convolution
    if case .guess(let guess)? = lab.prompt?.purpose {
      (index, isHidden) = (min(guess.revealing, convolution.count) - 1, true)
    } else {
      let cursor = lab.focus == .output ? lab.cursor?.column : nil
      index = cursor ?? (lab.timeline.position > 0 ? lab.timeline.position - 1 : nil)
      isHidden = false
    }
    step = index.flatMap { try? convolution.step($0) }
    products = step.map { step in
      var products = [Double](repeating: 0, count: step.kernel.count)
      for term in step.terms { products[term.tap] = term.product }
      return GridNumbers(row: products)
    }
  }

  private var convolution: Convolution1D { picture.convolution }

  // MARK: Layout

  /// Sample numbers, samples, kernel, products.
  private static let tapeRows = 4
  /// Step numbers, results, whether the kernel is fully inside.
  private static let outputRows = 3

  private var tapeBoard: PaneBoard<ConvPane> {
    let axis = convolution.axis
    let width = max(2, picture.signal.width, picture.kernel.width, products?.width ?? 1)
    var tape = PaneBoard.Pane(
      ConvPane.input, label: "signal of \(axis.input), and the kernel under it", rows: Self.tapeRows,
      columns: axis.padded, columnWidth: width)
    if let index {
      tape.box = GridBox(rows: 1..<Self.tapeRows, columns: index..<index + axis.kernel)
    }
    if lab.focus == .input, let cursor = lab.cursor {
      tape.focus = GridPosition(drawnPlace(of: cursor, in: .input).place)
    }
    return PaneBoard([PaneBoard.Column([tape])])
  }

  private var outputBoard: PaneBoard<ConvPane> {
    let kernel = PaneBoard.Pane(
      ConvPane.kernel, label: "kernel of \(convolution.kernel.count), as typed", rows: 1,
      columns: convolution.kernel.count, columnWidth: max(2, picture.kernel.width),
      focus: lab.focus == .kernel ? lab.cursor.map { GridPosition($0) } : nil)
    var output = PaneBoard.Pane(
      ConvPane.output, label: "output of \(convolution.count), mode \(convolution.mode.rawValue)",
      rows: Self.outputRows, columns: convolution.count, columnWidth: max(2, picture.output.width))
    if let index { output.box = GridBox(around: GridPosition(row: 1, column: index)) }
    return PaneBoard([PaneBoard.Column([kernel]), PaneBoard.Column([output])])
  }

  func wantedWidth(in size: Size) -> Int { tapeBoard.wantedWidth(in: size) }

  func sight(in body: Rect) -> PictureSight {
    PaneBoard.stack([tapeBoard, outputBoard], in: body, isProjected: true) == nil ? .cut : .whole
  }

  func boards(in area: Rect, isProjected: Bool) -> [PaneBoardLayout<ConvPane>] {
    let halves = area.splitTop((area.height + 1) / 2)
    let (tape, output) = (tapeBoard, outputBoard)
    return PaneBoard.stack([tape, output], in: area, isProjected: isProjected)
      ?? [
        tape.layout(in: halves.top, isProjected: false, widest: .bareRegular),
        output.layout(in: halves.rest, isProjected: false, widest: .bareRegular),
      ]
  }

  // MARK: Cells

  func drawnPlace(of cell: Position, in pane: ConvPane) -> (pane: ConvPane, place: Position) {
    switch pane {
    case .input: (pane, Position(row: 1, column: cell.column + convolution.axis.paddingBefore))
    case .output: (pane, Position(row: 1, column: cell.column))
    case .kernel, .turnedKernel, .counterpart, .upstream, .inputGradient, .kernelGradient, .biasGradient,
      .strip, .window, .weights, .products, .sum:
      (pane, cell)
    }
  }

  func target(of place: Position, in pane: ConvPane) -> (pane: ConvPane, cell: Position?)? {
    let column: Int
    let count: Int
    switch pane {
    case .input: (column, count) = (place.column - convolution.axis.paddingBefore, convolution.axis.input)
    case .kernel: (column, count) = (place.column, convolution.kernel.count)
    case .output: (column, count) = (place.column, convolution.count)
    case .turnedKernel, .counterpart, .upstream, .inputGradient, .kernelGradient, .biasGradient, .strip,
      .window, .weights, .products, .sum:
      return nil
    }
    // Beside the signal there is padding.
    return (pane, (0..<count).contains(column) ? Position(row: 0, column: column) : nil)
  }

  var openingCell: Position {
    Position(row: 0, column: lab.focus == .output ? max(0, lab.timeline.position - 1) : 0)
  }

  func cell(_ pane: ConvPane, _ place: Position) -> GridCell {
    switch pane {
    case .input: tapeCell(place)
    case .kernel: picture.kernel.cell(place)
    case .output: resultCell(place)
    case .turnedKernel, .counterpart, .upstream, .inputGradient, .kernelGradient, .biasGradient, .strip,
      .window, .weights, .products, .sum:
      .pending
    }
  }

  private func tapeCell(_ place: Position) -> GridCell {
    let axis = convolution.axis
    let sample = Position(row: 0, column: place.column - axis.paddingBefore)
    let isSample = (0..<axis.input).contains(sample.column)
    let offset = index.map { place.column - $0 }.flatMap { (0..<axis.kernel).contains($0) ? $0 : nil }
    let beside = Style(.padding, on: offset == nil ? .plain : .window)
    switch place.row {
    case 0: return GridCell(isSample ? "\(sample.column)" : "", .quiet)
    case 1:
      guard isSample else { return GridCell(GridCell.unknown, beside) }
      return picture.signal.cell(sample, Style(.plain, on: offset == nil ? .plain : .window))
    case 2:
      guard let offset else { return GridCell("") }
      let weight = picture.applied[Position(row: 0, column: offset)]
      return GridCell(weight, isSample ? Style(.accent, on: .window, .bold) : beside)
    default:
      guard let offset, let products else { return GridCell("") }
      guard isSample else { return GridCell(GridCell.unknown, beside) }
      if isHidden { return GridCell("?", Style(.quiet, on: .window)) }
      let tap = Position(row: 0, column: offset)
      return GridCell(products[tap], Style.signed(products.grid[tap]).on(.window))
    }
  }

  private func resultCell(_ place: Position) -> GridCell {
    let result = Position(row: 0, column: place.column)
    switch place.row {
    case 0: return GridCell("\(place.column + 1)", .quiet)
    case 1:
      var content: GridCell
      if isHidden, place.column == index {
        content = .question
      } else if place.column < lab.timeline.position {
        content = picture.output.cell(result, .signed(picture.output.grid[result]))
      } else {
        content = .pending
      }
      if place.column == index { content.style = content.style.with(.bold) }
      return content
    default:
      let isInside = convolution.insideSteps?.contains(place.column + 1) ?? false
      return GridCell(isInside ? "in" : "", .quiet)
    }
  }

  // MARK: Sentences

  var lines: [ArithmeticLine] {
    let (n, m) = (convolution.signal.count, convolution.kernel.count)
    let size: String
    switch convolution.mode {
    case .full: size = "full: n + m - 1 = \(n) + \(m) - 1 = \(convolution.count)"
    case .same: size = "same: n = \(convolution.count)"
    case .valid: size = "valid: n - m + 1 = \(n) - \(m) + 1 = \(convolution.count)"
    }
    return [now, ArithmeticLine("steps", "\(size); \(inside)")]
  }

  private var now: ArithmeticLine {
    guard let index, let step else {
      return ArithmeticLine("sum", "nothing computed yet: → takes the first step, space plays")
    }
    if isHidden { return ArithmeticLine("sum", "step \(index + 1): multiply what overlaps, and add up") }
    let overlap =
      step.isFullyInside ? "" : "  (\(step.terms.count) of \(step.kernel.count) weights on the signal)"
    return ArithmeticLine("sum", "step \(index + 1): \(step.arithmetic())\(overlap)")
  }

  private var inside: String {
    guard let steps = convolution.insideSteps else { return "the kernel is never fully inside" }
    return steps.count == 1
      ? "fully inside at step \(steps.lowerBound)"
      : "fully inside from step \(steps.lowerBound) to \(steps.upperBound)"
  }

  var parts: [TextPanel.Part] {
    let flip =
      convolution.isFlipped
      ? "The kernel is read backwards, then slides from left to right. That flip is what makes it a convolution."
      : "The kernel slides as it is typed: that is cross-correlation. f turns it round first."
    let mode: String
    switch convolution.mode {
    case .full:
      mode = "Every position with any overlap counts. Where the kernel hangs over, it meets nothing."
    case .same: mode = "As many results as samples; the kernel's middle follows the signal."
    case .valid: mode = "Only positions count where the kernel lies fully inside."
    }
    return [
      TextPanel.Part("Flip", flip), TextPanel.Part("Mode \(convolution.mode.rawValue)", mode),
      TextPanel.Part(
        "How many steps",
        "n samples and m weights meet in n + m - 1 positions.\nn - m + 1 of them are fully inside."),
    ]
  }

  var hint: String {
    let inside = convolution.insideSteps?.count ?? 0
    if inside < convolution.count {
      let steps = inside == 0 ? "no step is" : "only some steps are"
      return "Watch for the kernel sliding in and out: \(steps) fully inside."
    }
    return convolution.count > 1 ? "Watch for the kernel: it is fully inside at every step." : ""
  }

  func nextGuess() throws(LabRefusal) -> GridGuess {
    guard let prediction = ConvGuess.prediction(at: lab.timeline.position, picture) else {
      throw LabRefusal("There is nothing to predict here.")
    }
    return GridGuess(prediction: prediction, revealing: lab.timeline.position + 1)
  }
}
