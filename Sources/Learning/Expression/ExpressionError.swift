/// Why a text is no expression, or cannot be evaluated, and where.
public struct ExpressionError: InputError {
  /// What is wrong.
  public enum Problem: Equatable, Sendable {
    /// There is nothing but spaces.
    case empty
    /// More than ``Limits/expressionCharacters``.
    case tooLong
    /// Nested deeper than ``Limits/expressionDepth``.
    case tooDeep
    /// A number, name or opening parenthesis is missing; `nil` at the end.
    case expectedValue(found: String?)
    /// Something follows a complete expression.
    case expectedOperator(found: String?)
    /// A parenthesis opened in column `open` is not closed.
    case unclosed(open: Int, found: String?)
    /// A name before a parenthesis that is no function.
    case unknownFunction(String)
    /// A function without parentheses.
    case missingArguments(String)
    /// A function with too many or too few arguments; for `min` and `max` two is the least.
    case argumentCount(String, Int, expected: Int)
    /// A lone point.
    case badNumber(String)
    /// A number that is not finite.
    case numberTooLarge(String)
    /// A name that is not among those allowed.
    case unknownVariable(String, known: [String])
    /// A variable for which no value was given.
    case missingValue(String)
  }

  /// Where, counted from 1 in characters.
  public let column: Int
  /// What.
  public let problem: Problem

  init(column: Int, _ problem: Problem) {
    (self.column, self.problem) = (column, problem)
  }

  /// An expression is always part of the request.
  public var fault: InputFault { .request }

  /// The sentence for the learner.
  public var description: String {
    switch problem {
    case .empty, .tooLong: sentence
    case .tooDeep, .expectedValue, .expectedOperator, .unclosed, .unknownFunction, .missingArguments,
      .argumentCount, .badNumber, .numberTooLarge, .unknownVariable, .missingValue:
      "column \(column): \(sentence)"
    }
  }

  private var sentence: String {
    switch problem {
    case .empty:
      "the expression is empty"
    case .tooLong:
      "the expression is beyond the limit of \(Numeral.grouped(Limits.expressionCharacters)) characters"
    case .tooDeep:
      "the expression is beyond the limit of \(Limits.expressionDepth) nested levels"
    case .expectedValue(let found):
      "expected a number, a name or \"(\" but \(Self.phrase(found))"
    case .expectedOperator(let found):
      "expected an operator or the end but \(Self.phrase(found))"
    case .unclosed(let open, let found):
      "expected \")\" for the \"(\" in column \(open) but \(Self.phrase(found))"
    case .unknownFunction(let name):
      "\(Echo.quote(name)) is not a function; a product needs a \"*\", and the functions are "
        + Self.functions.joined(separator: " ")
    case .missingArguments(let name):
      "the function \(name) needs its argument in parentheses"
    case .argumentCount(let name, let count, let expected):
      "\(name) takes \(Plural.count(expected, "argument"))\(name == "min" || name == "max" ? " or more" : "")"
        + ", not \(count)"
    case .badNumber(let text):
      "\(Echo.quote(text)) is not a number"
    case .numberTooLarge(let text):
      "\(Echo.quote(text)) is too large a number"
    case .unknownVariable(let name, let known):
      "\(Echo.quote(name)) is unknown here; the variables are \(known.joined(separator: " and "))"
    case .missingValue(let name):
      "the variable \(Echo.quote(name)) has no value"
    }
  }

  /// The names of all functions, in the order of the manual.
  public static let functions =
    UnaryFunction.allCases.filter { $0 != .negate }.map(\.rawValue)
    + [BinaryFunction.minimum, .maximum].map(\.rawValue)

  private static func phrase(_ found: String?) -> String {
    found.map { "found \(Echo.quote($0))" } ?? "the expression ends here"
  }
}
