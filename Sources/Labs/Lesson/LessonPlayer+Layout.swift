import Curriculum
import TerminalUI

/// Where everything of a lesson stands on the screen.
struct LessonLayout: Equatable, Sendable {
  let title: Rect
  /// Text and question.
  let reading: Rect
  /// The row over a scene that stands below the text; empty where they stand side by side.
  let rule: Rect
  /// The lab; empty where there is none.
  let scene: Rect
  let message: Rect
  let footer: Rect
  /// Whether the scene stands beside the text, as a whole lab.
  let isSideBySide: Bool

  /// Columns from which on text and scene stand side by side.
  static let sideBySideWidth = 110
  /// Rows a scene below the text gets at least.
  private static let leastSceneRows = 11
  private static let leastReadingRows = 4

  init(size: Size, hasScene: Bool, isTouching: Bool, readingRows: (Int) -> Int) {
    let wide = size.width >= Self.sideBySideWidth && size.height >= MinimumSize.size.height + 4
    isSideBySide = hasScene && wide
    let nothing = Rect(x: 0, y: 0, width: 0, height: 0)
    if hasScene, isTouching, !wide {
      (title, reading, rule, message, footer) = (nothing, nothing, nothing, nothing, nothing)
      scene = Rect(size)
      return
    }
    var rest = Rect(size).centred(Size(width: hasScene ? 200 : 92, height: 60)).inset(dx: 1, dy: 0)
    if size.height >= 30 { rest = rest.inset(dx: size.width >= 110 ? 2 : 0, dy: 1) }
    (title, rest) = rest.splitTop(1)
    // Where rows are scarce the picture needs this one more than the eye does.
    if !hasScene || wide || size.height >= 28 { rest = rest.splitTop(1).rest }
    let foot = rest.splitBottom(1)
    (rest, footer) = (foot.rest, foot.bottom)
    let notes = rest.splitBottom(1)
    (rest, message) = (notes.rest, notes.bottom)
    guard hasScene else {
      (reading, rule, scene) = (rest, nothing, nothing)
      return
    }
    if wide {
      let columns = min(max(rest.width * 3 / 8, 42), 68)
      let parts = rest.splitLeft(columns)
      reading = parts.left.splitLeft(columns - 2).left
      (rule, scene) = (nothing, parts.rest.splitLeft(1).rest)
      return
    }
    let most = max(Self.leastReadingRows, rest.height - 1 - Self.leastSceneRows)
    let rows = min(max(readingRows(rest.width), Self.leastReadingRows), most)
    let (text, below) = rest.splitTop(rows)
    let parts = below.splitTop(1)
    // The lab has a margin of its own.
    scene = Rect(x: parts.rest.x - 1, y: parts.rest.y, width: parts.rest.width + 2, height: parts.rest.height)
    (reading, rule) = (text, parts.top)
  }
}

/// A layout and what it follows from.
struct KeptLayout: Equatable, Sendable {
  /// All that the places on the screen depend on; what is typed and what is said do not belong to it.
  struct Occasion: Equatable, Sendable {
    let size: Size
    let step: Int
    let hasScene, isTouching: Bool
  }

  let occasion: Occasion
  let layout: LessonLayout
}

extension LessonPlayer {
  private var occasion: KeptLayout.Occasion {
    KeptLayout.Occasion(size: chrome.size, step: index, hasScene: scene != nil, isTouching: isTouching)
  }

  var layout: LessonLayout {
    let occasion = occasion
    if let keptLayout, keptLayout.occasion == occasion { return keptLayout.layout }
    return LessonLayout(size: chrome.size, hasScene: scene != nil, isTouching: isTouching) { width in
      steadyRows(width: width)
    }
  }

  /// Rows for the text and the question of this step, whatever has been said to it: the picture below stays where it is.
  private func steadyRows(width: Int) -> Int {
    guard let step else { return 0 }
    let text = ReadingLine.lines(step.text, width: width).count
    return text + (panels[index].map { 1 + $0.panel.rows(width: width) } ?? 0)
  }

  /// Whether the end of the question lies below what is seen of text and question.
  func hidesQuestion(_ layout: LessonLayout) -> Bool {
    guard let step, let panel = panels[index]?.panel else { return false }
    let (width, height) = (layout.reading.width, layout.reading.height)
    let end = ReadingLine.lines(step.text, width: width).count + 1 + panel.asked(width: width).count
    let pane = ReadingPane(lines: readingLines(width: width))
    return end > scroll.first(hidden: pane.hidden(height: height), fromEnd: isAtEnd) + height
  }

  var isSideBySide: Bool { layout.isSideBySide }
  /// Where the scene is drawn; `nil` when it is not.
  var scenePlace: Rect? { scene == nil ? nil : placedScene }

  /// Whether the pane opens at its end: while there is a question at work there.
  var isAtEnd: Bool { panels[index]?.panel.isAtWork ?? false }

  /// Whether the scene would say what the open question asks for, in the sizes and counts of its words.
  private var keepsBack: Bool {
    step?.exercise?.picture == .covered && panels[index]?.panel.isOver == false
  }

  /// Everything to read at this step.
  func readingLines(width: Int) -> [ReadingLine] {
    if isFinished { return LessonFinish(self).lines(width: width) }
    guard let step else { return [] }
    var lines = ReadingLine.lines(step.text, width: width)
    if let panel = panels[index]?.panel {
      lines.append(.blank)
      lines += panel.lines(width: width)
    }
    return lines
  }

  /// Tells the scene of the room it has now.
  mutating func arrange() {
    guard chrome.isUsable, scene != nil else { return }
    let isCovered = keepsBack
    scene?.cover(isCovered)
    let layout = layout
    keptLayout = KeptLayout(occasion: occasion, layout: layout)
    let place = layout.scene
    scene?.chrome.display = chrome.display
    scene?.chrome.hasKeys = isTouching || !layout.isSideBySide
    guard placedScene != place else { return }
    placedScene = place
    scene?.chrome.isEmbedded = !layout.isSideBySide && !isTouching
    _ = scene?.update(.resized(place.size))
  }
}
