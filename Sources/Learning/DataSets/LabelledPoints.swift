/// Points of a plane with the names of their classes.
public struct LabelledPoints: Hashable, Sendable {
  /// Two numbers in a row. No name of a class holds what parts typed numbers.
  let table: LabelledTable

  /// Reads what a file holds: `x,y,class` in each row.
  ///
  /// - Throws: ``DataSetError``
  public init(parsingFile bytes: [UInt8]) throws(DataSetError) {
    try self.init(DataSet.table(in: bytes))
  }

  /// Reads points as typed: `0,0,red;1,1,blue`.
  ///
  /// - Throws: ``DataSetError``
  public init(typed text: String) throws(DataSetError) {
    let table: LabelledTable
    do { table = try LabelledTable(typed: text) } catch { throw .table(error) }
    try self.init(table)
  }

  private init(_ table: LabelledTable) throws(DataSetError) {
    guard table.width == 2 else { throw .coordinates(table.width) }
    let plain = table.names.map { name in
      String(name.map { ",;\"".contains($0) || $0.isWhitespace ? "-" : $0 })
    }
    self.table =
      Set(plain).count == plain.count
      ? table.with(names: plain) : table.with(names: plain.indices.map(String.init))
  }

  /// How many there are.
  public var count: Int { table.classes.count }

  /// The points as they can be typed.
  var text: String {
    table.classes.indices.map { index in
      let (x, y) = (table.numbers[2 * index], table.numbers[2 * index + 1])
      return "\(Numeral.exact(x)),\(Numeral.exact(y)),\(table.names[table.classes[index]])"
    }
    .joined(separator: ";")
  }
}
