import TerminalUI

/// An open line editor and what its text is for.
struct Prompt<Purpose: Equatable & Sendable>: Equatable, Sendable {
  let purpose: Purpose
  var editor: LineEditor

  init(_ purpose: Purpose, _ editor: LineEditor) {
    (self.purpose, self.editor) = (purpose, editor)
  }

  /// Asks what `prediction` asks.
  init(_ purpose: Purpose, asking prediction: Prediction) {
    self.init(purpose, LineEditor(prompt: prediction.question, limit: 40))
  }
}
