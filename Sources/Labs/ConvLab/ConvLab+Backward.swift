import Learning
import TerminalUI

/// The backward view: what each output cell sends back to kernel, input and bias.
extension ConvLab {
  /// Brings the gradients up to the present step; where there are none, it says why and keeps the forward grids only.
  mutating func refreshBackward() {
    guard settings.view == .backward, let plane = picture.plane, plane.stepCount > 0,
      let upstream = upstreamGrid
    else {
      backward = nil
      return
    }
    let previous = backwardSource == settings ? backward : nil
    if let previous, previous.steps == timeline.position { return }
    backwardSource = settings
    do {
      backward = try BackwardPicture(
        plane, upstream: upstream, steps: timeline.position, previous: previous)
    } catch {
      backward = nil
      chrome.refuse(error.description)
    }
  }

  func backwardBoard(
    _ plane: PlanePicture, input: PaneBoard<ConvPane>.Pane, kernel: PaneBoard<ConvPane>.Pane
  ) -> PaneBoard<ConvPane> {
    guard let backward else { return PaneBoard([PaneBoard.Column([input]), PaneBoard.Column([kernel])]) }
    let (size, windows) = (plane.geometry.input, plane.geometry.windows)
    func pane(_ id: ConvPane, _ label: String, _ extent: Extent, _ width: Int) -> PaneBoard<ConvPane>.Pane {
      var pane = PaneBoard.Pane(
        id, label: label, rows: extent.height, columns: extent.width, columnWidth: max(2, width))
      if focus == id, let cursor { pane.focus = GridPosition(cursor) }
      return pane
    }
    let upstream = outputShaped(
      .upstream, "upstream ∂L/∂y", windows, width: backward.upstreamTexts.width)
    var inputGradient = pane(.inputGradient, "∂L/∂x", size, backward.inputWidth)
    if let active = moment.active {
      let span = plane.span(of: active)
      inputGradient.box = GridBox(rows: span.rows, columns: span.columns)
    }
    return PaneBoard([
      PaneBoard.Column([input, inputGradient]),
      PaneBoard.Column([
        kernel, pane(.kernelGradient, "∂L/∂k", plane.geometry.kernel, backward.kernelWidth),
      ]),
      PaneBoard.Column([upstream, pane(.biasGradient, "∂L/∂b", Extent(1), backward.biasWidth)]),
    ])
  }

  func backwardCell(_ pane: ConvPane, _ place: Position, _ plane: PlanePicture) -> GridCell {
    guard let backward else { return GridCell("") }
    switch pane {
    case .upstream: return upstreamCell(place, plane, backward)
    case .inputGradient:
      let isTap = moment.active.flatMap { plane.tap(on: place, of: $0) } != nil
      let style = gradientStyle(backward.partial.input[place]).on(isTap ? .window : .plain)
      let content = shaded(
        GridCell(backward.inputTexts[place], style), backward.partial.input[place], on: backward.inputShades)
      return withCursor(content, pane, place)
    case .kernelGradient:
      // The gradient belongs to the kernel as typed; it is shown the way round in which the kernel is.
      let cell = typedCell(place)
      let value = backward.partial.kernel[cell]
      let content = GridCell(backward.kernelTexts[cell], gradientStyle(value))
      return withCursor(shaded(content, value, on: backward.kernelShades), pane, place)
    default: return GridCell(backward.biasTexts[0, 0], gradientStyle(backward.partial.bias))
    }
  }

  private func gradientStyle(_ value: Double) -> Style {
    value == 0 ? .quiet : Style(.backward)
  }

  private func upstreamCell(_ place: Position, _ plane: PlanePicture, _ backward: BackwardPicture) -> GridCell
  {
    let index = plane.geometry.step(at: place)
    var content = GridCell(backward.upstreamTexts[place], index < backward.steps ? Style(.backward) : .quiet)
    if plane.isStoppedByReLU(place) { content = GridCell(content.text, Style(.unused), hatch: "╱") }
    if place == moment.active { content.style = content.style.with(.bold) }
    if !moment.isFed.isEmpty, moment.isFed[index] { content.style = content.style.on(.window).with(.bold) }
    return withCursor(content, .upstream, place)
  }
}

extension PlanePicture {
  /// Whether ReLU lets nothing back through an output cell: its slope is 0 where the output is.
  func isStoppedByReLU(_ output: Position) -> Bool {
    convolution.hasReLU && self.output[output] <= 0
  }
}
