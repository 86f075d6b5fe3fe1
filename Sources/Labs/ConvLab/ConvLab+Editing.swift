import Learning
import TerminalUI

extension ConvLab {
  var version: ConvVersion {
    ConvVersion(settings: settings, position: timeline.position, setAside: setAside)
  }

  /// Puts `scene` in the place of the settings, or leaves everything as it is.
  mutating func install(_ scene: ConvolutionScene) throws(LabRefusal) {
    var scene = scene
    scene.step = 0
    var new = try ConvPicture(scene)
    if let plane = new.plane,
      try GridLimits.drops(scene.upstream, present: settings.upstream, for: plane.geometry.windows)
    {
      scene.upstream = nil
      new = try ConvPicture(scene)
    }
    settings = scene
    picture = new
    timeline.resize(to: new.stepCount)
    keepCursor()
  }

  /// Puts back an earlier or later version.
  mutating func restore(_ version: ConvVersion) {
    do {
      try install(version.settings)
      setAside = version.setAside
      timeline.jump(to: version.position)
    } catch {
      chrome.refuse(error.description)
    }
  }

  /// Rows and columns of a pane that a cursor can visit.
  func extent(of pane: ConvPane) -> Extent {
    switch pane {
    case .input, .inputGradient: settings.grid.grid.extent
    case .kernel, .turnedKernel, .kernelGradient, .window, .weights, .products: settings.kernel.grid.extent
    case .output, .counterpart, .upstream:
      switch picture {
      case .plane(let plane): plane.geometry.windows
      case .signal(let signal): Extent(height: 1, width: signal.convolution.count)
      }
    case .biasGradient, .strip, .sum: Extent(1)
    }
  }

  var focusablePanes: [ConvPane] { ConvPane.focusable(in: settings.view) }
  var paddingValue: String { "0" }

  var openingCell: Position {
    guard let plane = picture.plane, let active = shownPosition else {
      let column = focus == .output && picture.plane == nil ? max(0, timeline.position - 1) : 0
      return Position(row: 0, column: column)
    }
    return switch focus {
    case .output, .counterpart, .upstream: active
    case .input, .inputGradient:
      plane.geometry.window(of: active).compactMap(\.input).first ?? Position(row: 0, column: 0)
    case .kernel, .turnedKernel, .kernelGradient, .biasGradient, .strip, .window, .weights, .products, .sum:
      Position(row: 0, column: 0)
    }
  }

  func step(at cell: Position) -> Int { picture.plane?.geometry.step(at: cell) ?? cell.column }

  func settings(with number: Double, at cell: Position) -> ConvolutionScene? {
    var scene = settings
    switch focus {
    case .input:
      guard let grid = scene.grid.grid.replacing(cell, by: number) else { return nil }
      scene.grid = .rows(grid)
    case .kernel:
      guard let kernel = scene.kernel.grid.replacing(typedCell(cell), by: number) else { return nil }
      scene.kernel = .rows(kernel)
    case .upstream:
      guard let upstream = upstreamGrid?.replacing(cell, by: number) else { return nil }
      scene.upstream = upstream
    case .turnedKernel, .output, .counterpart, .inputGradient, .kernelGradient, .biasGradient, .strip,
      .window, .weights, .products, .sum:
      return nil
    }
    return scene
  }

  /// Whether the kernel pane shows the kernel turned, as the convolution applies it.
  var showsTurnedKernel: Bool {
    switch settings.view {
    case .grid, .backward, .unrolled: settings.isFlipped
    case .compare, .signal: false
    }
  }

  /// The cell of the kernel as typed that the kernel pane shows at `cell`.
  func typedCell(_ cell: Position) -> Position {
    guard showsTurnedKernel else { return cell }
    let extent = settings.kernel.grid.extent
    return Position(row: extent.height - 1 - cell.row, column: extent.width - 1 - cell.column)
  }

  /// The gradient that comes back to the output: typed, or ones.
  var upstreamGrid: Grid? {
    settings.upstream ?? picture.plane.map { Grid($0.geometry.windows, repeating: 1) }
  }
}
