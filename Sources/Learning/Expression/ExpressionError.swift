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
    /// An operand follows another without a sign; the product as it should be written.
    case missingTimes(String)
    /// `**`; the power as it should be written.
    case powerByStars(String)
    /// A power of a root written with √, which could also be the root of a power; the root.
    case powerOfRoot(String)
    /// A decimal comma; the number with a point.
    case decimalComma(String)
    /// A constant whole exponent beyond 2³¹ - 1, or a raised sign without digits.
    case badExponent(String)
    /// A bar opened in column `open` is not closed.
    case unclosedBar(open: Int, found: String?)
    /// A parenthesis opened in column `open` is not closed.
    case unclosed(open: Int, found: String?)
    /// A name before a parenthesis that is no function.
    case unknownFunction(String)
    /// A function without parentheses.
    case missingArguments(String)
    /// A function with too many or too few arguments; for `min` and `max` two is the least.
    case argumentCount(String, Int, expected: Int)
    /// A number that is not written in plain digits, and one that is: `0x10`, `1_000`.
    case otherNotation(String, plain: String)
    /// A lone point.
    case badNumber(String)
    /// A number that is not finite.
    case numberTooLarge(String)
    /// A name that is not among those allowed.
    case unknownVariable(String, known: [String])
    /// A variable for which no value was given, though others were.
    case missingValue(String, given: [String])
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
    case .tooDeep, .expectedValue, .expectedOperator, .missingTimes, .powerByStars, .powerOfRoot,
      .decimalComma,
      .badExponent, .unclosedBar, .unclosed, .unknownFunction, .missingArguments,
      .argumentCount, .otherNotation, .badNumber, .numberTooLarge, .unknownVariable, .missingValue:
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
    case .missingTimes(let product):
      "a \"*\" is missing: write \(Echo.escape(product))"
    case .powerByStars(let power):
      "a power is written with \"^\": \(Echo.escape(power))"
    case .powerOfRoot(let root):
      "a power behind \"√\" can be read in two ways: write (\(Echo.escape(root)))^2 or "
        + "√(\(Echo.escape(root.dropFirst()))^2)"
    case .decimalComma(let number):
      "a decimal point is wanted: write \(Echo.escape(number))"
    case .badExponent(let text):
      "\(Echo.quote(text)) is no whole exponent up to \(Numeral.grouped(Int(Int32.max)))"
    case .unclosedBar(let open, let found):
      "expected \"|\" for the \"|\" in column \(open) but \(Self.phrase(found))"
    case .unclosed(let open, let found):
      "expected \")\" for the \"(\" in column \(open) but \(Self.phrase(found))"
    case .unknownFunction(let name):
      "\(Echo.quote(name)) is not a function; a product needs a \"*\", and the functions are "
        + Self.functions.joined(separator: " ") + Expression.advice(on: name, given: [])
    case .missingArguments(let name):
      "the function \(name) needs its argument in parentheses, as in \(name)(x)"
    case .argumentCount(let name, let count, let expected):
      "\(name) takes \(Plural.count(expected, "argument"))\(name == "min" || name == "max" ? " or more" : "")"
        + ", not \(count)"
    case .otherNotation(let text, let plain):
      "\(Echo.quote(text)) is not a number in plain digits; write \(plain)"
    case .badNumber(let text):
      "\(Echo.quote(text)) is not a number"
    case .numberTooLarge(let text):
      "\(Echo.quote(text)) is too large a number"
    case .unknownVariable(let name, let known):
      "\(Echo.quote(name)) is unknown here; the variables are \(known.joined(separator: " and "))"
        + Expression.advice(on: name, given: known)
    case .missingValue(let name, let given):
      "the variable \(Echo.quote(name)) has no value\(Expression.advice(on: name, given: given))"
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
