import Learning
import TerminalUI

/// The convolution lab: a kernel strides over a grid, and every number that comes out is shown being made.
///
/// Positions of the timeline are output cells in row order; position k shows the first k of them.
public struct ConvLab: Lab, GridLab {
  var chrome = LabChrome()
  var settings: ConvolutionScene
  var timeline: Timeline
  /// The scene in two dimensions that the signal view has taken the place of, to come back when it is left.
  var setAside: ConvolutionScene?
  /// The scene that `restart` returns to.
  let opened: ConvolutionScene
  var history = UndoStack<SettingsVersion<ConvolutionScene>>()
  var focus = ConvPane.input
  var cursor: Position?
  var typed = ""
  var prompt: Prompt<GridPurpose<ConvPane>>?
  var asked: Position?
  var score = Score()
  /// What is worked out from the settings alone.
  var picture: ConvPicture
  /// Gradients at the present step, in the backward view.
  var gradients: ConvGradients?

  static let title = "Convolution"

  /// The lab showing `scene`.
  ///
  /// - Throws: ``LabRefusal`` when the scene does not fit itself or is larger than the lab shows.
  public init(scene: ConvolutionScene = ConvolutionScene()) throws(LabRefusal) {
    picture = try ConvPicture(scene)
    opened = scene
    settings = scene.at(step: 0)
    timeline = Timeline(count: picture.stepCount, position: scene.step)
    refreshGradients()
  }

  /// What is on screen, without cursor, focus and open editors.
  public var scene: ConvolutionScene {
    var scene = settings.at(step: timeline.position)
    // A typed gradient waits in the settings until there are two dimensions again.
    if case .signal = scene.view { scene.upstream = nil }
    return scene
  }

  var currentView: any GridLabView<ConvPane> {
    switch picture {
    case .signal(let signal): ConvSignalView(self, signal)
    case .plane(let plane):
      switch settings.view {
      // A picture in two dimensions never belongs to the signal view.
      case .grid, .signal: ConvGridView(self, plane)
      case .compare: ConvCompareView(self, plane)
      case .backward: ConvBackwardView(self, plane)
      case .unrolled(let order): ConvUnrolledView(self, plane, order)
      }
    }
  }
}

extension ConvLab {
  var version: Version { Version(settings.at(step: timeline.position), setAside: setAside) }

  mutating func restore(_ version: Version) {
    do { try install(version.settings) } catch { return chrome.refuse(error.description) }
    timeline.jump(to: version.position)
    setAside = version.setAside
  }

  func picture(of settings: inout ConvolutionScene) throws(LabRefusal) -> ConvPicture {
    let picture = try ConvPicture(settings)
    if let plane = picture.plane { try fitUpstream(of: &settings, to: plane.geometry.windows) }
    return picture
  }

  /// Where there are no gradients, it says why and keeps the forward grids only.
  mutating func refreshGradients() {
    guard settings.view == .backward, let plane = picture.plane, plane.stepCount > 0, let upstream else {
      gradients = nil
      return
    }
    if let gradients, gradients.source == settings, gradients.steps == timeline.position { return }
    do {
      gradients = try ConvGradients(
        plane, settings, upstream: upstream, steps: timeline.position, previous: gradients)
    } catch {
      gradients = nil
      chrome.refuse(error.description)
    }
  }

  /// The gradient that comes back to the output: typed, or ones.
  private var upstream: Grid? {
    settings.upstream ?? picture.plane.map { Grid($0.geometry.windows, repeating: 1) }
  }

  // MARK: Panes

  var focusablePanes: [ConvPane] {
    switch settings.view {
    case .grid, .signal: [.input, .kernel, .output]
    case .compare: [.input, .kernel, .output, .counterpart]
    case .backward: [.input, .kernel, .upstream, .inputGradient, .kernelGradient]
    case .unrolled: [.input]
    }
  }

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
      guard let upstream = upstream?.replacing(cell, by: number) else { return nil }
      scene.upstream = upstream
    case .turnedKernel, .output, .counterpart, .inputGradient, .kernelGradient, .biasGradient, .strip,
      .window, .weights, .products, .sum:
      return nil
    }
    return scene
  }

  func typedGrid(of pane: ConvPane) -> (name: String, text: String)? {
    switch pane {
    case .input: ("input", settings.grid.text)
    case .kernel: ("kernel", settings.kernel.text)
    case .upstream: ("upstream gradient", upstream?.typed ?? "")
    case .turnedKernel, .output, .counterpart, .inputGradient, .kernelGradient, .biasGradient, .strip,
      .window, .weights, .products, .sum:
      nil
    }
  }

  func settings(with text: String, in pane: ConvPane) throws(LabRefusal) -> ConvolutionScene {
    var scene = settings
    if pane == .kernel {
      scene.kernel = try KernelSource(typed: text, "kernel", such: "1 0; 0 1")
    } else if pane == .input {
      scene.grid = try GridSource(typed: text, "grid", such: "1 0 2; 3 4 5")
    } else {
      scene.upstream = try Grid(typed: text)
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
}

/// The grids of the lab.
enum ConvPane: GridPane {
  /// x, or the signal.
  case input
  /// k as typed.
  case kernel
  /// The kernel as the other convention applies it.
  case turnedKernel
  /// y under the convention that runs; in the comparison, cross-correlation.
  case output
  /// In the comparison, convolution.
  case counterpart
  /// ∂L/∂y, ∂L/∂x, ∂L/∂k and ∂L/∂b.
  case upstream, inputGradient, kernelGradient, biasGradient
  /// In the unrolled view, one row or column of the input laid out.
  case strip(Int)
  /// The window, the kernel and their products, opened up below.
  case window, weights, products, sum

  var isEditable: Bool { self == .input || self == .kernel || self == .upstream }
  var showsOutputs: Bool { self == .output || self == .counterpart || self == .upstream }
}
