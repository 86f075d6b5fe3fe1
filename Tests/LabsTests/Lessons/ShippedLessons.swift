import Curriculum
import Foundation

/// The lessons that come with the program, as the screens get them.
enum ShippedLessons {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("lessons")

  /// Read once: a hundred tests ask for it.
  private static let read = Result { try Catalogue(folder: folder) }

  static var catalogue: Catalogue? { try? read.get() }

  /// The lesson called `id`.
  static func lesson(_ id: String) throws -> Lesson {
    let catalogue = try read.get()
    guard let header = catalogue.header(named: id) else { throw Missing(id: id) }
    return try catalogue.lesson(header)
  }

  struct Missing: Error { let id: String }
}
