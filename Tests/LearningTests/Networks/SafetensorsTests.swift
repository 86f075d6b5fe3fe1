import Learning
import Testing

@Suite struct SafetensorsTests {
  /// Files that Python's `safetensors` made of weight [[1.5, -2, 0.25], [3, 4, -0.125]] and bias [0.5, -1].
  static let files = [
    (
      "F64",
      "80000000000000007b22302e62696173223a7b226474797065223a22463634222c227368617065223a5b325d2c22646174615f6f666673657473223a5b302c31365d7d2c22302e776569676874223a7b226474797065223a22463634222c227368617065223a5b322c335d2c22646174615f6f666673657473223a5b31362c36345d7d7d20202020000000000000e03f000000000000f0bf000000000000f83f00000000000000c0000000000000d03f00000000000008400000000000001040000000000000c0bf"
    ),
    (
      "F32",
      "80000000000000007b22302e62696173223a7b226474797065223a22463332222c227368617065223a5b325d2c22646174615f6f666673657473223a5b302c385d7d2c22302e776569676874223a7b226474797065223a22463332222c227368617065223a5b322c335d2c22646174615f6f666673657473223a5b382c33325d7d7d2020202020200000003f000080bf0000c03f000000c00000803e0000404000008040000000be"
    ),
    (
      "F16",
      "80000000000000007b22302e62696173223a7b226474797065223a22463136222c227368617065223a5b325d2c22646174615f6f666673657473223a5b302c345d7d2c22302e776569676874223a7b226474797065223a22463136222c227368617065223a5b322c335d2c22646174615f6f666673657473223a5b342c31365d7d7d202020202020003800bc003e00c000340042004400b0"
    ),
    (
      "BF16",
      "80000000000000007b22302e62696173223a7b226474797065223a2242463136222c227368617065223a5b325d2c22646174615f6f666673657473223a5b302c345d7d2c22302e776569676874223a7b226474797065223a2242463136222c227368617065223a5b322c335d2c22646174615f6f666673657473223a5b342c31365d7d7d20202020003f80bfc03f00c0803e4040804000be"
    ),
  ]

  private static let network: ShapedNetwork = {
    do { return try ShapedNetwork(Network(parsing: "FC 2"), input: .vector(3)) } catch {
      preconditionFailure("\(error)")
    }
  }()

