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

  /// What is seen behind and in front when a place with colours of `depth` is told `rendering`.
  static func seen(_ rendering: Rendering) throws -> (ink: Colour, paper: Colour) {
    let (ink, paper) = (try #require(rendering.foreground).colour, try #require(rendering.background).colour)
    return rendering.attributes.contains(.reverse) ? (paper, ink) : (ink, paper)
  }

  @Test(arguments: Theme.all, [(ColourDepth.direct, 16), (.indexed, 16), (.basic, 16), (.basic, 8)])
  func textCanBeReadAndLinesAreSeenOnEveryBackground(theme: Theme, place: (depth: ColourDepth, basics: Int))
    throws
  {
    let series = (0..<Paint.seriesCount).map { ("series \($0)", Paint.series($0)) }
    for background in [Paint.plain, .window, .selection, .overlay] {
      for (name, paint) in Self.inks + series {
        let rendering = theme.rendering(
          of: Style(paint, on: background), depth: place.depth, basics: place.basics)
        let seen = try Self.seen(rendering)
        #expect(
          seen.ink.contrast(with: seen.paper) >= (paint == .border ? 3 : 4.5),
          "\(theme) in \(place): \(name) on \(background.index)")
      }
    }
    for level in 0..<65 {
      let share = Double(level) / 64
      for background in [Paint.heat(share), .pencil(share), .diverging(2 * share - 1)] {
        let style = Style(.plain, on: background)
        let seen = try Self.seen(
          theme.rendering(of: style, depth: place.depth, basics: place.basics))
        #expect(seen.ink.contrast(with: seen.paper) >= 4.5, "\(theme) in \(place): on \(background.index)")
      }
    }
  }

  /// The colours are chosen so that nothing has to be mixed in where they are seen most.
  @Test(arguments: Theme.all) func colourOnPaperIsTheThemesOwn(theme: Theme) throws {
    for (name, paint) in Self.inks {
      let rendering = theme.rendering(of: Style(paint), depth: .direct)
      #expect(rendering.foreground?.colour == theme[paint], "\(theme): \(name)")
      #expect(rendering.background?.colour == theme.paper)
    }
  }

  @Test(arguments: Theme.all, [(ColourDepth.indexed, 16), (.basic, 16), (.basic, 8)])
  func windowAndSelectionStandOutFromThePaper(theme: Theme, place: (depth: ColourDepth, basics: Int)) throws {
    let paper = theme.rendering(of: .plain, depth: place.depth, basics: place.basics)
    for background in [Paint.window, .selection] {
      let style = Style(.plain, on: background)
      let seen = try Self.seen(theme.rendering(of: style, depth: place.depth, basics: place.basics))
      #expect(seen.paper != paper.background?.colour, "\(theme) in \(place): \(background.index)")
    }
  }

  @Test(arguments: Theme.all)
  func seriesAreVisibleAndTellApart(theme: Theme) {
    let colours = (0..<Paint.seriesCount).map { theme[.series($0)] }
    for (number, colour) in colours.enumerated() {
      #expect(colour.contrast(with: theme.paper) >= 4.5, "\(theme): series \(number)")
      for (other, second) in colours.prefix(number).enumerated() {
        let difference = Self.lab(colour) - Self.lab(second)
        let distance = (difference * difference).sum().squareRoot()
        #expect(distance >= 18, "\(theme.name): series \(other) and \(number)")
        #expect(colour.xterm256 != second.xterm256, "\(theme.name): series \(other) and \(number)")
      }
    }
  }

  @Test(arguments: Theme.all)
  func rampsRunEvenlyFromEndToEnd(theme: Theme) {
    let ramp = (0..<Paint.heatLevels).map { theme[.heat((Double($0) + 0.5) / 64)].luminance }
    let isRising = ramp[63] > ramp[0]
    #expect(zip(ramp, ramp.dropFirst()).allSatisfy { ($1 - $0 > -1e-3) == isRising || abs($1 - $0) < 1e-3 })
    #expect(abs(ramp[63] - ramp[0]) > 0.6)
    let (blank, stroke) = (theme[.pencil(0)], theme[.pencil(1)])
    #expect(stroke.contrast(with: blank) > 4 && (stroke.luminance < blank.luminance) == theme.isLight)
    // Grey on light paper, and hardly darker than it where nothing is written.
    if theme.isLight {
      #expect([blank, stroke].allSatisfy { $0.red == $0.green && $0.green == $0.blue })
      #expect(blank.contrast(with: theme.paper) < 1.25)
    }
    let (cold, zero, warm) = (theme[.diverging(-1)], theme[.diverging(0)], theme[.diverging(1)])
    #expect(zero.contrast(with: theme.paper) < 1.6, "nothing stands out at zero")
    #expect(cold.contrast(with: zero) > 4 && warm.contrast(with: zero) > 4)
  }

  /// Strokes are read on every place of the ramp behind them, which still tells low from high.
  @Test(arguments: Theme.all, [ColourDepth.direct, .indexed, .basic])
  func strokesStandOutFromTheMutedRamp(theme: Theme, depth: ColourDepth) throws {
    for level in 0..<Paint.heatLevels {
      let ground = Paint.heat((Double(level) + 0.5) / 64).muted
      #expect(ground.muted == ground)
      for number in 0..<Paint.seriesCount {
        let seen = try Self.seen(theme.rendering(of: Style(.series(number), on: ground), depth: depth))
        #expect(seen.ink.contrast(with: seen.paper) >= 4.5, "\(theme) \(depth): \(number) on \(level)")
      }
    }
    #expect(theme[background: Paint.heat(0).muted] != theme[background: Paint.heat(1).muted])
    #expect(Paint.window.muted == .plain)
  }

  /// Of two values in one cell, one above the other, each has its own colour, however near the two are.
  @Test(arguments: Theme.all) func valuesInHalvesOfACellKeepTheirColours(theme: Theme) {
    for ramp in [Paint.heat, Paint.pencil, { Paint.diverging($0) }] {
      let rendering = theme.rendering(of: Style(ramp(0.4), on: ramp(0.5)), depth: .direct)
      #expect(rendering.foreground?.colour == theme[ramp(0.4)])
      #expect(rendering.background?.colour == theme[ramp(0.5)])
    }
  }

  @Test func paintsOutsideTheirRangeAreClamped() {
    #expect(Paint.heat(.nan) == .heat(0) && Paint.heat(-9) == .heat(0) && Paint.heat(9) == .heat(1))
    #expect(
      Paint.pencil(.nan) == .pencil(0) && Paint.pencil(-9) == .pencil(0) && Paint.pencil(9) == .pencil(1))
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

  @Test func everyNumberOf256IsTheColourItStandsFor() {
    #expect((16...255).allSatisfy { Int(Colour(xterm256: $0).xterm256) == $0 || $0 >= 232 })
    #expect(Colour(xterm256: 214) == Colour(0xFFAF00) && Colour(xterm256: 233) == Colour(0x121212))
  }

  @Test func contrastIsThatOfTheGuidelines() {
    #expect(abs(Colour(0xFFFFFF).contrast(with: Colour(0x000000)) - 21) < 1e-9)
    #expect(abs(Colour(0x777777).contrast(with: Colour(0xFFFFFF)) - 4.478) < 1e-3)
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
