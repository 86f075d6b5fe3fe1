import TerminalUI

/// Where everything of a presentation stands on the screen.
struct PresentLayout: Equatable, Sendable {
  let title: Rect
  let slide: Rect
  /// The rows of the slide, wrapped to its width.
  let lines: [SlideLine]
  /// The picture beside or below the slide; empty where there is none or no room.
  let scene: Rect
  /// The row over a picture that stands below the slide; empty where they stand side by side.
  let rule: Rect
  let footer: Rect

  /// Columns that are read without effort, and those that are used where rows are scarce; the marks of a pane among them.
  static let (easyColumns, mostColumns) = (62, 78)
  /// Columns that a picture needs to stand beside the slide, and the largest size that is still seen at one glance.
  private static let (leastSceneColumns, largestScene) = (84, Size(width: 120, height: 28))
  /// Rows that a picture below the slide gets at least.
  private static let leastSceneRows = 11

  /// - Parameters:
  ///   - isTight: whether a slide with a picture may be wrapped wider to leave room for it.
  ///   - lines: the rows of the slide at so many columns, airy or not.
  init(size: Size, hasScene: Bool, isTight: Bool, lines: (Int, Bool) -> [SlideLine]) {
    let isTall = size.height >= 30
    var rest = Rect(size).inset(dx: size.width >= 110 ? 4 : 1, dy: isTall ? 1 : 0)
    (title, rest) = rest.splitTop(1)
    if !hasScene || isTall { rest = rest.splitTop(1).rest }
    (rest, footer) = rest.splitBottom(1)
    if isTall { rest = rest.splitBottom(1).rest }
    let parts =
      hasScene
      ? Self.beside(in: rest, lines) ?? Self.below(in: rest, isTight: isTight, lines) : nil
    // Where slide and picture have no room together, as with a long answer, the picture waits for Tab.
    (slide, self.lines, rule, scene) = parts ?? Self.alone(in: rest, lines)
  }

  private typealias Parts = (slide: Rect, lines: [SlideLine], rule: Rect, scene: Rect)

  /// Slide and picture side by side, as one group in the middle.
  private static func beside(in room: Rect, _ lines: (Int, Bool) -> [SlideLine]) -> Parts? {
    let gap = 2
    let columns = min(easyColumns, room.width - gap - leastSceneColumns)
    guard columns >= 48 else { return nil }
    let width = min(room.width, columns + gap + largestScene.width)
    let group = room.centred(Size(width: width, height: largestScene.height))
    let (left, right) = group.splitLeft(columns)
    let fitting = fitting(width: columns, height: group.height, lines)
    guard fitting.count < group.height else { return nil }
    let scene = right.splitLeft(gap).rest
    // The picture begins with a line of titles.
    return (left.splitTop(1).rest, fitting, Rect(x: room.x, y: room.y, width: 0, height: 0), scene)
  }

  /// The picture below the slide.
  private static func below(in room: Rect, isTight: Bool, _ lines: (Int, Bool) -> [SlideLine]) -> Parts? {
    let most = room.height - 1 - leastSceneRows
    var width = min(easyColumns, room.width)
    var fitting = lines(width, room.height >= 30)
    if fitting.count > most, isTight {
      width = min(mostColumns, room.width)
      fitting = lines(width, false)
    }
    guard fitting.count <= most else { return nil }
    let (above, below) = room.splitTop(max(fitting.count + (room.height >= 30 ? 1 : 0), min(4, most)))
    let slide = Rect(x: above.x + (above.width - width) / 2, y: above.y, width: width, height: above.height)
    let (rule, rest) = below.splitTop(1)
    let middle = rest.splitTop(room.height >= 30 ? 1 : 0).rest
    let columns = min(middle.width, largestScene.width)
    // The lab has a margin of its own.
    let scene = Rect(
      x: middle.x + (middle.width - columns) / 2 - 1, y: middle.y, width: columns + 2,
      height: min(middle.height, largestScene.height))
    return (slide, fitting, rule, scene)
  }

  /// Slides without a picture stand a little above the middle.
  private static func alone(in room: Rect, _ lines: (Int, Bool) -> [SlideLine]) -> Parts {
    var width = min(easyColumns, room.width)
    var fitting = fitting(width: width, height: room.height, lines)
    if fitting.count > room.height {
      width = min(mostColumns, room.width)
      fitting = lines(width, false)
    }
    let height = min(fitting.count, room.height)
    let y = room.y + (room.height - height) * 2 / 5
    let slide = Rect(x: room.x + (room.width - width) / 2, y: y, width: width, height: height)
    let nothing = Rect(x: room.x, y: room.y, width: 0, height: 0)
    return (slide, fitting, nothing, nothing)
  }

  private static func fitting(width: Int, height: Int, _ lines: (Int, Bool) -> [SlideLine]) -> [SlideLine] {
    let airy = lines(width, true)
    return airy.count <= height - 2 ? airy : lines(width, false)
  }
}

extension PresentScreen {
  var layout: PresentLayout {
    PresentLayout(size: chrome.size, hasScene: hasPicture, isTight: place.stage == .text) {
      lines(width: $0, isAiry: $1)
    }
  }

  /// Tells the scene of the room it has now, and whether it is projected.
  mutating func arrange() {
    guard chrome.isUsable, scene != nil else { return }
    let area = isTouching ? Rect(chrome.size) : layout.scene
    guard !area.isEmpty else {
      placement = nil
      return
    }
    scene?.chrome.manner = chrome.manner
    let wanted = Placement(area: area, isAlone: isTouching)
    guard placement != wanted else { return }
    placement = wanted
    scene?.chrome.isEmbedded = !isTouching
    _ = scene?.update(.resized(area.size))
  }
}
