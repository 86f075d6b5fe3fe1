import Learning
import TerminalUI

/// The surface as it is drawn: sampled once for a surface, a place on the screen and a scale.
struct RacePicture: Equatable, Sendable {
  /// What it was made for.
  struct Key: Equatable, Sendable {
    let surface: Surface
    let size: Size
    let shades: RaceScene.Shades
    let isRelief: Bool
    let turn: Int
    /// The whole race where the surface is a curve, whose window depends on it.
    let race: RaceScene.Setup?
  }

  let key: Key
  /// What the map, or the curve, shows.
  let viewport: Viewport
  /// f against x, where f depends on x alone.
  let curve: RaceCurve?
  let map: HeatMap
  let contours: Contours
  let relief: Wireframe?
  /// Samples without a finite value, as a share of all.
  let missing: Double

  init?(_ key: Key) {
    guard key.size.width > 0, key.size.height > 0, let viewport = Self.viewport(of: key.surface)
    else { return nil }
    let surface = key.surface
    // Two samples to a cell each way make smooth contours; very large pictures have enough cells of their own.
    let fineness = key.size.width * key.size.height <= 8000 ? 2 : 1
    let size = Size(width: key.size.width * fineness, height: key.size.height * fineness)
    let field = Field(size: size, viewport: viewport) { surface.value($0, $1) }
    self.key = key
    curve = key.race.flatMap(RaceCurve.init)
    self.viewport = curve?.viewport ?? viewport
    map = HeatMap(field, scale: key.shades.scale)
    contours = Contours(field, count: 9, scale: key.shades == .logarithm ? .logarithmic : .quantile)
    missing = Double(field.values.count { !$0.isFinite }) / Double(max(1, field.values.count))
    guard key.isRelief else {
      relief = nil
      return
    }
    // A mesh about two cells wide: finer ones run together.
    let mesh = Size(width: min(44, max(12, key.size.width / 2)), height: min(36, max(10, key.size.height)))
    let coarse = Field(size: mesh, viewport: viewport) { surface.value($0, $1) }
    relief = RacePicture.wireframe(coarse, turn: key.turn)
  }

  /// The part of the plane where `surface` is shown.
  static func viewport(of surface: Surface) -> Viewport? {
    let window = surface.window
    return Viewport(
      minX: window.x.lowerBound, maxX: window.x.upperBound, minY: window.y.lowerBound,
      maxY: window.y.upperBound)
  }

  /// Steep walls would hide everything else, so heights are shown by logarithm above the lowest.
  private static func wireframe(_ field: Field, turn: Int) -> Wireframe? {
    guard let range = field.range else { return nil }
    let heights = Field(
      size: field.size, viewport: field.viewport,
      samples: field.values.map { reliefHeight($0, over: range) })
    return Wireframe(heights, azimuth: Double(turn) * .pi / 180, elevation: 0.55)
  }

  /// The drawn height, 0 ... 1, of f = `value`.
  static func reliefHeight(_ value: Double, over range: ClosedRange<Double>) -> Double {
    let span = range.upperBound - range.lowerBound
    guard value.isFinite, span > 0, span.isFinite else { return value.isFinite ? 0 : .infinity }
    let share = min(max(0, (value - range.lowerBound) / span), 1)
    let scale = AxisScale.decimalLogarithm
    return scale.place(of: 1 + 20 * share) / scale.place(of: 21)
  }
}

extension RaceScene.Shades {
  /// The scale of the map.
  fileprivate var scale: FieldScale {
    switch self {
    case .logarithm: .logarithmic
    case .rank: .quantile
    case .size: .linear
    }
  }
}

extension RaceLab {
  /// Makes the picture again if it was made for something else.
  mutating func refreshPicture() {
    guard chrome.isUsable else { return }
    let layout = layout(isProjected: chrome.display.isProjected)
    guard let viewport = RacePicture.viewport(of: setup.surface) else { return }
    let isRelief = viewState.view == .relief
    let key = RacePicture.Key(
      surface: setup.surface, size: PlotAxes(viewport).picture(in: layout.map).size, shades: viewState.shades,
      isRelief: isRelief, turn: isRelief ? viewState.turn : 0,
      race: setup.surface.isCurve ? setup : nil)
    if picture?.key != key { picture = RacePicture(key) }
  }
}
