/// How a table of pictures is read.
public struct PictureTable: Hashable, Sendable {
  /// The shape of a picture; `nil` for a square with one channel.
  public var shape: Volume?
  /// What the pixels are divided by; above 0.
  public var scale = 255.0
  /// Which part of the rows, from the last one backwards, is for testing; at least 0, below 1.
  public var testShare = 0.2

  /// Square pictures of bytes, a fifth of them for testing.
  public init() {}
}

extension DataSet {
  /// The pictures of a table, one a row: its pixels, row by row and within a pixel channel by channel, then its class.
  ///
  /// - Throws: ``DataSetError``
  public init(title: String, picturesIn bytes: [UInt8], as format: PictureTable) throws(DataSetError) {
    var table = try Self.table(in: bytes)
    let side = Int(Double(table.width).squareRoot())
    guard let shape = format.shape ?? (side * side == table.width ? .maps(Extent(side), channels: 1) : nil)
    else {
      throw .notSquare(pixels: table.width)
    }
    guard shape.count == table.width else { throw .pixels(table.width, wanted: shape) }
    let plane = table.width / shape.features
    table.numbers = table.numbers.indices.map { [numbers = table.numbers, width = table.width] index in
      let (example, place) = index.quotientAndRemainder(dividingBy: width)
      let (channel, pixel) = place.quotientAndRemainder(dividingBy: plane)
      return numbers[example * width + pixel * shape.features + channel] / format.scale
    }
    try self.init(title: title, shape: shape, table, testShare: format.testShare)
  }

  /// The rows of a table with their classes.
  static func table(in bytes: [UInt8]) throws(DataSetError) -> LabelledTable {
    do { return try LabelledTable(parsingFile: bytes) } catch { throw .table(error) }
  }
}
