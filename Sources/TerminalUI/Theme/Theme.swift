/// What the paints look like: a colour for each, and attributes that stand in where there is no colour.
public struct Theme: Sendable {
  /// The name used on the command line, which no two themes share.
  public let name: String
  /// The colour of ordinary text.
  public let ink: Colour
  /// The background of every cell that has no other.
  public let paper: Colour
  private let colours: [Colour?]
  private let substitutes: [Style.Attributes]

  /// The colour of `paint`.
  public subscript(paint: Paint) -> Colour { colours[Int(paint.index)] ?? ink }

  /// The colour of `paint` as a background, where plain is the paper.
  public subscript(background paint: Paint) -> Colour { paint == .plain ? paper : self[paint] }

  /// The attributes that tell `style` apart on a terminal without colours.
  public func monochromeAttributes(of style: Style) -> Style.Attributes {
    style.attributes
      .union(substitutes[Int(style.foreground.index)])
      .union(Theme.backgroundSubstitute(style.background))
  }

  static func backgroundSubstitute(_ paint: Paint) -> Style.Attributes {
    paint == .window || paint == .selection ? .reverse : []
  }

  /// A theme from its named colours, in the order of `Paint`'s purposes, the series, and the ramps' key colours.
  init(
    name: String, ink: UInt32, paper: UInt32, named: [Paint: UInt32], series: [UInt32], heat: [UInt32],
    diverging: [UInt32]
  ) {
    self.ink = Colour(ink)
    self.paper = Colour(paper)
    var colours = [Colour?](repeating: nil, count: 2 * Paint.pixels)
    for number in 16...255 { colours[Paint.pixels + number] = Colour(xterm256: number) }
    for (paint, hex) in named { colours[Int(paint.index)] = Colour(hex) }
    for number in 0..<Paint.seriesCount {
      colours[Int(Paint.series(number).index)] = Colour(series[number % series.count])
    }
    for level in 0..<Paint.heatLevels {
      colours[64 + level] = Theme.ramp(heat, at: Double(level) / Double(Paint.heatLevels - 1))
    }
    for level in 0...64 { colours[128 + level] = Theme.ramp(diverging, at: Double(level) / 64) }
    for level in 0..<Paint.mutedLevels {
      let heat = Theme.ramp(heat, at: (Double(level) + 0.5) / Double(Paint.mutedLevels))
      colours[256 + level] = heat.mixed(with: self.paper, 0.7)
    }
    // Calm enough for the theme's ink to be read on every one of them, and none of them the paper, or it would be a hole.
    let isDark = Colour(paper).green < 0x80
    let shades: [UInt32] = isDark ? [0x1C1C1C, 0x585858] : [0xACACAC, 0xEDEDED]
    let marked: [UInt32] = isDark ? [0x443300, 0x6C520C] : [0xD9AE4A, 0xFFF3C4]
    let pencil: [UInt32] = isDark ? heat : [0xF0F0F0, 0x303030]
    for level in 0..<Paint.pencilLevels {
      colours[48 + level] = Theme.ramp(pencil, at: Double(level) / Double(Paint.pencilLevels - 1))
    }
    let signed: [UInt32] = isDark ? [0x1F4A78, 0x1C1C1C, 0x74391C] : [0x9CC4EC, 0xF4F4F4, 0xF0B090]
    for level in 0..<Paint.shadeLevels {
      let (shade, fraction) = (
        Paint(index: 193 + UInt16(level)), Double(level) / Double(Paint.shadeLevels - 1)
      )
      colours[Int(shade.index)] = Theme.ramp(shades, at: fraction)
      colours[Int(shade.marked.index)] = Theme.ramp(marked, at: fraction)
    }
    for level in 0...30 { colours[209 + level] = Theme.ramp(signed, at: Double(level) / 30) }
    var substitutes = [Style.Attributes](repeating: [], count: 2 * Paint.pixels)
    for paint in [Paint.accent, .heading, .key, .wrong] { substitutes[Int(paint.index)] = .bold }
    for paint in [Paint.quiet, .padding, .unused] { substitutes[Int(paint.index)] = .dim }
    self.name = name
    self.colours = colours
    self.substitutes = substitutes
  }

  /// The point at `fraction` of the way through `stops`.
  private static func ramp(_ stops: [UInt32], at fraction: Double) -> Colour {
    let position = fraction * Double(stops.count - 1)
    let index = min(Int(position), stops.count - 2)
    return Colour(stops[index]).mixed(with: Colour(stops[index + 1]), position - Double(index))
  }
}

extension Theme: Hashable, CustomStringConvertible {
  /// Themes are told apart by their names.
  public static func == (a: Theme, b: Theme) -> Bool { a.name == b.name }
  /// By name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
  /// The name.
  public var description: String { name }
}
