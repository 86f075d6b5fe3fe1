import Foundation

/// Equations in prose, such as `(7 - 3) / 2 + 1 = 3`, worked out again by an evaluator of its own.
enum PrintedArithmetic {
  /// An equation with both sides as they are printed.
  struct Equation: CustomStringConvertible {
    let left: (text: String, value: Double)
    let right: (text: String, value: Double)
    var description: String { "\(left.text) = \(right.text): \(left.value), \(right.value)" }

    /// Whether both sides agree as far as their decimals go.
    var isTrue: Bool {
      let unit = [left.text, right.text].map(Self.lastPlace).max() ?? 0
      let distance = abs(left.value - right.value)
      return distance <= max(0.51 * unit, 1e-9 * max(1, abs(right.value)))
        || unit > 0 && distance <= 0.006 * abs(right.value)
    }

    /// The last place of the coarsest decimal in `text`: 0.01 in `2 + 0.54`; 0 when all numbers are whole.
    private static func lastPlace(of text: String) -> Double {
      text.matches(of: /[0-9]*\.([0-9]+)(?:e(-?[0-9]+))?/).map { match in
        pow(10, Double(match.2.flatMap { Int($0) } ?? 0) - Double(match.1.count))
      }
      .max() ?? 0
    }
  }

  /// All equations in `text` whose two sides are numbers; those about letters are left out.
  static func equations(in text: String) -> [Equation] {
    let text = Array(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    return text.indices.filter { text[$0] == "=" }.compactMap { place in
      guard let left = suffix(of: Array(text[..<place])), let right = prefix(of: Array(text[(place + 1)...]))
      else { return nil }
      return Equation(left: left, right: right)
    }
  }

  /// The numbers in `text`, as they are printed.
  static func numbers(in text: String) -> [Double] {
    text.replacing("−", with: "-").matches(of: /-?[0-9]+(?:,[0-9]{3})+|-?[0-9]*\.?[0-9]+(?:e-?[0-9]+)?/)
      .compactMap { Double($0.0.replacing(",", with: "")) }
  }

  /// The longest end of `text` that can be worked out, unless it is only a part of something about letters.
  private static func suffix(of text: [Character]) -> (text: String, value: Double)? {
    var best: (start: Int, value: Double)?
    for start in text.indices.reversed() {
      if start > 0, isPartOfWord(text[start - 1]) { continue }
      guard let value = Evaluator.value(of: text[start...]) else { continue }
      // A minus behind a value is a difference of it.
      if text[start] == "-", let before = text[..<start].last(where: { $0 != " " }),
        before.isLetter || before.isNumber || before == ")"
      {
        continue
      }
      best = (start, value)
    }
    guard let best else { return nil }
    if let before = text[..<best.start].last(where: { $0 != " " }), "+·*/^-−√(".contains(before) {
      return nil
    }
    return (String(text[best.start...]).trimmingCharacters(in: .whitespaces), best.value)
  }

  private static func prefix(of text: [Character]) -> (text: String, value: Double)? {
    var best: (end: Int, value: Double)?
    for end in text.indices {
      let next = end + 1 < text.count ? text[end + 1] : " "
      let isDecimal = (next == "." || next == ",") && end + 2 < text.count && text[end + 2].isNumber
      if next.isLetter || next.isNumber || "√".contains(next) || isDecimal { continue }
      if let value = Evaluator.value(of: text[...end]) { best = (end, value) }
    }
    guard let best else { return nil }
    let rest = String(text[(best.end + 1)...]).trimmingCharacters(in: .whitespaces)
    if rest.first.map({ "+·*/^√".contains($0) }) == true || rest.hasPrefix("- ") { return nil }
    return (String(text[...best.end]).trimmingCharacters(in: .whitespaces), best.value)
  }

  private static func isPartOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "._√".contains(character)
  }
}

/// Sums, products, powers, roots and a few functions, as they are printed.
private struct Evaluator {
  private let text: [Character]
  private var index = 0

  /// The value of all of `text`; `nil` when it is no expression of numbers.
  static func value(of text: ArraySlice<Character>) -> Double? {
    guard text.contains(where: \.isNumber) else { return nil }
    var evaluator = Evaluator(text: Array(text))
    guard let value = evaluator.sum(), evaluator.next == nil else { return nil }
    return value
  }

  private var next: Character? {
    mutating get {
      while index < text.count, text[index] == " " { index += 1 }
      return index < text.count ? text[index] : nil
    }
  }

  private mutating func take(_ characters: String) -> Character? {
    guard let next, characters.contains(next) else { return nil }
    index += 1
    return next
  }

  private mutating func sum() -> Double? {
    guard var value = product() else { return nil }
    while let sign = take("+-−") {
      guard let term = product() else { return nil }
      value += sign == "+" ? term : -term
    }
    return value
  }

  private mutating func product() -> Double? {
    guard var value = sign() else { return nil }
    while let sign = take("·*×/") {
      guard let factor = self.sign() else { return nil }
      value = sign == "/" ? value / factor : value * factor
    }
    return value
  }

  private mutating func sign() -> Double? {
    take("-−") == nil ? power() : sign().map { -$0 }
  }

  private mutating func power() -> Double? {
    guard var value = primary() else { return nil }
    while let mark = take("²³^") {
      guard let exponent = mark == "^" ? sign() : mark == "²" ? 2 : 3 else { return nil }
      value = pow(value, exponent)
    }
    return value
  }

  private mutating func primary() -> Double? {
    if take("√") != nil { return (next == "(" ? primary() : power())?.squareRoot() }
    if take("(") != nil { return arguments().flatMap { $0.count == 1 ? $0[0] : nil } }
    let start = index
    while index < text.count, text[index].isLetter { index += 1 }
    if index > start { return function(String(text[start..<index])) }
    return number()
  }

  private mutating func arguments() -> [Double]? {
    var values: [Double] = []
    repeat {
      guard let value = sum() else { return nil }
      values.append(value)
    } while take(",") != nil
    return take(")") == nil ? nil : values
  }

  private mutating func function(_ name: String) -> Double? {
    var name = name
    if name == "log" {
      while index < text.count, text[index].isNumber {
        name.append(text[index])
        index += 1
      }
    }
    guard let values = take("(") != nil ? arguments() : number().map({ [$0] }), let first = values.first
    else {
      return nil
    }
    switch name {
    case "floor": return first.rounded(.down)
    case "ceil": return first.rounded(.up)
    case "ln": return log(first)
    case "log2": return log2(first)
    case "log10": return log10(first)
    case "relu": return max(first, 0)
    case "max": return values.max()
    case "cos": return cos(first)
    case "sin": return sin(first)
    default: return nil
    }
  }

  private mutating func number() -> Double? {
    guard next != nil else { return nil }
    let (start, whole) = (index, digits(from: index))
    var end = whole
    // Commas part groups of three digits.
    while end > start, end < text.count, text[end] == ",", digits(from: end + 1) == end + 4 { end += 4 }
    if end == whole, end < text.count, text[end] == "." {
      let fraction = digits(from: end + 1)
      if fraction > end + 1 { end = fraction }
    }
    guard end > start else { return nil }
    if end < text.count, text[end] == "e" {
      let power = end + 1 < text.count && text[end + 1] == "-" ? end + 2 : end + 1
      if digits(from: power) > power { end = digits(from: power) }
    }
    index = end
    return Double(String(text[start..<end].filter { $0 != "," }))
  }

  /// Where the digits end that begin at `start`.
  private func digits(from start: Int) -> Int {
    text[start...].firstIndex { !($0.isASCII && $0.isNumber) } ?? text.count
  }
}
