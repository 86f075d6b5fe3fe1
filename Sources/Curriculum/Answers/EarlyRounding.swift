import Learning

/// What comes of an intermediate result of a printed solution that is rounded before the end.
struct EarlyRounding {
  /// The wrong result.
  let value: Double
  /// The arithmetic with the rounded number, and which one that is.
  let working: String
}

extension Question {
  /// The wrong answer `reading`, when rounding on the way to the printed solution leads there.
  func earlyRounding(leadingTo reading: Answer) -> WrongAnswer? {
    guard case .number(let value) = reading else { return nil }
    let rounding = earlyRoundings.first { abs($0.value - value) <= tolerance * (1 + 1e-6) }
    return rounding.map { WrongAnswer(reading, .roundedOnTheWay, working: $0.working) }
  }

  /// All wrong results that the solution allows to recompute, those of the finest rounding first. Numbers that the
  /// question gives are none to be rounded, and what is far off has other reasons.
  var earlyRoundings: [EarlyRounding] {
    guard case .number(let exact) = answer, let precision = AnswerPrecision(tolerance: tolerance) else {
      return []
    }
    let given = Set(prompt.matches(of: PrintedPart.number).map { String($0.output) })
    let parts = PrintedPart.all(in: solution, leadingTo: exact, within: 2 * tolerance + 0.0005 * abs(exact))
      .filter { !given.contains($0.text) }
    return Rounding.all.flatMap { rounding in
      parts.compactMap { part in
        let rounded = rounding.of(part.value)
        guard let rounded, let value = part.result(with: rounded), abs(value - exact) > tolerance,
          abs(value - exact) <= 0.1 * abs(exact)
        else { return nil }
        let result = RoundedNumber.text(value, places: precision.decimals)
        return EarlyRounding(
          value: value,
          working: "\(part.line(with: rounded)) = \(result): \(part.words) was rounded to "
            + "\(Numeral.plain(rounded)) on the way. Round only the result.")
      }
    }
  }
}

/// To so many digits, behind the point or in all.
private struct Rounding {
  let digits: Int
  let isBehindPoint: Bool

  static let all = [3, 2, 1].flatMap { digits in
    [true, false].map { Rounding(digits: digits, isBehindPoint: $0) }
  }

  /// `value` rounded; `nil` when that changes nothing or leaves nothing.
  func of(_ value: Double) -> Double? {
    var unit = 1 / AnswerPrecision.powerOfTen(digits)
    if !isBehindPoint {
      // One digit before the point at 1 to 9.99, and so on.
      var size = abs(value)
      guard size > 1e-12, size < 1e12 else { return nil }
      unit *= 10
      while size >= 10 { (size, unit) = (size / 10, unit * 10) }
      while size < 1 { (size, unit) = (size * 10, unit / 10) }
    }
    let rounded = (value / unit).rounded() * unit
    return rounded == 0 || abs(rounded - value) <= 1e-9 * abs(value) ? nil : rounded
  }
}

/// A part of printed arithmetic that has a value of its own: `√0.3` in `1 / √0.3 = 1.826`.
struct PrintedPart {
  /// The arithmetic up to its equals sign.
  private let whole: String
  private let range: Range<String.Index>
  let value: Double

  var text: String { String(whole[range]) }

  /// `√0.3 = 0.5477`; a number alone as it is printed.
  var words: String {
    if Double(text) != nil { return text }
    let bare = text.hasPrefix("(") && text.hasSuffix(")") ? String(text.dropFirst().dropLast()) : text
    return "\(bare) = \(Numeral.plain(value))"
  }

  /// The arithmetic with `number` in the place of this part.
  func line(with number: Double) -> String { line(with: Numeral.plainFactor(number)) }

  /// What that leads to.
  func result(with number: Double) -> Double? { Self.value(of: line(with: number)) }

  private func line(with number: String) -> String {
    whole[..<range.lowerBound] + number + whole[range.upperBound...]
  }

  static var number: Regex<Substring> { /[0-9]*\.?[0-9]+(?:e-?[0-9]+)?/ }

  /// The numbers themselves, and roots, powers, products, quotients, functions and brackets.
  private static var patterns: [Regex<Substring>] {
    [
      number, /√[0-9.]+/, /[0-9.e]+\^(?:[0-9.]+|\(-?[0-9.]+\))/, /[0-9.]+[²³]/,
      /[0-9.]+ ?[·*\/] ?[0-9.]+/, /[a-z]+[0-9]*\([^()]+\)/, /√?\([^()]+\)/,
    ]
  }

  /// The parts of all arithmetic in `text` with a result within `distance` of `result`.
  static func all(in text: String, leadingTo result: Double, within distance: Double) -> [PrintedPart] {
    text.split(separator: "=", omittingEmptySubsequences: false).dropLast().flatMap {
      piece -> [PrintedPart] in
      guard let (whole, value) = arithmetic(endingIn: piece), abs(value - result) <= distance else {
        return []
      }
      return patterns.flatMap { pattern in whole.ranges(of: pattern) }.compactMap { range in
        guard let own = self.value(of: String(whole[range])) else { return nil }
        // The result but for its sign is no step on the way.
        guard abs(abs(own) - abs(value)) > 1e-9 * abs(value) else { return nil }
        let part = PrintedPart(whole: whole, range: range, value: own)
        // `2^3` is no part of `-2^3^2`: with its value in its place, the result has to be the same.
        guard let same = self.value(of: part.line(with: "(\(own))")), abs(same - value) <= 1e-9 * abs(value)
        else { return nil }
        return part
      }
    }
  }

  /// What the arithmetic before each equals sign in `text` comes to.
  static func results(in text: String) -> [Double] {
    text.split(separator: "=", omittingEmptySubsequences: false).dropLast().compactMap {
      arithmetic(endingIn: $0)?.value
    }
  }

  /// The longest end of `piece` that can be worked out.
  private static func arithmetic(endingIn piece: Substring) -> (text: String, value: Double)? {
    let words = piece.split(separator: " ")
    for start in words.indices {
      let text = words[start...].joined(separator: " ")
      if let value = value(of: text) { return (text, value) }
    }
    return nil
  }

  private static func value(of text: String) -> Double? {
    do {
      let value: Double = try Expression(parsing: text, variables: []).value([])
      return value.isFinite ? value : nil
    } catch { return nil }
  }
}
