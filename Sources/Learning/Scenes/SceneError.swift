/// Why a text is no scene.
public enum SceneError: InputError {
  /// What a value should have been.
  public enum Expectation: Equatable, Sendable {
    case wholeNumber(ClosedRange<Int>)
    case seed
    case number
    case numberFrom(ClosedRange<Double>)
    case positiveNumber
    /// At least 0, below 1.
    case share
    /// Two places that count from 0.
    case places
    case flag
    case oneOf([String])
  }

  /// The text has not the form `lab:part/part?key=value&key=value`.
  case malformed(String)
  /// A per cent sign that is not followed by two hexadecimal digits, or bytes that are no text.
  case badEscape(String)
  /// There is no such lab.
  case unknownLab(String, known: [String])
  /// More path parts than the lab takes.
  case tooManyParts(lab: String, Int, allowed: Int)
  /// A path part that is neither a preset nor, where there is an `example` of other ways to write it, one of those.
  case unknownPart(String, what: String, known: [String], example: String? = nil)
  /// The lab has no such setting.
  case unknownKey(String, lab: String, known: [String])
  /// A setting given twice.
  case repeatedKey(String)
  /// A setting whose value cannot be read.
  case badValue(key: String, String, expected: Expectation)
  /// A setting that means something only together with another choice.
  case needless(key: String, without: String)
  /// What is said of the setting or part of that name.
  case setting(String, AnyInputError)
  /// What the lab itself says of its settings.
  case lab(AnyInputError)

  /// What a lab says of its settings: `error`.
  init(_ error: some InputError) { self = .lab(AnyInputError(error)) }

  /// `error` came of the setting or part that is called `name`; `nil` where no single one is at fault.
  init(_ name: String?, _ error: some InputError) {
    self = name.map { .setting($0, AnyInputError(error)) } ?? .lab(AnyInputError(error))
  }

  /// Who has to change something.
  public var fault: InputFault {
    switch self {
    case .malformed, .badEscape, .unknownLab, .tooManyParts, .unknownPart, .unknownKey, .repeatedKey,
      .badValue,
      .needless:
      .request
    case .setting(_, let error), .lab(let error): error.fault
    }
  }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .malformed(let text):
      "\(Echo.quote(text)) is not a scene: write lab:part/part?key=value&key=value"
    case .badEscape(let text):
      "\(Echo.quote(text)) has a % that is not followed by the two hexadecimal digits of a character"
    case .unknownLab(let lab, let known):
      "there is no lab \(Echo.quote(lab)); there are \(known.joined(separator: ", "))"
    case .tooManyParts(let lab, let count, let allowed):
      "\(article(lab)) \(lab) scene has at most \(allowed == 1 ? "1 part" : "\(allowed) parts") between slashes, not \(count)"
    case .unknownPart(let text, let what, let known, let example):
      "\(Echo.quote(text)) is no \(what): write "
        + (example.map { "\($0) or " } ?? "") + "one of \(known.joined(separator: ", "))"
    case .unknownKey(let key, let lab, let known):
      "\(article(lab)) \(lab) scene has no setting \(Echo.quote(key)); it has \(known.joined(separator: ", "))"
    case .repeatedKey(let key):
      "the setting \(key) is given twice"
    case .badValue(let key, let value, let expected):
      "\(key)=\(Echo.escape(value)): expected \(Self.sentence(expected))"
    case .needless(let key, let requirement):
      "the setting \(key) needs \(requirement)"
    case .setting(let name, let error):
      "\(name): \(error)"
    case .lab(let error):
      error.description
    }
  }

  private func article(_ word: String) -> String { word.first.map("aeio".contains) == true ? "an" : "a" }

  private static func sentence(_ expectation: Expectation) -> String {
    switch expectation {
    case .wholeNumber(let range):
      "a whole number from \(Numeral.grouped(range.lowerBound)) to \(Numeral.grouped(range.upperBound))"
    case .seed: "a whole number from 0 to \(UInt64.max)"
    case .number: "a finite number"
    case .numberFrom(let range):
      "a number from \(Numeral.format(range.lowerBound)) to \(Numeral.format(range.upperBound))"
    case .positiveNumber: "a number above 0"
    case .share: "a number of at least 0 and below 1"
    case .places: "two whole numbers from 0 on, as in 2,5"
    case .flag: "true or false"
    case .oneOf(let choices): choices.joined(separator: ", ")
    }
  }
}
