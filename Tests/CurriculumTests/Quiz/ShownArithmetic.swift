import Foundation

/// The equations that a sentence shows, read and worked out anew. Numbers that are rounded stand for all numbers that
/// round to them.
struct ShownArithmetic {
  /// What a written number or a term may be.
  struct Range: Equatable {
    var low: Double
    var high: Double

    init(_ low: Double, _ high: Double) { (self.low, self.high) = (min(low, high), max(low, high)) }
    init(around value: Double, _ slack: Double) { self.init(value - slack, value + slack) }

    func meets(_ other: Range) -> Bool { low <= other.high && other.low <= high }

    /// The range of `operation` over both, taken at the corners.
    static func corners(_ one: Range, _ other: Range, _ operation: (Double, Double) -> Double) -> Range {
      let values = [
        operation(one.low, other.low), operation(one.low, other.high), operation(one.high, other.low),
        operation(one.high, other.high),
      ]
      return Range(values.min() ?? .nan, values.max() ?? .nan)
    }

    /// The range of a rising function.
    func mapped(_ function: (Double) -> Double) -> Range { Range(function(low), function(high)) }
  }

  enum Token: Equatable {
    case number(String)
    case sign(Character)
    case function(String)
  }

  /// Why a side cannot be read; a sentence must not show such a thing.
  struct Problem: Error, CustomStringConvertible {
    let description: String
  }

  private static let functions: Set<String> = ["floor", "ceil", "max", "relu", "ln", "log2", "log10"]

  /// The numbers that stand for themselves where `prompt` is asked: those that it gives, and a few more.
  static func exact(in prompt: String) -> Set<Double> {
    let given = numbers(in: prompt).map(abs)
    return Set(given + given.map { 1 - $0 } + [0, 1, 2])
  }

  /// What is wrong with the equations of `text`: sides that differ or cannot be read. The numbers of `exact` stand for
  /// themselves, all others of an equation with decimals are rounded to four digits, and results may be rounded by
  /// `tolerance`.
  static func problems(in text: String, exact: Set<Double>, tolerance: Double) -> [String] {
    guard text.contains("=") else { return [] }
    return runs(in: text).flatMap { run -> [String] in
      let isRounded = run.contains {
        if case .number(let number) = $0 { number.contains(".") } else { false }
      }
      let sides = run.split(separator: .sign("="), omittingEmptySubsequences: true).map(Array.init)
      guard run.contains(.sign("=")), sides.count > 1 else { return [] }
      do {
        let ranges = try sides.map { try Reader($0, exact: exact, isRounded: isRounded).value() }
        return zip(ranges, zip(ranges, sides).dropFirst()).compactMap { left, result in
          // A result may be rounded to the decimals that are asked for, or to those that it shows.
          let (right, slack) = (result.0, max(tolerance, rounding(of: result.1)))
          let written = Range(right.low - slack, right.high + slack)
          let bits = 1e-9 * max(1, abs(left.high))
          return Range(left.low - bits, left.high + bits).meets(written)
            ? nil : "\(left.low)…\(left.high) is not \(right.low)…\(right.high)"
        }
      } catch { return ["\(error)"] }
    }
  }

  /// Half a unit in the last place of a single number with two decimals and more, 0 of any other side.
  private static func rounding(of side: [Token]) -> Double {
    guard side.count <= 2, case .number(let text)? = side.last,
      let decimals = text.split(separator: ".").dropFirst().first?.count, decimals > 1
    else { return 0 }
    return 0.5 * pow(10, -Double(decimals))
  }

  /// All numbers that stand in `text`, a minus included where nothing stands before it.
  static func numbers(in text: String) -> [Double] {
    runs(in: text).flatMap { run in
      run.indices.compactMap { index -> Double? in
        guard case .number(let text) = run[index], let value = Double(text) else { return nil }
        let isOpposite =
          index > run.startIndex && run[index - 1] == .sign("-")
          && (index - 1 == run.startIndex || [.sign("("), .sign("="), .sign(",")].contains(run[index - 2]))
        return isOpposite ? -value : value
      }
    }
  }

  /// The stretches of `text` that are numbers, operators and functions.
  static func runs(in text: String) -> [[Token]] {
    var runs: [[Token]] = [[]]
    var characters = Array(text)[...]
    var depth = 0
    func end() {
      if runs[runs.count - 1] != [] { runs.append([]) }
      depth = 0
    }
    while let character = characters.first {
      if character.isNumber, character.isASCII {
        let word = characters.prefix { $0.isLetter || $0.isASCII && $0.isNumber || $0 == "." }
        var number = word
        while number.last == "." { number.removeLast() }
        characters = characters[number.endIndex...]
        if Double(String(number)) != nil, !number.contains("e") {
          runs[runs.count - 1].append(.number(String(number)))
        } else {
          end()  // 28x28, 2p
        }
      } else if character.isLetter {
        let word = String(characters.prefix { $0.isLetter || $0.isNumber })
        characters = characters.dropFirst(word.count)
        if functions.contains(word), characters.first == "(" || word == "e" {
          runs[runs.count - 1].append(.function(word))
        } else if word == "e", characters.first == "^" {
          runs[runs.count - 1].append(.function("e"))
        } else {
          end()
        }
      } else {
        characters = characters.dropFirst()
        switch character {
        case " ": break
        case "(": depth += 1
        case ")": depth -= 1
        default: break
        }
        switch character {
        case " ": break
        case "+", "-", "·", "*", "/", "^", "(", ")", "=", "²", "√":
          runs[runs.count - 1].append(.sign(character))
        case "," where depth > 0: runs[runs.count - 1].append(.sign(","))
        default: end()
        }
      }
    }
    return runs.filter { $0 != [] }
  }

