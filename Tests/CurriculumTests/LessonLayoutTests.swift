import Foundation
import Learning
import Testing
import Yams

@testable import Curriculum

/// A lesson is what its YAML says, in whatever layout it is written.
@Suite struct LessonLayoutTests {
  /// How a lesson is written by a program.
  struct Layout: CustomTestStringConvertible, Sendable {
    enum Scalars: Sendable { case plain, singleQuoted, doubleQuoted, literal, folded }

    let testDescription: String
    var scalars = Scalars.plain
    var isFlow = false
    var isCanonical = false
    var indent = 2
    var width = 80
    /// Whether fields stand in the order of their names, or in the reverse one.
    var isSorted = false
    var isReversed = false
    /// Whether texts that stand there twice are written once and referred to.
    var hasAliases = false
  }

  static let layouts = [
    Layout(testDescription: "as a program dumps it", isSorted: true),
    Layout(testDescription: "steps first", isReversed: true),
    Layout(testDescription: "flow", isFlow: true),
    Layout(testDescription: "canonical", isCanonical: true),
    Layout(testDescription: "JSON", scalars: .doubleQuoted, isFlow: true, width: -1),
    Layout(testDescription: "wide indents", indent: 7, width: 40, isReversed: true),
    Layout(testDescription: "single quotes", scalars: .singleQuoted, width: 30),
    Layout(testDescription: "literal blocks", scalars: .literal, indent: 4),
    Layout(testDescription: "folded blocks", scalars: .folded, indent: 3, isSorted: true),
    Layout(testDescription: "anchors and aliases", hasAliases: true),
    Layout(testDescription: "anchors in flow style", isFlow: true, hasAliases: true),
  ]

  /// The lessons as they are, by their files.
  private static let shipped = Result {
    try Catalogue.files(in: Shipped.folder).map { file in
      let source = try LessonSource(reading: file)
      return (source.file, try source.compose(), Content(try Lesson(source.bytes, file: source.file)))
    }
  }

  @Test(arguments: layouts) func `every lesson reads the same when it is written otherwise`(_ layout: Layout)
    throws
  {
    for (file, root, usual) in try Self.shipped.get() {
      var writer = NodeWriter(layout: layout, of: root)
      let text = try serialize(
        node: writer.node(root), canonical: layout.isCanonical, indent: layout.indent,
        width: layout.width, allowUnicode: true)
      let written = try Lesson(Array(text.utf8), file: file)
      #expect(Content(written) == usual, "\(file)")
      let header = try LessonHeader(LessonSource(Array(text.utf8), file: file))
      #expect(Content.header(header) == usual.header, "\(file)")
      if layout.hasAliases { #expect(writer.aliasCount == 0 || text.contains(" *t")) }
    }
  }

  private static let good = LessonFormatTests.good

  /// The same lesson, written otherwise by hand.
  static let changes: [(find: String, replace: String)] = [
    (
      "  - id: hops\n    text: With **stride** 2 the window hops.",
      "  - text: With **stride** 2 the window hops.\n    id: hops"
    ),
    ("    question:\n", "    \"question\":\n"), ("steps:\n", "steps: # all of them\n"),
    ("id: hops", "id: \"hops\""), ("id: hops", "'id'   :   hops   # the first"),
    ("steps:\n", "\"steps\":\n"), ("title: Stride\n", "---\ntitle: Stride\n"),
    ("title: Stride\n", "%YAML 1.1\n---\n!!str title: !!str Stride\n"),
    ("title: Stride\n", "? title\n: Stride\n"), ("title: Stride\n", "title:\n    Stride\n"),
    ("title: Stride\n", "title: &name Stride\n"),
    ("title: Stride\npart: core", "part: &part core\ntitle: Stride"),
    ("text: With **stride** 2 the window hops.", "text: >-\n      With **stride** 2\n      the window hops."),
    ("text: With **stride** 2 the window hops.", "text: |\n          With **stride** 2 the window hops.\n"),
    ("text: With **stride** 2 the window hops.", "text: With **stride** 2\n     the window hops."),
    ("hints: [Count the hops.]", "hints:\n      - Count the hops."),
    ("hints: [Count the hops.]", "hints:\n        - 'Count the\n          hops.'"),
    ("answer: 3\n", "answer: &three 3\n"),
  ]

  @Test func `any layout with the same content is the same lesson`() throws {
    func header(_ text: String) throws -> LessonHeader {
      try LessonHeader(LessonSource(Array(text.utf8), file: "24-stride.yaml"))
    }
    let usual = Content(try Lesson(Array(Self.good.utf8), file: "24-stride.yaml"))
    #expect(try header(Self.good).questionIDs == ["hops"])
    let steps = try #require(Self.good.range(of: "steps:"))
    let turned = String(Self.good[steps.lowerBound...]) + "\n" + Self.good[..<steps.lowerBound]
    let indented =
      String(Self.good[..<steps.upperBound]) + Self.good[steps.upperBound...].replacing("\n", with: "\n  ")
    let flush = Self.good.replacing("\n  - id", with: "\n- id").replacing(/\n {4}/) { _ in "\n  " }
    let ends = [
      Self.good.replacing("\n", with: "\r\n"), Self.good.replacing("\n", with: "\r"), "\u{FEFF}" + Self.good,
      Self.good + "\n...\n", "# a lesson\n\n" + Self.good,
    ]
    for text in [turned, indented, flush] + ends
      + Self.changes.map({ Self.good.replacing($0.find, with: $0.replace) })
    {
      #expect(text != Self.good)
      #expect(LessonFormatTests.problems(text) == [], "\(text)")
      #expect(Content(try Lesson(Array(text.utf8), file: "24-stride.yaml")) == usual, "\(text)")
      #expect(Content.header(try header(text)) == usual.header, "\(text)")
    }
  }

  @Test func `a fault is told where it stands in any layout`() throws {
    let flow = "{steps: [{id: one, text: a, txt: b}], title: T, part: core, goals: [g], sources: s}"
    #expect(
      LessonFormatTests.problems(flow) == [
        "24-stride.yaml:1:29: a step has no field \"txt\"; did you mean text?"
      ])
    let shared = "sources: &s s\ngoals: [g]\ntitle: T\npart: *s\nsteps: [{id: one, text: a}]"
    #expect(
      LessonFormatTests.problems(shared) == [
        "24-stride.yaml:4:7: expected one of core, extension for part, found \"s\""
      ])
  }
}

