import Autodiff

/// Surfaces with the same curvature everywhere.
extension SurfaceKind {
  /// Curved alike to all sides.
  public static let bowl = SurfaceKind(
    "bowl", "Bowl", "x² + y²",
    watchFor: "watch for the slope: it points at the minimum from everywhere",
    start: (1.5, 1.5), minima: [SurfaceMinimum(0, 0)], Quadratic(a: 2, b: 2))

  /// Steep across, nearly flat along.
  public static let ravine = SurfaceKind(
    "ravine", "Ravine", "0.1x² + 2y²",
    watchFor: "watch for the valley: its walls are 20 times as steep as its floor",
    window: (-5.5...1, -3...1), start: (-5, -2), minima: [SurfaceMinimum(0, 0)], Quadratic(a: 0.2, b: 4))

  /// Curvatures 1 and 100 at 45°.
  public static let rotatedBowl = SurfaceKind(
    "rotated-bowl", "Ill-conditioned bowl", "(u² + 100v²)/2, (u, v) turned by 45°",
    watchFor: "watch for the valley at 45°: no axis is parallel to it",
    window: (-3...3, -3...3), start: (2.83, 0), minima: [SurfaceMinimum(0, 0)],
    Quadratic(a: 1, b: 100, rotation: 45))

  /// Curvatures 1 and 10 along the axes.
  public static let quadratic = SurfaceKind(
    "quadratic", "Quadratic", "(x² + 10y²)/2",
    watchFor: "watch for y: across it is 10 times as steep as along",
    window: (-5...5, -5...5), start: (4, 1), minima: [SurfaceMinimum(0, 0)], Quadratic(a: 1, b: 10))

  /// Curvature 2 along (1, -1) and 18 along (1, 1), around (1, 3).
  public static let booth = SurfaceKind(
    "booth", "Booth", "(x + 2y - 7)² + (2x + y - 5)²",
    watchFor: "watch for a valley that no axis is parallel to",
    window: (-10...10, -10...10), start: (-8, -6), minima: [SurfaceMinimum(1, 3)], Booth(),
    quadratic: Quadratic(a: 2, b: 18, rotation: -45, center: SurfacePoint(x: 1, y: 3)))
  private struct Booth: SurfaceFunction {
    func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number {
      square(x + 2 * y - 7) + square(2 * x + y - 5)
    }
  }

  /// Curvature 0.04 along (1, 1) and 1 along (-1, 1).
  public static let matyas = SurfaceKind(
    "matyas", "Matyas", "0.26(x² + y²) - 0.48xy",
    watchFor: "watch for a valley floor that is nearly flat along the diagonal",
    window: (-10...10, -10...10), start: (-8, 6), minima: [SurfaceMinimum(0, 0)], Matyas(),
    quadratic: Quadratic(a: 0.04, b: 1, rotation: 45))
  private struct Matyas: SurfaceFunction {
    func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number { 0.26 * (x * x + y * y) - 0.48 * (x * y) }
  }

  /// Falls away along y without end.
  public static let saddlePlain = SurfaceKind(
    "saddle-plain", "Saddle", "x² - y²",
    watchFor: "watch for the fall without end: there is no minimum",
    start: (1.5, 0.001), minima: [], SaddlePlain(), quadratic: Quadratic(a: 2, b: -2))
  private struct SaddlePlain: SurfaceFunction {
    func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number { x * x - y * y }
  }
}
