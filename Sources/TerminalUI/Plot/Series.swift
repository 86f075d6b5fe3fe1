/// A curve or a cloud of points in a `SeriesPlot`, told apart by letter, rhythm and colour.
public struct Series: Sendable {
  /// The name in the legend.
  public let name: String
  /// The letter or shape that stands for it on the curve and in the legend.
  public let glyph: Unicode.Scalar
  /// Its paint.
  public let paint: Paint
  /// Whether its points are joined or marked one by one.
  public let form: Form
  private let ys: [Double]
  private let abscissae: Abscissae

  /// How the points are shown.
  public enum Form: Hashable, Sendable {
    /// As a line.
    case line
    /// Every point by the glyph.
    case marks
  }

  private enum Abscissae: Sendable {
    case even(start: Double, step: Double)
    case given([Double])
  }

  /// The values at `start`, `start + step`, …; NaN and ±∞ are gaps.
  public init(
    _ name: String, glyph: Unicode.Scalar, paint: Paint, form: Form = .line, values: [Double],
    start: Double = 0,
    step: Double = 1
  ) {
    self.name = name
    self.glyph = glyph
    self.paint = paint
    self.form = form
    ys = values
    abscissae = .even(start: start, step: step)
  }

  /// The points (`xs`[i], `ys`[i]); those without a partner are left out.
  public init(
    _ name: String, glyph: Unicode.Scalar, paint: Paint, form: Form = .line, xs: [Double], ys: [Double]
  ) {
    self.name = name
    self.glyph = glyph
    self.paint = paint
    self.form = form
    self.ys = Array(ys.prefix(xs.count))
    abscissae = .given(xs)
  }

  /// The values of the points; NaN and ±∞ are gaps.
  public var values: [Double] { ys }

  /// All points.
  var points: [(x: Double, y: Double)] {
    switch abscissae {
    case .even(let start, let step):
      ys.indices.map { (x: start + Double($0) * step, y: ys[$0]) }
    case .given(let xs): zip(xs, ys).map { (x: $0, y: $1) }
    }
  }
}
