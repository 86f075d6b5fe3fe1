/// How a cell looks: two paints and the attributes every terminal has.
public struct Style: Hashable, Sendable {
  /// The glyph's paint.
  public var foreground: Paint
  /// The paint behind the glyph.
  public var background: Paint
  /// Bold, underline and the like.
  public var attributes: Attributes

  /// A set of terminal attributes.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// One bit for each attribute.
    public let rawValue: UInt8
    /// The attributes whose bits are set.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Bold.
    public static let bold = Attributes(rawValue: 1)
    /// Fainter than usual.
    public static let dim = Attributes(rawValue: 2)
    /// Underlined.
    public static let underline = Attributes(rawValue: 4)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 8)
  }

  /// `foreground` on `background` with `attributes`; ordinary text unless told otherwise.
  public init(
    _ foreground: Paint = .plain, on background: Paint = .plain, _ attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// Ordinary text.
  public static let plain = Style()
  /// For what must not draw the eye.
  public static let quiet = Style(.quiet)
  /// For the one thing that should.
  public static let accent = Style(.accent, .bold)
  /// For titles.
  public static let heading = Style(.heading, .bold)

  /// Without a background of its own.
  public init(_ foreground: Paint, _ attributes: Attributes) {
    self.init(foreground, on: .plain, attributes)
  }

  /// The same style on another background.
  public func on(_ background: Paint) -> Style { Style(foreground, on: background, attributes) }
  /// The same style with more attributes.
  public func with(_ more: Attributes) -> Style {
    Style(foreground, on: background, attributes.union(more))
  }
}
