import Curriculum
import Foundation

/// The lessons that come with the program, as the screens get them.
enum ShippedLessons {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("lessons")

  /// Read once: hundreds of tests ask for them.
  private static let read = Result { try Catalogue(folder: folder) }
  private static let lessons = Result {
    let catalogue = try read.get()
    return try catalogue.headers.map { try catalogue.lesson($0) }
  }

  static var catalogue: Catalogue? { try? read.get() }

  /// All lessons, in their order.
  static var all: [Lesson] { get throws { try lessons.get() } }

  /// The lesson called `id`.
  static func lesson(_ id: String) throws -> Lesson {
    guard let lesson = try all.first(where: { $0.id == id }) else { throw Missing(id: id) }
    return lesson
  }

  struct Missing: Error { let id: String }
}
