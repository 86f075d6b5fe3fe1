/// Numbers of things in words.
public enum Plural {
  /// `1 question`, `2 questions`; `plural` is for nouns that do more than take an s.
  public static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(number) \(Self.noun(number, noun, plural: plural))"
  }

  /// As ``count(_:_:plural:)``, with thousands separated: `1,344 numbers`.
  public static func grouped(_ number: Int, _ noun: String) -> String {
    "\(Numeral.grouped(number)) \(Self.noun(number, noun))"
  }

  /// The noun alone, as it stands behind `number`.
  public static func noun(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    number == 1 ? noun : plural ?? noun + "s"
  }
}
