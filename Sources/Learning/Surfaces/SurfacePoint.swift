/// A place on the plane of parameters.
@frozen
public struct SurfacePoint: Hashable, Sendable {
  /// The first parameter.
  public var x: Double
  /// The second parameter.
  public var y: Double

  /// The place (x, y).
  @inlinable
  public init(x: Double, y: Double) { (self.x, self.y) = (x, y) }

  /// Whether both numbers are.
  @inlinable
  public var isFinite: Bool { x.isFinite && y.isFinite }

  /// The straight distance, without overflow.
  public func distance(to other: SurfacePoint) -> Double { .hypot(x - other.x, y - other.y) }

  /// Reads `-1,2`.
  ///
  /// A place beyond ``largest`` is a start like any other: a run from there has diverged at step 0.
  ///
  /// - Throws: ``SurfaceError/point(_:)`` unless the text is two finite numbers.
  public init(parsing text: some StringProtocol) throws(SurfaceError) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, let x = Numeral.parse(parts[0].trimmed),
      let y = Numeral.parse(parts[1].trimmed), x.isFinite, y.isFinite
    else { throw .point(String(text)) }
    self.init(x: x, y: y)
  }

  /// What a refusal of `text` adds: `, as in 1.5,2.5` for `1,5 2,5`; nothing when two numbers cannot be found in it.
  static func advice(on text: String) -> String {
    let bare = text.prefix(100).filter { !"()[]{}".contains($0) }
    let words = bare.split { $0.isWhitespace || $0 == ";" }.map {
      String($0.last == "," ? $0.dropLast() : $0)
    }
    let parts = words.count == 1 ? words[0].split(separator: ",").map(String.init) : words
    let numbers =
      parts.count == 4 && words.count == 1 ? ["\(parts[0]),\(parts[1])", "\(parts[2]),\(parts[3])"] : parts
    let values = numbers.compactMap {
      Numeral.parse($0) ?? Numeral.withPoint($0).flatMap { Numeral.parse($0) }
    }
    guard numbers.count == 2, values.count == 2, values.allSatisfy(\.isFinite) else { return "" }
    return ", as in \(SurfacePoint(x: values[0], y: values[1]).text)"
  }

  /// The largest size of a parameter; a run that goes beyond has diverged.
  public static let largest = 1e9

  /// `-1,2`, exactly.
  public var text: String { "\(Numeral.exact(x)),\(Numeral.exact(y))" }
}

/// A place that is lower than all around it.
public struct SurfaceMinimum: Hashable, Sendable {
  /// Where.
  public let point: SurfacePoint
  /// f there.
  public let value: Double
  /// Whether the gradient exists there, and is 0 then.
  public let isSmooth: Bool

  init(_ x: Double, _ y: Double, value: Double = 0, isSmooth: Bool = true) {
    point = SurfacePoint(x: x, y: y)
    (self.value, self.isSmooth) = (value, isSmooth)
  }
}

/// The part of the plane that a picture shows. Both sides are finite and longer than 0.
public struct SurfaceWindow: Hashable, Sendable {
  /// From left to right.
  public let x: ClosedRange<Double>
  /// From bottom to top.
  public let y: ClosedRange<Double>

  init(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>) { (self.x, self.y) = (x, y) }

  /// Whether the point lies inside.
  public func contains(_ point: SurfacePoint) -> Bool { x.contains(point.x) && y.contains(point.y) }
}
