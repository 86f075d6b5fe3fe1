import TerminalUI

@testable import NcursesBackend

/// As much of a terminal as curses makes use of: what is on the screen after some bytes.
struct TerminalEmulator {
  struct Place: Equatable {
    var glyph: Unicode.Scalar = " "
    var pen = TerminalPen()
  }

  private(set) var places: [Place]
  /// Sequences that were not understood.
  private(set) var unknown: Set<String> = []
  private let width: Int
  private let height: Int
  private var x = 0
  private var y = 0
  private var pen = TerminalPen()
  private var saved = (x: 0, y: 0)
  private var region: ClosedRange<Int>
  private var last: Unicode.Scalar = " "

  init(_ size: Size) {
    width = size.width
    height = size.height
    places = [Place](repeating: Place(), count: width * height)
    region = 0...height - 1
  }

  /// The glyphs, rows joined by line feeds.
  var text: String {
    (0..<height).map { row in
      String(String.UnicodeScalarView(places[row * width..<(row + 1) * width].map(\.glyph)))
    }.joined(separator: "\n")
  }

  mutating func receive(_ bytes: [UInt8]) {
    var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\u{1B}": escape(&scalars)
      case "\r": x = 0
      case "\n": y == region.upperBound ? scroll(from: region.lowerBound, 1) : (y = min(y + 1, height - 1))
      case "\u{08}": x = max(0, min(x, width - 1) - 1)
      case "\u{0F}": break
      default: write(scalar)
      }
    }
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    let columns = TextWidth.columns(of: scalar)
    if x + columns > width {
      x = 0
      y = min(y + 1, height - 1)
    }
    places[y * width + x] = Place(glyph: scalar, pen: pen)
    if columns == 2 { places[y * width + x + 1] = Place(glyph: "\u{200B}", pen: pen) }
    x += columns
    last = scalar
  }

  private mutating func erase(_ range: Range<Int>) {
    for index in range { places[index] = Place(pen: pen) }
  }

  private mutating func scroll(from top: Int, _ count: Int) {
    let rows = (top...region.upperBound).map { Array(places[$0 * width..<($0 + 1) * width]) }
    for (offset, row) in (top...region.upperBound).enumerated() {
      let source = offset + count
      let cells =
        rows.indices.contains(source) ? rows[source] : [Place](repeating: Place(pen: pen), count: width)
      places.replaceSubrange(row * width..<(row + 1) * width, with: cells)
    }
  }

  private mutating func escape(_ rest: inout ArraySlice<Unicode.Scalar>) {
    guard let kind = rest.popFirst() else { return }
    switch kind {
    case "[": break
    case "(", ")":
      rest = rest.dropFirst()
      return
    case "7":
      saved = (x, y)
      return
    case "8":
      (x, y) = saved
      return
    case "M":
      y == region.lowerBound ? scroll(from: y, -1) : (y -= 1)
      return
    case "=", ">": return
    default:
      unknown.insert("ESC \(kind)")
      return
    }
    let parameters = rest.prefix { $0.value < 0x40 }
    rest = rest.dropFirst(parameters.count)
    guard let final = rest.popFirst() else { return }
    control(String(String.UnicodeScalarView(parameters)), final)
  }

  private mutating func control(_ parameters: String, _ final: Unicode.Scalar) {
    // Modes, window titles and the shape of the cursor show nothing.
    guard !"hltc".unicodeScalars.contains(final) else { return }
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 1 }
    let first = parameters.isEmpty ? 1 : numbers[0]
    let row = y * width
    x = final == "m" || final == "b" ? x : min(x, width - 1)
    switch final {
    case "H": (y, x) = (min(first, height) - 1, min(numbers.count > 1 ? numbers[1] : 1, width) - 1)
    case "G": x = min(first, width) - 1
    case "d": y = min(first, height) - 1
    case "A": y = max(0, y - first)
    case "B": y = min(height - 1, y + first)
    case "C": x = min(width - 1, x + first)
    case "D": x = max(0, x - first)
    case "m": if !pen.apply(Array(parameters.utf8)[...]) { unknown.insert("SGR \(parameters)") }
    case "K": parameters == "1" ? erase(row..<row + x + 1) : erase(row + x..<row + width)
    case "J": parameters == "2" ? erase(0..<places.count) : erase(row + x..<places.count)
    case "X": erase(row + x..<min(row + x + first, row + width))
    case "b": for _ in 0..<first { write(last) }
    case "L": scroll(from: y, -first)
    case "M": scroll(from: y, first)
    case "S": scroll(from: region.lowerBound, first)
    case "T": scroll(from: region.lowerBound, -first)
    case "r":
      region = parameters.isEmpty ? 0...height - 1 : first - 1...numbers[1] - 1
      (x, y) = (0, 0)
    case "@":
      for _ in 0..<first { places.insert(Place(pen: pen), at: row + x) }
      places.removeSubrange(row + width..<row + width + first)
    case "P":
      for _ in 0..<first { places.insert(Place(pen: pen), at: row + width) }
      places.removeSubrange(row + x..<row + x + first)
    default: unknown.insert("CSI \(parameters)\(final)")
    }
  }
}
