/// A colour in sRGB, eight bits a channel.
public struct Colour: Hashable, Sendable {
  /// Red, green and blue, 0 ... 255.
  public let red, green, blue: UInt8

  /// The colour with those channels.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// The colour written 0xRRGGBB.
  public init(_ hex: UInt32) {
    self.init(
      red: UInt8(hex >> 16 & 0xFF), green: UInt8(hex >> 8 & 0xFF), blue: UInt8(hex & 0xFF))
  }

  /// The colour as 0xRRGGBB.
  public var hex: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }

  /// The mixture with `other` at `fraction` in 0 ... 1, in linear steps of the sRGB values.
  func mixed(with other: Colour, _ fraction: Double) -> Colour {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
      UInt8((Double(a) + (Double(b) - Double(a)) * fraction).rounded())
    }
    return Colour(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }

  private func distance(to other: Colour) -> Int {
    let r = Int(red) - Int(other.red)
    let g = Int(green) - Int(other.green)
    let b = Int(blue) - Int(other.blue)
    // Weights near the eye's sensitivities.
    return 2 * r * r + 4 * g * g + 3 * b * b
  }

  /// The nearest entry of the 6x6x6 cube and the grey ramp of xterm's 256 colours. Entries 0 ... 15 are never used:
  /// users redefine those.
  public var xterm256: UInt8 {
    let levels = Self.levels
    // Above 95 the steps are 40 apart.
    func nearest(_ value: UInt8) -> Int { value < 48 ? 0 : max(1, (Int(value) - 36) / 40) }
    let (r, g, b) = (nearest(red), nearest(green), nearest(blue))
    let cube = Colour(red: levels[r], green: levels[g], blue: levels[b])
    let mean = (Int(red) + Int(green) + Int(blue)) / 3
    let step = min(max((mean - 8 + 5) / 10, 0), 23)
    let level = UInt8(8 + 10 * step)
    let grey = Colour(red: level, green: level, blue: level)
    return distance(to: grey) < distance(to: cube) ? UInt8(232 + step) : UInt8(16 + 36 * r + 6 * g + b)
  }

  /// The colour that number 16 ... 255 of xterm's 256 stands for.
  init(xterm256 number: Int) {
    if number >= 232 {
      let level = UInt8(clamping: 8 + 10 * (number - 232))
      self.init(red: level, green: level, blue: level)
    } else {
      let place = max(0, number - 16)
      self.init(
        red: Self.levels[place / 36 % 6], green: Self.levels[place / 6 % 6], blue: Self.levels[place % 6])
    }
  }

  /// The steps of xterm's 6x6x6 cube.
  private static let levels: [UInt8] = [0, 95, 135, 175, 215, 255]

  /// The 16 basic colours, by their usual values.
  static let basic: [Colour] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F,
    0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ].map { Colour($0) }

  /// The index of the nearest of `colours`; 0 when there are none.
  func nearest(in colours: ArraySlice<Colour>) -> Int {
    colours.indices.min { distance(to: colours[$0]) < distance(to: colours[$1]) } ?? 0
  }
}
