extension JSON {
  /// The document as text, the same bytes for equal documents: keys sorted, the shortest digits that read back as
  /// the same number, whole numbers without a decimal point, lists of plain values on one line.
  var text: String {
    var text = ""
    write(into: &text, indentation: 0)
    return text + "\n"
  }

  private func write(into text: inout String, indentation: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let value): Self.writeNumber(value, into: &text)
    case .string(let value): Self.writeQuoted(value, into: &text)
    case .array(let values) where isOneLine:
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += ", " }
        value.write(into: &text, indentation: indentation)
      }
      text += "]"
    case .array(let values):
      Self.writeBlock("[", values, "]", into: &text, indentation) { value, text in
        value.write(into: &text, indentation: indentation + 1)
      }
    case .table(let numbers, let width):
      let rows = Array(stride(from: 0, to: numbers.count, by: width))
      Self.writeBlock("[", rows, "]", into: &text, indentation) { start, text in
        text += "["
        for index in start..<start + width {
          if index > start { text += ", " }
          Self.writeNumber(numbers[index], into: &text)
        }
        text += "]"
      }
    case .object(let members) where members.isEmpty: text += "{}"
    case .object(let members):
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      Self.writeBlock("{", sorted, "}", into: &text, indentation) { member, text in
        Self.writeQuoted(member.key, into: &text)
        text += ": "
        member.value.write(into: &text, indentation: indentation + 1)
      }
    }
  }

  /// Lists of rows get a line for each row; what is only a row stays on one line, with short lists inside.
  private var isOneLine: Bool {
    switch self {
    case .null, .bool, .number, .string: true
    case .object(let members): members.isEmpty
    case .table: false
    case .array(let values):
      values.first?.isScalar ?? true ? values.allSatisfy(\.isOneLine) : values.allSatisfy(\.isEmpty)
    }
  }

  private var isScalar: Bool {
    switch self {
    case .null, .bool, .number, .string: true
    case .array, .table, .object: false
    }
  }

  private var isEmpty: Bool { self == .array([]) || self == .object([:]) }

  private static func writeBlock<Element>(
    _ opening: String, _ elements: [Element], _ closing: String, into text: inout String, _ indentation: Int,
    write: (Element, inout String) -> Void
  ) {
    let margin = String(repeating: "  ", count: indentation)
    text += opening + "\n"
    for (index, element) in elements.enumerated() {
      text += margin + "  "
      write(element, &text)
      text += index + 1 < elements.count ? ",\n" : "\n"
    }
    text += margin + closing
  }

  private static func writeNumber(_ value: Double, into text: inout String) {
    guard value.isFinite else {
      text += value.isNaN ? "\"nan\"" : value > 0 ? "\"inf\"" : "\"-inf\""
      return
    }
    // The description is the shortest text that reads back exactly.
    let digits = value == 0 ? "0" : value.description
    text += digits.hasSuffix(".0") ? digits.dropLast(2) : digits[...]
  }

  private static func writeQuoted(_ value: String, into text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
