import Learning
import TerminalUI

/// The comparison: cross-correlation and convolution side by side, with a mark where they differ.
struct ConvCompareView: ConvPlaneView {
  let lab: ConvLab
  let windows: PlanePicture
  let shown: ShownWindow
  let opened: ConvolutionStep?

  init(_ lab: ConvLab, _ plane: PlanePicture) {
    (self.lab, windows) = (lab, plane)
    shown = lab.shownWindow(in: plane, inputs: [.input], kernel: .kernel)
    opened = Self.opened(lab, plane, shown)
  }

  private var board: PaneBoard<ConvPane> {
    let width = max(windows.correlated.width, windows.flipped.width)
    return PaneBoard([
      PaneBoard.Column([inputPane]),
      PaneBoard.Column([
        kernelPane, plainPane(.turnedKernel, "turned by 180°", geometry.kernel, width: windows.turned.width),
      ]),
      PaneBoard.Column([
        outputPane(.output, "cross-correlation", width: width),
        outputPane(.counterpart, "convolution", width: width),
      ]),
    ])
  }

  func wantedWidth(in size: Size) -> Int { board.wantedWidth(in: size) }
  func sight(in body: Rect) -> PictureSight { board.sight(in: body.size) }

  func boards(in area: Rect, isProjected: Bool) -> [PaneBoardLayout<ConvPane>] {
    [board.layout(in: area, isProjected: isProjected)]
  }

  func cell(_ pane: ConvPane, _ place: Position) -> GridCell {
    switch pane {
    case .input: inputCell(atPadded: place)
    case .kernel: kernelCell(place)
    case .turnedKernel: windows.turned.cell(place)
    case .output: comparedCell(windows.correlated, place)
    case .counterpart: comparedCell(windows.flipped, place)
    case .upstream, .inputGradient, .kernelGradient, .biasGradient, .strip, .window, .weights, .products,
      .sum:
      .pending
    }
  }

  private func comparedCell(_ numbers: GridNumbers, _ place: Position) -> GridCell {
    var content = outputCell(numbers, place)
    if content.text.hasSuffix("≠") { content.style.attributes = [.bold, .underline] }
    return marked(content, place)
  }

  /// The same window under both conventions.
  var lines: [ArithmeticLine] {
    guard let step, !shown.isHidden else { return [now, size] }
    var other = lab.settings
    other.isFlipped.toggle()
    guard let counterpart = try? other.convolution().step(at: step.position) else { return [] }
    let (plain, turned) = lab.settings.isFlipped ? (counterpart, step) : (step, counterpart)
    return [("as is", plain), ("turned", turned)].map { name, step in
      ArithmeticLine(name, arithmetic(step, fitting: arithmeticRoom.columns))
    }
  }

  var hint: String {
    if let cannotHint { return cannotHint }
    let both = zip(windows.correlated.grid.cells, windows.flipped.grid.cells)
    if !both.allSatisfy({ Prediction.agree($0, $1) }) {
      return "Watch for ≠: there it matters whether the kernel is turned first."
    }
    return windows.kernel.grid == windows.turned.grid
      ? "No ≠ here: this kernel is the same after a half turn."
      : "No ≠ here: on this input both ways give the same."
  }
}
