/// Which axes a key that changes sizes moves.
public enum AxisChoice: String, CaseIterable, Hashable, Sendable {
  case both, rows, columns
}
