/// What is worth saying about one node of a tape: where a value or a gradient is no finite number and why, and which
/// choice was made where a function has a kink.
public struct TapeRemark: Hashable, Sendable, CustomStringConvertible {
  /// What happened.
  public enum Kind: Hashable, Sendable {
    /// log x with x < 0.
    case logOfNegative(Double)
    /// log 0.
    case logOfZero
    /// √x with x < 0.
    case rootOfNegative(Double)
    /// x/0.
    case divisionByZero
    /// A negative base with an exponent that is not a constant whole number.
    case powerOfNegative(base: Double, exponent: Double)
    /// 0 to a negative power.
    case negativePowerOfZero
    /// A result beyond the largest number, from finite ones.
    case overflow
    /// NaN from infinities: what was to be computed, such as `inf - inf`.
    case undefined(String)
    /// The slope at a kink, and which is taken there.
    case kink(function: String, slope: Double)
    /// 0 to the power 0, with an exponent that varies.
    case jumpOfPower
    /// Two equal operands, written out, of max or min; whether the first, which takes the slope, is a constant.
    case tie(function: String, first: String, second: String, isConstant: Bool)
    /// A finite value with a slope that is not finite.
    case slope(function: String, at: Double, slope: Double)
    /// The length of a vector, at the origin.
    case length
    /// On the way back, adjoint and slope are 0 and infinite, one or the other.
    case zeroTimesInfinity(adjoint: Double, slope: Double, operand: String)
    /// On the way back, ∞ and −∞ meet.
    case oppositeInfinities
    /// On the way back, finite numbers make one beyond the largest.
    case adjointOverflow
    /// The same function written without the trouble.
    case stableForm(of: String, String)
  }

  /// The node's position on the tape.
  public let node: Int
  /// Where in the expression's text, counted from 1; `nil` for a function that was not typed.
  public let column: Int?
  /// What.
  public let kind: Kind

  /// A sentence for the learner, with the column where there is one.
  public var description: String { column.map { "column \($0): \(sentence)" } ?? sentence }

  /// The same with the node: for where the tape is shown.
  public var listed: String {
    "node \(node)\(column.map { " (column \($0))" } ?? ""): \(sentence)"
  }

  /// The node and what happened there, without the reasons that follow: for where there is a line at most.
  public var brief: String {
    let ends = ["; ", ": ", " ("].compactMap { sentence.firstRange(of: $0)?.lowerBound }
    return "node \(node): \(sentence[..<(ends.min() ?? sentence.endIndex)])"
  }

  /// Whether a function has more than one slope here, so that differences need not agree with the one taken.
  public var isKink: Bool {
    switch kind {
    case .kink, .jumpOfPower, .tie, .length: true
    case .logOfNegative, .logOfZero, .rootOfNegative, .divisionByZero, .powerOfNegative, .negativePowerOfZero,
      .overflow, .undefined, .slope, .zeroTimesInfinity, .oppositeInfinities, .adjointOverflow, .stableForm:
      false
    }
  }

  /// What happened in a few words, without the node: for a list of reasons.
  public var reason: String {
    switch kind {
    case .length: "a length has no slope at the origin"
    case .powerOfNegative(let base, let exponent):
      "(\(Numeral.format(base)))^\(Numeral.format(exponent)) is nan"
    case .zeroTimesInfinity: "0·∞ on the way back"
    case .oppositeInfinities: "inf - inf on the way back"
    case .adjointOverflow: "a slope is too large to be a number"
    case .logOfNegative, .logOfZero, .rootOfNegative, .divisionByZero, .negativePowerOfZero, .overflow,
      .undefined, .kink, .jumpOfPower, .tie, .slope, .stableForm:
      sentence
    }
  }

  /// Whether a number was lost, rather than a choice made.
  public var isTrouble: Bool { kind.isTrouble }

  private var sentence: String {
    switch kind {
    case .logOfNegative(let x): "log of a negative number, \(Numeral.format(x)), is nan"
    case .logOfZero: "log of 0 is -inf"
    case .rootOfNegative(let x): "sqrt of a negative number, \(Numeral.format(x)), is nan"
    case .divisionByZero: "division by 0"
    case .powerOfNegative(let base, let exponent):
      "a negative base, \(Numeral.format(base)), with the exponent \(Numeral.format(exponent)) gives nan "
        + "(only a constant whole exponent has a value there)"
    case .negativePowerOfZero: "0 to a negative power"
    case .overflow: "the result is too large to be a number"
    case .undefined(let formula): "\(formula) has no value (nan)"
    case .kink(let function, let slope):
      "\(function) has a kink at 0; its slope there is taken as \(Numeral.format(slope)), as in PyTorch"
    case .jumpOfPower:
      "0^0 is 1, and 0 to any larger power is 0; the exponent's slope at this jump is taken as 0, as in PyTorch"
    case .tie(let function, let first, let second, let isConstant):
      "a tie of \(first) and \(second) in \(function): the whole slope goes to the first"
        + (isConstant ? ", a constant, and none to \(second)" : "") + "; PyTorch gives each half"
    case .slope(let function, let x, let slope):
      "the slope of \(function) at \(Numeral.format(x)) is \(Numeral.format(slope))"
    case .length:
      "a length has no slope at the origin, where it rises in every direction; PyTorch's norm takes 0 there"
    case .zeroTimesInfinity(let adjoint, let slope, let operand):
      "0·∞ on the way back: the adjoint \(Numeral.format(adjoint)) times the slope \(Numeral.format(slope)) "
        + "for \(operand) has no value (nan)"
    case .oppositeInfinities: "shares of inf and -inf meet here on the way back; their sum has no value (nan)"
    case .adjointOverflow: "on the way back, the share that arrives is too large to be a number"
    case .stableForm(let formula, let stable):
      "write \(stable) for \(formula): the same wherever both have a value, without this trouble"
    }
  }
}
