extension Grid {
  /// The same picture in another size: every cell is the mean of what lies under it, parts of cells by their share.
  public func resampled(to size: Extent) -> Grid {
    guard size != extent, size.height > 0, size.width > 0 else { return self }
    let rows = Self.shares(of: height, among: size.height)
    let columns = Self.shares(of: width, among: size.width)
    let cells = rows.flatMap { row in
      columns.map { column in
        var sum = 0.0
        for (r, rowShare) in row {
          for (c, columnShare) in column { sum += rowShare * columnShare * self[r, c] }
        }
        return sum
      }
    }
    return Grid(extent: size, cells: cells)
  }

  /// Which of `length` cells lie under each of `count`, and with which share of it.
  private static func shares(of length: Int, among count: Int) -> [[(index: Int, share: Double)]] {
    // In units of 1/count of a cell every edge is a whole number.
    (0..<count).map { place in
      let (low, high) = (place * length, (place + 1) * length)
      return (low / count...(high - 1) / count).map { index in
        let covered = min(high, (index + 1) * count) - max(low, index * count)
        return (index, Double(covered) / Double(length))
      }
    }
  }
}
