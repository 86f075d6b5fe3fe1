extension DataSet {
  /// The pictures of a table, one a row: its pixels, row by row and within a pixel channel by channel, then its class.
  ///
  /// - Parameters:
  ///   - shape: height, width and channels; `nil` for a square with one channel.
  ///   - scale: what the pixels are divided by; above 0.
  ///   - testShare: which part of the rows, from the last one backwards, is for testing; at least 0, below 1.
  /// - Throws: ``DataSetError``
  public init(
    title: String, picturesIn bytes: [UInt8], shape: (height: Int, width: Int, channels: Int)?,
    scale: Double, testShare: Double
  ) throws(DataSetError) {
    var table = try Self.table(in: bytes)
    let side = Int(Double(table.width).squareRoot())
    guard let shape = shape ?? (side * side == table.width ? (side, side, 1) : nil) else {
      throw .notSquare(pixels: table.width)
    }
    let (plane, isTooLarge) = shape.height.multipliedReportingOverflow(by: shape.width)
    let (size, isLarger) = plane.multipliedReportingOverflow(by: shape.channels)
    guard plane > 0, shape.height > 0, !isTooLarge, !isLarger, size == table.width else {
      throw .pixels(table.width, wanted: [shape.height, shape.width, shape.channels])
    }
    table.numbers = table.numbers.indices.map { [numbers = table.numbers] index in
      let (example, place) = index.quotientAndRemainder(dividingBy: size)
      let (channel, pixel) = place.quotientAndRemainder(dividingBy: plane)
      return numbers[example * size + pixel * shape.channels + channel] / scale
    }
    try self.init(
      title: title, shape: [shape.height, shape.width, shape.channels], table, testShare: testShare)
  }

  /// The rows of a table with their classes.
  static func table(in bytes: [UInt8]) throws(DataSetError) -> LabelledTable {
    do { return try LabelledTable(parsingFile: bytes) } catch { throw .table(error) }
  }
}
