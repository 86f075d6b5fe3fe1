/// Why something is no ``Grid``. Rows and columns count from 0 here and from 1 in the sentence.
public enum GridError: InputError {
  /// There is no number in it.
  case empty
  /// A row is longer or shorter than the first one.
  case ragged(row: Int, cells: Int, expected: Int)
  /// A cell holds something that is no number.
  case notANumber(String, at: Position)
  /// A cell holds NaN, an infinity or a number too large.
  case notFinite(String, at: Position)
  /// More than ``Limits/cells`` cells.
  case tooManyCells

  /// Who has to change something.
  public var fault: InputFault {
    switch self {
    case .empty, .ragged, .notANumber, .notFinite: .data
    case .tooManyCells: .request
    }
  }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .empty:
      "the grid is empty: it needs at least one number"
    case .ragged(let row, let cells, let expected):
      "row \(row + 1) has \(Plural.count(cells, "cell")) where the first row has \(expected)"
    case .notANumber("", let position):
      "\(Self.place(position)): a number is missing"
    case .notANumber(let text, let position):
      "\(Self.place(position)): \(Echo.quote(text)) is not a number"
    case .notFinite(let text, let position):
      "\(Self.place(position)): \(Echo.quote(text)) is not finite"
    case .tooManyCells:
      "the grid is beyond the limit of \(Numeral.grouped(Limits.cells)) cells"
    }
  }

  private static func place(_ position: Position) -> String {
    "row \(position.row + 1), column \(position.column + 1)"
  }
}