  private static func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = Array(hexadecimal.utf8)
    return stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
    }
  }

  private static func weights<Element>(
    _ bytes: [UInt8], for network: ShapedNetwork, as _: Element.Type = Double.self
  ) throws -> NetworkWeights<Element> {
    try bytes.withUnsafeBytes { try NetworkWeights(safetensors: $0, for: network) }
  }

  /// A file with this header and so many bytes behind it.
  private static func file(_ header: String, bytes count: Int) -> [UInt8] {
    withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Array($0) } + Array(header.utf8)
      + [UInt8](repeating: 0, count: count)
  }

  @Test(arguments: files)
  func readsEveryPrecision(_ name: String, _ file: String) throws {
    let expected = [[1.5, -2, 0.25, 3, 4, -0.125], [0.5, -1]]
    #expect(try Self.weights(Self.bytes(file), for: Self.network).values == expected)
    #expect(
      try Self.weights(Self.bytes(file), for: Self.network, as: Float.self).values
        == expected.map { $0.map(Float.init) })
  }

  @Test func readsWhatItWrote() throws {
    let network = try ShapedNetwork(
      Network(parsing: "CONV 2 3x2, BN, PRELU, FC 3 nobias"), input: .maps(5, channels: 1))
    var generator = SplitMix64(seed: 1)
    let values = network.tensors.map { tensor in (0..<tensor.count).map { _ in generator.normal() } }
    let weights = NetworkWeights(values, of: network)
    #expect(try Self.weights(weights.safetensors(of: network), for: network) == weights)
    let single = NetworkWeights(values.map { $0.map(Float.init) }, of: network)
    let bytes = single.safetensors(of: network)
    #expect(try Self.weights(bytes, for: network, as: Float.self) == single)
    // A header that ends on a multiple of eight bytes, then four bytes a number.
    let count = values.reduce(0) { $0 + $1.count }
    #expect((bytes.count - 4 * count).isMultiple(of: 8))
    #expect(
      String(decoding: bytes.prefix(800), as: UTF8.self).contains(
        "\"1.running_var\":{\"dtype\":\"F32\",\"shape\":[2],"))
  }

  /// Subnormal, largest and infinite half-precision numbers.
  @Test(
    arguments: [
      (0x0001, 0x1p-24), (0x03FF, 1023 * 0x1p-24), (0x0400, 0x1p-14), (0x7BFF, 65504), (0x8000, 0),
      (0xC248, -3.140625),
    ] as [(Int, Double)])
  func halfPrecision(_ bits: Int, _ value: Double) throws {
    let network = try ShapedNetwork(Network(parsing: "PRELU"), input: .vector(1))
    var file = Self.file("{\"0.weight\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[0,2]}}", bytes: 2)
    file.replaceSubrange(file.count - 2..<file.count, with: [UInt8(bits & 255), UInt8(bits >> 8)])
    #expect(try Self.weights(file, for: network).values == [[value]])
  }

  /// What is refused, with the exact sentence.
  static let refusals: [(String, Int, String)] = [
    ("[1]", 8, "it is no safetensors file: those begin with the length of their header"),
    ("{\"a\":1", 8, "its header is no JSON object"),
    ("{\"a\":{},\"a\":{}}", 8, "its header is no JSON object"),
    (
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}}", 8,
      "its header lacks kind, shape or place of the tensor \"a\""
    ),
    (
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}", 8,
      "its header lacks kind, shape or place of the tensor \"a\""
    ),
    (
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,8]}}", 8,
      "its header lacks kind, shape or place of the tensor \"a\""
    ),
    (
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}", 8,
      "its header lacks kind, shape or place of the tensor \"a\""
    ),
    (
      "{\"0.weight\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]}}", 23,
      "the tensor \"0.weight\" lies beyond its end"
    ),
    (
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[1000000000000,1000000000000],\"data_offsets\":[0,8]}}", 8,
      "the tensor \"a\" has 8 bytes, which do not fill its shape [1000000000000, 1000000000000]"
    ),
    (
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[1e308],\"data_offsets\":[0,8]}}", 8,
      "its header lacks kind, shape or place of the tensor \"a\""
    ),
    (
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}",
      12, "the tensors \"a\" and \"b\" overlap"
    ),
    (
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", 9,
      "1 byte of it belongs to no tensor"
    ),
    (
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[88,96]}}",
      96, "80 bytes of it belong to no tensor"
    ),
    (
      "{\"__metadata__\":5,\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", 8,
      "its __metadata__ is no object of texts"
    ),
    ("{\"0.weight\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]}}", 24, "it lacks \"0.bias\""),
    (
      "{\"fc.weight\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]}}", 24,
      "it lacks \"0.weight\", \"0.bias\", and has \"fc.weight\", which the network has not"
    ),
    (
      "{\"0.weight\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]},\"0.bias\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[24,32]},\"1.weight\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[32,32]}}",
      32, "it has \"1.weight\", which the network has not"
    ),
    (
      "{\"0.weight\":{\"dtype\":\"F32\",\"shape\":[3,2],\"data_offsets\":[0,24]},\"0.bias\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[24,32]}}",
      32, "the tensor \"0.weight\" has the shape [3, 2], the network's [2, 3]"
    ),
    (
      "{\"0.weight\":{\"dtype\":\"I64\",\"shape\":[2,3],\"data_offsets\":[0,48]},\"0.bias\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[48,56]}}",
      56, "the tensor \"0.weight\" is of the kind \"I64\"; F64, F32, F16, BF16 are read"
    ),
  ]

  @Test(arguments: refusals)
  func refuses(_ header: String, bytes: Int, with sentence: String) {
    let error = #expect(throws: WeightsError.self) {
      try Self.weights(Self.file(header, bytes: bytes), for: Self.network)
    }
    #expect(error?.description == sentence)
    #expect(error?.fault == .data)
  }

  @Test func otherFiles() {
    for (bytes, expected) in [
      ([], WeightsError.truncated), ([1, 2, 3], .truncated),
      ([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0], .compressed),
      ([16, 0, 0, 0, 0, 0, 0, 0, 0x7B], .truncated), ([UInt8](repeating: 255, count: 64), .notSafetensors),
    ] {
      #expect(throws: expected) { try Self.weights(bytes, for: Self.network) }
    }
  }

  @Test func numbersThatAreNotFinite() {
    var file = Self.bytes(Self.files[1].1)
    file.replaceSubrange(file.count - 4..<file.count, with: [0, 0, 0xC0, 0x7F])
    #expect(throws: WeightsError.notFinite("0.weight")) { try Self.weights(file, for: Self.network) }
    // Too large for single precision.
    var large = Self.bytes(Self.files[0].1)
    large.replaceSubrange(large.count - 8..<large.count, with: [0, 0, 0, 0, 0, 0, 0xF0, 0x7E])
    #expect(throws: WeightsError.notFinite("0.weight")) {
      try Self.weights(large, for: Self.network, as: Float.self)
    }
  }

  /// PyTorch's counter of batches is passed over.
  @Test func countersArePassedOver() throws {
    let network = try ShapedNetwork(Network(parsing: "BN"), input: .vector(1))
    let tensors = ["bias", "running_mean", "running_var", "weight"].enumerated().map { index, role in
      "\"0.\(role)\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[\(4 * index),\(4 * index + 4)]}"
    }
    let counter = "\"0.num_batches_tracked\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[16,24]}"
    let header =
      "{\"__metadata__\":{\"format\":\"pt\\u00e4\\ud83d\\ude00\"},\((tensors + [counter]).joined(separator: ","))}"
    #expect(try Self.weights(Self.file(header, bytes: 24), for: network).values == [[0], [0], [0], [0]])
  }

  /// Whatever a file holds, an answer comes.
  @Test func damagedFilesAreAnswered() {
    var generator = SplitMix64(seed: 7)
    let files = Self.files.map { Self.bytes($0.1) }
    for round in 0..<20_000 {
      var file = files[round % files.count]
      if generator.integer(in: 0...3) == 0 {
        file = Array(file.prefix(generator.integer(in: 0...file.count)))
      }
      for _ in 0..<generator.integer(in: 1...4) where !file.isEmpty {
        file[generator.integer(in: 0...file.count - 1)] = UInt8(generator.integer(in: 0...255))
      }
      do {
        let weights = try Self.weights(file, for: Self.network)
        #expect(weights.values.map(\.count) == [6, 2])
      } catch { #expect(!"\(error)".isEmpty) }
    }
  }
}
