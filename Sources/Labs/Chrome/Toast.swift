import TerminalUI

/// One line that answers the last key: shown until the next one.
struct Toast: Equatable, Sendable {
  /// What kind of answer it is; told apart by a word or mark in the text too, never by colour alone.
  enum Kind: Equatable, Sendable {
    /// Something was done or is worth knowing.
    case note
    /// A right answer.
    case right
    /// A wrong answer, or why something cannot be done.
    case wrong
  }

  /// The sentence.
  let text: String
  /// Its kind.
  let kind: Kind

  /// The answer `text`.
  init(_ text: String, _ kind: Kind = .note) {
    (self.text, self.kind) = (text, kind)
  }

  var style: Style {
    switch kind {
    case .note: Style(.plain, .bold)
    case .right: Style(.right, .bold)
    case .wrong: Style(.wrong, .bold)
    }
  }
}
