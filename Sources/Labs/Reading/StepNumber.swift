import TerminalUI

/// The number of a lesson's step while it is typed: digits, then Enter or `G`.
struct StepNumber: Equatable, Sendable {
  /// How many steps there are.
  let count: Int
  /// The digits so far.
  private(set) var digits = ""

  /// What became of a key.
  enum Outcome: Equatable, Sendable {
    /// It has nothing to do with numbers; what was typed before it is forgotten.
    case unused
    /// It belongs to the number.
    case taken
    /// Go to the step, counted from 0.
    case chosen(Int)
    /// There is no such step.
    case refused(String)
  }

  /// More digits say nothing new.
  private static let mostDigits = 6

  /// Nothing typed, in a lesson of `count` steps.
  init(count: Int) { self.count = count }

  mutating func update(_ key: Key) -> Outcome {
    if case .character(let digit) = key, digit.isASCII, digit.isNumber {
      if digits.count < Self.mostDigits { digits.append(digit) }
      return .taken
    }
    guard !digits.isEmpty else { return .unused }
    let (typed, refusal) = (index, self.refusal)
    switch key {
    case .backspace:
      digits.removeLast()
      return .taken
    case .enter, .character("G"):
      digits = ""
      return typed.map(Outcome.chosen) ?? .refused(refusal)
    case .escape:
      digits = ""
      return .taken
    default:
      digits = ""
      return .unused
    }
  }

  private var index: Int? {
    guard let number = Int(digits), (1...max(1, count)).contains(number), count > 0 else { return nil }
    return number - 1
  }

  private var refusal: String { "There is no step \(digits): this lesson has \(count)." }

  /// What to say while it is typed; `nil` when nothing is.
  var prompt: String? {
    guard !digits.isEmpty else { return nil }
    return index == nil ? refusal : "go to step \(digits) (enter)"
  }
}
