import TerminalUI

/// Shortens what curses sends for a small change, on terminals that follow ECMA-48.
///
/// Curses addresses cells more than a few columns away in full, and goes through the plain look from each colour to the
/// next. Here moves and colours are only noted, glyphs are gathered into strokes, and these are sent on a short route
/// over the screen; on a step of a lab that saves a quarter of all bytes. Whatever is not understood passes as it is, and
/// what followed from it is forgotten.
struct OutputTidy {
  /// Longer outputs pass as they are: they are mostly glyphs.
  static let limit = 4_096

  private let size: Size
  private let erasure: Erasure
  /// Where the terminal's cursor is, and where it has to be for the next glyph; `nil` if not known.
  private var cursor: Point?
  private var target: Point?
  /// What the terminal writes with, and what it has to write the next glyph with; `nil` if not known.
  private var pen: TerminalPen?
  private var wantedPen: TerminalPen?
  /// Whether the ASCII characters are known to be selected, so that selecting them again does nothing.
  private var isASCIISelected = false
  /// The same for shifting to the characters that are selected, as some terminals do with every reset of the look.
  private var isShiftedIn = false
  /// Whether only a part of the screen scrolls now: then a line feed may move rows rather than the cursor.
  private var hasRegion = false
  private var strokes: [OutputStroke] = []
  private var result: [UInt8] = []

  /// For a terminal of `size` about which nothing else is known yet.
  init(size: Size, erasure: Erasure = .none) {
    (self.size, self.erasure) = (size, erasure)
    // Enough for most screens; strokes are dear to move when the list grows.
    strokes.reserveCapacity(256)
  }

  /// Bytes with the same effect as `bytes`.
  ///
  /// - Parameter placesCursor: whether the cursor is seen and has to be where `bytes` leave it. If not, what it takes to
  ///   bring cursor and colours there is put off until more is written.
  mutating func tidy(_ bytes: [UInt8], placesCursor: Bool = true) -> [UInt8] {
    result.removeAll(keepingCapacity: true)
    guard bytes.count <= OutputTidy.limit else {
      settle()
      let before = result
      self = OutputTidy(size: size, erasure: erasure)
      return before + bytes
    }
    var rest = bytes[...]
    while let first = rest.first {
      let length: Int
      switch first {
      case 0x1B: length = escape(rest)
      case ..<0x20: length = control(first)
      default: length = glyph(rest)
      }
      rest = rest.dropFirst(length)
    }
    placesCursor ? settle() : flush()
    return result
  }

  /// Sends the strokes gathered so far.
  private mutating func flush() {
    guard !strokes.isEmpty else { return }
    for index in strokes.indices { erasure.shorten(&strokes[index]) }
    let tour = StrokeTour.short(
      strokes, from: StrokeTour.Start(cursor: cursor, pen: pen, mayFeed: !hasRegion), to: wantedPen)
    result += tour.bytes
    (cursor, pen) = (tour.cursor, tour.pen)
    strokes.removeAll(keepingCapacity: true)
  }

  /// Tells the terminal all that has been noted.
  private mutating func settle() {
    flush()
    if let target, target != cursor {
      result += CursorMove.sequence(from: cursor, to: target, mayFeed: !hasRegion)
    }
    cursor = target
    if let wantedPen { result += wantedPen.sequence(from: pen) }
    pen = wantedPen
  }

  /// Passes on what is not understood, which may have moved the cursor and changed the pen.
  private mutating func pass(_ bytes: ArraySlice<UInt8>) -> Int {
    settle()
    result += bytes
    (cursor, target, pen, wantedPen) = (nil, nil, nil, nil)
    (isASCIISelected, isShiftedIn) = (false, false)
    return bytes.count
  }

  private mutating func control(_ byte: UInt8) -> Int {
    switch (byte, target) {
    case (0x0D, let place?): target = Point(x: 0, y: place.y)
    case (0x0A, let place?) where !hasRegion && place.y < size.height - 1:
      target = Point(x: place.x, y: place.y + 1)
    case (0x08, let place?) where place.x > 0: target = Point(x: place.x - 1, y: place.y)
    case (0x0F, _):
      if !isShiftedIn {
        flush()
        result.append(byte)
      }
      isShiftedIn = true
    default: return pass([byte])
    }
    return 1
  }

