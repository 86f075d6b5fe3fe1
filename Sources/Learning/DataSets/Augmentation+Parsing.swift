extension Augmentation: CustomStringConvertible {
  private enum Setting: String, CaseIterable { case shift, rotate, noise, flip }

  /// Reads `shift=1,rotate=10,noise=0.1,flip=true`; what is left out changes nothing.
  ///
  /// - Throws: ``AugmentationError``
  public init(parsing text: String) throws(AugmentationError) {
    var given: Set<Substring> = []
    for item in text.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { throw .malformed(String(item)) }
      guard given.insert(parts[0]).inserted else { throw .repeated(String(parts[0])) }
      try set(String(parts[0]), String(parts[1]))
    }
  }

  /// The one text for this; what changes nothing is left out, and nothing at all is the empty text.
  public var description: String {
    Setting.allCases.compactMap { setting in text(of: setting).map { "\(setting)=\($0)" } }
      .joined(separator: ",")
  }

  /// The value of a setting; `nil` where it changes nothing.
  private func text(of setting: Setting) -> String? {
    switch setting {
    case .shift: shift > 0 ? "\(shift)" : nil
    case .rotate: rotation > 0 ? Numeral.exact(rotation) : nil
    case .noise: noise > 0 ? Numeral.exact(noise) : nil
    case .flip: flips ? "true" : nil
    }
  }

  private mutating func set(_ name: String, _ text: String) throws(AugmentationError) {
    guard let setting = Setting(rawValue: name) else {
      throw .unknown(name, known: Setting.allCases.map(\.rawValue))
    }
    switch setting {
    case .shift: shift = Int(try Self.number(name, text, upTo: 100, isWhole: true))
    case .rotate: rotation = try Self.number(name, text, upTo: 180)
    case .noise: noise = try Self.number(name, text, upTo: 1_000)
    case .flip:
      guard text == "true" || text == "false" else { throw .notAllowed(text, setting: name, "true or false") }
      flips = text == "true"
    }
  }

  private static func number(
    _ name: String, _ text: String, upTo limit: Double, isWhole: Bool = false
  ) throws(AugmentationError) -> Double {
    guard let number = Numeral.parse(text), (0...limit).contains(number),
      !isWhole || number == number.rounded()
    else {
      let form = "a \(isWhole ? "whole " : "")number from 0 to \(Numeral.format(limit))"
      throw .notAllowed(text, setting: name, form)
    }
    return number
  }
}

/// Why a text is no ``Augmentation``.
public enum AugmentationError: InputError {
  /// Not of the form `name=value`.
  case malformed(String)
  /// Given twice.
  case repeated(String)
  /// There is no such change.
  case unknown(String, known: [String])
  /// A value that the setting cannot have, and which it can.
  case notAllowed(String, setting: String, String)

  /// Who has to change something.
  public var fault: InputFault { .request }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .malformed(let text):
      "\(Echo.quote(text)) is not a change of pictures: write for example shift=1,rotate=10,noise=0.1"
    case .repeated(let name): "\(Echo.quote(name)) is given twice"
    case .unknown(let name, let known):
      "pictures cannot be changed by \(Echo.quote(name)); there are \(known.joined(separator: ", "))"
    case .notAllowed(let text, let setting, let form): "\(setting) must be \(form), not \(Echo.quote(text))"
    }
  }
}
