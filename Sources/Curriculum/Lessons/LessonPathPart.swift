import Foundation

/// A part of the suggested path through the lessons.
public struct LessonPathPart: Hashable, Sendable {
  /// What the part is called.
  public let title: String
  /// The ids of its lessons, in order.
  public let lessons: [String]

  /// The lessons with these ids under `title`.
  public init(title: String, lessons: [String]) {
    (self.title, self.lessons) = (title, lessons)
  }

  /// The file that holds the path.
  static let file = "path.yaml"

  /// The parts of the path in the file `url`, or `nil` when there is no such file.
  static func read(_ url: URL) throws(LessonProblem) -> [LessonPathPart]? {
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    let root = try LessonSource(reading: url).compose()
    let parts = try Fields(root, of: "the path", known: ["parts"]).required("parts")
    return try parts.list { entry throws(LessonProblem) in
      let fields = try Fields(entry, of: "a part of the path", known: ["title", "lessons"])
      return LessonPathPart(
        title: try fields.required("title").line(),
        lessons: try fields.required("lessons").list { entry throws(LessonProblem) in try entry.identifier() }
      )
    }
  }
}
