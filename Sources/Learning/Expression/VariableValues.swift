/// Values of variables as they are typed: `x=1, y=2`.
public enum VariableValues {
  /// The value of each name; parted by commas, semicolons, blanks or line ends.
  ///
  /// - Throws: ``VariableValuesError`` unless every part is a name and a finite number, and no name is given twice.
  public static func parse(_ text: some StringProtocol) throws(VariableValuesError) -> [String: Double] {
    var values: [String: Double] = [:]
    var before = ""
    for item in items(text) {
      let sides = item.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      if sides.count == 1, !before.isEmpty, let number = Numeral.withPoint("\(before),\(item)"),
        item.allSatisfy(\.isNumber)
      {
        throw .decimalComma("\(before),\(item)", point: number)
      }
      guard sides.count == 2, isName(sides[0]) else { throw .malformed(item) }
      guard !["e", "pi"].contains(sides[0]) else { throw .constant(sides[0]) }
      guard let value = Numeral.parse(sides[1]), value.isFinite else { throw .notANumber(sides[1]) }
      guard values.updateValue(value, forKey: sides[0]) == nil else { throw .repeated(sides[0]) }
      before = sides[1]
    }
    return values
  }

  /// The parts of `text`, with no blanks around their equals signs.
  private static func items(_ text: some StringProtocol) -> [String] {
    var items: [String] = []
    var isOpen = false
    for word in String(text).replacing("=", with: " = ").split(whereSeparator: {
      $0.isWhitespace || $0 == "," || $0 == ";"
    }) {
      let joins = word == "=" || isOpen
      if joins, !items.isEmpty { items[items.count - 1] += word } else { items.append(String(word)) }
      isOpen = word == "="
    }
    return items
  }

  /// Whether `text` can be the name of a variable: a letter, then letters, digits and underscores.
  public static func isName(_ text: some StringProtocol) -> Bool {
    let isLetter = { (byte: UInt8) in (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
    return text.utf8.first.map(isLetter) == true
      && text.utf8.allSatisfy { isLetter($0) || Byte.isDigit($0) || $0 == UInt8(ascii: "_") }
  }
}

/// Why a text gives no values of variables.
public enum VariableValuesError: InputError {
  /// A part that is no name with a number.
  case malformed(String)
  /// A name whose number is none, or not finite.
  case notANumber(String)
  /// A number with a decimal comma, and with a point.
  case decimalComma(String, point: String)
  /// The name of a constant.
  case constant(String)
  /// A name that stands twice.
  case repeated(String)

  /// Values are always part of the request.
  public var fault: InputFault { .request }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .malformed(let text): "\(Echo.quote(text)) is not a value: write NAME=NUMBER, as in x=1,y=2"
    case .notANumber(let text): "\(Echo.quote(text)) is not a finite number\(Numeral.advice(on: text))"
    case .decimalComma(let text, let point):
      "\(Echo.quote(text)) is not one number; write \(Echo.escape(point)) with a point"
    case .constant(let name): "\(Echo.escape(name)) is a constant"
    case .repeated(let name): "\(Echo.escape(name)) is given twice"
    }
  }
}
