import Foundation
import Learning
import TestSupport
import Testing

@testable import Curriculum

/// The lessons against the lectures' own list of lessons, quiz questions, misconceptions and slide groups.
@Suite struct LectureCoverageTests {
  struct Lectures: Decodable {
    struct Lesson: Decodable {
      let lesson: Int
      let title: String
      let core: Bool
    }

    struct Quiz: Decodable, CustomTestStringConvertible {
      struct Wrong: Decodable { let answer: Reply }
      let id: String
      let lesson: Int
      let answer: Reply
      let wrong: [Wrong]
      var testDescription: String { id }
    }

    /// A number, a text or a list, as someone would type it.
    struct Reply: Decodable {
      let text: String

      init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let number = try? value.decode(Double.self) {
          text = Numeral.format(number, digits: 6)
        } else if let numbers = try? value.decode([Double].self) {
          text = numbers.map { Numeral.format($0, digits: 6) }.joined(separator: " ")
        } else if let rows = try? value.decode([[Double]].self) {
          text = rows.joined().map { Numeral.format($0, digits: 6) }.joined(separator: " ")
        } else {
          text = try value.decode(String.self)
        }
      }
    }

    let lessons: [Lesson]
    let quizzes: [Quiz]
  }

  struct SlideGroup: Decodable {
    let deck: Deck
    let group: String
    let lessons: [Int]
  }

  static let catalogue = try? Catalogue(folder: Shipped.folder)
  static let lessons: [Lesson] = catalogue?.headers.compactMap { try? catalogue?.lesson($0) } ?? []
  static let lectures = try? Fixture.json(Lectures.self, from: "curriculum.json")

  @Test func `the fixtures are there`() {
    #expect(Self.lectures?.lessons.count == 35)
    #expect(Self.lectures?.quizzes.count == 104)
  }

  @Test func `every lesson of the course is written, in its part`() {
    let expected = Self.lectures?.lessons.map { "\($0.core ? "core" : "extension") \($0.title)" } ?? []
    let written = Self.lessons.map { "\($0.header.part.rawValue) \($0.title)" }
    #expect(Set(written) == Set(expected))
    #expect(written.count == Self.catalogue?.headers.count)
  }

  @Test func `lessons are numbered in order and refer to each other by title`() {
    #expect(Self.lessons.map(\.header.number) == Array(1...35))
    for lesson in Self.lessons {
      for text in lesson.texts {
        #expect(!text.contains(/[Ll]essons? [0-9]/), "\(lesson.header.fileName): \(text)")
      }
    }
  }

  /// The lesson that the lectures' list has as number `number`.
  private static func lesson(listedAs number: Int) -> Lesson? {
    let title = lectures?.lessons.first { $0.lesson == number }?.title
    return lessons.first { $0.title == title }
  }

  /// A question of the lesson takes the right answer as right and knows every wrong one by its slip.
  @Test(arguments: lectures?.quizzes ?? [])
  func `the quiz question is in its lesson`(_ quiz: Lectures.Quiz) throws {
    let lesson = try #require(Self.lesson(listedAs: quiz.lesson))
    let questions = lesson.steps.compactMap(\.question)
    let found = questions.contains { question in
      question.grade(quiz.answer.text) == .right
        && quiz.wrong.allSatisfy { wrong in
          if case .slip = question.grade(wrong.answer.text) { true } else { false }
        }
    }
    #expect(found, "\(quiz.answer.text), not \(quiz.wrong.map(\.answer.text))")
  }

  @Test func `every slide group is named by its lessons, and no other`() throws {
    let groups = try Fixture.json([SlideGroup].self, from: "slide-groups.json")
    #expect(groups.count == 152)
    for lesson in Self.lessons {
      let expected = groups.filter { $0.lessons.contains { Self.lesson(listedAs: $0)?.id == lesson.id } }.map
      {
        "\($0.deck) \($0.group)"
      }
      let named = lesson.header.decks.flatMap { reference in
        reference.groups.map { "\(reference.deck) \($0)" }
      }
      #expect(Set(named) == Set(expected), "\(lesson.header.fileName)")
    }
  }

  @Test func `lessons have five to twelve steps, with scenes and questions`() {
    for lesson in Self.lessons {
      #expect((5...12).contains(lesson.steps.count), "\(lesson.id) has \(lesson.steps.count) steps")
      #expect(lesson.steps.count { $0.question != nil } >= 3, "\(lesson.id)")
      #expect(lesson.steps.contains { $0.notes != nil }, "\(lesson.id) has no speaker notes")
    }
  }
}

extension Lesson {
  /// Everything that the lesson says.
  fileprivate var texts: [String] {
    header.goals + header.terms.map(\.definition)
      + steps.flatMap { step in
        [step.text.plain, step.notes ?? ""]
          + (step.question.map { $0.hints + $0.wrong.flatMap(\.workings) + [$0.prompt, $0.solution] } ?? [])
      }
  }
}
