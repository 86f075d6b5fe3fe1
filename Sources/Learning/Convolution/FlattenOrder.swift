/// In which order a grid is laid out as one long vector.
public enum FlattenOrder: String, CaseIterable, Sendable {
  /// Column after column, as deck K does.
  case columns
  /// Row after row, as PyTorch and Keras do.
  case rows
}

extension Grid {
  /// Every cell once, column after column or row after row.
  public func positions(in order: FlattenOrder) -> [Position] {
    cells.indices.map { index in
      switch order {
      case .rows: position(at: index)
      case .columns: Position(row: index % height, column: index / height)
      }
    }
  }
}
