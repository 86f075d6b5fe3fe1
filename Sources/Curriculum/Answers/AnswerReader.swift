import Learning

/// Reads what people type as an answer, generously.
///
/// A text may have more than one reading (`2,50` is 2.5 or the pair 2 and 50; `1,000` is 1 or a thousand); a reply is
/// right when any of its readings is.
public struct AnswerReader {
  let kind: AnswerKind
  let choices: [String]

  /// A reader of answers of `kind`, to a question with `choices`.
  public init(kind: AnswerKind, choices: [String] = []) {
    (self.kind, self.choices) = (kind, choices)
  }

  /// All readings of `text`, the likeliest first; none when it is no answer of this kind.
  public func readings(of text: String) -> [Answer] {
    let text = Self.plain(text)
    guard !text.isEmpty, text.utf8.count <= 1000 else { return [] }
    return switch kind {
    case .number, .cell: Self.numbers(in: text).map(Answer.number)
    case .size: sizes(in: text)
    case .numbers: lists(in: text).map(Answer.numbers)
    case .choice: choice(in: text).map { [.choice($0)] } ?? []
    case .order: order(in: text).map { [.order($0)] } ?? []
    }
  }

  /// Signs of the keyboard, small letters, without `w =` before and a full stop behind.
  static func plain(_ text: String) -> String {
    var plain = Signs.plain(text.trimmed.lowercased()).replacing(#/[’`]/#, with: "'")
    if let equals = plain.lastIndex(of: "=") { plain = String(plain[plain.index(after: equals)...]) }
    if plain.hasSuffix("."), plain.count > 1 { plain.removeLast() }
    return plain.trimmed
  }

  // MARK: Numbers

  /// `2.50`, `2,50`, `.5`, `+5`, `1e-3`, `1 000`, `1,000`, `1.234,5`, `3/4`, `12%`, `(4)`, `√2`, and what is left to work out:
  /// `-(1 - 0.9)`.
  static func numbers(in text: String) -> [Double] {
    let plain = plainNumbers(in: text)
    return plain.isEmpty ? calculation(text).map { [$0] } ?? [] : plain
  }

  private static func plainNumbers(in text: String) -> [Double] {
    if text.hasSuffix("%") {
      let share = text.dropLast().trimmed
      return share.hasSuffix("%") ? [] : numbers(in: share).flatMap { [$0, $0 / 100] }
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2, let over = plainNumbers(in: parts[0].trimmed).first,
      let under = plainNumbers(in: parts[1].trimmed).first, under != 0
    {
      return [over / under].filter(\.isFinite)
    }
    let joined = String(text.filter { $0 != " " && $0 != "_" && $0 != "'" })
    guard text.split(separator: " ").dropFirst().allSatisfy({ $0.allSatisfy(\.isNumber) && $0.count == 3 })
    else {
      return []
    }
    var spellings = [joined]
    if let pointed = Numeral.withPoint(joined) { spellings.append(pointed) }
    if joined.contains(","), !joined.contains(".") { spellings.append(joined.replacing(",", with: "")) }
    return spellings.compactMap { Numeral.parse($0) }.filter(\.isFinite)
  }

  /// The value of an expression without variables, with brackets of any kind.
  private static func calculation(_ text: String) -> Double? {
    let source = text.replacing(#/[\[{]/#, with: "(").replacing(#/[\]}]/#, with: ")")
    do {
      let value: Double = try Expression(parsing: source, variables: []).value([])
      return value.isFinite ? value : nil
    } catch { return nil }
  }

  // MARK: Sizes

  private static let refusals: Set<String> = [
    "cannot", "can't", "cant", "can not", "cannot be done", "impossible", "none", "no", "not possible",
    "does not fit", "doesn't fit", "undefined", "null", "-",
  ]

  private func sizes(in text: String) -> [Answer] {
    if Self.refusals.contains(text) { return [.cannot] }
    let sides = Self.pieces(of: text).map { Numeral.parse($0).flatMap(Int.init(exactly:)) }
    switch (sides.count, sides.first ?? nil, sides.last ?? nil) {
    case (1, let side?, _): return [.size(Extent(side))]
    case (2, let height?, let width?): return [.size(Extent(height: height, width: width))]
    default:
      guard sides.contains(nil) else { return [] }
      // `7 - 3 + 1` is worked out; `14.5` and `3.5x2` can be read, though no size is like that.
      return Self.numbers(in: text).map { value in
        Int(exactly: value).map { .size(Extent($0)) } ?? .number(value)
      }
        + (sides.count == 2 ? lists(in: text).map(Answer.numbers) : [])
    }
  }

  // MARK: Lists

  private func lists(in text: String) -> [[Double]] {
    var lists: [[Double]] = []
    if let list = Self.all(Self.pieces(of: text)) { lists.append(list) }
    // A decimal comma needs spaces or semicolons between the numbers: `0,5 1,5`.
    let apart = text.split { " ;/()[]".contains($0) }.map { String($0).replacing(",", with: ".") }
    if text.contains(","), let list = Self.all(apart), !lists.contains(list) { lists.append(list) }
    return lists
  }

  private static func all(_ pieces: [String]) -> [Double]? {
    let numbers = pieces.compactMap { Numeral.parse($0) }.filter(\.isFinite)
    return numbers.count == pieces.count && !numbers.isEmpty ? numbers : nil
  }

  /// `5x7`, `5 by 7`, `5,7`, `(5; 7)`, `-2 0 / 1 -1` in pieces.
  private static func pieces(of text: String) -> [String] {
    text.replacing(" by ", with: " ").split { " ,;x*/()[]{}|\n".contains($0) }.map(String.init)
  }

  // MARK: Choices

  /// A letter, `(b)`, `b)`, the choice itself, or the beginning of only one choice.
  private func choice(in text: String) -> Int? {
    let plainChoices = choices.map(Self.plain)
    if let index = plainChoices.firstIndex(of: text) { return index }
    if let index = letter(text) { return index }
    let short = ["y": "yes", "n": "no"][text]
    if let short, let index = plainChoices.firstIndex(of: short) { return index }
    let begun = plainChoices.indices.filter { plainChoices[$0].hasPrefix(text) }
    return begun.count == 1 ? begun[0] : nil
  }

  private func letter(_ text: String) -> Int? {
    let bare = text.filter { !"().: ".contains($0) }
    guard bare.unicodeScalars.count == 1, let scalar = bare.unicodeScalars.first else { return nil }
    let index = Int(scalar.value) - Int(UInt8(ascii: "a"))
    return choices.indices.contains(index) ? index : nil
  }

  /// `b a c`, `b,a,c`, `bac`, `2 1 3`.
  private func order(in text: String) -> [Int]? {
    let pieces = text.split { " ,;<>-".contains($0) }.map(String.init)
    let marks = pieces.count == 1 && choices.count > 1 ? pieces[0].map(String.init) : pieces
    let items = marks.compactMap { mark in
      letter(mark) ?? Int(mark).flatMap { choices.indices.contains($0 - 1) ? $0 - 1 : nil }
    }
    return items.count == choices.count && Set(items).count == items.count ? items : nil
  }
}
