/// A file of named tensors in the safetensors format: eight bytes with the length of a header, the header as JSON with
/// kind, shape and place of every tensor, and their numbers.
///
/// Whatever the header claims is compared with what the file holds before anything is made of it.
public struct SafetensorsFile: Equatable, Sendable {
  /// Kinds of numbers that are read.
  public enum Kind: String, CaseIterable, Sendable {
    case f64 = "F64"
    case f32 = "F32"
    case f16 = "F16"
    case bf16 = "BF16"

    /// Bytes for one number.
    public var size: Int {
      switch self {
      case .f64: 8
      case .f32: 4
      case .f16, .bf16: 2
      }
    }
  }

  /// What the header says of a tensor.
  public struct Entry: Equatable, Sendable {
    /// The kind as the file spells it, which may be none that is read.
    public let kind: String
    /// The lengths of the axes, outermost first.
    public let shape: [Int]
    /// Where the numbers lie, counted from the beginning of the file.
    public let range: Range<Int>
  }

  /// Longest header in bytes.
  public static let longestHeader = 16 * 1024 * 1024

  /// All tensors by their names.
  public let entries: [String: Entry]

  /// Reads the header of a file.
  ///
  /// - Throws: ``WeightsError``
  public init(_ bytes: UnsafeRawBufferPointer) throws(WeightsError) {
    if bytes.count >= 2, bytes[0] == 0x1F, bytes[1] == 0x8B { throw .compressed }
    guard bytes.count >= 8 else { throw .truncated }
    let length = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
    guard length <= UInt64(Self.longestHeader) else { throw .notSafetensors }
    let start = 8 + Int(length)
    guard start <= bytes.count else { throw .truncated }
    guard length > 1, bytes[8] == UInt8(ascii: "{") else { throw .notSafetensors }
    var scanner = JSONScanner(UnsafeRawBufferPointer(rebasing: bytes[8..<start]))
    guard let header = scanner.document(), case .object(let members) = header else { throw .badHeader }
    var entries: [String: Entry] = [:]
    for (name, value) in members {
      guard name == Self.metadata else {
        entries[name] = try Self.entry(name, value, start: start, end: bytes.count)
        continue
      }
      guard case .object(let notes) = value, notes.values.allSatisfy(\.isString) else { throw .badMetadata }
    }
    try Self.checkThatTheyFill(start..<bytes.count, entries)
    self.entries = entries
  }

  private static func entry(
    _ name: String, _ value: JSONScanner.Value, start: Int, end: Int
  ) throws(WeightsError) -> Entry {
    guard case .object(let members) = value, case .string(let kind)? = members["dtype"],
      let shape = members["shape"]?.lengths, let offsets = members["data_offsets"]?.lengths,
      offsets.count == 2
    else { throw .badEntry(name) }
    guard offsets[0] <= offsets[1] else { throw .badEntry(name) }
    guard offsets[1] <= end - start else { throw .outside(name) }
    if let known = Kind(rawValue: kind) {
      guard let count = shape.product, let size = [count, known.size].product, size == offsets[1] - offsets[0]
      else {
        throw .sizeOfTensor(name, shape: shape, bytes: offsets[1] - offsets[0])
      }
    }
    return Entry(kind: kind, shape: shape, range: start + offsets[0]..<start + offsets[1])
  }

  /// The name under which a header keeps notes, which are no tensor.
  private static let metadata = "__metadata__"

  /// Tensors lie one after the other, from the header to the end of the file.
  private static func checkThatTheyFill(
    _ room: Range<Int>, _ entries: [String: Entry]
  ) throws(WeightsError) {
    let sorted = entries.filter { !$0.value.range.isEmpty }.sorted {
      $0.value.range.lowerBound < $1.value.range.lowerBound
    }
    for (one, next) in zip(sorted, sorted.dropFirst())
    where one.value.range.upperBound > next.value.range.lowerBound {
      throw .overlap(one.key, next.key)
    }
    let filled = sorted.reduce(0) { $0 + $1.value.range.count }
    guard filled == room.count else { throw .unowned(room.count - filled) }
  }

  // MARK: Writing

  /// The bytes of a file with these tensors, one after the other; `count` numbers are written for each by `number`.
  static func bytes<Element: BinaryFloatingPoint>(
    _ tensors: [(name: String, shape: [Int], values: [Element])], as kind: Kind
  ) -> [UInt8] {
    var header = "{\"\(metadata)\":{\"format\":\"pt\"}"
    var offset = 0
    for tensor in tensors {
      let end = offset + tensor.values.count * kind.size
      let shape = tensor.shape.map(String.init).joined(separator: ",")
      header +=
        ",\"\(tensor.name)\":{\"dtype\":\"\(kind.rawValue)\",\"shape\":[\(shape)],\"data_offsets\":[\(offset),\(end)]}"
      offset = end
    }
    header += "}"
    header += String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 + header.utf8.count + offset)
    withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { bytes += $0 }
    bytes += header.utf8
    for number in tensors.lazy.flatMap(\.values) {
      switch kind {
      case .f64: withUnsafeBytes(of: Double(number).bitPattern.littleEndian) { bytes += $0 }
      case .f32, .f16, .bf16: withUnsafeBytes(of: Float(number).bitPattern.littleEndian) { bytes += $0 }
      }
    }
    return bytes
  }
}

extension JSONScanner.Value {
  fileprivate var isString: Bool {
    if case .string = self { true } else { false }
  }

  /// A list of whole numbers, none of them negative.
  fileprivate var lengths: [Int]? {
    guard case .array(let values) = self else { return nil }
    var lengths: [Int] = []
    for value in values {
      guard case .number(let number) = value, number >= 0, let length = Int(exactly: number) else {
        return nil
      }
      lengths.append(length)
    }
    return lengths
  }
}
