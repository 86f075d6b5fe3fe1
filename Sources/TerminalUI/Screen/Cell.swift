/// One place of the screen: a Unicode scalar and its style, twelve bytes.
///
/// A two-column glyph occupies its cell and a continuation cell to the right, whose scalar is 0.
public struct Cell: Hashable, Sendable {
  /// The Unicode scalar value; 0 in the continuation cell of a two-column glyph.
  public let scalar: UInt32
  /// How it looks.
  public var style: Style

  /// A cell holding `scalar`; control characters become a replacement mark, so nothing a file contains can
  /// command the terminal.
  public init(_ scalar: Unicode.Scalar, _ style: Style = .plain) {
    self.scalar = TextWidth.isControl(scalar) ? 0xFFFD : scalar.value
    self.style = style
  }

  private init(continuing style: Style) {
    scalar = 0
    self.style = style
  }

  /// An empty place.
  public static let blank = Cell(" ")
  /// The right half of a two-column glyph.
  static func continuation(_ style: Style) -> Cell { Cell(continuing: style) }
  /// Whether this is the right half of a two-column glyph.
  public var isContinuation: Bool { scalar == 0 }
  /// The scalar to show; a space for a continuation.
  public var glyph: Unicode.Scalar { isContinuation ? " " : Unicode.Scalar(scalar) ?? " " }
}
