import Learning

extension Double {
  /// The number that was typed, which is finite.
  ///
  /// - Throws: ``LabRefusal`` for anything else.
  init(typed text: String) throws(LabRefusal) {
    guard let number = Numeral.parse(text.trimmed), number.isFinite else {
      throw LabRefusal("\(Echo.quote(text)) is not a finite number\(Numeral.advice(on: text.trimmed))")
    }
    self = number
  }
}
