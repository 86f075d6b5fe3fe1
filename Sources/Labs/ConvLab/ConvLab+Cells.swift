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
      let content = showsTurnedKernel ? turnedKernelCell(place, plane) : kernelCell(place, plane)
      return withCursor(content, pane, place)
    case .turnedKernel: return turnedKernelCell(place, plane)
    case .output:
      return settings.view == .compare
        ? outputCell(pane, place, plane, plane.correlated, plane.correlatedTexts)
        : outputCell(pane, place, plane, plane.output, plane.outputTexts)
    case .counterpart: return outputCell(pane, place, plane, plane.flipped, plane.flippedTexts)
    case .window:
      return shaded(
        workCell(moment.windowTexts?[place]), moment.step?.window[place], on: plane.inputShades)
    case .weights:
      return settings.isFlipped ? turnedKernelCell(place, plane) : kernelCell(place, plane)
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

  func kernelCell(_ place: Position, _ plane: PlanePicture) -> GridCell {
    shaded(GridCell(plane.kernelTexts[place]), plane.convolution.kernel[place], on: plane.kernelShades)
  }

  func turnedKernelCell(_ place: Position, _ plane: PlanePicture) -> GridCell {
    let kernel = plane.convolution.kernel
    let typed = Position(row: kernel.height - 1 - place.row, column: kernel.width - 1 - place.column)
    return shaded(GridCell(plane.turnedTexts[place]), kernel[typed], on: plane.kernelShades)
  }

  private func workCell(_ text: String?) -> GridCell {
    text.map { GridCell($0) } ?? GridCell(GridCell.unknown, .quiet)
  }

  private func inputCell(atPadded place: Position, _ plane: PlanePicture) -> GridCell {
    let isTap = moment.active.map { plane.isTap(place, of: $0) } ?? false
    guard let cell = plane.inputCell(atPadded: place) else {
      let padding = GridCell("0", Style(.padding, on: isTap ? .window : .plain, .dim))
      return shaded(padding, nil, on: plane.inputShades)
    }
    var content = GridCell(plane.inputTexts[cell], Style(.plain, on: isTap ? .window : .plain))
    let isUnused = plane.isUnused(cell)
    if isUnused { content = GridCell(content.text, Style(.unused), hatch: "╱") }
    content = shaded(content, isUnused ? nil : plane.convolution.input[cell], on: plane.inputShades)
    if !moment.isLit.isEmpty, moment.isLit[cell.row * plane.convolution.input.width + cell.column] {
      content.style = content.style.on(.window).with(.bold)
    }
    if cell == moment.touched {
      content.style = Style(.accent, on: .window, [.bold, .underline])
    }
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
      content = shaded(
        GridCell(texts[place], ConvLab.signed(values[place])), values[place],
        on: settings.view == .compare ? plane.comparedShades : plane.outputShades)
      if settings.view == .compare, texts[place].hasSuffix("≠") {
        content.style.attributes = [.bold, .underline]
      }
    } else if place == asked {
      content = GridCell("?", .accent)
    } else {
      content = GridCell(GridCell.unknown, .quiet)
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
