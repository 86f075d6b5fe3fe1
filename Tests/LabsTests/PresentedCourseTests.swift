import Curriculum
import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("The course on a projector")
struct PresentedCourseTests {
  /// Every page of every lesson as the speaker comes to it, on a screen of 80x24. Pictures are opened once for all sizes.
  private static let lessons = Result {
    try ShippedLessons.all.map { lesson in
      var screen = PresentScreen(lesson)
      screen.resize(80, 24)
      return screen.places.map { _ in
        defer { screen.press("pagedown") }
        return screen
      }
    }
  }

  /// The lessons with pictures of grids.
  private static func lessonsWithGrids() throws -> [[PresentScreen]] {
    try lessons.get().filter { $0[0].lesson.steps.contains { $0.scene?.state is any OutputScene } }
  }

  /// From 80x24 on, nothing has to be scrolled; smaller screens may cut, but never crookedly.
  @Test(arguments: [(60, 18), (80, 24)])
  func everyPageFits(_ width: Int, _ height: Int) throws {
    let lessons = try Self.lessons.get()
    #expect(lessons.count >= 35)
    for pages in lessons {
      #expect(pages.map(\.place) == pages[0].places)
      for var screen in pages {
        screen.resize(width, height)
        let frame = screen.drawn(width, height, look: Look(isProjected: true))
        #expect(frame.faults.isEmpty, "\(screen.lesson.id), page \(screen.position)")
        let layout = screen.layout
        if width >= 80 {
          #expect(
            layout.lines.count <= layout.slide.height,
            "\(screen.lesson.id), page \(screen.position):\n\(frame.text)")
        }
      }
      #expect(pages.last?.place == .end)
    }
  }

  @Test func aPictureDoesNotSayWhatIsAsked() throws {
    let tellTales = [
      "window/how-many": ["output 5x5", "+ 1 = 5", "of 25"],
      "edges/misprint": ["output 5x5", "+ 1 = 5"],
    ]
    var covered: Set<String> = []
    for lesson in try ShippedLessons.all {
      for (index, step) in lesson.steps.enumerated() where step.question?.picture == .covered {
        let name = "\(lesson.id)/\(step.id)"
        covered.insert(name)
        for (width, height) in [(80, 24), (100, 30), (200, 50)] {
          var screen = PresentScreen(lesson)
          screen.resize(width, height)
          screen.go(toStep: index)
          screen.press("pagedown")
          let beside = screen.drawn(width, height).text
          screen.press("tab")
          let alone = screen.drawn(width, height).text
          screen.press("q pagedown")
          let after = screen.drawn(width, height).text
          for tale in tellTales[name] ?? [] {
            #expect(!beside.contains(tale) && !alone.contains(tale), "\(name), \(tale):\n\(beside)\n\(alone)")
            #expect(after.contains(tale), "\(name), \(tale): it would not have been found before\n\(after)")
          }
        }
      }
    }
    #expect(covered == Set(tellTales.keys))
  }

  /// A question that is about its picture is asked with the picture in sight.
  @Test(arguments: [(80, 24), (200, 50)])
  func whatAQuestionSpeaksOfIsInSight(_ width: Int, _ height: Int) throws {
    var speaking: Set<String> = []
    for var screen in try Self.lessonsWithGrids().joined() {
      screen.resize(width, height)
      if screen.place.stage == .question, screen.hasPicture, let step = screen.step {
        speaking.insert("\(screen.lesson.id)/\(step.id)")
        #expect(screen.placement != nil, "\(screen.lesson.id), page \(screen.position)")
      }
    }
    #expect(speaking.isSuperset(of: ["window/the-grid", "edges/misprint", "edges/other-direction"]))
  }

  /// Grids are seen as a whole wherever there is room for them: from 120x40 on everywhere, and on small screens but for
  /// the tallest pictures, gradients below their grids.
  @Test(arguments: [(80, 24, 10), (100, 30, 5), (120, 40, 0), (200, 50, 0)])
  func gridsAreSeenWhole(_ width: Int, _ height: Int, _ exceptions: Int) throws {
    var cut: [String] = []
    for var screen in try Self.lessonsWithGrids().joined() {
      screen.chrome.display.isProjected = true
      screen.resize(width, height)
      if screen.hasPicture, let scene = screen.scene {
        let area = screen.layout.scene.size
        if area.height == 0 || scene.sight(in: area) == .cut {
          cut.append("\(screen.lesson.id), page \(screen.position)")
        }
      }
    }
    #expect(cut.count <= exceptions, "\(cut)")
  }
}
