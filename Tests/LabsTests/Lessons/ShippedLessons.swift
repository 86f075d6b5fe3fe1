import Curriculum
import Foundation

/// The lessons that come with the program, as the screens get them.
enum ShippedLessons {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("lessons")

  static let catalogue: Catalogue? = try? Catalogue(folder: folder)

  /// The lesson called `id`.
  static func lesson(_ id: String) throws -> Lesson {
    let catalogue = try Catalogue(folder: folder)
    guard let header = catalogue.header(named: id) else { throw Missing(id: id) }
    return try catalogue.lesson(header)
  }

  struct Missing: Error { let id: String }
}
