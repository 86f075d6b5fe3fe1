import Learning
import TerminalUI

extension PoolLab {
  var version: PoolVersion { PoolVersion(settings: settings, position: timeline.position) }

  /// Puts back an earlier or later version.
  mutating func restore(_ version: PoolVersion) {
    do {
      try install(version.settings)
      timeline.jump(to: version.position)
    } catch {
      chrome.refuse(error.description)
    }
  }

  /// Puts `scene` in the place of the settings, or leaves everything as it is.
  mutating func install(_ scene: PoolingScene) throws(LabRefusal) {
    var scene = scene
    scene.step = 0
    let new = try PoolPicture(scene)
    if try GridLimits.drops(scene.upstream, present: settings.upstream, for: new.geometry.windows) {
      scene.upstream = nil
    }
    settings = scene
    picture = new
    timeline.resize(to: new.stepCount)
    keepCursor()
  }

  var focusablePanes: [PoolPane] { PoolPane.focusable(in: settings.view) }
  var paddingValue: String { picture.paddingText }

  var openingCell: Position {
    let active = shownPosition
    let corner = active.flatMap { picture.windowInInput(of: $0) }.map {
      Position(row: $0.rows.lowerBound, column: $0.columns.lowerBound)
    }
    return (focus.showsInputs ? corner : active) ?? Position(row: 0, column: 0)
  }

  func extent(of pane: PoolPane) -> Extent {
    pane.showsInputs ? picture.geometry.input : picture.geometry.windows
  }

  func step(at cell: Position) -> Int { picture.geometry.step(at: cell) }

  func target(of place: Position, in pane: PoolPane) -> (pane: PoolPane, cell: Position?)? {
    (pane, pane == .input ? picture.inputCell(atPadded: place) : place)
  }

  func settings(with number: Double, at cell: Position) -> PoolingScene? {
    var scene = settings
    switch focus {
    case .input:
      guard let grid = scene.grid.grid.replacing(cell, by: number) else { return nil }
      scene.grid = .rows(grid)
    case .upstream:
      guard let upstream = upstreamGrid.replacing(cell, by: number) else { return nil }
      scene.upstream = upstream
    case .output, .inputGradient, .window, .squares, .sum, .result: return nil
    }
    return scene
  }

  func typedGrid(of pane: PoolPane) -> (name: String, text: String)? {
    switch pane {
    case .input: ("input", settings.grid.text)
    case .upstream: ("upstream gradient", upstreamGrid.typed)
    case .output, .inputGradient, .window, .squares, .sum, .result: nil
    }
  }

  func settings(with text: String, in pane: PoolPane) throws(LabRefusal) -> PoolingScene {
    var scene = settings
    let source: GridSource?
    do throws(TableError) {
      if pane == .upstream {
        scene.upstream = try Grid(parsing: text)
        return scene
      }
      source = try GridSource(parsing: text)
    } catch {
      throw LabRefusal(error.description)
    }
    guard let source else {
      throw LabRefusal("no grid is called \(Echo.quote(text)): type rows such as 1 0 2; 3 4 5")
    }
    scene.replaceGrid(source)
    return scene
  }
}
