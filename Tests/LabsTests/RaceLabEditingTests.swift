import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("Editing in the race lab")
struct RaceLabEditingTests {
  private static func lab(_ scene: String) throws -> RaceLab { try .opened(scene) }

  /// A lab that refuses every change of the race, since it has one racer more than there may be.
  private static func refusingLab(_ text: String) throws -> RaceLab {
    var lab = try lab(text)
    lab.setup.racers = Array(repeating: Adam().configuration, count: RaceScene.mostRacers + 1)
    return lab
  }

  private static func type(_ text: String, into lab: inout RaceLab) {
    _ = lab.update(.key(.control("u")))
    _ = lab.update(.paste(text))
    lab.press("enter")
  }

  @Test(arguments: [
    (60_000, ">", 60_000), (60_000, "<", 20_000), (20_000, ">", 20_000), (200, ">", 500), (200, "<", 100),
    (10, "<", 10), (1, "<", 1), (1, ">", 10), (0, "<", 0), (0, ">", 10),
  ])
  func theLengthGoesTheWayThatWasAskedFor(_ steps: Int, _ key: String, _ length: Int) throws {
    var lab = try Self.lab("race:ravine?steps=\(steps)")
    lab.press(key)
    #expect(lab.timeline.count == length)
    #expect(lab.history.canUndo == (length != steps))
    #expect((lab.chrome.toast?.kind == .wrong) == (length == steps))
  }

  @Test(arguments: ["f", "b", "z", "k", "d", "s", "n", "j", "x"])
  func nothingIsReportedDoneAfterARefusal(_ key: String) throws {
    var lab = try Self.refusingLab("race:ravine?step=9")
    if key == "x" { lab.setup.racers.append(SGD().configuration) }
    lab.press(key)
    #expect(lab.chrome.toast?.kind == .wrong)
    #expect(lab.timeline.position == 9)
    #expect(!lab.history.canUndo)
  }

  @Test func aRefusedSurfaceStaysInTheEditor() throws {
    var lab = try Self.refusingLab("race:ravine?step=9")
    lab.press("t")
    Self.type("bowl", into: &lab)
    #expect(lab.prompt?.editor.complaint != nil)
    #expect(lab.prompt?.editor.text == "bowl")
    #expect(lab.timeline.position == 9)
  }

  @Test(arguments: ["s", "p", "t"])
  func undoReturnsToTheStepWhereTheTimelineStood(_ key: String) throws {
    var lab = try Self.lab("race:ravine?step=9")
    lab.press(key)
    if key == "p" { Self.type("-1,2", into: &lab) }
    if key == "t" { Self.type("bowl", into: &lab) }
    #expect(lab.timeline.position == 0)
    lab.press("u")
    #expect(lab.timeline.position == 9)
  }

  @Test func undoAfterAClickReturnsToTheStepWhereTheTimelineStood() throws {
    var lab = try Self.lab("race:ravine?step=9")
    let (before, map) = (lab.version, lab.layout(isProjected: false).map)
    let middle = Point(x: map.x + map.width / 2, y: map.y + 3)
    _ = lab.update(.mouse(MouseEvent(.press, at: middle)))
    #expect(lab.timeline.position == 0 && lab.setup.start != nil)
    lab.press("u")
    #expect(lab.version == before)
  }

  @Test func movingAlongOneAxisLeavesTheOtherAlone() throws {
    var lab = try Self.lab("race:ravine?start=-4.12345,0.56789")
    lab.press("enter right")
    #expect(lab.start.y == 0.56789 && lab.start.x > -4.12345)
    let x = lab.start.x
    lab.press("up")
    #expect(lab.start.x == x && lab.start.y > 0.56789)
    lab = try Self.lab("race:ravine?start=-4,1e6")
    lab.press("enter left")
    #expect(lab.start.y == 1e6)
    lab.press("up")
    #expect(lab.start.y == 1e6, "already above the map")
    lab.press("down")
    #expect(lab.start.y == lab.setup.surface.window.y.upperBound)
  }

  @Test func movesWithoutAnythingBetweenAreOneEdit() throws {
    var lab = try Self.lab("race:ravine?step=9")
    let before = lab.version
    lab.press("enter right right up left up")
    let moved = lab.version
    lab.press("u")
    #expect(lab.version == before)
    #expect(!lab.history.canUndo)
    _ = lab.update(.key(.control("r")))
    #expect(lab.version == moved)
    lab.press("right u")
    #expect(lab.version == moved, "a move after an undo or a redo is an edit of its own")
    lab.press("l up up")
    lab.press("u u")
    #expect(lab.version == moved)
  }

  @Test func restartBringsBackHowTheRaceWasShown() throws {
    let text = "race:ravine?view=loss&selected=2&shades=rank&turn=45&step=3"
    var lab = try Self.lab(text)
    let opened = lab.scene
    for keys in ["v", "tab", "h", "w", "enter", "x end n > w h tab v"] {
      lab.press("\(keys) r")
      #expect(lab.scene == opened, "after \(keys)")
      #expect(!lab.isMovingStart)
    }
    #expect(Scene(lab.scene).description == text)
  }
}
