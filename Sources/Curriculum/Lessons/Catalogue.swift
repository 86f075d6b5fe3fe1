import Foundation
import Learning

/// The lessons of a folder: their headers at once, a lesson when it is opened. A broken lesson does not hide the others.
public struct Catalogue: Sendable {
  /// The folder.
  public let folder: URL
  /// What could be read of each lesson, in course order.
  public let headers: [LessonHeader]
  /// The lessons in the order suggested to learners, in parts; all of them in course order when the path cannot be
  /// read.
  public let path: [LessonPathPart]
  /// What is wrong with files of which not even the header could be read, and with the path.
  public let problems: [LessonProblem]

  /// Reads the headers of all `NN-name.yaml` files in `folder`.
  ///
  /// - Throws: ``LessonProblem`` when the folder cannot be listed.
  public init(folder: URL) throws(LessonProblem) {
    self.folder = folder
    var headers: [LessonHeader] = []
    var problems: [LessonProblem] = []
    for file in try Self.files(in: folder) {
      do throws(LessonProblem) {
        let header = try LessonHeader(LessonSource(reading: file))
        if let other = headers.first(where: { $0.id == header.id || $0.number == header.number }) {
          throw LessonProblem(
            .duplicate("the number or name of \(other.fileName)"), file: file.lastPathComponent)
        }
        headers.append(header)
      } catch { problems.append(error) }
    }
    let whole = [LessonPathPart(title: "All lessons", lessons: headers.map(\.id))]
    do {
      path = try LessonPathPart.read(in: folder) ?? whole
    } catch {
      path = whole
      problems.append(error)
    }
    (self.headers, self.problems) = (headers, problems)
  }

  /// The lesson files in `folder`, in course order: all `.yaml` files whose names begin with a digit.
  static func files(in folder: URL) throws(LessonProblem) -> [URL] {
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: folder.path) } catch {
      throw LessonProblem(.unlisted(error.localizedDescription), file: folder.path)
    }
    return names.filter { $0.hasSuffix(".yaml") && ($0.first?.isNumber ?? false) }.sorted()
      .map(folder.appendingPathComponent)
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

  /// The parts of the path, and a last one with the lessons that none of them names, if there are any.
  public var parts: [LessonPathPart] {
    let named = Set(path.flatMap(\.lessons))
    let others = headers.map(\.id).filter { !named.contains($0) }
    return path + (others.isEmpty ? [] : [LessonPathPart(title: "Further lessons", lessons: others)])
  }

  /// The lessons in the order suggested to learners, those that no part names at the end.
  public var suggested: [LessonHeader] {
    parts.flatMap(\.lessons).compactMap { id in headers.first { $0.id == id } }
  }
}

extension LessonHeader {
  /// `24-stride.yaml`
  public var fileName: String {
    "\(number < 10 ? "0" : "")\(number)-\(id).yaml"
  }
}
