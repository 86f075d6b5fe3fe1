/// How a line is drawn on a canvas of dots.
public struct Pen: Hashable, Sendable {
  /// The paint of the cells it touches.
  public var paint: Paint
  /// Dots across; 0 leaves it to the look: one, or two when projected.
  public var thickness: Int
  /// Dots drawn and dots left out in turn; `nil` draws all.
  public var dash: Dash?

  /// The character that draws it in ASCII, where dots of several lines could not be told apart; `nil` draws dots.
  public var letter: Unicode.Scalar?

  /// A rhythm of dots drawn and left out.
  public struct Dash: Hashable, Sendable {
    /// Dots drawn, at least 1.
    public let on: Int
    /// Dots left out, at least 0.
    public let off: Int

    /// `on` dots drawn, then `off` left out; clamped to 1 ... 1000 and 0 ... 1000.
    public init(on: Int, off: Int) {
      self.on = min(max(1, on), 1000)
      self.off = min(max(0, off), 1000)
    }

    /// Single dots.
    public static let dotted = Dash(on: 1, off: 2)
    /// Short strokes.
    public static let dashed = Dash(on: 4, off: 3)

    /// A rhythm for the curve `number`, so that curves differ without colours; the first is solid.
    public static func series(_ number: Int) -> Dash? {
      let rhythms: [Dash?] = [nil, .dashed, .dotted, Dash(on: 7, off: 2), Dash(on: 2, off: 4)]
      return rhythms[((number % rhythms.count) + rhythms.count) % rhythms.count]
    }
  }

  /// A line in `paint`.
  public init(_ paint: Paint = .plain, thickness: Int = 0, dash: Dash? = nil, letter: Unicode.Scalar? = nil) {
    self.paint = paint
    self.thickness = thickness
    self.dash = dash
    self.letter = letter
  }

  /// The dots across on a canvas for `look`.
  func width(for look: Look) -> Int {
    thickness > 0 ? min(thickness, 8) : (look.isProjected ? 2 : 1)
  }
}

extension Pen {
  /// What a canvas notes in the cells it touches: 0 for dots.
  @usableFromInline var letterCode: UInt8 {
    guard let letter, letter.isASCII, letter != " " else { return 0 }
    return UInt8(letter.value)
  }
}
