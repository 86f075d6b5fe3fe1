import Foundation
import Learning
import Testing

@testable import Curriculum

/// The lessons that ship.
enum Shipped {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("lessons")
}

@Suite struct ShippedLessons {
  @Test func `every lesson passes the check`() throws {
    let check = try LessonCheck(folder: Shipped.folder)
    #expect(check.problems.map(\.description) == [])
    #expect(check.lessons > 0)
  }
}
