extension Surface {
  /// The part of the plane where the surface is usually shown; ±3 for a typed one. Turns with a turned surface.
  public var window: SurfaceWindow {
    guard let kind else { return SurfaceWindow(-3...3, -3...3) }
    let window = kind.window
    guard turn != 0 else { return window }
    let corners = [window.x.lowerBound, window.x.upperBound].flatMap { x in
      [window.y.lowerBound, window.y.upperBound].map { turned(SurfacePoint(x: x, y: $0)) }
    }
    let (x, y) = (corners.map(\.x), corners.map(\.y))
    return SurfaceWindow(
      (x.min() ?? -3)...(x.max() ?? 3), (y.min() ?? -3)...(y.max() ?? 3))
  }

  /// Where descents usually start: (1.5, 1.5) for a typed one. Turns with a turned surface, so that the way down is as
  /// long at every angle.
  public var start: SurfacePoint {
    guard let kind else { return SurfacePoint(x: 1.5, y: 1.5) }
    return turn == 0 ? kind.start : turned(kind.start)
  }

  /// The minima that matter; none are known of a typed expression.
  public var minima: [SurfaceMinimum] { kind?.minima ?? [] }

  /// The distance to the nearest minimum; `nil` if none is known.
  public func distanceToMinimum(from point: SurfacePoint) -> Double? {
    minima.map { point.distance(to: $0.point) }.min()
  }

  /// Nearer than this to the minimum, a racer has arrived.
  public static let arrivalDistance = 0.1

  /// Whether `point` is nearer than ``arrivalDistance`` to the lowest minimum known, or to one of those that are as low;
  /// of a minimum that is not the lowest none is near enough.
  public func isArrival(_ point: SurfacePoint) -> Bool {
    minima.contains { $0.value == minima[0].value && point.distance(to: $0.point) < Self.arrivalDistance }
  }

  /// By how much the surface is turned against its usual position, in degrees.
  private var turn: Double {
    guard let rotation, let own = kind?.quadratic else { return 0 }
    return rotation - own.rotation
  }

  private func turned(_ point: SurfacePoint) -> SurfacePoint {
    let center = quadratic?.center ?? SurfacePoint(x: 0, y: 0)
    return Quadratic(a: 1, b: 1, rotation: turn, center: center).point(
      u: point.x - center.x, v: point.y - center.y)
  }
}
