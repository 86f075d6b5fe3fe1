import Foundation
import Testing

@testable import Curriculum

/// A kind of question, or of exercise in a step, is what its own file says; see the recipes in CONTRIBUTING.md.
@Suite struct QuestionKindTests {
  /// All sources by their paths below `Sources`.
  private static func sources() throws -> [String: String] {
    let root = Shipped.folder.deletingLastPathComponent().appendingPathComponent("Sources")
    let files = try #require(FileManager.default.enumerator(atPath: root.path))
    return try Dictionary(
      uniqueKeysWithValues: files.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.map {
        ($0, try String(contentsOf: root.appendingPathComponent($0), encoding: .utf8))
      })
  }

  @Test(arguments: AnswerKind.allCases) func `a kind stands in one file of its own and in one list`(
    _ kind: AnswerKind
  ) throws {
    let rules = "\(type(of: kind.rules))"
    #expect(rules.lowercased() == kind.rawValue + "rules")
    let files = try Self.sources().filter {
      $0.value.contains(rules + "(") || $0.value.contains("struct " + rules)
    }
    #expect(
      Set(files.keys) == [
        "Curriculum/Answers/AnswerKind.swift", "Curriculum/Answers/Kinds/\(rules).swift",
      ])
  }

  @Test func `nothing asks which kind a question is`() throws {
    let names = AnswerKind.allCases.map(\.rawValue).joined(separator: "|")
    let question = try Regex(
      "question\\.kind ?[!=]=|switch question\\.kind|[^.a-z]kind [!=]= \\.(\(names))\\b")
    for (file, text) in try Self.sources() {
      let asking = text.split(separator: "\n").filter { $0.contains(question) }
      #expect(asking == [], "\(file)")
    }
  }

  @Test func `an exercise is told apart in two lists only`() throws {
    let files = try Self.sources().filter { $0.value.contains(/case \.question\(let/) }
    #expect(
      Set(files.keys) == ["Curriculum/Exercises/Exercise.swift", "Labs/Lesson/ExerciseView.swift"])
  }

  /// Quizzes are made of questions, so they take them out of steps; whoever shows a step asks its exercise.
  @Test func `nothing but a quiz asks a step for its question`() throws {
    let files = try Self.sources().filter {
      $0.value.contains(/\bquestion\?\.|(?:step|steps\[\w+\])\??\.question\b/)
    }
    #expect(Set(files.keys) == ["Curriculum/Quiz/QuizItem.swift"])
  }
}
