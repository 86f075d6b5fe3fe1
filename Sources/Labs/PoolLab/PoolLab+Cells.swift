import Learning
import TerminalUI

extension PoolLab {
  func cell(_ pane: PoolPane, _ place: GridPosition) -> GridCell {
    let place = Position(place)
    switch pane {
    case .input: return inputCell(atPadded: place)
    case .output: return outputCell(place)
    case .upstream: return upstreamCell(place)
    case .inputGradient: return gradientCell(place)
    case .window, .squares, .sum, .result: return workCell(pane, place)
    }
  }

  private func inputCell(atPadded place: Position) -> GridCell {
    let isTap = moment.active.map { isUnderWindow(place, of: $0) } ?? false
    guard let cell = picture.inputCell(atPadded: place) else {
      let text = picture.isBeyond(place) ? "" : picture.paddingText
      let padding = GridCell(text, Style(.padding, on: isTap ? .window : .plain, .dim))
      return shaded(padding, nil, on: picture.inputShades)
    }
    var content = GridCell(picture.inputTexts[cell], Style(.plain, on: isTap ? .window : .plain))
    let isUnused = picture.isUnused(cell)
    if isUnused { content = GridCell(content.text, Style(.unused), hatch: "╱") }
    content = shaded(content, isUnused ? nil : picture.pooling.input[cell], on: picture.inputShades)
    if cell == moment.winner { content = pointedOut(content, [.bold, .underline]) }
    if cell == moment.asked { content = pointedOut(content, [.bold, .reverse]) }
    return withCursor(content, .input, cell)
  }

  /// The cell that matters most: a line stands under its number, since accents are not seen on shades.
  private func pointedOut(_ content: GridCell, _ attributes: Style.Attributes) -> GridCell {
    var content = content
    content.style = Style(.accent, on: .window, attributes)
    return content
  }

  private func isUnderWindow(_ place: Position, of output: Position) -> Bool {
    let window = picture.windowBox(of: output)
    return window.rows.contains(place.row) && window.columns.contains(place.column)
  }

  private func outputCell(_ place: Position) -> GridCell {
    var content: GridCell
    if picture.stepCount == 0 {
      content = GridCell("×", .quiet)
    } else if settings.view == .grid, moment.isHidden, place == moment.active {
      content = GridCell("?", .accent)
    } else if settings.view == .backward || picture.geometry.step(at: place) < timeline.position {
      content = shaded(
        GridCell(picture.outputText(place), ConvLab.signed(picture.output[place])), picture.output[place],
        on: picture.outputShades)
    } else if place == asked {
      content = GridCell("?", .accent)
    } else {
      content = GridCell(GridCell.unknown, .quiet)
    }
    return withCursor(marked(content, place), .output, place)
  }

  private func upstreamCell(_ place: Position) -> GridCell {
    guard let gradients else { return GridCell("") }
    let hasArrived = picture.geometry.step(at: place) < gradients.steps
    let content = GridCell(gradients.upstreamTexts[place], hasArrived ? Style(.backward) : .quiet)
    return withCursor(marked(content, place), .upstream, place)
  }

  /// The cell of the shown window stands out, and so do those whose windows read the cell at the cursor.
  private func marked(_ content: GridCell, _ place: Position) -> GridCell {
    var content = content
    if place == moment.active { content.style = content.style.with(.bold) }
    if !moment.isFed.isEmpty, moment.isFed[picture.geometry.step(at: place)] {
      content.style = content.style.on(.window).with(.bold)
    }
    return content
  }

  private func gradientCell(_ place: Position) -> GridCell {
    guard let gradients else { return GridCell("") }
    let isTap = moment.active.map { isUnderWindow(picture.padded(place), of: $0) } ?? false
    let style: Style = gradients.partial[place] == 0 ? .quiet : Style(.backward)
    var content = shaded(
      GridCell(gradients.inputTexts[place], style.on(isTap ? .window : .plain)), gradients.partial[place],
      on: gradients.inputShades)
    if place == moment.winner { content.style = content.style.with(.bold) }
    if place == moment.asked { content = GridCell("?", Style(.accent, on: .window, .bold)) }
    return withCursor(content, .inputGradient, place)
  }

  /// The window opened up: its cells, and what becomes of them.
  private func workCell(_ pane: PoolPane, _ place: Position) -> GridCell {
    guard let step = moment.step else { return GridCell(GridCell.unknown, .quiet) }
    let index = place.row * picture.geometry.kernel.width + place.column
    switch pane {
    case .window:
      guard let value = step.values[index] else {
        return GridCell(step.taps[index].isBeyond ? "" : picture.paddingText, Style(.padding, .dim))
      }
      let isWinner = moment.winner != nil && step.taps[index].input == moment.winner
      let content = GridCell(Self.text(value), isWinner ? Style(.accent, .bold) : .plain)
      return isWinner ? content : shaded(content, value, on: picture.inputShades)
    case .squares where !moment.isHidden:
      if step.taps[index].isBeyond { return GridCell("") }
      let value = step.values[index] ?? 0
      return GridCell(Self.text(value * value))
    case .sum where !moment.isHidden: return GridCell(Self.text(step.sum))
    case .result where !moment.isHidden: return GridCell(picture.outputText(step.position), .accent)
    case .result: return GridCell("?", .accent)
    case .input, .output, .upstream, .inputGradient, .squares, .sum: return GridCell(GridCell.unknown, .quiet)
    }
  }
}
