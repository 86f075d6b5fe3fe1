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
  /// Rows that a picture below the slide gets at least, when all of it is seen in them and when it is not.
  private static let (leastSceneRows, leastCutSceneRows) = (LabChrome.minimumEmbeddedSize.height, 11)

  /// - Parameters:
  ///   - sight: how much of the picture is seen at so many columns and rows; `nil` without one.
  ///   - lines: the rows of the slide at so many columns, airy or not.
  init(size: Size, sight: ((Size) -> PictureSight)?, lines: (Int, Bool) -> [SlideLine]) {
    let isTall = size.height >= 30
    var rest = Rect(size).inset(dx: size.width >= 110 ? 4 : 1, dy: isTall ? 1 : 0)
    (title, rest) = rest.splitTop(1)
    if sight == nil || isTall { rest = rest.splitTop(1).rest }
    (rest, footer) = rest.splitBottom(1)
    if isTall { rest = rest.splitBottom(1).rest }
    let parts = sight.flatMap { sight in
      let beside = Self.beside(in: rest, sight, lines)
      if let beside, beside.sight == .whole { return beside.parts }
      let below = Self.below(in: rest, sight, lines)
      guard let beside, let below else { return beside?.parts ?? below?.parts }
      return below.sight > beside.sight ? below.parts : beside.parts
    }
    // Where slide and picture have no room together, as with a long answer, the picture waits for Tab: the footer, for who
    // has the keys, says so.
    (slide, self.lines, rule, scene) = parts ?? Self.alone(in: rest, lines)
  }

  private typealias Parts = (slide: Rect, lines: [SlideLine], rule: Rect, scene: Rect)

  /// Slide and picture side by side, as one group in the middle.
  private static func beside(
    in room: Rect, _ sight: (Size) -> PictureSight, _ lines: (Int, Bool) -> [SlideLine]
  ) -> (parts: Parts, sight: PictureSight)? {
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
    let parts: Parts = (
      left.splitTop(1).rest, fitting, Rect(x: room.x, y: room.y, width: 0, height: 0), scene
    )
    return (parts, sight(scene.size))
  }

  /// A way to set a slide above a picture.
  private struct Setting {
    let width: Int
    let isAiry: Bool
    /// Rows that the slide gets even when it needs fewer, and empty rows around the line below it.
    let leastRows, gap: Int
  }

  /// The picture below the slide. The slide moves together, and then widens, until all of the picture is seen; where that
  /// does not help, it stays as tight as that.
  private static func below(
    in room: Rect, _ sight: (Size) -> PictureSight, _ lines: (Int, Bool) -> [SlideLine]
  ) -> (parts: Parts, sight: PictureSight)? {
    let isTall = room.height >= 30
    let easy = min(easyColumns, room.width)
    let settings = [
      Setting(width: easy, isAiry: isTall, leastRows: 4, gap: isTall ? 1 : 0),
      Setting(width: easy, isAiry: false, leastRows: 0, gap: 0),
      Setting(width: min(mostColumns, room.width), isAiry: false, leastRows: 0, gap: 0),
    ]
    var best: (parts: Parts, sight: PictureSight)?
    for setting in settings {
      let fitting = lines(setting.width, setting.isAiry)
      let (above, under) = room.splitTop(max(fitting.count + setting.gap, setting.leastRows))
      let slide = Rect(
        x: Self.margin(in: room), y: above.y, width: setting.width, height: above.height)
      let (rule, rest) = under.splitTop(1)
      let middle = rest.splitTop(setting.gap).rest
      guard middle.height >= leastSceneRows else { continue }
      let columns = min(middle.width, largestScene.width)
      // The lab has a margin of its own.
      let scene = Rect(
        x: middle.x + (middle.width - columns) / 2 - 1, y: middle.y, width: columns + 2,
        height: min(middle.height, largestScene.height))
      let seen = sight(scene.size)
      guard seen > .cut || scene.height >= leastCutSceneRows else { continue }
      if best == nil || best.map({ seen > $0.sight }) == true || seen == .cut {
        best = ((slide, fitting, rule, scene), seen)
      }
      if seen == .whole { break }
    }
    return best
  }

  /// Where text begins that has no picture beside it, however wide it is set: pages have one margin.
  private static func margin(in room: Rect) -> Int {
    room.x + (room.width - min(mostColumns, room.width)) / 2
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
    let slide = Rect(x: margin(in: room), y: y, width: width, height: height)
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
    let picture = hasPicture ? scene : nil
    return PresentLayout(size: chrome.size, sight: picture.map { scene in { scene.sight(in: $0) } }) {
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
    scene?.chrome.display = chrome.display
    let keepsBack = place.stage != .answer && step?.exercise?.picture == .covered
    scene?.cover(keepsBack)
    let wanted = Placement(area: area, isAlone: isTouching)
    guard placement != wanted else { return }
    placement = wanted
    scene?.chrome.isEmbedded = !isTouching
    _ = scene?.update(.resized(area.size))
  }
}
