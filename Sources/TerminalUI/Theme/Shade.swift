/// A colour as a place with a limited choice shows it.
public struct Shade: Equatable, Sendable {
  /// The number that selects it: 0 ... 15 or 16 ... 255 in xterm's counting, or 0xRRGGBB.
  public let number: Int
  /// What is seen; for the 16 basic colours, which users redefine, what is usually seen.
  public let colour: Colour

  /// What comes nearest to `colour` where colours have `depth`; `nil` where there are none.
  ///
  /// - Parameter basics: how many of the basic colours there are to choose from, 8 or 16.
  init?(_ colour: Colour, _ depth: ColourDepth, basics: Int = 16) {
    switch depth {
    case .never: return nil
    case .basic:
      let number = colour.nearest(in: Colour.basic.prefix(basics))
      self.init(number: number, colour: Colour.basic[number])
    case .indexed:
      let number = Int(colour.xterm256)
      self.init(number: number, colour: Colour(xterm256: number))
    case .direct: self.init(number: Int(colour.hex), colour: colour)
    }
  }

  private init(number: Int, colour: Colour) {
    (self.number, self.colour) = (number, colour)
  }
}
