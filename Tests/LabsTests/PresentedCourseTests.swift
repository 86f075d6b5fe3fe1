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
}
