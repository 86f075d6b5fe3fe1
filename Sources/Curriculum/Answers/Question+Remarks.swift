import Learning

extension Question {
  /// What is still wanting in a reply that is on the right way: digits, or an axis of a shape.
  func wanting(in reply: String, _ readings: [Answer]) -> String? {
    roundedAnswer(reply, readings) ?? missingAxis(readings)
  }

  /// A word about a reply that was judged: how it was read, or where an order goes wrong.
  func remark(on reply: String, _ reading: Answer?) -> String? {
    switch reading {
    case .order(let items)?: firstWrongPlace(in: items)
    case .numbers(let values)? where isShape && values != shape && values == channelsFirst:
      "Channels first, as PyTorch writes it, is fine; here shapes are \(Self.axes): \(answerText)."
    case .number?, .numbers?: decimalComma(in: reply, reading) ?? partedThousands(in: reply, reading)
    case .size?, .cannot?, .choice?, nil: nil
    }
  }

  // MARK: Digits

  /// The text of a number as ``AnswerReader`` takes it.
  private static func typed(_ reply: String, _ reading: Answer) -> TypedDecimal? {
    guard case .number(let value) = reading else { return nil }
    return TypedDecimal(AnswerReader.plain(reply), value: value)
  }

  private func roundedAnswer(_ reply: String, _ readings: [Answer]) -> String? {
    guard case .number(let exact) = answer, let precision = Precision(tolerance: tolerance) else {
      return nil
    }
    let isRounded = readings.contains { reading in
      guard let typed = Self.typed(reply, reading), typed.decimals < precision.decimals else { return false }
      return typed.isRounded(from: exact)
    }
    guard isRounded else { return nil }
    return "Your method is right; the answer is wanted to \(Plural.count(precision.decimals, "decimal"))."
  }

  /// Whether `reply` is the wrong answer `wrong`, rounded or cut off.
  func isRounded(_ reply: String, _ reading: Answer, from wrong: Answer) -> Bool {
    guard case .number(let exact) = wrong, exact != exact.rounded() else { return false }
    return Self.typed(reply, reading)?.isRounded(from: exact) ?? false
  }

  private func decimalComma(in reply: String, _ reading: Answer?) -> String? {
    let pointed = reply.replacing(",", with: ".")
    guard pointed != reply, let reading else { return nil }
    let isComma =
      switch reading {
      case .number: readings(of: pointed).contains(reading)
      // Commas between numbers are read first.
      case .numbers: reading != readings(of: reply).first
      case .size, .cannot, .choice, .order: false
      }
    return isComma
      ? "\(reply.trimmed) was read as \(reading.text): Strider writes decimals with a point." : nil
  }

  /// A word about `48.120` where a whole number of thousands is wanted.
  private func partedThousands(in reply: String, _ reading: Answer?) -> String? {
    guard case .number(let exact) = answer, exact.magnitude >= 1000, exact == exact.rounded(), let reading,
      reply.trimmed.wholeMatch(of: #/[-+−]?[1-9][0-9]{0,2}\.[0-9]{3}/#) != nil
    else { return nil }
    return "\(reply.trimmed) was read as \(reading.text): Strider writes decimals with a point, "
      + "and nothing between thousands."
  }

  // MARK: Shapes

  private static let axes = "height x width x channels"

  /// Whether it asks for the shape of a volume, which is written as `28x28x6`.
  private var isShape: Bool { kind == .numbers && answerText.contains("x") && (shape?.count == 3) }

  private var shape: [Double]? {
    if case .numbers(let values) = answer { values } else { nil }
  }

  private var channelsFirst: [Double]? { shape.map { [$0[2], $0[0], $0[1]] } }

  /// Whether `reading` is the right shape in another order that is in use.
  func isShapeInAnotherOrder(_ reading: Answer) -> Bool {
    guard isShape, case .numbers(let values) = reading else { return false }
    return values == channelsFirst
  }

  private func missingAxis(_ readings: [Answer]) -> String? {
    guard isShape, let shape, case .numbers(let given)? = readings.first, given.count != shape.count else {
      return nil
    }
    if given == Array(shape.prefix(2)) { return "The channels are missing: \(Self.axes)." }
    if given == [shape[0], shape[2]] || given == [shape[2], shape[0]] {
      return "A side is missing: \(Self.axes)."
    }
    return "A shape has three numbers: \(Self.axes)."
  }

  // MARK: Orders

  private func firstWrongPlace(in items: [Int]) -> String? {
    guard case .order(let right) = answer,
      let place = zip(items, right).enumerated().first(where: { $0.element.0 != $0.element.1 })?.offset
    else { return nil }
    if items == right.reversed() {
      return "That is the order turned round: look which end is asked for first."
    }
    return switch place {
    case 0: "The first place is wrong already."
    case 1: "The first place is right; the second is the first that is wrong."
    default: "The first \(place) places are right; place \(place + 1) is the first that is wrong."
    }
  }
}

extension WrongAnswer {
  /// Whether `reading` is this answer, to a question that lets numbers be off by `tolerance`: but never by more than
  /// half a unit in the last decimal that this answer is written with.
  func isMeant(by reading: Answer, tolerance: Double) -> Bool {
    let own = QuestionReader.usualTolerance(of: text, .number)
    return reading.matches(answer, tolerance: own > 0 ? min(own, tolerance) : tolerance)
  }
}
