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
    let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
    func nearest(_ value: UInt8) -> Int {
      levels.indices.min { abs(Int(levels[$0]) - Int(value)) < abs(Int(levels[$1]) - Int(value)) } ?? 0
    }
    let (r, g, b) = (nearest(red), nearest(green), nearest(blue))
    let cube = Colour(red: levels[r], green: levels[g], blue: levels[b])
    let mean = (Int(red) + Int(green) + Int(blue)) / 3
    let step = min(max((mean - 8 + 5) / 10, 0), 23)
    let level = UInt8(8 + 10 * step)
    let grey = Colour(red: level, green: level, blue: level)
    return distance(to: grey) < distance(to: cube) ? UInt8(232 + step) : UInt8(16 + 36 * r + 6 * g + b)
  }

  /// Whether the channels differ so little that the nearest basic colour is black, white or a grey.
  public var isGreyish: Bool {
    let channels = [red, green, blue]
    return (channels.max() ?? 0) - (channels.min() ?? 0) < 0x20
  }

  /// The nearest of the 16 basic colours, by their usual values.
  public var basic16: UInt8 {
    nearest { _ in true }
  }

  /// The nearest of the 16 basic colours that stands out from `paper` by 3:1 or more, by their usual values.
  public func basic16(on paper: Colour) -> UInt8 { nearest { $0.contrast(with: paper) >= 3 } }

  /// The usual values of the 16 basic colours.
  private static let basic: [UInt32] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F,
    0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]

  private func nearest(where suits: (Colour) -> Bool) -> UInt8 {
    let numbers = Colour.basic.indices.filter { suits(Colour(Colour.basic[$0])) }
    let best = numbers.min { distance(to: Colour(Colour.basic[$0])) < distance(to: Colour(Colour.basic[$1])) }
    return UInt8(best ?? 7)
  }

  /// How bright the colour is, 0 ... 1 (WCAG 2: relative luminance).
  private var luminance: Double {
    func linear(_ channel: UInt8) -> Double {
      let share = Double(channel) / 255
      return share <= 0.04045 ? share / 12.92 : Elementary.power((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// How much the colours stand out from one another, 1 ... 21 (WCAG 2: contrast ratio).
  public func contrast(with other: Colour) -> Double {
    let (mine, theirs) = (luminance + 0.05, other.luminance + 0.05)
    return max(mine, theirs) / min(mine, theirs)
  }
}
