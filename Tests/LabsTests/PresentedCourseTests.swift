import Curriculum
import Foundation
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("The course on a projector")
struct PresentedCourseTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../lessons").standardizedFileURL

  private static func lessons() throws -> [Lesson] {
    let catalogue = try Catalogue(folder: folder)
    return try catalogue.headers.map { try catalogue.lesson($0) }
  }

  /// The lessons with pictures of grids.
  private static func lessonsWithGrids() throws -> [Lesson] {
    try lessons().filter { $0.steps.contains { $0.scene?.inputSize != nil } }
  }

  /// From 80x24 on, nothing has to be scrolled; smaller screens may cut, but never crookedly.
  @Test(arguments: [(60, 18), (80, 24)])
  func everyPageFits(_ width: Int, _ height: Int) throws {
    let lessons = try Self.lessons()
    #expect(lessons.count >= 35)
    for lesson in lessons {
      var screen = PresentScreen(lesson)
      screen.resize(width, height)
      for page in screen.places.indices {
        let frame = screen.drawn(width, height, look: Look(isProjected: true))
        #expect(frame.faults.isEmpty, "\(lesson.id), page \(page)")
        let layout = screen.layout
        if width >= 80 {
          #expect(layout.lines.count <= layout.slide.height, "\(lesson.id), page \(page):\n\(frame.text)")
        }
        screen.press("pagedown")
      }
      #expect(screen.place == .end)
    }
  }

  /// Steps whose picture counts or measures what the question asks for.
  private static let telling = ["window/how-many", "edges/misprint"]

  @Test func aPictureDoesNotSayWhatIsAsked() throws {
    let tellTales = [
      "window/how-many": ["output 5x5", "+ 1 = 5", "step 0 of 25"],
      "edges/misprint": ["output 5x5", "+ 1 = 5"],
    ]
    #expect(Set(tellTales.keys) == Set(Self.telling))
    var covered: [String] = []
    for lesson in try Self.lessons() {
      for (index, step) in lesson.steps.enumerated() {
        guard let question = step.question, let scene = step.scene, PictureCover(question, scene) != nil
        else {
          continue
        }
        let name = "\(lesson.id)/\(step.id)"
        covered.append(name)
        for (width, height) in [(80, 24), (100, 30), (200, 50)] {
          var screen = PresentScreen(lesson)
          screen.resize(width, height)
          screen.go(toStep: index)
          let before = screen.drawn(width, height).text
          screen.press("pagedown pagedown")
          let after = screen.drawn(width, height).text
          #expect(!Self.marksInside(before), "\(name)")
          for tale in tellTales[name] ?? [] {
            #expect(!before.contains(tale), "\(name), \(tale):\n\(before)")
            #expect(after.contains(tale), "\(name), \(tale): it would not have been found before\n\(after)")
          }
        }
      }
    }
    #expect(covered.sorted() == Self.telling.sorted())
  }

  /// Whether a row has nothing but the marks below steps that are fully inside.
  private static func marksInside(_ text: String) -> Bool {
    text.split(separator: "\n").contains { row in
      let words = row.split(separator: " ")
      return !words.isEmpty && words.allSatisfy { $0 == "in" }
    }
  }

  /// A question that speaks of its picture is asked with the picture in sight.
  @Test(arguments: [(80, 24), (200, 50)])
  func whatAQuestionSpeaksOfIsInSight(_ width: Int, _ height: Int) throws {
    var speaking: Set<String> = []
    for lesson in try Self.lessonsWithGrids() {
      var screen = PresentScreen(lesson)
      screen.resize(width, height)
      for page in screen.places.indices {
        if screen.place.stage == .question, screen.hasPicture, let step = screen.step {
          speaking.insert("\(lesson.id)/\(step.id)")
          #expect(screen.placement != nil, "\(lesson.id), page \(page)")
        }
        screen.press("pagedown")
      }
    }
    #expect(speaking.isSuperset(of: ["window/the-grid", "edges/misprint", "edges/other-direction"]))
    #expect(!speaking.contains("pooling/nothing-to-learn"))
  }

  /// Grids are seen as a whole wherever there is room for them: from 120x40 on everywhere, and on small screens but for
  /// the tallest pictures, gradients below their grids.
  @Test(arguments: [(80, 24, 10), (100, 30, 5), (120, 40, 0), (200, 50, 0)])
  func gridsAreSeenWhole(_ width: Int, _ height: Int, _ exceptions: Int) throws {
    var cut: [String] = []
    for lesson in try Self.lessonsWithGrids() {
      var screen = PresentScreen(lesson)
      screen.chrome.manner.isProjected = true
      screen.resize(width, height)
      for page in screen.places.indices {
        if screen.hasPicture, let scene = screen.scene {
          let area = screen.layout.scene.size
          if area.height == 0 || scene.sight(in: area) == .cut { cut.append("\(lesson.id), page \(page)") }
        }
        screen.press("pagedown")
      }
    }
    #expect(cut.count <= exceptions, "\(cut)")
  }
}
