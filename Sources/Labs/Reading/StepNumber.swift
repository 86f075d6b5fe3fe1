import Learning
import TerminalUI

/// The number of a step while it is typed: digits, then Enter or `G`. Steps of a lesson count from 1; a lab's timeline has
/// a position 0 before its first step. What else is typed with the digits, as in `0,5` or `−1`, is kept and refused whole.
struct StepNumber: Equatable, Sendable {
  /// The number of the last step.
  var count: Int
  /// Whether ``count`` is kept back, because a question asks for it.
  var isCovered = false
  /// The number of the first one.
  let first: Int
  /// What a step is called.
  var noun = "step"
  /// What was typed so far, in signs of the keyboard.
  private var typed = ""

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

  /// More characters say nothing new.
  private static let longest = 20

  /// Nothing typed, in a lesson of `count` steps or on a timeline, which begins at 0.
  init(count: Int, first: Int = 1) { (self.count, self.first) = (count, first) }

  /// Whether anything has been typed.
  var isOpen: Bool { !typed.isEmpty }

  /// - Parameter isFree: whether the key means nothing else.
  mutating func update(_ key: Key, isFree: Bool) -> Outcome {
    if case .character(let character) = key, takes(character, isFree: isFree) {
      if typed.count < Self.longest { typed += Signs.plain(String(character)) }
      return .taken
    }
    guard isOpen else { return .unused }
    let (chosen, refusal) = (index, self.refusal)
    if key == .backspace {
      typed.removeLast()
      return .taken
    }
    typed = ""
    switch key {
    case .enter, .character("G"): return chosen.map(Outcome.chosen) ?? .refused(refusal)
    case .escape: return .taken
    default: return .unused
    }
  }

  /// Digits always; signs of numbers where the key is free or something has been typed; anything that is free behind those.
  private func takes(_ character: Character, isFree: Bool) -> Bool {
    let plain = Signs.plain(String(character))
    if plain.allSatisfy(Self.isDigit) { return true }
    let isSign = character.isNumber || "+-.,√".contains(plain)
    return isOpen ? plain != "G" && (isFree || isSign) : isFree && isSign
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

  private var index: Int? {
    guard typed.count < Self.longest, typed.allSatisfy(Self.isDigit), let number = Int(typed),
      number >= first, number <= count
    else { return nil }
    return number - first
  }

  private var refusal: String {
    let isNumber = typed.allSatisfy(Self.isDigit)
    if isCovered, isNumber { return "There is no such \(noun)." }
    let range =
      isCovered
      ? "type digits"
      : first == 1
        ? "this lesson has \(count)" : "they go from \(first) to \(Numeral.grouped(count))"
    return isNumber
      ? "There is no \(noun) \(typed): \(range)."
      : "\(Echo.quote(typed)) is not the number of \("aeiou".contains(noun.prefix(1)) ? "an" : "a") \(noun): \(range)."
  }

  /// What to say while it is typed; `nil` when nothing is. Where the count is kept back, whether there is such a step shows
  /// when it is chosen.
  var prompt: String? {
    guard isOpen else { return nil }
    let mayBe = index != nil || isCovered && typed.allSatisfy(Self.isDigit)
    return mayBe ? "go to \(noun) \(typed) (enter)" : refusal
  }
}
