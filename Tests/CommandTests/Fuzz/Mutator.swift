import Learning

/// Makes hostile inputs of good ones: bytes are changed, removed, repeated, swapped and replaced by what readers stumble
/// over. The same seed makes the same inputs.
struct Mutator {
  /// The most bytes of an input.
  static let longest = 100_000

  private let seeds: [[UInt8]]
  private var generator: SplitMix64

  /// Inputs that began as one of `seeds`.
  init(_ seeds: [String], seed: UInt64) {
    self.seeds = seeds.map { Array($0.utf8) }
    generator = SplitMix64(seed: seed)
  }

  /// The next input.
  mutating func next() -> [UInt8] {
    var bytes = seeds[index(below: seeds.count)]
    for _ in 0...index(below: 6) { mutate(&bytes) }
    return Array(bytes.prefix(Self.longest))
  }

  private mutating func index(below count: Int) -> Int { generator.integer(in: 0...max(0, count - 1)) }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    let place = index(below: bytes.count + 1)
    switch index(below: 10) {
    case 0 where place < bytes.count: bytes[place] ^= UInt8(1 << index(below: 8))
    case 1 where place < bytes.count: bytes[place] = UInt8(index(below: 256))
    case 2: bytes.removeSubrange(range(in: bytes, from: place))
    case 3: bytes.insert(contentsOf: bytes[range(in: bytes, from: place)], at: place)
    case 4: repeatPart(of: &bytes, from: place)
    case 5: bytes = Array(bytes[..<place]) + otherHalf()
    case 6, 7: replaceNumber(in: &bytes, near: place)
    default:
      let token = Self.tokens[index(below: Self.tokens.count)].utf8
      bytes.insert(contentsOf: token, at: place)
    }
  }

  private mutating func range(in bytes: [UInt8], from place: Int) -> Range<Int> {
    place..<place + index(below: min(40, bytes.count - place) + 1)
  }

  /// One part, seldom long enough to fill the input.
  private mutating func repeatPart(of bytes: inout [UInt8], from place: Int) {
    let part = bytes[range(in: bytes, from: place)]
    guard !part.isEmpty else { return }
    let most = index(below: 10) == 0 ? Self.longest : 300
    let times = index(below: max(1, (most - bytes.count) / part.count))
    bytes.insert(contentsOf: repeatElement(part, count: max(0, times)).joined(), at: place)
  }

  private mutating func otherHalf() -> ArraySlice<UInt8> {
    let other = seeds[index(below: seeds.count)]
    return other[index(below: other.count + 1)...]
  }

  private mutating func replaceNumber(in bytes: inout [UInt8], near place: Int) {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard
      let first = bytes[place...].firstIndex(where: digits.contains)
        ?? bytes.firstIndex(where: digits.contains)
    else { return }
    let end = bytes[first...].firstIndex { !digits.contains($0) } ?? bytes.count
    bytes.replaceSubrange(first..<end, with: Self.numbers[index(below: Self.numbers.count)].utf8)
  }

  private static let numbers = [
    "0", "-1", "-0", "1", "2", "7", "255", "1000", "1001", "999999", "1000000", "1000001", "2147483648",
    "9223372036854775807", "-9223372036854775808", "9223372036854775808", "18446744073709551616", "1e308",
    "-1e308",
    "1e309", "5e-324", "1e-999", "nan", "inf", "-inf", "0.1", ".", "1/3", "1,5", "00000000000000000000001",
  ]

  private static let tokens =
    numbers + [
      "\u{0}", "\u{1B}[2J", "\u{9B}", "\u{202E}", "\u{200B}", "\u{301}", "\u{1F1E6}", "\u{FE0F}", "\u{FEFF}",
      "\u{2028}",
      "\n", "\r\n", "\r", "\t", " ", ";", ",", "(", "(((((((((((", ")", "[", "]", "{", "}", "\"", "'", "\\",
      "^", "^^", "%",
      "%00", "%1B", "%FF", "&", "=", "?", ":", ":\n", "/", "|", "- ", "#", "*a", "&a ", "!!int ", "<<: ",
      "--", "-", "+",
      "−", "·", "×", "√", "²", "π", "١", "😀", "漢字", "𝛼", "x", "e", "true", "null", "all", "same", "exp(",
      "max(x,",
    ]
}
