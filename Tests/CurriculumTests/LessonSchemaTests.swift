import Foundation
import Testing

@testable import Curriculum

/// `lessons/schema.json` against the lessons and against what the reader knows.
@Suite struct LessonSchemaTests {
  static func schema() throws -> [String: Any] {
    let data = try Data(contentsOf: Shipped.folder.appendingPathComponent("schema.json"))
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  static func json(_ entry: Entry) -> Any {
    switch entry.content {
    case .text(let text): Int(text) as Any? ?? Double(text) as Any? ?? text
    case .list(let items): items.map(json)
    case .fields(let fields): Dictionary(uniqueKeysWithValues: fields.map { ($0.key, json($0.value)) })
    }
  }

  @Test func `every lesson follows the schema`() throws {
    let schema = try JSONSchema(Self.schema())
    let files = try Catalogue.files(in: Shipped.folder)
    #expect(!files.isEmpty)
    for file in files {
      let lesson = Self.json(try LessonSource(reading: file).compose())
      #expect(schema.problems(of: lesson) == [], "\(file.lastPathComponent)")
    }
  }

  @Test(
    arguments: [
      ("part: core", "part: main"), ("kind: size", "kind: sizes"), ("hints:", "hint:"),
      ("forgot-plus-one", "forgot"),
      ("    text: With **stride** 2 the window hops.\n", ""), ("kernel: 3, stride", "kernel: 3, strides"),
      ("galway:", "calway:"), ("  galway: [Stride and output size]", "  {}"),
      ("decks:\n  galway: [Stride and output size]\n", ""),
      ("answer: 3\n", "answer: 3\n      tolerance: 0.1\n"),
      ("kind: size", "kind: order\n      choices: [a, b]"), ("kind: size", "kind: cell"),
      ("kind: size", "kind: choice"), ("kind: size", "kind: number\n      tolerance: -1"),
      ("title: Stride", "title: \(String(repeating: "Stride ", count: 10))"),
      ("stride: How far the window moves.", "{}"),
      ("hints: [Count the hops.]", "hints: []"),
      ("scene: conv:galway/vertical-edge?stride=2", "after: conv:kcl\n    sight: [x]"),
      ("- id: hops", "- id: Hops"), ("goals:\n  - Count windows.\n", ""),
    ])
  func `the schema refuses what the reader refuses`(_ find: String, _ replace: String) throws {
    let text = LessonFormatTests.good.replacing(find, with: replace, maxReplacements: 1)
    #expect(text != LessonFormatTests.good)
    #expect(LessonFormatTests.problems(text) != [])
    let lesson = Self.json(try LessonSource(Array(text.utf8), file: "24-stride.yaml").compose())
    #expect(try JSONSchema(Self.schema()).problems(of: lesson) != [])
  }

  @Test func `the words of the schema are those of the program`() throws {
    let schema = try Self.schema()
    func words(_ path: String...) -> [String] {
      let last = path.reduce(schema as Any?) { node, key in (node as? [String: Any])?[key] }
      return last as? [String] ?? []
    }
    #expect(words("$defs", "wrong", "properties", "slip", "enum") == Misconception.allCases.map(\.rawValue))
    #expect(words("$defs", "question", "properties", "kind", "enum") == AnswerKind.allCases.map(\.rawValue))
    #expect(words("properties", "practice", "items", "enum") == QuizTopic.allCases.map(\.rawValue))
    for rule in try #require(
      ((schema["$defs"] as? [String: Any])?["question"] as? [String: Any])?["allOf"]
        as? [[String: [String: Any]]])
    {
      let kind = ((rule["if"]?["properties"] as? [String: Any])?["kind"] as? [String: String])?["const"]
      let refused = (rule["then"]?["properties"] as? [String: Any])?.filter { $0.value as? Bool == false }
        .keys
      #expect(
        try #require(kind.flatMap(AnswerKind.init)).rules.needlessFields.sorted() == refused?.sorted(),
        "\(kind ?? "")")
    }
    #expect(words("properties", "part", "enum") == LessonPart.allCases.map(\.rawValue))
    let decks =
      ((schema["properties"] as? [String: Any])?["decks"] as? [String: Any])?["properties"] as? [String: Any]
    #expect(Set(decks?.keys ?? [:].keys) == Set(Deck.allCases.map(\.rawValue)))
  }
}

