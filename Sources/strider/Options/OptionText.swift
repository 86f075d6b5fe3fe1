import Learning

/// The text given for an option or argument, with the name that messages call it by.
///
/// Options are read as text and converted here, when the command runs: so every refusal is one of our own sentences,
/// names the option, and carries the right exit code.
struct OptionText {
  /// `--input`, or a word such as `expression`.
  let name: String
  /// As it was typed.
  let text: String

  /// `text` was given for `name`.
  init(_ name: String, _ text: String) {
    (self.name, self.text) = (name, text)
  }

  /// `7` or `7x9`, height x width, not yet checked against any limit.
  func extent() throws -> Extent {
    try refusals { () throws(ExtentError) in try Extent(parsing: text) }
  }

  /// `1`, `1x2`, `top,left,bottom,right` or `same`, not yet checked against any limit.
  func padding() throws -> PaddingChoice {
    try refusals { () throws(ExtentError) in try PaddingChoice(parsing: text) }
  }

  /// What `--padding` and `--rule` ask for; `nil` where they are not given. `--padding same` is another way to write
  /// `--rule same`.
  static func padding(
    _ padding: String?, rule: String?
  ) throws -> (sides: Padding?, rule: SizeRule?) {
    let asked: SizeRule? = try rule.map { try OptionText("--rule", $0).choice() }
    switch try padding.map({ try OptionText("--padding", $0).padding() }) {
    case nil: return (nil, asked)
    case .sides(let sides): return (sides, asked)
    case .same:
      if let asked, asked != .same { throw UsageError.conflict("--padding same", "--rule \(asked)") }
      return (nil, .same)
    }
  }

  /// A whole number within `allowed`.
  func integer(in allowed: ClosedRange<Int>) throws -> Int {
    let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else {
      throw UsageError.malformed(
        option: name, text: text,
        form:
          "a whole number from \(Numeral.grouped(allowed.lowerBound)) to \(Numeral.grouped(allowed.upperBound))"
      )
    }
    guard let number = Int(text), allowed.contains(number) else {
      throw UsageError.outOfRange(option: name, text: text, allowed: allowed)
    }
    return number
  }

  /// A whole number that determines chance: 0 up to 2⁶⁴ - 1.
  func seed() throws -> UInt64 {
    guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let seed = UInt64(text)
    else { throw UsageError.malformed(option: name, text: text, form: "a whole number from 0 to 2^64 - 1") }
    return seed
  }

  /// A finite number.
  func number() throws -> Double {
    guard let number = Numeral.parse(text), number.isFinite else {
      throw UsageError.malformed(option: name, text: text, form: "a finite number\(Numeral.advice(on: text))")
    }
    return number
  }

  /// `x=1,y=2`: a finite number for each name.
  func point() throws -> [String: Double] {
    try refusals { () throws(VariableValuesError) in try VariableValues.parse(text) }
  }

  /// `ROW,COL`, counted from 0.
  func position() throws -> Position {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      Int(part.filter { $0 != " " })
    }
    guard parts.count == 2, let row = parts[0], let column = parts[1] else {
      throw UsageError.malformed(
        option: name, text: text, form: "a position: write ROW,COL counted from 0, as in 0,2")
    }
    return Position(row: row, column: column)
  }

  /// One of the names of `Choice`.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ type: Choice.Type = Choice.self
  ) throws -> Choice where Choice.RawValue == String {
    guard let choice = Choice(rawValue: text) else {
      throw UsageError.unknownName(option: name, text: text, known: Choice.allCases.map(\.rawValue))
    }
    return choice
  }

  /// The result of `reading`; what it refuses is refused in this option's name.
  func refusals<Value, Problem: InputError>(of reading: () throws(Problem) -> Value) throws -> Value {
    do {
      return try reading()
    } catch {
      throw UsageError.refused(option: name, sentence: error.description, fault: error.fault)
    }
  }
}
