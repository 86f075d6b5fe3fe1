/// What a colour is for. Labs draw with purposes; a `Theme` turns them into colours when the frame is shown, so
/// the same frame serves a dark terminal, a light one, a projector and a printout.
public struct Paint: Hashable, Sendable {
  /// 0 ..< 32 are named purposes, 32 ..< 48 series, 48 ..< 64 a pencil's strokes, 64 ..< 128 the sequential ramp,
  /// 128 ..< 193 the diverging one, 193 ..< 209 shades of numbers above 0, 209 ..< 240 those of numbers with signs,
  /// 240 ... 255 the first ones under a mark, 256 ..< 264 the sequential ramp behind strokes, 272 ..< 512 the colours of pictures.
  public let index: UInt16

  @usableFromInline
  init(index: UInt16) { self.index = index }

  /// Ordinary text; as a background, the theme's paper.
  public static let plain = Paint(index: 0)
  /// Things that must not draw the eye: axes, units, keys in the footer, cells not computed yet.
  public static let quiet = Paint(index: 1)
  /// The one accent of a screen: the cursor, the current step, the focused setting.
  public static let accent = Paint(index: 2)
  /// Titles.
  public static let heading = Paint(index: 3)
  /// Numbers above zero.
  public static let positive = Paint(index: 4)
  /// Numbers below zero.
  public static let negative = Paint(index: 5)
  /// As a background: the window of the kernel, the receptive field.
  public static let window = Paint(index: 6)
  /// Padding cells.
  public static let padding = Paint(index: 7)
  /// Cells that no window reads.
  public static let unused = Paint(index: 8)
  /// Right answers.
  public static let right = Paint(index: 9)
  /// Wrong answers and errors.
  public static let wrong = Paint(index: 10)
  /// Hints and "watch for …" lines.
  public static let hint = Paint(index: 11)
  /// As a background: the selected line, the focused pane's title, the cursor of an editor.
  public static let selection = Paint(index: 12)
  /// As a background: overlays such as help.
  public static let overlay = Paint(index: 13)
  /// Frames and rules.
  public static let border = Paint(index: 14)
  /// Names of keys.
  public static let key = Paint(index: 15)
  /// Forward values in a picture that also shows gradients.
  public static let forward = Paint(index: 16)
  /// Gradients and adjoints.
  public static let backward = Paint(index: 17)

  /// Number of distinguishable series colours.
  public static let seriesCount = 12
  /// The colour of a racer or curve; numbers beyond `seriesCount` start again.
  public static func series(_ number: Int) -> Paint {
    Paint(index: UInt16(32 + ((number % seriesCount) + seriesCount) % seriesCount))
  }

  /// Levels of the shades of numbers above 0.
  static let shadeLevels = 16
  /// As a background: a number at `fraction` in 0 ... 1 of the largest in its grid, the larger the brighter.
  public static func shade(_ fraction: Double) -> Paint {
    let level = fraction > 0 ? (min(fraction, 1) * Double(shadeLevels - 1)).rounded() : 0
    return Paint(index: 193 + UInt16(level))
  }

  /// As a background: a number at `fraction` in -1 ... 1 of the largest magnitude in a grid with both signs.
  public static func signedShade(_ fraction: Double) -> Paint {
    let level = (min(max(-1, fraction.isNaN ? 0 : fraction), 1) * 15).rounded()
    return Paint(index: UInt16(224 + Int(level)))
  }

  /// As a background: a cell under the window among shaded ones, whose number has no shade itself.
  static let markedShade = Paint(index: 240)
  /// The paint of a marked cell with this shade: of another hue and as much brighter with its number. Where hues tell
  /// signs the mark has one paint, a bright one, for all.
  var marked: Paint {
    Paint(index: Paint.markedShade.index + (193..<209 ~= index ? index - 193 : 11))
  }

  /// Levels of the sequential ramp.
  public static let heatLevels = 64
  /// The sequential ramp at `fraction` in 0 ... 1 (dark to bright); outside or NaN is clamped to an end.
  @inlinable
  public static func heat(_ fraction: Double) -> Paint {
    guard fraction > 0 else { return Paint(index: 64) }
    return Paint(index: fraction < 1 ? 64 + UInt16(fraction * 64) : 127)
  }

  /// Levels of the sequential ramp behind strokes.
  static let mutedLevels = 8
  /// What a place of the sequential ramp becomes behind strokes, which do not stand out from all of its colours: a tint of
  /// the paper. The paper itself for every other paint.
  public var muted: Paint {
    switch index {
    case 64..<128: Paint(index: 256 + (index - 64) * UInt16(Paint.mutedLevels) / UInt16(Paint.heatLevels))
    case 256..<264: self
    default: .plain
    }
  }

  /// Levels of a pencil.
  static let pencilLevels = 16
  /// A pixel of something written or of a map of it, `fraction` of 0 ... 1 as strong as can be: on light paper as grey as a
  /// pencil makes it, on dark paper of the sequential ramp. Outside or NaN is clamped to an end.
  public static func pencil(_ fraction: Double) -> Paint {
    let level = fraction > 0 ? (min(fraction, 1) * Double(pencilLevels - 1)).rounded() : 0
    return Paint(index: 48 + UInt16(level))
  }

  /// The diverging ramp at `fraction` in -1 ... 1 (cold, neutral at 0, warm); outside or NaN is clamped.
  @inlinable
  public static func diverging(_ fraction: Double) -> Paint {
    guard fraction > -1 else { return Paint(index: fraction.isNaN ? 160 : 128) }
    return Paint(index: fraction < 1 ? UInt16(160 + (fraction * 32).rounded()) : 192)
  }

  /// Where the colours of pictures begin: 16 ... 255 of xterm's 256 follow, which every terminal with that many has, and
  /// which are the same in every theme.
  static let pixels = 256
  /// A pixel of a picture, in the nearest of those colours.
  public static func pixel(_ colour: Colour) -> Paint {
    Paint(index: UInt16(pixels) + UInt16(colour.xterm256))
  }
}