  /// Reads one side: `sum := product (± product)*`, `product := factor (·/ factor)*`, `factor := base [^ base | ²]`. A
  /// minus may stand only at the beginning of a side or of what is in parentheses, and never before a power.
  private struct Reader {
    private var tokens: ArraySlice<Token>
    private let exact: Set<Double>
    private let isRounded: Bool

    init(_ tokens: [Token], exact: Set<Double>, isRounded: Bool) {
      (self.tokens, self.exact, self.isRounded) = (tokens[...], exact, isRounded)
    }

    func value() throws -> Range {
      var reader = self
      let value = try reader.sum()
      guard reader.tokens.isEmpty else { throw Problem(description: "left over: \(Array(reader.tokens))") }
      return value
    }

    private mutating func take(_ signs: Character...) -> Character? {
      guard case .sign(let sign)? = tokens.first, signs.contains(sign) else { return nil }
      tokens = tokens.dropFirst()
      return sign
    }

    private mutating func sum() throws -> Range {
      let isOpposite = take("-") != nil
      if isOpposite, tokens.dropFirst().first == .sign("^") || tokens.dropFirst().first == .sign("²"),
        case .number? = tokens.first
      {
        throw Problem(description: "a minus before a power without parentheses")
      }
      var value = try product()
      if isOpposite { value = Range(-value.low, -value.high) }
      while let sign = take("+", "-") {
        let term = try product()
        value =
          sign == "+"
          ? Range(value.low + term.low, value.high + term.high)
          : Range(value.low - term.high, value.high - term.low)
      }
      return value
    }

    private mutating func product() throws -> Range {
      var value = try factor()
      while let sign = take("·", "*", "/") {
        let other = try factor()
        value = Range.corners(value, other) { sign == "/" ? $0 / $1 : $0 * $1 }
      }
      return value
    }

    private mutating func factor() throws -> Range {
      let base = try self.base()
      if take("²") != nil { return power(base, 2) }
      guard take("^") != nil else { return base }
      if case .number(let text)? = tokens.first, let exponent = Int(text) {
        tokens = tokens.dropFirst()
        return power(base, exponent)
      }
      let exponent = try self.base()
      guard exponent.low < 0, let whole = Int(exactly: ((exponent.low + exponent.high) / 2).rounded()) else {
        throw Problem(description: "a power that is not whole")
      }
      return power(base, whole)
    }

    private func power(_ base: Range, _ exponent: Int) -> Range {
      var value = Range(1, 1)
      for _ in 0..<exponent.magnitude { value = Range.corners(value, base, *) }
      return exponent < 0 ? Range(1 / value.low, 1 / value.high) : value
    }

    private mutating func base() throws -> Range {
      guard let token = tokens.first else { throw Problem(description: "the end instead of a number") }
      tokens = tokens.dropFirst()
      switch token {
      case .number(let text): return range(of: text)
      case .sign("("):
        let value = try sum()
        guard take(")") != nil else { throw Problem(description: "no closing parenthesis") }
        return value
      case .sign("√"): return try base().mapped { $0.squareRoot() }
      case .function("e"): return Range(2.718281828459045, 2.718281828459045)
      case .function(let name):
        guard take("(") != nil else { throw Problem(description: "no argument of \(name)") }
        var arguments = [try sum()]
        while take(",") != nil { arguments.append(try sum()) }
        guard take(")") != nil else { throw Problem(description: "no end of \(name)") }
        return try Self.apply(name, arguments)
      case .sign(let sign): throw Problem(description: "\(sign) where a number should stand")
      }
    }

    private static func apply(_ name: String, _ arguments: [Range]) throws -> Range {
      let first = arguments[0]
      switch name {
      case "floor": return first.mapped { ($0 + 1e-9).rounded(.down) }
      case "ceil": return first.mapped { ($0 - 1e-9).rounded(.up) }
      case "relu": return first.mapped { max(0, $0) }
      case "ln": return first.mapped { log($0) }
      case "log2": return first.mapped { log2($0) }
      case "log10": return first.mapped { log10($0) }
      case "max":
        return Range(arguments.map(\.low).max() ?? .nan, arguments.map(\.high).max() ?? .nan)
      default: throw Problem(description: "\(name) is not known")
      }
    }

    /// What may stand behind a number that is rounded to four digits or to those that it shows.
    private func range(of text: String) -> Range {
      let value = Double(text) ?? .nan
      guard isRounded, value != 0, !exact.contains(where: { abs($0 - value) < 1e-12 }) else {
        return Range(value, value)
      }
      let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
      let fourth = 3 - Int(log10(value).rounded(.down))
      return Range(around: value, 0.5 * pow(10, -Double(max(decimals, fourth))))
    }
  }
}
