import RealModule

extension Colour {
  /// Black and white, between which every theme lies.
  static let black = Colour(0x000000)
  static let white = Colour(0xFFFFFF)

  /// Light of a channel value in 0 ... 1 (sRGB).
  private static let linear: [Double] = (0...255).map { value in
    let s = Double(value) / 255
    return s <= 0.04045 ? s / 12.92 : Double.pow((s + 0.055) / 1.055, 2.4)
  }

  /// Relative luminance, 0 for black ... 1 for white (WCAG 2.1).
  public var luminance: Double {
    0.2126 * Self.linear[Int(red)] + 0.7152 * Self.linear[Int(green)] + 0.0722 * Self.linear[Int(blue)]
  }

  /// How well this and `other` are told apart: the contrast ratio 1 ... 21, where text needs 4.5 and lines need 3
  /// (WCAG 2.1).
  public func contrast(with other: Colour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}
