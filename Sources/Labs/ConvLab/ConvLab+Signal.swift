import Learning
import TerminalUI

/// The signal view: a tape of samples with the kernel sliding under it, and the results in a row.
extension ConvLab {
  /// The step that is shown, counted from 0; `nil` before the first.
  var shownStep: Int? {
    guard let signal = picture.signal else { return nil }
    if case .guess(let guess)? = prompt?.purpose { return min(guess.revealing, signal.convolution.count) - 1 }
    if focus == .output, let cursor { return cursor.column }
    return timeline.position > 0 ? timeline.position - 1 : nil
  }

  func signalBoard(_ signal: SignalPicture) -> PaneBoard<ConvPane> {
    let axis = signal.convolution.axis
    let width = max(
      2, signal.signalTexts.width, signal.kernelTexts.width, moment.signalTexts?.width ?? 1)
    var tape = PaneBoard.Pane(
      ConvPane.input, label: "signal of \(axis.input), and the kernel under it", rows: SignalPicture.tapeRows,
      columns: axis.padded, columnWidth: width)
    if let step = shownStep {
      tape.box = GridBox(rows: 1..<SignalPicture.tapeRows, columns: step..<step + axis.kernel)
    }
    if focus == .input, let cursor { tape.focus = GridPosition(signal.place(of: cursor, in: .input)) }
    return PaneBoard([PaneBoard.Column([tape])])
  }

  func signalOutputBoard(_ signal: SignalPicture) -> PaneBoard<ConvPane> {
    let convolution = signal.convolution
    let kernel = PaneBoard.Pane(
      ConvPane.kernel, label: "kernel of \(convolution.kernel.count), as typed", rows: 1,
      columns: convolution.kernel.count, columnWidth: max(2, signal.kernelTexts.width),
      focus: focus == .kernel ? cursor.map { GridPosition($0) } : nil)
    var output = PaneBoard.Pane(
      ConvPane.output, label: "output of \(convolution.count), mode \(convolution.mode.rawValue)",
      rows: SignalPicture.outputRows, columns: convolution.count,
      columnWidth: max(2, signal.outputTexts.width))
    if let step = shownStep { output.box = GridBox(around: GridPosition(row: 1, column: step)) }
    return PaneBoard([PaneBoard.Column([kernel]), PaneBoard.Column([output])])
  }

  func signalCell(_ pane: ConvPane, _ place: Position, _ signal: SignalPicture) -> GridCell {
    switch pane {
    case .input: return tapeCell(place, signal)
    case .kernel:
      let content = shaded(
        GridCell(signal.kernelTexts[0, place.column]), signal.convolution.kernel[place.column],
        on: signal.kernelShades)
      return withCursor(content, .kernel, place)
    case .output: return resultCell(place, signal)
    case .turnedKernel, .counterpart, .upstream, .inputGradient, .kernelGradient, .biasGradient, .strip,
      .window, .weights, .products, .sum:
      return GridCell("")
    }
  }

  private func tapeCell(_ place: Position, _ signal: SignalPicture) -> GridCell {
    let axis = signal.convolution.axis
    let sample = place.column - axis.paddingBefore
    let isSample = (0..<axis.input).contains(sample)
    let tap = shownStep.map { place.column - $0 }.flatMap { (0..<axis.kernel).contains($0) ? $0 : nil }
    let background: Paint = tap == nil ? .plain : .window
    switch place.row {
    case 0: return GridCell(isSample ? "\(sample)" : "", .quiet)
    case 1:
      guard isSample else { return GridCell(GridCell.unknown, Style(.padding, on: background, .dim)) }
      let content = shaded(
        GridCell(signal.signalTexts[0, sample], Style(.plain, on: background)),
        signal.convolution.signal[sample], on: signal.signalShades)
      return withCursor(content, .input, Position(row: 0, column: sample))
    case 2:
      guard let tap else { return GridCell("") }
      return GridCell(
        signal.appliedTexts[0, tap],
        isSample ? Style(.accent, on: .window, .bold) : Style(.padding, on: .window, .dim))
    default:
      guard let tap, let texts = moment.signalTexts else { return GridCell("") }
      guard isSample else { return GridCell(GridCell.unknown, Style(.padding, on: .window, .dim)) }
      guard !moment.isHidden else { return GridCell("?", Style(.quiet, on: .window)) }
      let product = signal.convolution.signal[sample] * signal.convolution.appliedKernel[tap]
      return GridCell(texts[0, tap], Self.signed(product).on(.window))
    }
  }

  private func resultCell(_ place: Position, _ signal: SignalPicture) -> GridCell {
    let step = place.column
    switch place.row {
    case 0: return GridCell("\(step + 1)", .quiet)
    case 1:
      let isShown = step < timeline.position
      var content: GridCell
      if moment.isHidden, step == shownStep {
        content = GridCell("?", .accent)
      } else if isShown {
        content = shaded(
          GridCell(signal.outputTexts[0, step], Self.signed(signal.output[step])), signal.output[step],
          on: signal.outputShades)
      } else {
        content = GridCell(GridCell.unknown, .quiet)
      }
      if step == shownStep { content.style = content.style.with(.bold) }
      return withCursor(content, .output, Position(row: 0, column: step))
    default:
      let isInside = signal.convolution.insideSteps?.contains(step + 1) ?? false
      return GridCell(isInside ? "in" : "", .quiet)
    }
  }
}

extension SignalPicture {
  /// Sample numbers, samples, kernel, products.
  static let tapeRows = 4
  /// Step numbers, results, whether the kernel is fully inside.
  static let outputRows = 3

  /// Where a sample, a weight or a result is drawn in its pane.
  func place(of cell: Position, in pane: ConvPane) -> Position {
    switch pane {
    case .input: Position(row: 1, column: cell.column + convolution.axis.paddingBefore)
    case .output: Position(row: 1, column: cell.column)
    default: cell
    }
  }

  /// The sample, weight or result drawn at `place`; `nil` beside the signal.
  func cell(at place: Position, in pane: ConvPane) -> Position? {
    let column = pane == .input ? place.column - convolution.axis.paddingBefore : place.column
    let count: Int
    switch pane {
    case .input: count = convolution.axis.input
    case .kernel: count = convolution.kernel.count
    default: count = convolution.count
    }
    return (0..<count).contains(column) ? Position(row: 0, column: column) : nil
  }
}
