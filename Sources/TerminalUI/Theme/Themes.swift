extension Theme {
  /// The themes by the names of the command line.
  public static let all: [Theme] = [.dark, .light, .projectorDark, .projectorLight]

  /// The theme called `name`.
  public static func named(_ name: String) -> Theme? { all.first { $0.name == name } }

  /// The light or the dark theme; for a projector, that of high contrast.
  public static func of(isLight: Bool, isForProjector: Bool) -> Theme {
    isLight ? (isForProjector ? .projectorLight : .light) : (isForProjector ? .projectorDark : .dark)
  }

  /// Whether its background is light.
  public var isLight: Bool { self == .light || self == .projectorLight }

  /// Whether the theme is made for a projector.
  public var isForProjector: Bool { self == .projectorDark || self == .projectorLight }

  /// Light on dark.
  public static let dark = Theme(
    name: "dark", ink: 0xD0D0D0, paper: 0x121212,
    named: [
      .quiet: 0x949494, .accent: 0xFFAF00, .heading: 0x87D7FF, .positive: 0xFFAF5F,
      .negative: 0x5FAFFF, .window: 0x3A3A3A, .padding: 0x8A8A8A, .unused: 0x808080,
      .right: 0x5FD787, .wrong: 0xFF875F, .hint: 0xAFAFD7, .selection: 0x00557A,
      .overlay: 0x262626, .border: 0x626262, .key: 0xD7D7AF, .forward: 0xD7D7D7,
      .backward: 0xD787AF,
    ],
    series: okabeItoOnDark, heat: viridis, diverging: blueOrangeOnDark)

  /// Dark on light.
  public static let light = Theme(
    name: "light", ink: 0x1C1C1C, paper: 0xFFFFFF,
    named: [
      .quiet: 0x6C6C6C, .accent: 0xAF5F00, .heading: 0x005F87, .positive: 0xAF5F00,
      .negative: 0x005FAF, .window: 0xE4E4E4, .padding: 0x6C6C6C, .unused: 0x767676,
      .right: 0x00875F, .wrong: 0xAF3A00, .hint: 0x5F5F87, .selection: 0xAFD7FF,
      .overlay: 0xEEEEEE, .border: 0x949494, .key: 0x5F5F00, .forward: 0x303030,
      .backward: 0x87005F,
    ],
    series: okabeItoOnLight, heat: viridis.reversed(), diverging: blueOrangeOnLight)

  /// High contrast for a dark room.
  public static let projectorDark = Theme(
    name: "projector-dark", ink: 0xFFFFFF, paper: 0x000000,
    named: [
      .quiet: 0xBCBCBC, .accent: 0xFFD700, .heading: 0xAFD7FF,
      .positive: 0xFFAF00, .negative: 0x5FD7FF, .window: 0x444444, .padding: 0x9E9E9E,
      .unused: 0x9E9E9E, .right: 0x5FFF87, .wrong: 0xFF875F, .hint: 0xD7D7FF,
      .selection: 0x0053A0, .overlay: 0x303030, .border: 0x8A8A8A, .key: 0xFFFFAF,
      .forward: 0xFFFFFF, .backward: 0xFF87D7,
    ],
    series: okabeItoOnDark, heat: viridis, diverging: blueOrangeOnDark)

  /// High contrast for a bright room.
  public static let projectorLight = Theme(
    name: "projector-light", ink: 0x000000, paper: 0xFFFFFF,
    named: [
      .quiet: 0x4E4E4E, .accent: 0x870000, .heading: 0x00005F,
      .positive: 0x873A00, .negative: 0x00408A, .window: 0xDADADA, .padding: 0x767676,
      .unused: 0x767676, .right: 0x005F3A, .wrong: 0x870000, .hint: 0x3A3A5F,
      .selection: 0x87D7FF, .overlay: 0xE4E4E4, .border: 0x808080, .key: 0x3A3A00,
      .forward: 0x000000, .backward: 0x5F0040,
    ],
    series: okabeItoOnLight, heat: viridis.reversed(), diverging: blueOrangeOnLight)

  /// Colours that people with any common colour vision tell apart (Okabe and Ito, 2008), lightened or darkened
  /// where the originals could not be read as text, and continued with tints of the same hues.
  private static let okabeItoOnDark: [UInt32] = [
    0xE69F00, 0x56B4E9, 0x00C58E, 0xF0E442, 0xCC79A7, 0xE8703A, 0x6FA8FF, 0xFFFFFF, 0xFFD27F,
    0xB5E0FF, 0x8CE8C8, 0xF2B8D6,
  ]
  private static let okabeItoOnLight: [UInt32] = [
    0x8F5F00, 0x0072B2, 0x007A58, 0xAF3A00, 0x9A3A72, 0x000000, 0x6A5FC0, 0x6F6A00, 0x5F1800,
    0x004C78, 0x005038, 0x5A2048,
  ]
  /// Key colours of viridis (van der Walt and Smith, 2015): brightness rises evenly, safe for colour-blind eyes.
  private static let viridis: [UInt32] = [
    0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C,
    0xFDE725,
  ]
  private static let blueOrangeOnDark: [UInt32] = [
    0x6FC3FF, 0x2F7FC0, 0x1F4E79, 0x262626, 0x7A4A12, 0xC07A1F, 0xFFB454,
  ]
  private static let blueOrangeOnLight: [UInt32] = [
    0x0B4F8A, 0x4F93CE, 0xB5D4EE, 0xF2F2F2, 0xF6D3A8, 0xE0943A, 0x9A5200,
  ]
}
