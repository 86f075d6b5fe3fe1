/// A file of bytes with their shape in front, as MNIST and its kin come: two zeros, the kind of number (8 is bytes), how
/// many axes, their lengths as four bytes each, the longest-lived first, then the bytes.
///
/// What the file claims is compared with what it holds before anything is made of it.
public struct IDXFile: Equatable, Sendable {
  /// The lengths of the axes.
  public let lengths: [Int]
  /// The bytes, those of the last axis side by side.
  public let bytes: ArraySlice<UInt8>

  /// Reads what a file holds. Nothing is copied.
  ///
  /// - Throws: ``DataSetError``
  public init(_ contents: [UInt8], axes: Int) throws(DataSetError) {
    guard !contents.starts(with: [0x1F, 0x8B]) else { throw .compressed }
    guard contents.count >= 4, contents[0] == 0, contents[1] == 0 else { throw .notIDX }
    guard contents[2] == 8 else { throw .numbersOfIDX(kind: contents[2]) }
    guard contents[3] == axes else { throw .axesOfIDX(Int(contents[3]), wanted: axes) }
    let start = 4 + 4 * axes
    guard contents.count >= start else { throw .lengthOfIDX(promised: nil, held: contents.count) }
    lengths = (0..<axes).map { axis in
      contents[(4 + 4 * axis)..<(8 + 4 * axis)].reduce(0) { $0 << 8 | Int($1) }
    }
    var promised: Int? = 1
    for length in lengths {
      let product = promised?.multipliedReportingOverflow(by: length)
      promised = product.flatMap { $0.overflow ? nil : $0.partialValue }
    }
    bytes = contents[start...]
    guard promised == bytes.count else { throw .lengthOfIDX(promised: promised, held: bytes.count) }
    guard promised != 0 else { throw .noExamples }
  }
}

extension DataSet {
  /// The pictures of four IDX files, their pixels divided by 255.
  ///
  /// - Parameters:
  ///   - pictures: three axes, number, height and width, as many again to test with.
  ///   - classes: one axis, as long as there are pictures.
  /// - Throws: ``DataSetError``
  public init(
    title: String, pictures: (training: IDXFile, test: IDXFile), classes: (training: IDXFile, test: IDXFile)
  ) throws(DataSetError) {
    let size = pictures.training.lengths.dropFirst()
    guard pictures.test.lengths.dropFirst() == size else {
      throw .unequalPictures(training: Array(size), test: Array(pictures.test.lengths.dropFirst()))
    }
    let training = try Self.examples(pictures.training, classes.training)
    let test = try Self.examples(pictures.test, classes.test)
    let largest = max(training.classes.max() ?? 0, test.classes.max() ?? 0)
    self.init(
      title: title,
      shape: .maps(
        Extent(height: pictures.training.lengths[1], width: pictures.training.lengths[2]), channels: 1),
      classes: (0...largest).map(String.init), training: training, test: test
    )
  }

  private static func examples(_ pictures: IDXFile, _ classes: IDXFile) throws(DataSetError)
    -> Examples
  {
    guard pictures.lengths[0] == classes.lengths[0] else {
      throw .unequalCounts(pictures: pictures.lengths[0], classes: classes.lengths[0])
    }
    return Examples(
      size: pictures.bytes.count / pictures.lengths[0], bytes: pictures.bytes, dividedBy: 255,
      classes: classes.bytes.map(Int.init))
  }
}
