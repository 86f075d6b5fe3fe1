/// In which order a grid is laid out as one long vector.
public enum FlattenOrder: String, CaseIterable, Sendable {
  /// Column after column, as deck K does.
  case columns
  /// Row after row, as PyTorch and Keras do.
  case rows
}