/// As much of JSON Schema as the lessons' schema uses; an unknown keyword is a problem of its own.
struct JSONSchema {
  private let root: [String: Any]

  init(_ root: [String: Any]) { self.root = root }

  func problems(of value: Any) -> [String] { problems(value, root, "lesson") }

  private func problems(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    schema.flatMap { keyword, rule in problems(value, keyword, rule, schema, path) }
  }

  private func problems(
    _ value: Any, _ keyword: String, _ rule: Any, _ schema: [String: Any], _ path: String
  ) -> [String] {
    let object = value as? [String: Any]
    let list = value as? [Any]
    func complain(unless holds: Bool) -> [String] { holds ? [] : ["\(path): \(keyword)"] }
    switch keyword {
    case "$schema", "$id", "$defs", "title", "description": return []
    case "$ref":
      let name = (rule as? String ?? "").split(separator: "/").last.map(String.init) ?? ""
      let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any]
      return target.map { problems(value, $0, path) } ?? ["\(path): no \(name)"]
    case "type":
      let types = rule as? [String] ?? [rule as? String ?? ""]
      return complain(unless: types.contains { Self.isType($0, value) })
    case "enum":
      return complain(unless: (rule as? [String])?.contains("\(value)") == true)
    case "pattern":
      let text = "\(value)"
      return complain(unless: text.range(of: rule as? String ?? "^$", options: .regularExpression) != nil)
    case "properties":
      let rules = rule as? [String: Any] ?? [:]
      return (object ?? [:]).flatMap { key, value -> [String] in
        if rules[key] as? Bool == false { return ["\(path): \(key) is not allowed"] }
        return (rules[key] as? [String: Any]).map { problems(value, $0, "\(path).\(key)") } ?? []
      }
    case "additionalProperties":
      let known = (schema["properties"] as? [String: Any] ?? [:]).keys
      let others = (object ?? [:]).filter { !known.contains($0.key) }
      if let rule = rule as? [String: Any] {
        return others.flatMap { problems($0.value, rule, "\(path).\($0.key)") }
      }
      return others.keys.map { "\(path): unknown \($0)" }
    case "if": return []
    case "then":
      let condition = schema["if"] as? [String: Any] ?? [:]
      return problems(value, condition, path).isEmpty
        ? problems(value, rule as? [String: Any] ?? [:], path) : []
    case "const": return complain(unless: "\(value)" == rule as? String)
    case "allOf": return (rule as? [[String: Any]] ?? []).flatMap { problems(value, $0, path) }
    case "anyOf":
      return complain(unless: (rule as? [[String: Any]] ?? []).contains { problems(value, $0, path).isEmpty })
    case "dependentRequired":
      return (rule as? [String: [String]] ?? [:]).flatMap { name, others in
        object?[name] == nil ? [] : others.filter { object?[$0] == nil }.map { "\(path): no \($0)" }
      }
    case "required":
      return (rule as? [String] ?? []).filter { object != nil && object?[$0] == nil }.map {
        "\(path): no \($0)"
      }
    case "items":
      let items = rule as? [String: Any] ?? [:]
      return (list ?? []).enumerated().flatMap { problems($0.element, items, "\(path)[\($0.offset)]") }
    case "oneOf":
      let matching = (rule as? [[String: Any]] ?? []).count { problems(value, $0, path).isEmpty }
      return complain(unless: matching == 1)
    case "minItems": return complain(unless: list.map { $0.count >= rule as? Int ?? 0 } ?? true)
    case "maxItems": return complain(unless: list.map { $0.count <= rule as? Int ?? 0 } ?? true)
    case "minProperties": return complain(unless: object.map { $0.count >= rule as? Int ?? 0 } ?? true)
    case "maxProperties": return complain(unless: object.map { $0.count <= rule as? Int ?? 0 } ?? true)
    case "minLength": return complain(unless: "\(value)".count >= rule as? Int ?? 0)
    case "maxLength": return complain(unless: "\(value)".count <= rule as? Int ?? 0)
    case "minimum":
      return complain(unless: (Double("\(value)") ?? 0) >= (rule as? Double ?? Double(rule as? Int ?? 0)))
    default: return ["\(path): the keyword \(keyword) is not known to this test"]
    }
  }

  /// A number is also what a text field may hold: YAML does not tell them apart where the schema asks for text.
  private static func isType(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String || value is Int || value is Double
    case "number": value is Int || value is Double
    case "integer": value is Int
    default: false
    }
  }
}
