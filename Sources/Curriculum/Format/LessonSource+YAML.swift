import Learning
import Yams

extension LessonSource {
  /// Stands for `*` while the YAML parser reads. In YAML a star only ever begins an alias; hiding it lets a text begin
  /// with `**term**` without quotation marks, and aliases are followed here, where what they unfold to is counted. It
  /// is a private-use character, which the source is known not to contain, and one scalar wide, so that columns stay
  /// right.
  fileprivate static let hiddenStar: Unicode.Scalar = "\u{E000}"

  /// The tree of the file.
  ///
  /// - Throws: the first problem.
  func compose() throws(LessonProblem) -> Entry {
    var faults = Faults()
    let root = try compose(&faults)
    if let fault = faults.all.first { throw fault }
    return root
  }

  /// The tree of the file. Where YAML takes something for itself that was meant for a text, that is added to `faults`.
  func compose(_ faults: inout Faults) throws(LessonProblem) -> Entry {
    let yaml = Self.replaced("*", by: Self.hiddenStar, in: text)
    let parser: Parser
    let root: Node?
    do {
      // Scalars stay texts here: nothing is taken for a number or a truth value, and nothing looks whether it is one.
      parser = try Parser(yaml: yaml, resolver: .basic, encoding: .utf8)
      root = try parser.singleRoot()
    } catch let error as YamlError {
      throw problem(of: error)
    } catch {
      throw LessonProblem(.syntax(Echo.escape("\(error)")), file: file)
    }
    guard let root else {
      throw LessonProblem(.expected("a lesson", found: "an empty file"), file: file)
    }
    // Nodes refer to their anchors weakly; the parser holds them.
    let (entry, misread) = try withExtendedLifetime(parser) { () throws(LessonProblem) in
      var tree = EntryTree(self)
      let entry = try tree.entry(root, name: "the file")
      return (entry, tree.misread + tree.unusedAnchors)
    }
    misread.forEach { faults.add($0) }
    return entry
  }

  fileprivate static func replaced(
    _ old: Unicode.Scalar, by new: Unicode.Scalar, in text: String
  ) -> String {
    // Most texts have no star, and their bytes tell so at once.
    guard let first = UTF8.encode(old)?.first, text.hasByte({ $0 == first }) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(scalar == old ? new : scalar) }
    return String(scalars)
  }
}

/// Makes entries of YAML nodes, in reading order.
private struct EntryTree {
  let file: String
  /// The nodes with names so far, and how many entries each has.
  private var anchors: [String: (entry: Entry, size: Int)] = [:]
  /// Those of several words without quotes, or of none.
  private var sentences: Set<String> = []
  /// Those that an alias refers to.
  private var used: Set<String> = []
  /// What YAML has taken for itself.
  private(set) var misread: [LessonProblem] = []
  private let source: SourceLines
  /// The entries so far, what aliases unfold to among them.
  private var size = 0

  init(_ source: LessonSource) {
    file = source.file
    self.source = SourceLines(source)
  }

  /// Names of sentences that nothing refers to were meant for a part of them. A single word may well have a name.
  var unusedAnchors: [LessonProblem] {
    anchors.compactMap { name, node in
      guard !used.contains(name), sentences.contains(name) else { return nil }
      let sentence =
        "&\(Echo.escape(name)) names something for an alias, and there is none; put quotes round a text that begins with &"
      return LessonProblem(.misread(sentence), file: file, at: node.entry.place)
    }
  }

  mutating func entry(_ node: Node, name: String) throws(LessonProblem) -> Entry {
    let place = node.mark.map(SourcePlace.init) ?? .beginning
    let before = size
    try grow(by: 1, at: place)
    if let tag = source.tag(at: place) { misread.append(LessonProblem(tag, file: file, at: place)) }
    let entry = Entry(try content(of: node, name: name, at: place), name: name, file: file, place: place)
    if let anchor = node.anchor {
      anchors[anchor.rawValue] = (entry, size - before)
      if case .scalar(let scalar) = node, scalar.style == .plain,
        scalar.string.isEmpty || scalar.string.contains(" ")
      {
        sentences.insert(anchor.rawValue)
      }
    }
    return entry
  }

  private mutating func content(
    of node: Node, name: String, at place: SourcePlace
  ) throws(LessonProblem) -> Entry.Content {
    switch node {
    case .scalar(let scalar):
      let text = LessonSource.replaced(LessonSource.hiddenStar, by: "*", in: scalar.string)
      // A text may begin with a term, `**stride**`; a single star begins an alias.
      if scalar.style == .plain, text.hasPrefix("*"), !text.hasPrefix("**") {
        return try content(ofAlias: text, at: place)
      }
      if !text.isPlainASCII, let sign = text.unicodeScalars.first(where: { $0 != "\n" && !$0.isPrintable }) {
        // The source has no such character, so that a backslash has made it.
        throw LessonProblem(
          sign.value < 0x20 ? .misread(LessonSource.backslash) : .control(LessonSource.escaped(sign)),
          file: file, at: place)
      }
      if scalar.style == .plain, let comment = source.comment(in: text, at: place) {
        misread.append(LessonProblem(comment.kind, file: file, at: comment.place))
      }
      return .text(text)
    case .sequence(let sequence):
      var items: [Entry] = []
      for item in sequence { items.append(try entry(item, name: "an item of \(name)")) }
      return .list(items)
    case .mapping(let mapping):
      var fields: [(key: String, place: SourcePlace, value: Entry)] = []
      var names: Set<String> = []
      for (key, value) in mapping {
        let key = try entry(key, name: "a field name")
        let name = try key.text()
        guard names.insert(name).inserted else {
          throw LessonProblem(.duplicate("the field \(Echo.quote(name))"), file: file, at: key.place)
        }
        fields.append((name, key.place, try entry(value, name: name)))
      }
      return .fields(fields)
    // The parser follows aliases by itself, and has seen none.
    case .alias(let alias): return try content(ofAlias: "*\(alias.anchor.rawValue)", at: place)
    }
  }

  /// What `*name` stands for.
  private mutating func content(ofAlias alias: String, at place: SourcePlace) throws(LessonProblem)
    -> Entry.Content
  {
    guard let (entry, size) = anchors[String(alias.dropFirst())] else {
      throw LessonProblem(.alias(String(alias.prefix { $0 != " " })), file: file, at: place)
    }
    used.insert(String(alias.dropFirst()))
    try grow(by: size - 1, at: place)
    return entry.content
  }

  /// Without aliases an entry takes a byte at least, so that no file has as many entries as it may have bytes.
  private mutating func grow(by count: Int, at place: SourcePlace) throws(LessonProblem) {
    size += count
    if size > LessonSource.fileLimit { throw LessonProblem(.unfolded, file: file, at: place) }
  }
}

extension SourcePlace {
  init(_ mark: Mark) {
    self.init(line: mark.line, column: mark.column)
  }
}

extension String {
  /// Whether some byte of the text passes `test`; where the bytes lie together, as they usually do, without a detour over
  /// characters.
  fileprivate func hasByte(_ test: (UInt8) -> Bool) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.contains(where: test) } ?? utf8.contains(where: test)
  }

  /// Whether there are only printable ASCII characters and line feeds.
  fileprivate var isPlainASCII: Bool { !hasByte { !(0x20..<0x7F).contains($0) && $0 != 0x0A } }
}
