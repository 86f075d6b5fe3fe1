/// How a question is answered. A kind has a line in both lists below, and a file with its rules.
public enum AnswerKind: String, CaseIterable, Sendable {
  /// A number is typed.
  case number
  /// A size is typed, or "cannot".
  case size
  /// Several numbers are typed.
  case numbers
  /// One of the choices is picked.
  case choice
  /// The items are put into order.
  case order
  /// The value of a hidden output cell of the step's scene is typed.
  case cell

  /// What is its own.
  var rules: any AnswerRules {
    switch self {
    case .number: NumberRules()
    case .size: SizeRules()
    case .numbers: NumbersRules()
    case .choice: ChoiceRules()
    case .order: OrderRules()
    case .cell: CellRules()
    }
  }
}
