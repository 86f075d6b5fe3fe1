import Foundation
import Testing

@testable import TerminalUI

@Suite struct ThemeTests {
  static let inks: [(name: String, paint: Paint)] = [
    ("plain", .plain), ("quiet", .quiet), ("accent", .accent), ("heading", .heading),
    ("positive", .positive), ("negative", .negative), ("padding", .padding), ("unused", .unused),
    ("right", .right), ("wrong", .wrong), ("hint", .hint), ("border", .border), ("key", .key),
    ("forward", .forward), ("backward", .backward),
  ]

  /// Relative luminance of a colour (WCAG 2.1).
  static func luminance(_ colour: Colour) -> Double {
    func linear(_ value: UInt8) -> Double {
      let s = Double(value) / 255
      return s <= 0.04045 ? s / 12.92 : pow((s + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
  }

  /// Contrast ratio, 1 … 21 (WCAG 2.1).
  static func contrast(_ a: Colour, _ b: Colour) -> Double {
    let (x, y) = (luminance(a), luminance(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }

  /// Place in CIE L*a*b* (D65).
  static func lab(_ colour: Colour) -> SIMD3<Double> {
    func linear(_ value: UInt8) -> Double {
      let s = Double(value) / 255
      return s <= 0.04045 ? s / 12.92 : pow((s + 0.055) / 1.055, 2.4)
    }
    let (r, g, b) = (linear(colour.red), linear(colour.green), linear(colour.blue))
    func f(_ t: Double) -> Double { t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116 }
    let x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
    let y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
    let z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
    return SIMD3(116 * y - 16, 500 * (x - y), 200 * (y - z))
  }

  /// The background a theme is made for, and the extreme one behind it.
  static func papers(_ theme: Theme) -> [Colour] {
    [theme.paper, Colour(luminance(theme.paper) < 0.5 ? 0x000000 : 0xFFFFFF)]
  }

  @Test(arguments: Theme.all)
  func everyPaintCanBeReadOnItsBackground(theme: Theme) {
    for paper in Self.papers(theme) {
      for (name, paint) in Self.inks {
        let colour = theme[paint] ?? theme.ink
        #expect(Self.contrast(colour, paper) >= 3, "\(theme.name): \(name)")
      }
      #expect(Self.contrast(theme.ink, paper) >= 7, "\(theme.name): ordinary text")
    }
  }

  @Test(arguments: Theme.all)
  func textCanBeReadOnWindowSelectionAndOverlay(theme: Theme) throws {
    let frames: Set<String> = ["border", "unused"]
    let faint: Set<String> = ["quiet", "padding"]
    for (background, left) in [
      (Paint.window, frames), (.selection, frames.union(faint)), (.overlay, frames),
    ] {
      let paper = try #require(theme[background])
      for (name, paint) in Self.inks where !left.contains(name) {
        #expect(Self.contrast(theme[paint] ?? theme.ink, paper) >= 3, "\(theme.name): \(name)")
      }
      #expect(Self.contrast(theme.ink, paper) >= 4.5, "\(theme.name): ordinary text")
    }
  }

  @Test(arguments: Theme.all)
  func seriesAreVisibleAndTellApart(theme: Theme) throws {
    let colours = try (0..<Paint.seriesCount).map { try #require(theme[.series($0)]) }
    for (number, colour) in colours.enumerated() {
      for paper in Self.papers(theme) {
        #expect(Self.contrast(colour, paper) >= 3, "\(theme.name): series \(number)")
      }
      for (other, second) in colours.prefix(number).enumerated() {
        let difference = Self.lab(colour) - Self.lab(second)
        let distance = (difference * difference).sum().squareRoot()
        #expect(distance >= 18, "\(theme.name): series \(other) and \(number)")
        #expect(colour.xterm256 != second.xterm256, "\(theme.name): series \(other) and \(number)")
      }
    }
  }

  /// Sixteen colours are few, but none of them is written with that cannot be read.
  @Test(arguments: Theme.all)
  func seriesAreVisibleInSixteenColours(theme: Theme) throws {
    let usual: [UInt32] = [
      0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000,
      0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ]
    for number in 0..<Paint.seriesCount {
      let colour = try #require(theme[.series(number)]).basic16(on: theme.paper)
      #expect(Self.contrast(Colour(usual[Int(colour)]), theme.paper) >= 3, "\(theme.name): series \(number)")
    }
  }

  @Test(arguments: Theme.all)
  func rampsRunEvenlyFromEndToEnd(theme: Theme) throws {
    let ramp = try (0..<Paint.heatLevels).map {
      Self.luminance(try #require(theme[.heat((Double($0) + 0.5) / 64)]))
    }
    let isRising = ramp[63] > ramp[0]
    #expect(zip(ramp, ramp.dropFirst()).allSatisfy { ($1 - $0 > -1e-3) == isRising || abs($1 - $0) < 1e-3 })
    #expect(abs(ramp[63] - ramp[0]) > 0.6)
    let (cold, zero, warm) = (
      try #require(theme[.diverging(-1)]), try #require(theme[.diverging(0)]),
      try #require(theme[.diverging(1)])
    )
    #expect(Self.contrast(zero, theme.paper) < 1.6, "nothing stands out at zero")
    #expect(Self.contrast(cold, zero) > 4 && Self.contrast(warm, zero) > 4)
  }

  @Test func paintsOutsideTheirRangeAreClamped() {
    #expect(Paint.heat(.nan) == .heat(0) && Paint.heat(-9) == .heat(0) && Paint.heat(9) == .heat(1))
    #expect(Paint.diverging(.nan) == .diverging(0) && Paint.diverging(-9) == .diverging(-1))
    #expect(Paint.diverging(.infinity) == .diverging(1))
    #expect(Paint.series(-1) == .series(Paint.seriesCount - 1) && Paint.series(.max) == .series(.max % 12))
  }

  @Test(arguments: [
    (0x000000, 16), (0xFFFFFF, 231), (0xFF0000, 196), (0x808080, 244), (0x5F8700, 64), (0x3A3A3A, 237),
  ])
  func coloursAreRoundedTo256(hex: Int, index: Int) {
    #expect(Colour(UInt32(hex)).xterm256 == UInt8(index))
  }

  @Test func depthsAreNamedAsOnTheCommandLine() {
    #expect(
      ["never", "16", "256", "true"].map { ColourDepth(named: $0) } == [.never, .basic, .indexed, .direct])
    #expect(ColourDepth(named: "8") == nil)
    #expect(Theme.named("projector-light") == .projectorLight && Theme.named("x") == nil)
  }

  @Test func withoutColourTheCursorAndTheWindowStillShow() {
    let theme = Theme.dark
    #expect(theme.monochromeAttributes(of: .accent).contains(.bold))
    #expect(theme.monochromeAttributes(of: Style(.plain, on: .window)).contains(.reverse))
    #expect(theme.monochromeAttributes(of: Style(.plain, on: .selection)).contains(.reverse))
    #expect(theme.monochromeAttributes(of: .plain) == [])
  }
}
