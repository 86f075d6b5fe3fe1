import Foundation

/// A part of the course.
public struct LessonPathPart: Hashable, Sendable {
  /// What the part is called.
  public let title: String
  /// The ids of its lessons, in order.
  public internal(set) var lessons: [String]

  /// The lessons with these ids under `title`.
  public init(title: String, lessons: [String]) {
    (self.title, self.lessons) = (title, lessons)
  }

  /// The file that names the parts.
  static let file = "path.yaml"

  /// The lessons called `ids`, in order, cut where the parts of `file` begin; all of them together without a file.
  static func parts(of ids: [String], _ file: LessonPathFile?) -> [LessonPathPart] {
    var parts: [LessonPathPart] = []
    for id in ids {
      if let start = file?.starts.first(where: { $0.lesson == id }) {
        parts.append(LessonPathPart(title: start.title, lessons: [id]))
      } else if parts.isEmpty {
        parts.append(LessonPathPart(title: "Lessons", lessons: [id]))
      } else {
        parts[parts.count - 1].lessons.append(id)
      }
    }
    return parts
  }
}

/// The file that says where the parts of the course begin.
struct LessonPathFile {
  /// The parts, each with the lesson that it begins with, and the place where that is named.
  let starts: [(title: String, lesson: String, place: SourcePlace)]

  /// `nil` when there is no such file in `folder`.
  init?(in folder: URL) throws(LessonProblem) {
    let url = folder.appendingPathComponent(LessonPathPart.file)
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    let root = try LessonSource(reading: url).compose()
    var starts: [(title: String, lesson: String, place: SourcePlace)] = []
    for entry in try Fields(root, of: "the path", known: ["parts"]).required("parts").list() {
      let fields = try Fields(entry, of: "a part of the path", known: ["title", "first"])
      let first = try fields.required("first")
      starts.append((try fields.required("title").line(), try first.identifier(), first.place))
    }
    self.starts = starts
  }
}
