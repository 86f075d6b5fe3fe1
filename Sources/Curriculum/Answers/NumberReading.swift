import Learning

/// Reads numbers, alone and in rows, as people write them.
enum NumberReading {
  /// Whether a number may begin with `character`: digits, signs, decimal points and commas, opening brackets and bars,
  /// common fractions such as `½`, and what stands before a root or for π.
  static func mayBegin(with character: Character) -> Bool {
    let plain = Signs.plain(String(character))
    return plain.allSatisfy { $0.isASCII && $0.isNumber } || "+-.,([{|√π".contains(plain)
      || Numeral.commonFraction(plain) != nil
  }

  /// `2.50`, `2,50`, `.5`, `+5`, `1e-3`, `1 000`, `1,000`, `1.234,5`, `3/4`, `12%`, `(4)`, `√2`, and what is left to work out:
  /// `-(1 - 0.9)`.
  static func numbers(in text: String) -> [Double] {
    let plain = plainNumbers(in: text)
    return plain.isEmpty ? calculation(text).map { [$0] } ?? [] : plain
  }

  private static func plainNumbers(in text: String) -> [Double] {
    if text.hasSuffix("%") {
      let share = text.dropLast().trimmed
      // Who means a number of percents does not mean less than one.
      return share.hasSuffix("%")
        ? [] : numbers(in: share).flatMap { abs($0) < 1 ? [$0 / 100] : [$0, $0 / 100] }
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2, let over = plainNumbers(in: parts[0].trimmed).first,
      let under = plainNumbers(in: parts[1].trimmed).first, under != 0
    {
      return [over / under].filter(\.isFinite)
    }
    let joined = String(text.filter { $0 != " " && $0 != "_" && $0 != "'" })
    let groups = text.split { $0 == " " || $0 == "'" }.dropFirst()
    guard groups.allSatisfy({ $0.allSatisfy(\.isNumber) && $0.count == 3 }) else { return [] }
    let spellings = [joined, Numeral.withPoint(joined), Numeral.withoutThousands(joined)]
    return spellings.compactMap { $0.flatMap { Numeral.parse($0) } }.filter(\.isFinite)
  }

  /// The value of an expression without variables, with brackets of any kind; `nil` for several numbers side by side:
  /// nobody who types `-60 -60` means -120.
  private static func calculation(_ text: String) -> Double? {
    let words = text.split(separator: " ")
    guard words.count < 2 || words.contains(where: { Numeral.parse($0) == nil }) else { return nil }
    let source = String(text.map { "[{".contains($0) ? "(" : "]}".contains($0) ? ")" : $0 })
    do {
      let value: Double = try Expression(parsing: source, variables: []).value([])
      return value.isFinite ? value : nil
    } catch { return nil }
  }

  /// Rows of numbers: `1, 2, 3`, `(5; 7)`, `2, 5 and 6`, `-2 0 / 1 -1`, `1/3 2/3`.
  static func lists(in text: String) -> [[Double]] {
    var lists: [[Double]] = []
    func add(_ pieces: [String]) {
      if let list = all(pieces), !lists.contains(list) { lists.append(list) }
    }
    let text = text.replacing(" and ", with: " ")
    add(pieces(of: text))
    // A decimal comma needs spaces or semicolons between the numbers, perhaps with commas besides: `0,5 1,5`, `0,5, 1,5`.
    if text.contains(",") {
      let apart = text.split { " ;/()[]".contains($0) }
      add(apart.map { String($0.last == "," ? $0.dropLast() : $0).replacing(",", with: ".") })
    }
    if text.contains("/") { add(text.split { " ,;()[]{}|\n".contains($0) }.map(String.init)) }
    return lists
  }

  private static func all(_ pieces: [String]) -> [Double]? {
    let numbers = pieces.compactMap { Numeral.parse($0) }.filter(\.isFinite)
    return numbers.count == pieces.count && !numbers.isEmpty ? numbers : nil
  }

  /// `5x7`, `5 by 7`, `5,7`, `(5; 7)`, `-2 0 / 1 -1` in pieces.
  static func pieces(of text: String) -> [String] {
    text.replacing(" by ", with: " ").split { " ,;x*/()[]{}|\n".contains($0) }.map(String.init)
  }

  /// Half a unit in the last place of the decimal number `text`; whole numbers have to be met.
  static func halfUnit(of text: String) -> Double {
    guard let point = text.firstIndex(of: ".") else { return 0 }
    let fraction = text[text.index(after: point)...]
    let places = fraction.prefix { $0.isNumber }.count
    let exponent =
      fraction.firstIndex { $0 == "e" || $0 == "E" }.flatMap { Int(fraction[$0...].dropFirst()) } ?? 0
    guard (-299...299).contains(exponent) else { return 0 }
    return 0.5 * powerOfTen(exponent - places)
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    (0..<exponent.magnitude).reduce(1.0) { power, _ in exponent > 0 ? power * 10 : power / 10 }
  }
}
