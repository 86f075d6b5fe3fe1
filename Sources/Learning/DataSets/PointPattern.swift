import RealModule

/// Where the points of a two-dimensional data set lie, in two classes. u and v are uniform from [0, 1), n and m standard
/// normal, c is the class, 0 or 1; noise is added to both coordinates afterwards.
public enum PointPattern: String, CaseIterable, Sendable {
  /// Two heaps: ((2c - 1)·0.8 + 0.2·n, (2c - 1)·0.8 + 0.2·m).
  case blobs
  /// A ring in a ring: r·(cos 2πu, sin 2πu), r = 1 for class 0 and 0.5 for class 1.
  case circles
  /// Two half-moons that reach into each other: (cos πu, sin πu) and (1 - cos πu, 0.5 - sin πu).
  case moons
  /// Two arms: r·(cos(3.5πu + πc), sin(3.5πu + πc)), r = 0.1 + 0.9u.
  case spiral
  /// Four quadrants, those with x·y > 0 of class 1: (±(0.05 + 0.95u), ±(0.05 + 0.95v)).
  case xor
  /// 4x4 squares of side 0.5 in -1…1, coloured like a chess board, each as likely as any other.
  case checker

  /// A point of class `c`, without noise.
  func point(ofClass c: Int, _ generator: inout SplitMix64) -> (x: Double, y: Double) {
    let sign = c == 1 ? 1.0 : -1.0
    switch self {
    case .blobs:
      return (sign * 0.8 + 0.2 * generator.normal(), sign * 0.8 + 0.2 * generator.normal())
    case .circles:
      let (angle, radius) = (2 * .pi * generator.uniform(), c == 1 ? 0.5 : 1)
      return (radius * Double.cos(angle), radius * Double.sin(angle))
    case .moons:
      let angle = .pi * generator.uniform()
      return c == 0
        ? (Double.cos(angle), Double.sin(angle)) : (1 - Double.cos(angle), 0.5 - Double.sin(angle))
    case .spiral:
      let u = generator.uniform()
      let (angle, radius) = (3.5 * .pi * u + .pi * Double(c), 0.1 + 0.9 * u)
      return (radius * Double.cos(angle), radius * Double.sin(angle))
    case .xor:
      let x = (generator.integer(in: 0...1) == 0 ? -1 : 1) * (0.05 + 0.95 * generator.uniform())
      let y = (x > 0 ? sign : -sign) * (0.05 + 0.95 * generator.uniform())
      return (x, y)
    case .checker:
      let column = generator.integer(in: 0...3)
      let row = 2 * generator.integer(in: 0...1) + (column + c) % 2
      return (
        -1 + 0.5 * (Double(column) + generator.uniform()), -1 + 0.5 * (Double(row) + generator.uniform())
      )
    }
  }
}
