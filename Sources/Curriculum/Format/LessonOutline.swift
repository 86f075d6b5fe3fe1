/// What the home screen needs of a lesson file, found line by line without parsing the steps, which takes ten times as
/// long for all lessons of a course.
///
/// It only reads files laid out in the usual way, where there can be no doubt: `steps:` last and alone on its line, each
/// step beginning with `  - id: name`, its other fields four columns in. Any other file is read as YAML.
struct LessonOutline {
  /// The text above the steps.
  let head: String
  /// The ids of all steps, and of those that ask a question.
  private(set) var steps = StepIDs()

  /// `nil` when `source` is laid out otherwise.
  init?(_ source: LessonSource) {
    let lines = source.lines()
    guard let marker = lines.firstIndex(where: { source.rest(of: $0, after: "steps:") == "" }) else {
      return nil
    }
    head = String(decoding: source.bytes[..<lines[marker].lowerBound], as: UTF8.self)
    for line in lines[(marker + 1)...] {
      guard take(line, of: source) else { return nil }
    }
    if steps.all.isEmpty { return nil }
  }

  private mutating func take(_ line: Range<Int>, of source: LessonSource) -> Bool {
    let bytes = source.bytes[line]
    let indent = bytes.prefix { $0 == UInt8(ascii: " ") }.count
    guard indent < bytes.count, bytes[line.lowerBound + indent] != UInt8(ascii: "#") else { return true }
    switch indent {
    case 5...: return true
    case 2:
      guard let id = source.rest(of: line, after: "  - id: ")?.trimmed, id.isIdentifier else { return false }
      steps.all.append(id)
      return true
    case 4:
      let name = bytes.dropFirst(4).prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
      let rest = bytes[name.endIndex...]
      guard !name.isEmpty, rest.first == UInt8(ascii: ":"),
        rest.count == 1 || rest[rest.startIndex + 1] == UInt8(ascii: " "), let id = steps.all.last
      else { return false }
      if name.elementsEqual("question".utf8) { steps.asking.append(id) }
      return true
    default: return false
    }
  }
}

/// The ids of steps, in order.
struct StepIDs: Equatable {
  /// All of them.
  var all: [String] = []
  /// Those that ask a question.
  var asking: [String] = []

  init() {}

  /// Of the steps in a parsed lesson, as far as they have ids.
  init(_ steps: Entry) {
    guard case .list(let items) = steps.content else { return }
    for item in items {
      guard case .text(let id)? = item["id"]?.content else { continue }
      all.append(id.trimmed)
      if item["question"] != nil { asking.append(id.trimmed) }
    }
  }
}
