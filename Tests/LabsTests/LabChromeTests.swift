import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("What every lab has")
struct LabChromeTests {
  @Test func belowTheMinimumSizeOnlyLeavingAndResizingCount() throws {
    var screen = try Screen(scene: Scene(ConvolutionScene()))
    screen.resize(80, 24)
    screen.press("right right space")
    let before = screen
    screen.resize(59, 24)
    #expect(!screen.isMoving)
    screen.press("right end p tab enter")
    _ = screen.update(.tick(seconds: 1))
    _ = screen.update(.mouse(MouseEvent(.scrollDown, at: Point(x: 5, y: 5))))
    #expect(screen.drawn(59, 24).text.contains("60x18"))
    #expect(screen.update(.key(.character("q"))) == .back)
    #expect(screen.update(.key(.control("c"))) == .quit)
    screen.resize(80, 24)
    #expect(screen == before)
  }

  @Test func controlCAlwaysQuits() throws {
    for keys in ["", "?", "t", "g", "enter", "y", "tab enter 5"] {
      var screen = try Screen(scene: Scene(ConvolutionScene()))
      screen.resize(80, 24)
      screen.press(keys)
      #expect(screen.update(.key(.control("c"))) == .quit, "after \(keys)")
    }
  }

  @Test func theSceneIsShownAndPrintedQuotedForTheShell() throws {
    var screen = try Screen(scene: Scene(parsing: "conv:galway?padding=1&step=5"))
    screen.resize(80, 24)
    let effect = screen.update(.key(.character("y")))
    #expect(effect == .print("strider open 'conv:galway/vertical-edge?padding=1&step=5'"))
    #expect(screen.drawn(80, 24).text.contains("strider open 'conv:galway/vertical-edge?padding=1&step=5'"))
  }

  @Test func quotesInsideAreQuoted() {
    #expect(SceneCommand.text(for: "a'b") == "strider open 'a'\\''b'")
  }

  @Test func pastedTextNeverActsAsKeys() throws {
    var screen = try Screen(scene: Scene(ConvolutionScene()))
    screen.resize(80, 24)
    let before = screen
    _ = screen.update(.paste("pppqqq"))
    #expect(screen == before)
  }

  @Test func aLabOpenedFromTheHomeScreenLeadsBackThere() {
    var screen = Screen(home: Library())
    screen.resize(80, 24)
    let home = screen
    screen.press("c")
    #expect(screen.scene != nil)
    #expect(screen.update(.key(.character("q"))) == nil)
    #expect(screen.scene == nil)
    screen.press("home")
    #expect(screen == home)
    #expect(screen.update(.key(.character("q"))) == .back)
  }

  @Test(arguments: [Size(width: 60, height: 18), Size(width: 80, height: 24), Size(width: 240, height: 67)])
  func everyOverlayDrawsWithoutFaults(_ size: Size) throws {
    for keys in ["?", "c", "i", "y", "t", "g", "? pagedown", "v v c", "V c", "V i"] {
      var screen = try Screen(scene: Scene(parsing: "conv:galway?padding=1&bias=2&relu=true&rule=same"))
      screen.resize(size.width, size.height)
      screen.press(keys)
      #expect(screen.drawn(size.width, size.height).faults.isEmpty, "after \(keys)")
    }
  }
}
