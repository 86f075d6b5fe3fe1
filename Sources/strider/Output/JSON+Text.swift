import Learning

extension JSON {
  /// The document as text, the same bytes for equal documents: keys sorted, the shortest digits that read back as
  /// the same number, whole numbers without a decimal point, lists of plain values on one line.
  ///
  /// It is handed to `print` piece by piece, so that it never has to be held as a whole.
  func write<Problem: Error>(to print: @escaping (String) throws(Problem) -> Void) throws(Problem) {
    var writer = JSONWriter(print: print)
    try writer.write(self, indentation: 0)
    try writer.end()
  }

  /// Lists of rows get a line for each row; what is only a row stays on one line, with short lists inside.
  fileprivate var isOneLine: Bool {
    switch self {
    case .null, .bool, .number, .string: true
    case .object(let members): members.isEmpty
    case .list: true
    case .table: false
    case .array(let values):
      values.first?.isScalar ?? true ? values.allSatisfy(\.isOneLine) : values.allSatisfy(\.isEmpty)
    }
  }

  private var isScalar: Bool {
    switch self {
    case .null, .bool, .number, .string: true
    case .list, .array, .table, .object: false
    }
  }

  private var isEmpty: Bool {
    switch self {
    case .list(let numbers): numbers.isEmpty
    case .array(let values): values.isEmpty
    case .object(let members): members.isEmpty
    case .null, .bool, .number, .string, .table: false
    }
  }
}

/// Writes a document into a buffer that is handed on whenever it is full.
private struct JSONWriter<Problem: Error> {
  let print: (String) throws(Problem) -> Void
  private var text = ""

  init(print: @escaping (String) throws(Problem) -> Void) { self.print = print }

  private static var full: Int { 1 << 16 }

  mutating func end() throws(Problem) {
    try print(text + "\n")
    text = ""
  }

  private mutating func handOnIfFull() throws(Problem) {
    guard text.utf8.count >= Self.full else { return }
    try print(text)
    text = ""
  }

  mutating func write(_ value: JSON, indentation: Int) throws(Problem) {
    switch value {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let value): writeNumber(value)
    case .string(let value): writeQuoted(value)
    case .list(let numbers): try writeList(numbers[...])
    case .array(let values) where value.isOneLine:
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += ", " }
        try write(value, indentation: indentation)
      }
      text += "]"
    case .array(let values):
      try writeBlock("[", values, "]", indentation) { value, writer throws(Problem) in
        try writer.write(value, indentation: indentation + 1)
      }
    case .table(let numbers, let width):
      try writeBlock("[", stride(from: 0, to: numbers.count, by: width), "]", indentation) {
        start, writer throws(Problem) in
        try writer.writeList(numbers[start..<start + width])
      }
    case .object(let members) where members.isEmpty: text += "{}"
    case .object(let members):
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      try writeBlock("{", sorted, "}", indentation) { member, writer throws(Problem) in
        writer.writeQuoted(member.key)
        writer.text += ": "
        try writer.write(member.value, indentation: indentation + 1)
      }
    }
  }

  private mutating func writeList(_ numbers: ArraySlice<Double>) throws(Problem) {
    text += "["
    for (index, number) in numbers.enumerated() {
      if index > 0 { text += ", " }
      writeNumber(number)
      try handOnIfFull()
    }
    text += "]"
  }

  private mutating func writeBlock<Element>(
    _ opening: String, _ elements: some Sequence<Element>, _ closing: String, _ indentation: Int,
    write: (Element, inout JSONWriter) throws(Problem) -> Void
  ) throws(Problem) {
    let margin = String(repeating: "  ", count: indentation)
    text += opening
    var isFirst = true
    for element in elements {
      text += (isFirst ? "\n" : ",\n") + margin + "  "
      try write(element, &self)
      try handOnIfFull()
      isFirst = false
    }
    text += "\n" + margin + closing
  }

  private mutating func writeNumber(_ value: Double) {
    guard value.isFinite else {
      text += value.isNaN ? "\"nan\"" : value > 0 ? "\"inf\"" : "\"-inf\""
      return
    }
    // The description is the shortest text that reads back exactly.
    let digits = value == 0 ? "0" : value.description
    text += digits.hasSuffix(".0") ? digits.dropLast(2) : digits[...]
  }

  private mutating func writeQuoted(_ value: String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case _ where !scalar.isPrintable: text += Printable.jsonEscape(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
