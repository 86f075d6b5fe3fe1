import Learning
import Testing

@Suite struct IDXFileTests {
  /// A file of `lengths` with `bytes` behind them.
  static func file(_ lengths: [UInt32], _ bytes: [UInt8], kind: UInt8 = 8) -> [UInt8] {
    [0, 0, kind, UInt8(lengths.count)]
      + lengths.flatMap { length in (0..<4).map { UInt8(truncatingIfNeeded: length >> (24 - 8 * $0)) } }
      + bytes
  }

  static func classes(_ bytes: [UInt8]) throws -> IDXFile {
    try IDXFile(file([UInt32(bytes.count)], bytes), axes: 1)
  }

  @Test func picturesAndClasses() throws {
    let training = try IDXFile(Self.file([3, 2, 2], Array(0..<12)), axes: 3)
    let test = try IDXFile(Self.file([1, 2, 2], [255, 0, 51, 102]), axes: 3)
    let data = try DataSet(
      title: "tiny", pictures: (training, test), classes: (Self.classes([2, 0, 1]), Self.classes([3])))
    #expect(data.shape == .maps(2, channels: 1))
    #expect(data.classes == ["0", "1", "2", "3"])
    #expect(data.training.classes == [2, 0, 1])
    #expect(data.training[1].map { $0 * 255 } == [4, 5, 6, 7])
    #expect(data.test[0] == [1, 0, 0.2, 0.4])
  }

  /// What is wrong with a file that is to have three axes.
  struct Hostile: CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let problem: DataSetError
    var testDescription: String { name }
  }

  @Test(arguments: [
    Hostile(name: "empty", bytes: [], problem: .notIDX),
    Hostile(name: "text", bytes: Array("0,1,2".utf8), problem: .notIDX),
    Hostile(name: "packed", bytes: [0x1F, 0x8B, 8, 0], problem: .compressed),
    Hostile(
      name: "floats", bytes: file([1, 1, 1], [0, 0, 0, 0], kind: 13), problem: .numbersOfIDX(kind: 13)),
    Hostile(name: "classes", bytes: file([2], [1, 2]), problem: .axesOfIDX(1, wanted: 3)),
    Hostile(
      name: "cut header", bytes: [0, 0, 8, 3, 0, 0], problem: .lengthOfIDX(promised: nil, held: 6)),
    Hostile(
      name: "cut", bytes: file([60_000, 28, 28], [1]),
      problem: .lengthOfIDX(promised: 47_040_000, held: 1)),
    Hostile(name: "long", bytes: file([1, 1, 1], [1, 2]), problem: .lengthOfIDX(promised: 1, held: 2)),
    Hostile(name: "none", bytes: file([0, 28, 28], []), problem: .noExamples),
    Hostile(
      name: "more than there is",
      bytes: file([.max, .max, .max], [1]), problem: .lengthOfIDX(promised: nil, held: 1)),
    Hostile(
      name: "an overflow that becomes 0", bytes: file([1 << 31, 1 << 31, 1 << 31], []),
      problem: .lengthOfIDX(promised: nil, held: 0)),
  ])
  func hostileFiles(_ file: Hostile) {
    #expect(throws: file.problem) { try IDXFile(file.bytes, axes: 3) }
  }

  @Test func filesThatDoNotGoTogether() throws {
    let small = try IDXFile(Self.file([1, 2, 2], [1, 2, 3, 4]), axes: 3)
    let flat = try IDXFile(Self.file([1, 1, 4], [1, 2, 3, 4]), axes: 3)
    let (one, two) = (try Self.classes([1]), try Self.classes([1, 2]))
    #expect(throws: DataSetError.unequalCounts(pictures: 1, classes: 2)) {
      try DataSet(title: "", pictures: (small, small), classes: (one, two))
    }
    #expect(throws: DataSetError.unequalPictures(training: [2, 2], test: [1, 4])) {
      try DataSet(title: "", pictures: (small, flat), classes: (one, one))
    }
  }
}
