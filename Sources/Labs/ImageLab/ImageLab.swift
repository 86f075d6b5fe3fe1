import Learning
import TerminalUI

/// The lab of filters on pictures: a picture and what a kernel, or a chain of two, makes of it, with the numbers of any
/// window; and what becomes of the response when the picture is shifted or turned.
///
/// Position k of the timeline shows the first k rows of the response; in the view of a chain, those of the first kernel
/// come before those of the second.
public struct ImageLab: Lab, SettingsLab {
  var chrome = LabChrome()
  /// What is filtered and how; its `step` stays 0, since the timeline knows the step.
  var settings: ImageScene
  var timeline: Timeline
  /// The scene that `restart` returns to.
  let opened: ImageScene
  var history = UndoStack<SettingsVersion<ImageScene>>()
  var prompt: Prompt<Purpose>?
  var score = Score()
  /// Whether arrows move the cursor.
  var isCursorOpen = false
  /// What is worked out from the settings alone.
  var picture: ImagePicture

  /// What a line of text is asked for.
  enum Purpose: Equatable, Sendable {
    case kernels
    /// The number under the cursor; the timeline is where it was, or goes on until that number is made.
    case guess(Prediction, revealing: Int)
  }

  static let title = "Filters on pictures"
  static let noun = "row"

  /// The lab showing `scene`.
  ///
  /// - Throws: ``LabRefusal`` when its picture has not been read, or its kernels do not fit.
  public init(scene: ImageScene) throws(LabRefusal) {
    picture = try ImagePicture(scene)
    opened = scene
    settings = scene.at(step: 0)
    timeline = Timeline(
      count: picture.stepCount, position: scene.step, rate: max(6, Double(picture.stepCount) / 6))
  }

  func picture(of settings: inout ImageScene) throws(LabRefusal) -> ImagePicture {
    try ImagePicture(settings, after: picture)
  }

  var chromeLayout: LabLayout { chrome.layout(arithmeticRows: chrome.size.height >= 22 ? 3 : 2) }

  mutating func take(_ key: Key) -> Effect? {
    guard isCursorOpen, let action = ImageBindings.cursor[key] else { return press(key) }
    switch action {
    case .move(let rows, let columns):
      let place = cursor
      moveCursor(to: Position(row: place.row + rows, column: place.column + columns))
      return nil
    case .open: return .request(.scene(windowScene.string.description))
    }
  }

  static var bindings: Bindings<ImageAction> { ImageBindings.lab }

  var keysAtWork: [HelpSection] { isCursorOpen ? ImageBindings.cursor.help + helpSections : helpSections }

  /// A click into a picture takes the cursor there.
  mutating func click(at point: Point) {
    let layout = ImageLayout(self)
    for (pane, place) in layout.panes {
      guard let pixel = place.pixel(at: point) else { continue }
      moveCursor(to: cell(under: pixel, of: pane))
      isCursorOpen = true
    }
  }

  // MARK: The cursor

  /// The cursor, wherever the settings say, within the response.
  var cursor: Position {
    let size = picture.response.extent
    let wanted = settings.cursor ?? Position(row: size.height / 2, column: size.width / 2)
    return Position(row: min(wanted.row, size.height - 1), column: min(wanted.column, size.width - 1))
  }

  /// Takes the cursor as near to `cell` as there are numbers.
  mutating func moveCursor(to cell: Position) {
    let size = picture.response.extent
    let place = Position(
      row: min(max(0, cell.row), size.height - 1), column: min(max(0, cell.column), size.width - 1))
    if place != cursor { settings.cursor = place }
  }

  /// The number of the response that is made of what lies about `pixel` of a pane.
  private func cell(under pixel: Position, of pane: ImagePicture.Pane) -> Position {
    let response = picture.response
    switch pane.kind {
    case .response, .movedResponse, .expected, .difference: return pixel
    case .picture, .moved:
      let corner = response.corner(of: Position(row: 0, column: 0))
      return Position(
        row: (pixel.row - corner.row - response.reach.height / 2) / response.step.height,
        column: (pixel.column - corner.column - response.reach.width / 2) / response.step.width)
    case .first:
      return Position(
        row: pixel.row * response.extent.height / pane.size.height,
        column: pixel.column * response.extent.width / pane.size.width)
    }
  }

  /// The channel whose numbers are shown one by one.
  var channelNames: [String] {
    guard let channel = settings.channel, settings.hasColours else {
      return picture.filtered.picture.channelNames
    }
    return [channel.rawValue]
  }

  /// Steps before the first row of the response that the cursor stands on.
  private var firstStep: Int { picture.panes.compactMap(\.firstStep).max() ?? 0 }

  /// How many steps are shown: while the number under the cursor is asked for, only those before it.
  var shownSteps: Int {
    guard case .guess? = prompt?.purpose else { return timeline.position }
    return min(timeline.position, firstStep + cursor.row)
  }

  /// The position that makes the number under the cursor.
  var revealing: Int { firstStep + cursor.row + 1 }

  /// Whether the number under the cursor is made.
  var isMade: Bool { shownSteps >= revealing }

  /// The window under the cursor, with up to two further ones on each side, for the convolution lab.
  var windowScene: ConvolutionScene {
    let response = picture.response
    let last = response.kernels.count - 1
    let (geometry, kernel) = (response.geometries[last], response.kernels[last])
    let input = response.stages[last][0]
    let most = max(
      kernel.grid.height + 4 * geometry.stride.height, kernel.grid.width + 4 * geometry.stride.width)
    let margin = most <= GridLimits.side / 2 ? 2 : 0
    let above = min(margin, cursor.row)
    let left = min(margin, cursor.column)
    let below = min(margin, response.extent.height - 1 - cursor.row)
    let right = min(margin, response.extent.width - 1 - cursor.column)
    let top = geometry.rows.start(of: cursor.row - above)
    let start = geometry.columns.start(of: cursor.column - left)
    let size = Extent(
      height: kernel.grid.height + (above + below) * geometry.stride.height,
      width: kernel.grid.width + (left + right) * geometry.stride.width)
    var grid = Grid(size, repeating: 0)
    for row in 0..<size.height {
      for column in 0..<size.width {
        let place = Position(row: top + row, column: start + column)
        if input.contains(place) { grid[row, column] = input[place] }
      }
    }
    var scene = ConvolutionScene(.rows(grid), .rows(kernel.grid), padding: 0)
    scene.stride = geometry.stride
    scene.step = above * (left + right + 1) + left + 1
    return scene
  }
}
