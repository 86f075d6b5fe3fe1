/// Reads a network by recursive descent: items between separators, brackets around items.
struct NetworkParser {
  /// A run of characters that is no separator and no bracket.
  struct Word {
    let text: String
    /// Counted from 1.
    let column: Int
  }

  private let characters: [Character]
  private var position = 0
  private var nesting = 0
  private var layersRead = 0

  init(_ text: String) throws(NetworkNotationError) {
    guard text.utf8.count <= Limits.expressionCharacters * 4, text.count <= Limits.expressionCharacters else {
      throw NetworkNotationError(column: Limits.expressionCharacters + 1, .tooLong)
    }
    characters = Array(text)
  }

  /// The whole text.
  mutating func network() throws(NetworkNotationError) -> [Network.Item] {
    skipBlanks()
    guard position < characters.count else { throw NetworkNotationError(column: 1, .empty) }
    let (items, _) = try items()
    guard position == characters.count else { throw error(.unopened) }
    return items
  }

  /// Items up to a closing bracket or the end, and how many layers they are once unfolded.
  private mutating func items() throws(NetworkNotationError) -> (items: [Network.Item], layers: Int) {
    var (items, count) = ([Network.Item](), 0)
    while true {
      let (item, layers) = try item()
      items.append(item)
      count += layers
      guard count <= Network.mostLayers else { throw error(.tooManyLayers) }
      skipBlanks()
      guard takeSeparator() else { return (items, count) }
    }
  }

  private mutating func item() throws(NetworkNotationError) -> (Network.Item, layers: Int) {
    skipBlanks()
    let column = position + 1
    guard next == "[" else {
      let words = words()
      guard let name = words.first else { throw error(.expectedLayer(found: found)) }
      layersRead += 1
      let place = NetworkNotationError.Place(
        number: layersRead, text: words.map(\.text).joined(separator: " "))
      var reader = LayerReader(name: name, words: words.dropFirst(), place: place)
      return (.layer(try reader.layer()), 1)
    }
    position += 1
    nesting += 1
    guard nesting <= Network.mostNesting else { throw NetworkNotationError(column: column, .tooDeep) }
    let (items, layers) = try items()
    nesting -= 1
    guard next == "]" else { throw error(.unclosed(open: column)) }
    position += 1
    let rounds = try rounds()
    return (.repeated(items, count: rounds), layers * rounds)
  }

  /// `x2` behind a closing bracket, also with a blank in it.
  private mutating func rounds() throws(NetworkNotationError) -> Int {
    skipBlanks()
    let column = position + 1
    guard let sign = next, "xX×".contains(sign) else { throw error(.missingRounds(found: found)) }
    position += 1
    skipBlanks()
    let digits = String(characters[position...].prefix { !Self.endsWord($0) })
    guard let rounds = Int(digits), digits.utf8.allSatisfy(Byte.isDigit), rounds <= Network.mostRounds else {
      if digits.isEmpty { throw error(.missingRounds(found: found)) }
      throw NetworkNotationError(column: column, .badRounds("x\(digits)"))
    }
    position += digits.count
    skipBlanks()
    if let next, !"]".contains(next), !Self.isSeparator(next) {
      throw error(.missingComma(before: found ?? ""))
    }
    return rounds
  }

  // MARK: Characters

  private var next: Character? { position < characters.count ? characters[position] : nil }

  /// What stands here, as a word or sign; `nil` at the end.
  private var found: String? {
    guard let next else { return nil }
    let word = word(from: position)
    return word.isEmpty ? String(next) : word
  }

  private mutating func skipBlanks() {
    while let next, next.isWhitespace { position += 1 }
  }

  private mutating func takeSeparator() -> Bool {
    guard let next, Self.isSeparator(next) else { return false }
    position += 1
    return true
  }

  private mutating func words() -> [Word] {
    var words: [Word] = []
    while true {
      let word = word(from: position)
      guard !word.isEmpty else { return words }
      words.append(Word(text: word, column: position + 1))
      position += word.count
      skipBlanks()
    }
  }

  /// The word that begins there. The minus of an exponent, as in 1e-3, belongs to it.
  private func word(from start: Int) -> String {
    var end = start
    while end < characters.count {
      if Self.endsWord(characters[end]) {
        let isExponent =
          characters[end] == "-" && end > start + 1 && "eE".contains(characters[end - 1])
          && (characters[start].isNumber || characters[start] == ".") && end + 1 < characters.count
          && characters[end + 1].isNumber
        guard isExponent else { break }
      }
      end += 1
    }
    return String(characters[start..<end])
  }

  private static func isSeparator(_ character: Character) -> Bool { ",-−–".contains(character) }

  private static func endsWord(_ character: Character) -> Bool {
    character.isWhitespace || isSeparator(character) || "[]".contains(character)
  }

  private func error(_ problem: NetworkNotationError.Problem) -> NetworkNotationError {
    NetworkNotationError(column: position + 1, problem)
  }
}
