import Learning

/// How a question is answered.
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
}

extension AnswerKind {
  /// Whether an answer of this kind to a question with `choices` may begin with `character`.
  ///
  /// Where an answer is expected, typing such a character begins it, whatever the key does otherwise.
  func mayBegin(with character: Character, choices: [String]) -> Bool {
    switch self {
    case .number, .cell, .numbers: Self.beginsNumber(character)
    case .size: Self.beginsNumber(character) || character.lowercased() == "c"  // cannot
    case .choice: choices.indices.contains { Answer.letter($0) == character.lowercased() }
    case .order:
      choices.indices.contains { [Answer.letter($0), "\($0 + 1)"].contains(character.lowercased()) }
    }
  }

  /// Whether an answer of this kind may begin with a name that begins with `character`: `e^2`, `ln(2)`, `pi`.
  ///
  /// Where the key means nothing else, typing it begins the answer.
  func mayBeginWithName(_ character: Character) -> Bool {
    switch self {
    case .number, .cell, .numbers, .size: Expression.names.contains { $0.first == character }
    case .choice, .order: false
    }
  }

  /// Digits, signs, decimal points and commas, opening brackets and bars, and what stands before a root or for π.
  private static func beginsNumber(_ character: Character) -> Bool {
    character.isASCII && character.isNumber || "+-.,([{|√π".contains(Signs.plain(String(character)))
  }
}

extension Question {
  /// Whether an answer to it may begin with `character`, so that typing it where an answer is expected begins one.
  public func mayBeAnsweredBeginning(with character: Character) -> Bool {
    kind.mayBegin(with: character, choices: choices)
  }

  /// Whether an answer to it may begin with a name that begins with `character`, which then begins one where the key means
  /// nothing else.
  public func mayBeAnsweredByName(beginningWith character: Character) -> Bool {
    kind.mayBeginWithName(character)
  }
}
