import Learning
import TerminalUI

extension PoolLab {
  /// The ways to arrange the grids of the present view, the preferred one first; never empty.
  var boardArrangements: [PaneBoard<PoolPane>] {
    let (input, output) = (inputPane, outputPane)
    guard let gradients else {
      return [PaneBoard([PaneBoard.Column([input], sign: "→"), PaneBoard.Column([output])])]
    }
    let upstream = upstreamPane(gradients)
    let gradient = gradientPane(gradients)
    return [
      // Values above, gradients below, each gradient under what it belongs to.
      PaneBoard([PaneBoard.Column([input, gradient]), PaneBoard.Column([output, upstream])]),
      PaneBoard([
        PaneBoard.Column([input], sign: "→"), PaneBoard.Column([output]),
        PaneBoard.Column([upstream], sign: "→"), PaneBoard.Column([gradient]),
      ]),
    ]
  }

  /// What stands below the grids where there is room: the window opened up.
  var workBoard: PaneBoard<PoolPane>? {
    guard settings.view == .grid else { return nil }
    let size = picture.geometry.kernel
    func pane(_ id: PoolPane, _ label: String, _ size: Extent, _ width: Int) -> PaneBoard<PoolPane>.Column {
      PaneBoard.Column(
        [PaneBoard.Pane(id, label: label, rows: size.height, columns: size.width, columnWidth: width)],
        sign: id == .result ? "" : "→")
    }
    let width = max(2, picture.inputWidth)
    let window = pane(.window, "window", size, width)
    let sum = pane(.sum, "sum", Extent(1), max(3, moment.step.map { Self.text($0.sum).count } ?? 3))
    let result = { (label: String) in pane(.result, label, Extent(1), max(2, picture.outputTexts.width)) }
    switch settings.kind {
    case .max: return PaneBoard([window, result("maximum")])
    case .sum: return PaneBoard([window, result("sum")])
    case .average: return PaneBoard([window, sum, result("/ \(size.height * size.width)")])
    case .l2:
      let squares = pane(.squares, "squares", size, min(7, max(2, moment.step?.squareWidth ?? 2)))
      return PaneBoard([window, squares, sum, result("root")])
    }
  }

  private var inputPane: PaneBoard<PoolPane>.Pane {
    let reached = picture.geometry.reached
    var pane = PaneBoard.Pane(
      PoolPane.input, label: picture.inputLabel, rows: reached.height, columns: reached.width,
      columnWidth: picture.inputWidth)
    pane.box = moment.active.map { picture.windowBox(of: $0) }
    if focus == .input, let cursor { pane.focus = GridPosition(picture.padded(cursor)) }
    if picture.hasUnread { pane.note = "╱ not read" }
    return pane
  }

  private var outputPane: PaneBoard<PoolPane>.Pane {
    let label =
      picture.geometry.output.map { "output \(chrome.isCovered ? "?" : $0.product)" } ?? "output: cannot"
    return outputShaped(.output, label, picture.geometry.windows, width: picture.outputTexts.width)
  }

  private func upstreamPane(_ gradients: PoolGradients) -> PaneBoard<PoolPane>.Pane {
    outputShaped(
      .upstream, "upstream ∂L/∂y", picture.geometry.windows, width: gradients.upstreamTexts.width)
  }

  private func gradientPane(_ gradients: PoolGradients) -> PaneBoard<PoolPane>.Pane {
    let size = picture.geometry.input
    var pane = PaneBoard.Pane(
      PoolPane.inputGradient, label: "∂L/∂x", rows: size.height, columns: size.width,
      columnWidth: max(2, gradients.inputWidth))
    pane.box = moment.active.flatMap { picture.windowInInput(of: $0) }.map {
      GridBox(rows: $0.rows, columns: $0.columns)
    }
    if focus == .inputGradient, let cursor { pane.focus = GridPosition(cursor) }
    return pane
  }

  /// A number of the opened window.
  static func text(_ value: Double) -> String { Numeral.format(value, digits: 3) }
}

extension PoolingStep {
  /// What is added up, before a division or a root: the cells, or for L2 their squares. Padding counts as 0.
  var sum: Double {
    values.reduce(0) { total, value in
      let value = value ?? 0
      return total + (kind == .l2 ? value * value : value)
    }
  }

  /// Columns of the widest square.
  var squareWidth: Int { values.map { PoolLab.text(($0 ?? 0) * ($0 ?? 0)).count }.max() ?? 1 }
}
