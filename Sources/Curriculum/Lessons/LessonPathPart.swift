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

  /// The parts of the path in `folder`, or `nil` when it has no such file.
  static func read(in folder: URL) throws(LessonProblem) -> [LessonPathPart]? {
    try LessonPathFile(in: folder)?.parts
  }
}

/// The file with the suggested path, with the places of what it names.
struct LessonPathFile {
  let parts: [LessonPathPart]
  /// Every lesson that is named, in reading order.
  let names: [(id: String, place: SourcePlace)]

  /// `nil` when there is no such file in `folder`.
  init?(in folder: URL) throws(LessonProblem) {
    let url = folder.appendingPathComponent(LessonPathPart.file)
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    let root = try LessonSource(reading: url).compose()
    var (parts, names): ([LessonPathPart], [(id: String, place: SourcePlace)]) = ([], [])
    for entry in try Fields(root, of: "the path", known: ["parts"]).required("parts").list() {
      let fields = try Fields(entry, of: "a part of the path", known: ["title", "lessons"])
      let lessons = try fields.required("lessons").list { entry throws(LessonProblem) in
        (id: try entry.identifier(), place: entry.place)
      }
      parts.append(LessonPathPart(title: try fields.required("title").line(), lessons: lessons.map(\.id)))
      names += lessons
    }
    (self.parts, self.names) = (parts, names)
  }
}
