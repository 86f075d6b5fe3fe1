import Foundation
import Learning

/// The lessons of a folder in the suggested order: their headers at once, a lesson when it is opened. A broken lesson
/// does not hide the others.
public struct Catalogue: Sendable {
  /// The folder.
  public let folder: URL
  /// What could be read of each lesson, in the order of their numbers.
  public let headers: [LessonHeader]
  /// The ids of the same lessons and of those that cannot be read, in parts; one part when the path cannot be read.
  public let parts: [LessonPathPart]
  /// What is wrong with files of which not even the header could be read, and with the path.
  public let problems: [LessonProblem]

  /// Reads the headers of all `NN-name.yaml` files in `folder`.
  ///
  /// - Throws: ``LessonProblem`` when the folder cannot be listed.
  public init(folder: URL) throws(LessonProblem) {
    self.folder = folder
    var headers: [LessonHeader] = []
    var problems: [LessonProblem] = []
    let files = try Self.files(in: folder)
    for file in files {
      do throws(LessonProblem) {
        let header = try LessonHeader(LessonSource(reading: file))
        if let other = headers.first(where: { $0.id == header.id || $0.number == header.number }) {
          throw LessonProblem(
            .duplicate("the number or name of \(other.fileName)"), file: file.lastPathComponent)
        }
        headers.append(header)
      } catch { problems.append(error) }
    }
    var path: LessonPathFile?
    do { path = try LessonPathFile(in: folder) } catch { problems.append(error) }
    parts = LessonPathPart.parts(of: files.map { LessonHeader.id(inNameOf: $0) }, path)
    (self.headers, self.problems) = (headers, problems)
  }

  /// How many lesson files there are in `folder`, readable or not.
  ///
  /// - Throws: ``LessonProblem`` when the folder cannot be listed.
  public static func count(in folder: URL) throws(LessonProblem) -> Int { try files(in: folder).count }

  /// The lesson files in `folder` in order: all `.yaml` files whose names begin with a digit.
  static func files(in folder: URL) throws(LessonProblem) -> [URL] {
    try names(in: folder).filter(isLesson).sorted().map(folder.appendingPathComponent)
  }

  /// The names of the YAML files in `folder` that are not read, since their names do not begin with a digit or end
  /// otherwise than in `.yaml`, in order.
  static func ignored(in folder: URL) throws(LessonProblem) -> [String] {
    try names(in: folder).filter { name in
      let ending = name.lowercased()
      return (ending.hasSuffix(".yaml") || ending.hasSuffix(".yml")) && !name.hasPrefix(".")
        && name != LessonPathPart.file && !isLesson(name)
    }
    .sorted()
  }

  private static func isLesson(_ name: String) -> Bool {
    name.hasSuffix(".yaml") && name.first?.isNumber == true
  }

  private static func names(in folder: URL) throws(LessonProblem) -> [String] {
    do { return try FileManager.default.contentsOfDirectory(atPath: folder.path) } catch {
      throw LessonProblem(.unlisted(error.localizedDescription), file: folder.path)
    }
  }

  /// The lesson called `name`: its id, its number, its file name, or the beginning of only one id or title.
  public func header(named name: String) -> LessonHeader? {
    let name = name.trimmed.lowercased()
    guard !name.isEmpty else { return nil }
    if let header = headers.first(where: {
      $0.id == name || $0.number == Int(name) || $0.fileName == name || $0.fileName == name + ".yaml"
    }) {
      return header
    }
    let begun = headers.filter { $0.id.hasPrefix(name) || $0.title.lowercased().hasPrefix(name) }
    return begun.count == 1 ? begun[0] : nil
  }

  /// Reads the lesson of `header` with all its steps.
  ///
  /// - Throws: ``LessonProblems``
  public func lesson(_ header: LessonHeader) throws(LessonProblems) -> Lesson {
    try Lesson(reading: folder.appendingPathComponent(header.fileName))
  }
}

extension LessonHeader {
  /// `24-stride.yaml`
  public var fileName: String {
    "\(number < 10 ? "0" : "")\(number)-\(id).yaml"
  }
}
