import Foundation
import Learning
import TestSupport
import Testing

@testable import Curriculum

/// What lessons say of wrong answers: that their arithmetic is true, and that the slips one can predict are named.
@Suite struct LessonSlipTests {
  struct Asked: CustomTestStringConvertible, Sendable {
    let place: String
    let question: Question
    let scene: Scene?
    var testDescription: String { place }
  }

  static let asked: [Asked] = {
    let catalogue = try? Catalogue(folder: Shipped.folder)
    let lessons = catalogue?.headers.compactMap { try? catalogue?.lesson($0) } ?? []
    return lessons.flatMap { lesson in
      lesson.steps.compactMap { step in
        step.question.map { Asked(place: "\(lesson.id)/\(step.id)", question: $0, scene: step.scene) }
      }
    }
  }()

  @Test func `the evaluator can tell true from false`() {
    for text in [
      "(7 - 3) / 2 + 1 = 3", "floor(5 / 2) + 1 = 3", "√(9 + 16) = 5", "so 0.9^2 = 0.81, and 1 - 0.81 = 0.19",
      "w = 0.9 - 0.1·1.9 = 0.71", "-(1 - 3)² = -4", "2,334,720 = 30720·76", "ln 2 = 0.693",
      "1e-6·1e-6 = 1e-12",
    ] {
      let equations = PrintedArithmetic.equations(in: text)
      #expect(!equations.isEmpty && equations.allSatisfy(\.isTrue), "\(text): \(equations)")
    }
    for text in ["(7 - 3) / 2 = 3", "-10^2 = 100", "√2 = 1.5", "0.9^2 = 0.18", "5 - 3 + 1 = 2"] {
      #expect(PrintedArithmetic.equations(in: text).contains { !$0.isTrue }, "\(text)")
    }
    for text in ["V2 = 0.9·1 + 1", "n + 2·3 - 5 + 1 = n + 2", "With b = 2 it fires."] {
      #expect(PrintedArithmetic.equations(in: text).isEmpty, "\(text)")
    }
  }

  @Test(arguments: asked) func `every equation holds`(_ asked: Asked) {
    let question = asked.question
    let texts = question.wrong.flatMap(\.workings) + question.hints + [question.prompt, question.solution]
    for equation in texts.flatMap(PrintedArithmetic.equations) {
      #expect(equation.isTrue, "\(asked.place): \(equation)")
    }
  }

  @Test func `a thousand equations are checked`() {
    let count = Self.asked.reduce(0) { sum, asked in
      let question = asked.question
      let texts = question.wrong.flatMap(\.workings) + question.hints + [question.solution]
      return sum + texts.flatMap(PrintedArithmetic.equations).count
    }
    #expect(count >= 1000)
  }

  /// What is said of a wrong number begins with that number: where it comes from, or what it is.
  @Test(arguments: asked) func `a reply begins with the number it explains`(_ asked: Asked) {
    for wrong in asked.question.wrong {
      guard case .number(let value)? = Self.number(wrong.answer) else { continue }
      let sentence = wrong.workings[0].components(separatedBy: ". ")[0]
      let numbers = PrintedArithmetic.numbers(in: sentence)
      let isThere = numbers.contains { abs(abs($0) - abs(value)) <= 0.006 * abs(value) }
      #expect(isThere, "\(asked.place): \(wrong.text) | \(wrong.workings)")
    }
  }

  /// Of the wrong answers that the known slips give with a question's own numbers, at least nine in ten have a name.
  @Test func `nine in ten predictable wrong answers are named`() throws {
    var (named, unnamed) = (0, [String]())
    let formulas = try Self.formulas()
    for asked in Self.asked {
      for (slip, reply) in PredictableSlips.replies(formulas[asked.place], asked.question, asked.scene) {
        switch asked.question.grade(reply) {
        case .right: continue
        case .slip: named += 1
        case .wrong, .unfinished, .unreadable: unnamed.append("\(asked.place): \(reply), \(slip)")
        }
      }
    }
    let share = Double(named) / Double(max(1, named + unnamed.count))
    #expect(named >= 120, "\(named)")
    #expect(share >= 0.9, "\(named) of \(named + unnamed.count); \(unnamed.joined(separator: "; "))")
  }

  /// The slips that the lessons' own texts predict.
  @Test(
    arguments: [
      ("padding/into-the-formula", "4", "padded-once"), ("bias-correction/correct-one", "0.42", nil),
      ("bias-correction/correct-one", "420", nil), ("window/fourth-row", "7", "read-a-neighbour"),
      ("adam/cost", "4", nil), ("backpropagation/cost", "79510", nil),
      ("backpropagation/cost", "238200", nil),
      ("nesterov/as-libraries-write", "0.19", "gave-the-step"),
      ("nesterov/as-libraries-write", "0.1", "plain-descent"),
    ] as [(String, String, String?)])
  func `slips that lessons predict are recognised`(_ place: String, _ reply: String, _ slip: String?) throws {
    let asked = try #require(Self.asked.first { $0.place == place })
    guard case .slip(let wrong) = asked.question.grade(reply) else {
      Issue.record("\(place): \(reply) is \(asked.question.grade(reply))")
      return
    }
    if let slip { #expect(wrong.misconceptions.map(\.rawValue).contains(slip)) }
  }

  private static func number(_ answer: Answer) -> Answer? {
    switch answer {
    case .number: answer
    case .size(let extent): extent.height == extent.width ? .number(Double(extent.height)) : nil
    case .cannot, .numbers, .choice, .order: nil
    }
  }

  /// The formulas of all questions, by `lesson/step`.
  private static func formulas() throws -> [String: Formula] {
    var formulas: [String: Formula] = [:]
    for file in try Catalogue.files(in: Shipped.folder) {
      let source = try LessonSource(reading: file)
      let header = try LessonHeader(source)
      let lesson = try Fields(source.compose(), of: "a lesson", known: LessonHeader.known)
      for step in try lesson.required("steps").list() {
        guard case .fields(let fields) = step.content,
          let id = fields.first(where: { $0.key == "id" })?.value,
          case .fields(let question)? = fields.first(where: { $0.key == "question" })?.value.content,
          let formula = question.first(where: { $0.key == "formula" })?.value
        else { continue }
        formulas["\(header.id)/\(try id.line())"] = try Formula(formula)
      }
    }
    return formulas
  }
}
