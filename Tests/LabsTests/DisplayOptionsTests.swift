import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("Mouse and projector")
struct DisplayOptionsTests {
  @Test func holdForWhatLiesBehindAndForWhatIsOpenedLater() {
    var screen = Screen(home: Library())
    screen.resize(80, 24)
    screen.press("c")
    _ = screen.update(.key(.control("p")))
    #expect(screen.isProjected)
    #expect(screen.update(.key(.character("m"))) == .mouse(false))
    screen.press("q")
    #expect(screen.isProjected)
    // The home screen knows that the mouse was gone.
    #expect(screen.update(.key(.character("m"))) == .mouse(true))
    screen.press("r")
    #expect(screen.isProjected && screen.display.hasMouse)
  }

  @Test func themesChangeOnEveryScreenWhateverLiesOverIt() {
    var screen = Screen(home: Library())
    screen.resize(80, 24)
    #expect(screen.theme == .dark)
    _ = screen.update(.key(.control("t")))
    #expect(screen.theme == .light)
    screen.press("c")
    #expect(screen.frame(size: Size(width: 80, height: 24), look: Look()).look.theme == .light)
    screen.press("?")
    _ = screen.update(.key(.control("p")))
    screen.press("q")
    _ = screen.update(.key(.control("t")))
    #expect(screen.theme == .dark)
    _ = screen.update(.key(.control("p")))
    #expect(screen.theme == .projectorDark)
    screen.press("t")
    _ = screen.update(.key(.control("t")))
    #expect(screen.theme == .projectorLight, "while a line is edited")
    screen.display.theme = .light
    #expect(screen.theme == .light && !screen.isProjected)
  }

  @Test func withoutColoursAThemeCannotBeSwitchedAndThatIsSaid() {
    var screen = Screen(home: Library())
    screen.display.isColoured = false
    screen.resize(80, 24)
    _ = screen.update(.key(.control("t")))
    #expect(screen.theme == .dark)
    #expect(
      screen.frame(size: Size(width: 80, height: 24), look: Look(isColoured: false)).text.contains(
        "Colours are off here"))
  }

  @Test func themesOfASceneAndItsLessonAreOne() {
    var player = LessonPlayer(PresentedLesson.value, library: Library())
    player.resize(140, 40)
    while player.scene == nil { player.press("n") }
    _ = player.update(.key(.control("t")))
    #expect(player.scene?.chrome.display.theme == .light)
    player.press("tab")
    _ = player.update(.key(.control("t")))
    #expect(player.chrome.display.theme == .dark)
  }

  @Test func reachTheSceneOfALessonAndComeBackFromIt() {
    var player = LessonPlayer(PresentedLesson.value, library: Library())
    player.resize(140, 40)
    while player.scene == nil { player.press("n") }
    _ = player.update(.key(.control("p")))
    #expect(player.scene?.chrome.display.isProjected == true)
    player.press("tab")
    _ = player.update(.key(.control("p")))
    #expect(player.chrome.display.isProjected == false)
  }

  @Test func whatLiesOverALabStopsIt() throws {
    var lab = try ConvLab(scene: ConvolutionScene())
    lab.resize(80, 24)
    lab.press("space")
    #expect(lab.isMoving)
    lab.press("?")
    #expect(!lab.isMoving)
    let step = lab.timeline.position
    _ = lab.update(.tick(seconds: 5))
    #expect(lab.timeline.position == step)
    lab.press("escape")
    #expect(lab.isMoving)
  }

  @Test func whatLiesOverALessonOrAPresentationStopsItsScene() {
    var player = LessonPlayer(PresentedLesson.value, library: Library())
    player.resize(80, 24)
    while player.scene == nil { player.press("n") }
    player.press("space")
    #expect(player.isMoving)
    player.press("?")
    #expect(!player.isMoving)
    var screen = PresentScreen(PresentedLesson.value)
    screen.resize(80, 24)
    while screen.placement == nil { screen.press("pagedown") }
    screen.press("space")
    #expect(screen.isMoving && screen.pace == .frames)
    screen.press("?")
    #expect(screen.pace == .seconds, "the clock goes on")
  }
}
