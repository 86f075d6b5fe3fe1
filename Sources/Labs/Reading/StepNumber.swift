import TerminalUI

/// The number of a step while it is typed: digits, then Enter or `G`. Steps of a lesson count from 1; a lab's timeline has
/// a position 0 before its first step.
struct StepNumber: Equatable, Sendable {
  /// The number of the last step.
  var count: Int
  /// The number of the first one.
  let first: Int
  /// What a step is called.
  var noun = "step"
  /// The digits so far.
  private(set) var digits = ""

  /// What became of a key.
  enum Outcome: Equatable, Sendable {
    /// It has nothing to do with numbers; what was typed before it is forgotten.
    case unused
    /// It belongs to the number.
    case taken
    /// Go to the step, the first one being 0.
    case chosen(Int)
    /// There is no such step.
    case refused(String)
  }

  /// More digits say nothing new.
  private static let mostDigits = 6

  /// Nothing typed, in a lesson of `count` steps or on a timeline, which begins at 0.
  init(count: Int, first: Int = 1) { (self.count, self.first) = (count, first) }

  /// Whether digits have been typed.
  var isOpen: Bool { !digits.isEmpty }

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
    guard let number = Int(digits), number >= first, number <= count else { return nil }
    return number - first
  }

  private var refusal: String {
    first == 1
      ? "There is no \(noun) \(digits): this lesson has \(count)."
      : "There is no \(noun) \(digits): they go from \(first) to \(count)."
  }

  /// What to say while it is typed; `nil` when nothing is.
  var prompt: String? {
    guard !digits.isEmpty else { return nil }
    return index == nil ? refusal : "go to \(noun) \(digits) (enter)"
  }
}
