import Foundation
import Learning

/// All that is wrong with a folder of lessons.
public struct LessonCheck: Sendable {
  /// In the order of the files and, within a file, of reading.
  public let problems: [LessonProblem]
  /// How many lessons were read without a problem of their own.
  public let lessons: Int

  /// Reads every file: opens every scene, works out every answer that has a formula, measures every text, and compares
  /// the names that lessons give and use.
  ///
  /// - Throws: ``LessonProblem`` when the folder cannot be listed.
  public init(folder: URL) throws(LessonProblem) {
    var problems: [LessonProblem] = []
    var lessons: [Lesson] = []
    for file in try Catalogue.files(in: folder) {
      do throws(LessonProblems) { lessons.append(try Lesson(reading: file)) } catch { problems += error.all }
    }
    problems += Self.clashes(among: lessons.map(\.header))
    problems += Self.path(in: folder, headers: lessons.map(\.header))
    problems += Self.terms(of: lessons)
    self.problems = problems
    self.lessons = lessons.count
  }

  private static func clashes(among headers: [LessonHeader]) -> [LessonProblem] {
    var problems: [LessonProblem] = []
    for (index, header) in headers.enumerated() {
      for other in headers[..<index] {
        if other.id == header.id {
          problems.append(LessonProblem(.duplicate("the lesson id \(header.id)"), file: header.fileName))
        }
        if other.number == header.number {
          problems.append(
            LessonProblem(.duplicate("the lesson number \(header.number)"), file: header.fileName))
        }
      }
    }
    return problems
  }

  /// Every lesson is on the path once, and the path names only lessons that are there.
  private static func path(in folder: URL, headers: [LessonHeader]) -> [LessonProblem] {
    let parts: [LessonPathPart]
    do {
      guard let read = try LessonPathPart.read(folder.appendingPathComponent(LessonPathPart.file)) else {
        return []
      }
      parts = read
    } catch { return [error] }
    let named = parts.flatMap(\.lessons)
    let kinds: [LessonProblem.Kind] =
      Set(named.filter { id in !headers.contains { $0.id == id } }).sorted().map {
        .undefined("the lesson \($0)")
      }
      + Set(named.filter { id in named.count { $0 == id } > 1 }).sorted().map {
        .duplicate("the lesson \($0)")
      }
      + headers.map(\.id).filter { !named.contains($0) }.map { .unused("the lesson \($0)") }
    return kinds.map { LessonProblem($0, file: LessonPathPart.file) }
  }

  /// Every marked word has a meaning in some lesson, has it only once, and is marked where it is explained.
  private static func terms(of lessons: [Lesson]) -> [LessonProblem] {
    var owners: [String: String] = [:]
    var problems: [LessonProblem] = []
    for lesson in lessons {
      let file = lesson.header.fileName
      let marked = Set(lesson.steps.flatMap(\.terms).map(Glossary.key))
      for term in lesson.header.terms {
        let key = Glossary.key(term.word)
        if let owner = owners[key] {
          problems.append(LessonProblem(.duplicate("the term \(term.word), also in \(owner),"), file: file))
        }
        owners[key] = file
        if !marked.contains(key) {
          problems.append(LessonProblem(.unused("the term \(term.word)"), file: file))
        }
      }
    }
    for lesson in lessons {
      for term in lesson.steps.flatMap(\.terms) where owners[Glossary.key(term)] == nil {
        problems.append(LessonProblem(.undefined("the term \(term)"), file: lesson.header.fileName))
      }
    }
    return problems
  }
}
