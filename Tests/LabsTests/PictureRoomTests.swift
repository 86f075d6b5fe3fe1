import Curriculum
import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("Pictures use their room")
struct PictureRoomTests {
  static let sizes = [(60, 18), (80, 24), (100, 30), (120, 40), (160, 45), (200, 50), (240, 67)].map {
    Size(width: $0.0, height: $0.1)
  }
  static let scenes =
    HomeEntry.all.map(\.scene) + [
      "conv:galway?step=6", "conv:galway?padding=1&stride=2&step=3", "conv:kcl?view=compare&step=4",
      "conv:galway?view=backward&step=9", "conv:galway?view=unrolled&step=4",
      "conv:1,2,3/1,0?view=signal&step=2",
      "pool:galway?step=4", "pool:galway?view=backward&step=4", "graph:network-2-2-1?step=20",
      "graph:shared-input?step=3",
    ]

  private func frame(_ scene: String, _ size: Size, _ look: Look = Look()) throws -> Frame {
    var screen = try Screen(scene: Scene(parsing: scene))
    screen.resize(size.width, size.height)
    return screen.drawn(size.width, size.height, look: look)
  }

  @Test(arguments: scenes, sizes)
  func everySizeDrawsWithoutFaults(_ scene: String, _ size: Size) throws {
    #expect(try frame(scene, size).faults.isEmpty)
  }

  /// Cells that are not blank grow in number, and so does the part of the screen that the grids take.
  @Test func gridsGrowWithTheScreen() throws {
    func place(_ size: Size) throws -> Rect {
      var lab = try ConvLab(scene: ConvolutionScene())
      lab.resize(size.width, size.height)
      let panes = try #require(lab.boardLayout.boards.first).panes
      let (first, last) = try (#require(panes.first), #require(panes.last))
      return Rect(
        x: first.grid.bounds.x, y: first.grid.bounds.y, width: last.grid.bounds.right - first.grid.bounds.x,
        height: first.grid.bounds.height)
    }
    let (small, medium, large) = try (
      place(Self.sizes[1]), place(Self.sizes[5]), place(Self.sizes[6])
    )
    #expect(medium.width >= small.width * 5 / 4)
    #expect(large.width >= small.width * 3 / 2 && large.height >= small.height * 3 / 2)
  }

  @Test(arguments: sizes.dropFirst(3))
  func theWindowIsOpenedUpBelowOnWideScreens(_ size: Size) throws {
    let text = try frame("conv:galway?step=6", size).text
    #expect(text.contains("products") && text.contains("output 5x5") && text.contains("Output size"))
  }

  @Test func theTapeShowsWhatIsAtWorkAndMostOfTheRest() throws {
    for step in [1, 10, 20, 30, 31, 40, 50] {
      let text = try frame("graph:network-2-2-1?step=\(step)", Self.sizes[1]).text
      #expect((0..<31).count { text.contains("#\($0) ") } >= 25)
    }
  }

  @Test func shadesGoOnAndOffByAKey() throws {
    var screen = try Screen(scene: Scene(parsing: "conv:galway"))
    screen.resize(80, 24)
    func isShaded(_ look: Look) -> Bool {
      screen.drawn(80, 24, look: look).cells.contains { $0.style.background == .shade(1) }
    }
    #expect(isShaded(Look()) && !isShaded(Look(isColoured: false)))
    screen.press("#")
    #expect(!isShaded(Look()))
    screen.press("#")
    #expect(isShaded(Look()))
  }

  // MARK: Beside a text

  /// Every step with a picture, on a screen of 80x24.
  private static let players = Result {
    try ShippedLessons.all.flatMap { lesson in
      lesson.steps.filter { $0.scene != nil }.map { step in
        var player = LessonPlayer(lesson, from: step.id, library: Library())
        player.resize(80, 24)
        return player
      }
    }
  }

  private static func asking() throws -> [LessonPlayer] {
    try players.get().filter { $0.step?.question != nil }
  }

  @Test func thePictureStaysWhereItIsWhileFeedbackGrows() throws {
    let players = try Self.asking()
    for var player in players {
      let place = player.layout.scene
      for keys in ["enter", "escape", "h", "enter", "9 8 7 6 5 4 enter", "h"] {
        player.press(keys)
        #expect(player.layout.scene == place, "\(player.lesson.id) \(player.step?.id ?? "") after \(keys)")
      }
    }
    #expect(players.count > 30)
  }

  /// Neither grids nor lines beside or below the text are cut, before a step and after it.
  @Test(arguments: [Size(width: 120, height: 40), Size(width: 80, height: 24)])
  func nothingIsCutBesideTheText(_ size: Size) throws {
    var cut: [String] = []
    // A list may say that it goes on, a grid that it has more rows, and a sum or product that it has more terms; a range
    // has two ends.
    let (terms, range) = (/[+·] ?… ?[-+=)]/, /[0-9]…-?[0-9]/)
    let (rows, all) = (/… [0-9]+ (above|below|left|right)/, /^ *…( +…)* *[0-9]*$/)
    for var player in try Self.players.get() {
      player.resize(size.width, size.height)
      for keys in ["", "right"] {
        player.press(keys)
        let place = player.layout.scene
        // A setting says that it is longer than its line: the key before it shows all of it.
        let settings = place.y + LabLayout(size: place.size, arithmeticRows: 2).settings.y
        let drawn = player.drawn(size.width, size.height).text
          .split(separator: "\n", omittingEmptySubsequences: false)
        for (y, row) in drawn.enumerated() where place.y..<place.bottom ~= y && row.contains("…") {
          if player.layout.isSideBySide, y == settings { continue }
          let picture = row.dropFirst(place.x).replacing(", …", with: "").replacing(terms, with: "")
            .replacing(range, with: "").replacing(rows, with: "").replacing(all, with: "")
          if picture.contains("…") {
            cut.append("\(player.lesson.id) \(player.step?.id ?? "") \(keys): \(picture)")
          }
        }
      }
    }
    #expect(cut == [])
  }

  @Test func aQuestionOutOfSightSaysSo() throws {
    var hidden = 0
    for var player in try Self.asking() {
      let text = player.drawn(80, 24).text
      let isBelow = text.contains("A question waits below: enter,")
      #expect(isBelow == player.hidesQuestion(player.layout))
      guard isBelow else { continue }
      hidden += 1
      player.press("enter")
      #expect(!player.hidesQuestion(player.layout), "\(player.lesson.id) \(player.step?.id ?? "")")
    }
    #expect(hidden > 0)
  }
}
