import Learning

/// A cell that is easily taken for the one asked for.
struct MistakenPlace {
  /// What went wrong.
  let misconception: Misconception
  /// The cell that was worked out instead; it may lie outside the output.
  let position: Position
  /// Which one that is.
  let sentence: String

  /// The neighbours that come next, row and column exchanged, and both counted from 1.
  static func all(of cell: Position) -> [MistakenPlace] {
    var places = [
      MistakenPlace(
        misconception: .neighbouringCell, position: Position(row: cell.row, column: cell.column + 1),
        sentence: "that is the output one column further to the right."),
      MistakenPlace(
        misconception: .neighbouringCell, position: Position(row: cell.row + 1, column: cell.column),
        sentence: "that is the output one row further down."),
    ]
    if cell.row != cell.column {
      places.append(
        MistakenPlace(
          misconception: .swappedPlace, position: Position(row: cell.column, column: cell.row),
          sentence: "that is row \(cell.column), column \(cell.row)."))
    }
    if cell.row > 0, cell.column > 0 {
      let (row, column) = (cell.row - 1, cell.column - 1)
      places.append(
        MistakenPlace(
          misconception: .countedFromOne, position: Position(row: row, column: column),
          sentence: "that is row \(row), column \(column) when the first is number 0."))
    }
    return places
  }
}
