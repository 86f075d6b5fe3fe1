import Learning

/// How numbers in replies are written.
extension Question {
  /// How a number in a reply was read, where people write it otherwise.
  func remark(onSpellingOf reply: String, _ reading: Answer) -> String? {
    decimalComma(in: reply, reading) ?? partedThousands(in: reply, reading)
  }

  /// The text of a number as ``AnswerReader`` takes it.
  private static func typed(_ reply: String, _ reading: Answer) -> TypedDecimal? {
    guard case .number(let value) = reading else { return nil }
    return TypedDecimal(AnswerReader.plain(reply), value: value)
  }

  /// What to say of a reply that is right but for its digits.
  func roundedAnswer(_ reply: String, _ readings: [Answer]) -> String? {
    guard case .number(let exact) = answer, let precision = AnswerPrecision(tolerance: tolerance) else {
      return nil
    }
    let isRounded = readings.contains { reading in
      guard let typed = Self.typed(reply, reading), typed.decimals < precision.decimals else { return false }
      return typed.isRounded(from: exact)
    }
    guard isRounded else { return nil }
    return "Your method is right; the answer is wanted to \(Plural.count(precision.decimals, "decimal"))."
  }

  /// Whether `reply` is the wrong answer `wrong`, or what its working comes to before that was rounded, to other digits.
  func isRounded(_ reply: String, _ reading: Answer, from wrong: WrongAnswer) -> Bool {
    guard case .number(let written) = wrong.answer, written != written.rounded(),
      let typed = Self.typed(reply, reading)
    else { return false }
    return typed.isRounded(from: written) || wrong.unrounded.contains { typed.isRounded(from: $0) }
  }

  private func decimalComma(in reply: String, _ reading: Answer) -> String? {
    let plain = AnswerReader.plain(reply)
    let pointed = plain.replacing(",", with: ".")
    guard pointed != plain else { return nil }
    var isComma = false
    if case .number = reading { isComma = readings(of: pointed).contains(reading) }
    // Commas between numbers are read first.
    if case .numbers = reading { isComma = reading != readings(of: reply).first }
    return isComma
      ? "\(reply.trimmed) was read as \(reading.text): Strider writes decimals with a point." : nil
  }

  /// A word about `48.120` where a whole number of thousands is wanted.
  private func partedThousands(in reply: String, _ reading: Answer) -> String? {
    guard case .number(let exact) = answer, exact.magnitude >= 1000, exact == exact.rounded(),
      reply.trimmed.wholeMatch(of: #/[-+−]?[1-9][0-9]{0,2}\.[0-9]{3}/#) != nil
    else { return nil }
    return "\(reply.trimmed) was read as \(reading.text): Strider writes decimals with a point, "
      + "and nothing between thousands."
  }
}

extension WrongAnswer {
  /// What the arithmetic of its workings comes to, where that is this answer but for rounding: 0.008839 of
  /// `0.1·0.5^3.5 = 0.0088`.
  var unrounded: [Double] {
    guard case .number(let written) = answer else { return [] }
    let unit = NumberReading.halfUnit(of: text)
    return workings.flatMap(PrintedPart.results).filter { abs($0 - written) <= unit * (1 + 1e-9) }
  }

  /// Whether `reading` is this answer, to a question that lets numbers be off by `tolerance`: but never by more than
  /// half a unit in the last decimal that this answer is written with.
  func isMeant(by reading: Answer, tolerance: Double) -> Bool {
    let own = NumberReading.halfUnit(of: text)
    return reading.matches(answer, tolerance: own > 0 ? min(own, tolerance) : tolerance)
  }
}
