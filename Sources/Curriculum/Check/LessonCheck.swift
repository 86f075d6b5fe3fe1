import Foundation
import Learning

/// All that is wrong with a folder of lessons.
public struct LessonCheck: Sendable {
  /// In the order of the files and, within a file, of reading.
  public let problems: [LessonProblem]
  /// How many lessons were read without a problem of their own.
  public let lessons: Int
  /// The names of YAML files in the folder that are not read because of their names, in order.
  public let ignored: [String]

  /// Reads every file: opens every scene, works out every answer that has a formula, measures every text, and compares
  /// the names that lessons give and use. What only follows from a lesson that cannot be read is left out.
  ///
  /// - Parameter pictures: finds what is wrong with the pictures of a lesson, when they are drawn.
  /// - Throws: ``LessonProblem`` when the folder cannot be listed.
  public init(
    folder: URL, pictures: (Lesson) -> [LessonProblem] = { _ in [] }
  ) throws(LessonProblem) {
    var problems: [LessonProblem] = []
    var (lessons, broken): ([Lesson], [BrokenLesson]) = ([], [])
    let files = try Catalogue.files(in: folder)
    for file in files {
      do throws(LessonProblems) {
        let lesson = try Lesson(reading: file)
        problems += pictures(lesson)
        lessons.append(lesson)
      } catch {
        problems += error.all
        broken.append(BrokenLesson(file))
      }
    }
    problems += Self.clashes(among: lessons.map(\.header))
    problems += Self.path(in: folder, files.map { LessonHeader.id(inNameOf: $0) })
    problems += Self.terms(of: lessons, broken, in: folder)
    self.problems = problems
    self.lessons = lessons.count
    ignored = try Catalogue.ignored(in: folder)
  }

  /// What can still be told of a lesson with problems of its own.
  private struct BrokenLesson {
    /// The words it explains; `nil` when not even its head can be read.
    let terms: [Term]?

    init(_ file: URL) {
      do throws(LessonProblem) { terms = try LessonHeader(LessonSource(reading: file)).terms } catch {
        terms = nil
      }
    }
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

  /// The parts begin with different lessons that are there, in their order, and the first part with the first lesson.
  private static func path(in folder: URL, _ ids: [String]) -> [LessonProblem] {
    let file: LessonPathFile
    do {
      guard let read = try LessonPathFile(in: folder) else { return [] }
      file = read
    } catch { return [error] }
    var last: Int?
    return file.starts.compactMap { _, id, place in
      func problem(_ kind: LessonProblem.Kind) -> LessonProblem {
        LessonProblem(kind, file: LessonPathPart.file, at: place)
      }
      guard let index = ids.firstIndex(of: id) else { return problem(.undefined("the lesson \(id)")) }
      defer { last = max(index, last ?? 0) }
      guard let last else {
        return index == 0 ? nil : problem(.expected("the first lesson, \(ids[0])", found: id))
      }
      if index == last { return problem(.duplicate("the lesson \(id)")) }
      return index > last ? nil : problem(.expected("a lesson after \(ids[last])", found: id))
    }
  }

  /// Every marked word has a meaning in some lesson, has it only once, and is marked where it is explained.
  private static func terms(
    of lessons: [Lesson], _ broken: [BrokenLesson], in folder: URL
  ) -> [LessonProblem] {
    var owners: [String: String] = [:]
    var problems: [LessonProblem] = []
    for lesson in lessons {
      let file = lesson.header.fileName
      let marked = Set(lesson.steps.flatMap(\.terms).map(Glossary.key))
      for term in lesson.header.terms {
        let key = Glossary.key(term.word)
        if let owner = owners[key] {
          problems.append(
            LessonProblem(
              .duplicate("the term \(term.word), also in \(owner),"), file: file, at: term.place))
        }
        owners[key] = file
        if !marked.contains(key) {
          problems.append(LessonProblem(.unused("the term \(term.word)"), file: file, at: term.place))
        }
      }
    }
    // A lesson whose head cannot be read may explain any word.
    guard broken.allSatisfy({ $0.terms != nil }) else { return problems }
    let known = Set(owners.keys).union(broken.flatMap { $0.terms ?? [] }.map { Glossary.key($0.word) })
    for lesson in lessons {
      for step in lesson.steps {
        for term in step.terms where !known.contains(Glossary.key(term)) {
          let place = place(of: term, in: step, folder.appendingPathComponent(lesson.header.fileName))
          problems.append(
            LessonProblem(.undefined("the term \(term)"), file: lesson.header.fileName, at: place))
        }
      }
    }
    return problems
  }

  /// Where `step` marks `term`; where it begins when the mark is broken over two lines.
  private static func place(of term: String, in step: LessonStep, _ file: URL) -> SourcePlace {
    let text: String
    do throws(LessonProblem) { text = try LessonSource(reading: file).text } catch { return step.place }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated().dropFirst(step.place.line - 1) {
      guard let mark = line.firstRange(of: "**\(term)**") else { continue }
      let column = line.unicodeScalars.distance(from: line.startIndex, to: mark.lowerBound) + 1
      return SourcePlace(line: index + 1, column: column)
    }
    return step.place
  }
}
