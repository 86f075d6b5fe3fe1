public import Autodiff

/// The numbers that a network keeps: parameters and running averages, by ``ShapedNetwork/tensors``.
public struct NetworkWeights<Element: Precision>: Equatable, Sendable {
  /// The numbers of each tensor, in the order of ``ShapedNetwork/tensors``.
  public var values: [[Element]]

  /// The numbers of the tensors in order.
  ///
  /// - Precondition: as many for each tensor of `network` as it has.
  public init(_ values: [[Element]], of network: ShapedNetwork) {
    precondition(
      values.map(\.count) == network.tensors.map(\.count), "Numbers for each tensor of the network.")
    self.values = values
  }

  /// Reads them from a safetensors file, whatever order and precision its tensors have.
  ///
  /// - Parameter bytes: the whole file.
  /// - Throws: ``WeightsError``
  public init(safetensors bytes: UnsafeRawBufferPointer, for network: ShapedNetwork) throws(WeightsError) {
    let file = try SafetensorsFile(bytes)
    let wanted = network.tensors
    let names = Set(wanted.map(\.name))
    let unknown = file.entries.keys.filter { !names.contains($0) && !$0.hasSuffix(".num_batches_tracked") }
    let missing = wanted.filter { file.entries[$0.name] == nil }
    guard missing.isEmpty else { throw .missing(missing.map(\.name), unknown: unknown.sorted()) }
    guard unknown.isEmpty else { throw .unknown(unknown.sorted()) }
    values = []
    for tensor in wanted {
      guard let entry = file.entries[tensor.name] else { continue }
      guard let kind = SafetensorsFile.Kind(rawValue: entry.kind) else {
        throw .kind(tensor.name, entry.kind)
      }
      guard entry.shape == tensor.shape else {
        throw .shape(tensor.name, entry.shape, expected: tensor.shape)
      }
      let numbers: [Element] = Self.numbers(UnsafeRawBufferPointer(rebasing: bytes[entry.range]), kind)
      guard numbers.allSatisfy(\.isFinite) else { throw .notFinite(tensor.name) }
      values.append(numbers)
    }
  }

  /// The bytes of a safetensors file: F64 in double precision, F32 otherwise.
  public func safetensors(of network: ShapedNetwork) -> [UInt8] {
    SafetensorsFile.bytes(
      zip(network.tensors, values).map { ($0.name, $0.shape, $1) },
      as: Element.self == Double.self ? .f64 : .f32)
  }

  private static func numbers(_ bytes: UnsafeRawBufferPointer, _ kind: SafetensorsFile.Kind) -> [Element] {
    let count = bytes.count / kind.size
    func bits<Bits: FixedWidthInteger>(_ index: Int, _ type: Bits.Type) -> Bits {
      Bits(littleEndian: bytes.loadUnaligned(fromByteOffset: index * kind.size, as: type))
    }
    switch kind {
    case .f64: return (0..<count).map { Element(Double(bitPattern: bits($0, UInt64.self))) }
    case .f32: return (0..<count).map { Element(Float(bitPattern: bits($0, UInt32.self))) }
    case .bf16: return (0..<count).map { Element(Float(bitPattern: UInt32(bits($0, UInt16.self)) << 16)) }
    case .f16: return (0..<count).map { Element(Self.half(bits($0, UInt16.self))) }
    }
  }

  /// A number of half precision: a sign, five bits of exponent, ten of fraction.
  private static func half(_ bits: UInt16) -> Float {
    let (exponent, fraction) = (Int(bits >> 10 & 31), Float(bits & 1023))
    let sign: Float = bits >> 15 == 0 ? 1 : -1
    switch exponent {
    case 0: return sign * fraction * 0x1p-24
    case 31: return fraction == 0 ? sign * .infinity : .nan
    case _: return sign * Float(sign: .plus, exponent: exponent - 25, significand: 1024 + fraction)
    }
  }
}

/// Why a file gives no weights.
public enum WeightsError: InputError {
  /// A file packed with gzip.
  case compressed
  /// A file that ends before what its beginning promises.
  case truncated
  /// A file that does not begin as safetensors files do.
  case notSafetensors
  /// A header that is no JSON object.
  case badHeader
  /// Notes that are no object of texts.
  case badMetadata
  /// Bytes that belong to no tensor.
  case unowned(Int)
  /// A tensor whose kind, shape or place is not told.
  case badEntry(String)
  /// A tensor beyond the end of the file.
  case outside(String)
  /// A tensor with more or fewer bytes than its shape needs.
  case sizeOfTensor(String, shape: [Int], bytes: Int)
  /// Tensors that lie in the same place.
  case overlap(String, String)
  /// A kind of numbers that is not read.
  case kind(String, String)
  /// Tensors that the network has and the file lacks, and those that the file has instead.
  case missing([String], unknown: [String])
  /// Tensors that the network lacks.
  case unknown([String])
  /// A tensor of another shape.
  case shape(String, [Int], expected: [Int])
  /// A tensor with a number that is none, or too large.
  case notFinite(String)

  /// What a file holds is wrong, or does not fit.
  public var fault: InputFault { .data }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .compressed: "it is compressed: unpack it with gunzip"
    case .truncated: "it ends before what its beginning promises"
    case .notSafetensors: "it is no safetensors file: those begin with the length of their header"
    case .badHeader: "its header is no JSON object"
    case .badMetadata: "its __metadata__ is no object of texts"
    case .unowned(let bytes):
      "\(Plural.count(bytes, "byte")) of it \(bytes == 1 ? "belongs" : "belong") to no tensor"
    case .badEntry(let name): "its header lacks kind, shape or place of the tensor \(Echo.quote(name))"
    case .outside(let name): "the tensor \(Echo.quote(name)) lies beyond its end"
    case .sizeOfTensor(let name, let shape, let bytes):
      "the tensor \(Echo.quote(name)) has \(Plural.count(bytes, "byte")), which do not fill its shape \(Self.text(shape))"
    case .overlap(let one, let other): "the tensors \(Echo.quote(one)) and \(Echo.quote(other)) overlap"
    case .kind(let name, let kind):
      "the tensor \(Echo.quote(name)) is of the kind \(Echo.quote(kind)); "
        + SafetensorsFile.Kind.allCases.map(\.rawValue).joined(separator: ", ") + " are read"
    case .missing(let names, let unknown):
      "it lacks \(Self.list(names))\(unknown.isEmpty ? "" : ", and has \(Self.list(unknown)), which the network has not")"
    case .unknown(let names): "it has \(Self.list(names)), which the network has not"
    case .shape(let name, let shape, let expected):
      "the tensor \(Echo.quote(name)) has the shape \(Self.text(shape)), the network's \(Self.text(expected))"
    case .notFinite(let name): "the tensor \(Echo.quote(name)) holds a number that is not finite"
    }
  }

  /// The first three names, and how many more there are.
  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(3).map { Echo.quote($0) }.joined(separator: ", ")
    return names.count > 3 ? "\(shown) and \(names.count - 3) more" : shown
  }

  private static func text(_ shape: [Int]) -> String {
    let shown = shape.prefix(8).map(String.init).joined(separator: ", ")
    return "[\(shown)\(shape.count > 8 ? ", …" : "")]"
  }
}
