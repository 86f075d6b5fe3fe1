/// How many colours a place can show, from none to all.
public enum ColourDepth: Int, CaseIterable, Comparable, Sendable {
  /// No colour; attributes only.
  case never
  /// The 16 basic colours, as the user's terminal defines them.
  case basic
  /// xterm's 256 colours.
  case indexed
  /// 24 bits a colour.
  case direct

  /// The depth that the command line calls `never`, `16`, `256` or `true`; `nil` for any other word.
  public init?(named name: String) {
    switch name {
    case "never": self = .never
    case "16": self = .basic
    case "256": self = .indexed
    case "true": self = .direct
    default: return nil
    }
  }

  /// Fewer colours come first.
  public static func < (a: ColourDepth, b: ColourDepth) -> Bool { a.rawValue < b.rawValue }
}