/// What lessons say, wherever their files say it.
private struct Content: Equatable, Sendable {
  struct Header: Equatable {
    let names: [String]
    let texts: [String]
    let unordered: Set<String>
  }

  let header: Header
  let steps: [[String]]
  let questions: [Question?]
  let scenes: [Scene?]

  init(_ lesson: Lesson) {
    header = Self.header(lesson.header)
    steps = lesson.steps.map { step in
      [step.id, step.text.plain, step.notes ?? "", step.text.terms.joined(separator: ",")]
        + step.sight.flatMap { $0.keys + ["shows"] + $0.words.map(\.text) } + ["answer"]
        + step.shows.map(\.text)
    }
    questions = lesson.steps.map(\.question)
    scenes = lesson.steps.flatMap { [$0.scene, $0.after] }
  }
}

extension Content {
  static func header(_ header: LessonHeader) -> Header {
    Header(
      names: ["\(header.number)", header.id, header.title, header.part.rawValue],
      texts: header.goals + header.sources + header.practice.map(\.rawValue) + header.stepIDs + ["?"]
        + header.questionIDs,
      // The fields of a mapping have no order.
      unordered: Set(
        header.terms.map { "\($0.word): \($0.definition)" } + header.decks.map { "\($0.deck): \($0.groups)" })
    )
  }
}

extension LessonLayoutTests.Layout {
  fileprivate var style: Node.Scalar.Style {
    switch scalars {
    case .plain: .any
    case .singleQuoted: .singleQuoted
    case .doubleQuoted: .doubleQuoted
    case .literal: .literal
    case .folded: .folded
    }
  }
}

/// Makes nodes of entries in a layout.
private struct NodeWriter {
  let layout: LessonLayoutTests.Layout
  private var names: [String: Anchor] = [:]
  private(set) var aliasCount = 0

  /// How often each text stands there.
  private var counts: [String: Int] = [:]

  init(layout: LessonLayoutTests.Layout, of root: Entry) {
    self.layout = layout
    count(root)
  }

  private mutating func count(_ entry: Entry) {
    if case .text(let text) = entry.content { counts[text, default: 0] += 1 }
    entry.items.forEach { count($0) }
  }

  mutating func node(_ entry: Entry) -> Node {
    switch entry.content {
    case .text(let text): return scalar(text)
    case .list(let items):
      return .sequence(Node.Sequence(items.map { node($0) }, .implicit, layout.isFlow ? .flow : .block))
    case .fields(var fields):
      if layout.isSorted { fields.sort { $0.key < $1.key } }
      if layout.isReversed { fields.reverse() }
      let pairs = fields.map { (Node.scalar(Node.Scalar($0.key)), node($0.value)) }
      return .mapping(Node.Mapping(pairs, .implicit, layout.isFlow ? .flow : .block))
    }
  }

  private mutating func scalar(_ text: String) -> Node {
    guard layout.hasAliases, counts[text, default: 0] > 1 else {
      return .scalar(Node.Scalar(text, .implicit, layout.style))
    }
    if let anchor = names[text] {
      aliasCount += 1
      return .alias(Node.Alias(anchor))
    }
    let anchor = Anchor(rawValue: "t\(names.count)")
    names[text] = anchor
    return .scalar(Node.Scalar(text, .implicit, layout.style, nil, anchor))
  }
}