  private mutating func glyph(_ bytes: ArraySlice<UInt8>) -> Int {
    let length =
      switch bytes[bytes.startIndex] {
      case ..<0x80: 1
      case ..<0xE0: 2
      case ..<0xF0: 3
      default: 4
      }
    let glyph = bytes.prefix(length)
    guard let scalar = String(validating: glyph, as: UTF8.self)?.unicodeScalars.first else {
      return pass(glyph)
    }
    guard let place = target else {
      settle()
      result += glyph
      return length
    }
    let columns = TextWidth.columns(of: scalar)
    let x = place.x + columns
    // At the right margin terminals differ about where the cursor is.
    let next = x < size.width ? Point(x: x, y: place.y) : nil
    guard let wantedPen else {
      settle()
      result += glyph
      (cursor, target) = (next, next)
      return length
    }
    target = next
    let last = strokes.count - 1
    if last >= 0, strokes[last].isOpen, strokes[last].end == place, strokes[last].pen == wantedPen {
      strokes[last].bytes += glyph
      strokes[last].columns = strokes[last].columns.lowerBound..<x
      strokes[last].end = target
      strokes[last].lastGlyphColumns = columns
    } else {
      strokes.append(
        OutputStroke(
          place: place, pen: wantedPen, bytes: Array(glyph), columns: place.x..<x, end: target, isOpen: true,
          lastGlyphColumns: columns))
    }
    return length
  }

  private mutating func escape(_ bytes: ArraySlice<UInt8>) -> Int {
    let selection: [UInt8] = [0x1B, UInt8(ascii: "("), UInt8(ascii: "B")]
    if bytes.starts(with: selection) {
      if !isASCIISelected {
        flush()
        result += selection
      }
      isASCIISelected = true
      return selection.count
    }
    let body = bytes.dropFirst(2)
    guard bytes.dropFirst().first == UInt8(ascii: "["), let end = body.firstIndex(where: { $0 >= 0x40 })
    else {
      return pass(bytes.prefix(2))
    }
    let length = end - bytes.startIndex + 1
    let parameters = body[..<end]
    switch bytes[end] {
    case UInt8(ascii: "m"):
      var next = wantedPen ?? TerminalPen()
      // Without a known pen to start from, only a reset says what comes out.
      guard wantedPen != nil || parameters.isEmpty || parameters.first == UInt8(ascii: "0"),
        next.apply(parameters)
      else { return pass(bytes.prefix(length)) }
      wantedPen = next
    case UInt8(ascii: "K"), UInt8(ascii: "X"):
      // Erasing moves nothing; it colours with the pen.
      if let place = target, let wantedPen {
        strokes.append(
          OutputStroke(
            place: place, pen: wantedPen, bytes: Array(bytes.prefix(length)), columns: 0..<size.width,
            end: place,
            isOpen: false))
      } else {
        settle()
        result += bytes.prefix(length)
      }
    case UInt8(ascii: "b"):
      if !repeatGlyph(parameters, bytes.prefix(length)) { return pass(bytes.prefix(length)) }
    case UInt8(ascii: "r"):
      let length = pass(bytes.prefix(length))
      hasRegion = !Array("1;\(size.height)".utf8).elementsEqual(parameters)
      return length
    default:
      guard let place = moved(parameters, final: bytes[end]) else { return pass(bytes.prefix(length)) }
      target = place
    }
    return length
  }

  /// Takes in the repetition of the last glyph, which must stay right behind that glyph; whether it could be.
  private mutating func repeatGlyph(_ parameters: ArraySlice<UInt8>, _ sequence: ArraySlice<UInt8>) -> Bool {
    let last = strokes.count - 1
    guard last >= 0, strokes[last].isOpen, let place = target, strokes[last].end == place,
      strokes[last].pen == wantedPen, let columns = strokes[last].lastGlyphColumns,
      let count = Int(String(decoding: parameters, as: UTF8.self))
    else { return false }
    let x = place.x + count * columns
    target = x < size.width ? Point(x: x, y: place.y) : nil
    strokes[last].bytes += sequence
    strokes[last].columns = strokes[last].columns.lowerBound..<x
    strokes[last].end = target
    return true
  }

  /// Where `ESC [ parameters final` moves the cursor to; `nil` if it is no move, or one from an unknown place.
  private func moved(_ parameters: ArraySlice<UInt8>, final: UInt8) -> Point? {
    let fields = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    let numbers = fields.map { Int(String(decoding: $0, as: UTF8.self)) ?? 1 }
    let first = numbers.first ?? 1
    if final == UInt8(ascii: "H") { return Point(x: (numbers.count > 1 ? numbers[1] : 1) - 1, y: first - 1) }
    guard let place = target else { return nil }
    switch final {
    case UInt8(ascii: "G"): return Point(x: first - 1, y: place.y)
    case UInt8(ascii: "d"): return Point(x: place.x, y: first - 1)
    case UInt8(ascii: "A"): return Point(x: place.x, y: max(0, place.y - first))
    case UInt8(ascii: "B"): return Point(x: place.x, y: place.y + first)
    case UInt8(ascii: "C"): return Point(x: place.x + first, y: place.y)
    case UInt8(ascii: "D"): return Point(x: max(0, place.x - first), y: place.y)
    default: return nil
    }
  }
}
