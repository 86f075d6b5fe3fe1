import Learning
import TerminalUI

extension ConvLab {
  func cell(_ pane: ConvPane, _ place: GridPosition) -> GridCell {
    switch picture {
    case .plane(let plane): planeCell(pane, Position(place), plane)
    case .signal(let signal): signalCell(pane, Position(place), signal)
    }
  }

  private func planeCell(_ pane: ConvPane, _ place: Position, _ plane: PlanePicture) -> GridCell {
    switch pane {
    case .input: return inputCell(atPadded: place, plane)
    case .kernel:
      let texts = showsTurnedKernel ? plane.turnedTexts : plane.kernelTexts
      return withCursor(GridCell(texts[place]), pane, place)
    case .turnedKernel: return GridCell(plane.turnedTexts[place])
    case .output:
      return settings.view == .compare
        ? outputCell(pane, place, plane, plane.correlated, plane.correlatedTexts)
        : outputCell(pane, place, plane, plane.output, plane.outputTexts)
    case .counterpart: return outputCell(pane, place, plane, plane.flipped, plane.flippedTexts)
    case .window: return workCell(moment.windowTexts?[place])
    case .weights: return GridCell((settings.isFlipped ? plane.turnedTexts : plane.kernelTexts)[place])
    case .products:
      guard !moment.isHidden, let step = moment.step else { return workCell(nil) }
      return GridCell(moment.productTexts?[place] ?? "", ConvLab.signed(step.products[place]))
    case .sum:
      guard !moment.isHidden, let step = moment.step else { return workCell(moment.isHidden ? "?" : nil) }
      return GridCell(Numeral.format(step.sum, digits: 3), .accent)
    case .strip(let index): return stripCell(index, place, plane)
    case .upstream, .inputGradient, .kernelGradient, .biasGradient: return backwardCell(pane, place, plane)
    }
  }

  private func workCell(_ text: String?) -> GridCell {
    text.map { GridCell($0) } ?? GridCell("·", .quiet)
  }

  private func inputCell(atPadded place: Position, _ plane: PlanePicture) -> GridCell {
    let isTap = moment.active.map { plane.isTap(place, of: $0) } ?? false
    guard let cell = plane.inputCell(atPadded: place) else {
      return GridCell("0", Style(.padding, on: isTap ? .window : .plain, .dim))
    }
    var content = GridCell(plane.inputTexts[cell], Style(.plain, on: isTap ? .window : .plain))
    if plane.isUnused(cell) { content = GridCell(content.text, Style(.unused), hatch: "╱") }
    if !moment.isLit.isEmpty, moment.isLit[cell.row * plane.convolution.input.width + cell.column] {
      content.style = content.style.on(.window).with(.bold)
    }
    if cell == moment.touched { content.style = Style(.accent, on: .window, .bold) }
    return withCursor(content, .input, cell)
  }

  private func outputCell(
    _ pane: ConvPane, _ place: Position, _ plane: PlanePicture, _ values: Grid, _ texts: CellTexts
  ) -> GridCell {
    let index = plane.geometry.step(at: place)
    var content: GridCell
    if plane.stepCount == 0 {
      content = GridCell("×", .quiet)
    } else if moment.isHidden, place == moment.active {
      content = GridCell("?", .accent)
    } else if index < timeline.position {
      content = GridCell(texts[place], ConvLab.signed(values[place]))
      if settings.view == .compare, texts[place].hasSuffix("≠") {
        content.style.attributes = [.bold, .underline]
      }
    } else if place == asked {
      content = GridCell("?", .accent)
    } else {
      content = GridCell("·", .quiet)
    }
    if place == moment.active { content.style = content.style.with(.bold) }
    if !moment.isFed.isEmpty, moment.isFed[index] { content.style = content.style.on(.window).with(.bold) }
    return withCursor(content, pane, place)
  }

  /// Signs are in the numbers; the paints only repeat them.
  static func signed(_ value: Double) -> Style {
    value > 0 ? Style(.positive) : value < 0 ? Style(.negative) : .plain
  }
}

extension PlanePicture {
  /// Whether a cell of the padded grid lies under a cell of the kernel, not in one of its gaps.
  func isTap(_ place: Position, of output: Position) -> Bool {
    func isTap(_ axis: ConvolutionAxis, _ index: Int, _ output: Int) -> Bool {
      let offset = index - output * axis.stride
      return offset >= 0 && offset < axis.span && offset % axis.dilation == 0
    }
    return isTap(geometry.rows, place.row, output.row) && isTap(geometry.columns, place.column, output.column)
  }
}
