import Learning
import Yams

extension LessonSource {
  /// Stands for `*` while the YAML parser reads. In YAML a star only ever begins an alias; hiding it makes aliases
  /// impossible (and lets a text begin with `**term**` without quotation marks). It is a private-use character, which
  /// the source is known not to contain, and one scalar wide, so that columns stay right.
  private static let hiddenStar: Unicode.Scalar = "\u{E000}"

  /// The tree of the whole file, or of `part` of it that begins at the first line.
  func compose(_ part: String? = nil) throws(LessonProblem) -> Entry {
    let yaml = Self.replaced("*", by: Self.hiddenStar, in: part ?? text)
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
    return try withExtendedLifetime(parser) { () throws(LessonProblem) in try entry(root, name: "the file") }
  }

  private func entry(_ node: Node, name: String) throws(LessonProblem) -> Entry {
    let place = node.mark.map(SourcePlace.init) ?? .beginning
    if let anchor = node.anchor { throw LessonProblem(.alias("&\(anchor.rawValue)"), file: file, at: place) }
    switch node {
    case .scalar(let scalar):
      let text = Self.replaced(Self.hiddenStar, by: "*", in: scalar.string)
      // A text may begin with a term, `**stride**`; a single star would begin an alias.
      if scalar.style == .plain, text.hasPrefix("*"), !text.hasPrefix("**") {
        throw LessonProblem(
          .alias(text.split(separator: " ").first.map(String.init) ?? "*"), file: file, at: place)
      }
      if !text.isPlainASCII, let scalar = text.unicodeScalars.first(where: { $0 != "\n" && !$0.isPrintable })
      {
        throw LessonProblem(.control(Self.escaped(scalar)), file: file, at: place)
      }
      return Entry(.text(text), name: name, file: file, place: place)
    case .sequence(let sequence):
      var items: [Entry] = []
      for item in sequence { items.append(try entry(item, name: "an item of \(name)")) }
      return Entry(.list(items), name: name, file: file, place: place)
    case .mapping(let mapping):
      var fields: [(key: String, place: SourcePlace, value: Entry)] = []
      for (key, value) in mapping {
        let key = try entry(key, name: "a field name")
        let name = try key.text()
        fields.append((name, key.place, try entry(value, name: name)))
      }
      return Entry(.fields(fields), name: name, file: file, place: place)
    case .alias(let alias):
      throw LessonProblem(.alias("*\(alias.anchor.rawValue)"), file: file, at: place)
    }
  }

  private static func replaced(
    _ old: Unicode.Scalar, by new: Unicode.Scalar, in text: String
  ) -> String {
    // Most texts have no star, and their bytes tell so at once.
    guard let first = UTF8.encode(old)?.first, text.hasByte({ $0 == first }) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(scalar == old ? new : scalar) }
    return String(scalars)
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
