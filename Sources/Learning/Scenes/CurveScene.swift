/// The state of the curve lab.
///
///     curve:sigmoid?step=50
///     curve:leaky:a=0.1?with=relu&with=tanh&kink=right&view=slopes&range=-2,2
///
/// The path is a name of ``Curve/names`` or an expression in x; `with` lays further curves over it. `a` is the slope left
/// of 0 of what has one. The timeline walks along x, from one end of the range to the other in ``steps`` even steps.
public struct CurveScene: SteppedScene {
  /// What scenes call the lab.
  public static let lab = "curve"

  /// What is drawn.
  public enum View: String, CaseIterable, Sendable {
    /// The curves, with the tangent of the first.
    case curves
    /// Their slopes.
    case slopes
  }

  /// Which slope is taken at a kink.
  public enum KinkChoice: String, CaseIterable, Sendable {
    /// PyTorch's.
    case usual
    /// That on the left, the mean of both, that on the right.
    case left, middle, right
  }

  /// The curves, the one in focus first; at least one, at most ``mostCurves``.
  public private(set) var curves: [Curve]
  /// What is drawn.
  public var view = View.curves
  /// Which slope is taken at kinks.
  public var kink = KinkChoice.usual
  /// The ends in x; `nil` takes those of the curve in focus.
  public private(set) var ownRange: ClosedRange<Double>?
  /// Timeline position, from 0 at the left end to ``steps`` at the right one.
  public var step = 0

  /// Most curves over one another.
  public static let mostCurves = 3
  /// Even steps from the left end to the right one.
  public static let steps = 80
  /// Farthest ends in x.
  public static let farthest = 1e6

  /// A scene of the curve alone.
  public init(_ curve: Curve = Curve(.sigmoid)) { curves = [curve] }

  /// The curve in focus.
  public var curve: Curve { curves[0] }

  /// The ends in x: losses of probabilities live in 0…1, all else is seen around 0.
  public var range: ClosedRange<Double> {
    ownRange ?? usualRange
  }

  private var usualRange: ClosedRange<Double> {
    if case .loss(.crossEntropy) = curve.source { 0...1 } else { -4...4 }
  }

  /// x at a position of the timeline, exact where it is a short decimal.
  public func x(at position: Int) -> Double {
    let (position, steps) = (Double(position), Double(Self.steps))
    return (range.lowerBound * (steps - position) + range.upperBound * position) / steps
  }

  /// The position whose x is nearest.
  public func position(near x: Double) -> Int {
    let share = (x - range.lowerBound) / (range.upperBound - range.lowerBound)
    return share.isFinite ? Int((min(max(0, share), 1) * Double(Self.steps)).rounded()) : 0
  }

  /// The slope that is taken at the kink of `curve`; `nil` for what has none to choose.
  public func slopeAtKink(of curve: Curve) -> Double? {
    guard let kink = curve.kink, !kink.isJump else { return nil }
    return switch self.kink {
    case .usual: kink.taken
    case .left: kink.left
    case .middle: (kink.left + kink.right) / 2
    case .right: kink.right
    }
  }

  /// Value and slope of `curve` at `x`, with the slope chosen at kinks.
  public func point(of curve: Curve, at x: Double) -> CurvePoint {
    curve.point(at: x, slopeAtKink: slopeAtKink(of: curve))
  }

  /// Puts `curve` in the place of the one in focus, or brings it into focus where it is drawn already.
  public mutating func show(_ curve: Curve) {
    if let index = curves.firstIndex(of: curve) { return focus(index) }
    curves[0] = curve
    settle()
  }

  /// A range that is that of the curve in focus anyway is none of its own.
  private mutating func settle() {
    if ownRange == usualRange { ownRange = nil }
  }

  /// Lays `curve` over the others, in focus.
  ///
  /// - Throws: ``CurveSceneError/tooMany``
  public mutating func add(_ curve: Curve) throws(CurveSceneError) {
    if let index = curves.firstIndex(of: curve) { return focus(index) }
    guard curves.count < Self.mostCurves else { throw .tooMany }
    curves.insert(curve, at: 0)
    settle()
  }

  /// Takes the curve in focus away, unless it is the only one.
  public mutating func dropFocus() {
    if curves.count > 1 { curves.removeFirst() }
    settle()
  }

  /// Brings the curve at `index` into focus; the others keep their order.
  public mutating func focus(_ index: Int) {
    guard curves.indices.contains(index) else { return }
    curves.insert(curves.remove(at: index), at: 0)
    settle()
  }

  /// Brings the next curve into focus, round and round; the one before it for a negative `step`.
  public mutating func moveFocus(by step: Int) {
    let shift = (step % curves.count + curves.count) % curves.count
    curves = Array(curves[shift...] + curves[..<shift])
    settle()
  }

  /// Shows x from `range`'s one end to the other.
  ///
  /// - Throws: ``CurveSceneError/range``
  public mutating func setRange(_ range: ClosedRange<Double>?) throws(CurveSceneError) {
    guard let range else { return ownRange = nil }
    let width = range.upperBound - range.lowerBound
    guard abs(range.lowerBound) <= Self.farthest, abs(range.upperBound) <= Self.farthest, width >= 1e-6 else {
      throw .range
    }
    ownRange = range
    settle()
  }
}

extension CurveScene {
  /// Reads the settings and checks that they fit one another.
  public init(_ string: SceneString) throws(SceneError) {
    var reader = try SceneReader(string, parts: 1)
    do {
      self.init(try Curve(spelled: reader.part(0) ?? Activation.sigmoid.rawValue))
    } catch { throw SceneError(error) }
    for text in reader.all("with") {
      let curve: Curve
      do { curve = try Curve(spelled: text) } catch { throw SceneError("with", error) }
      guard !curves.contains(curve) else { throw SceneError(CurveSceneError.twice(text)) }
      guard curves.count < Self.mostCurves else { throw SceneError(CurveSceneError.tooMany) }
      curves.append(curve)
    }
    view = try reader.choice("view", View.self) ?? view
    kink = try reader.choice("kink", KinkChoice.self) ?? kink
    if let text = try reader.text("range") {
      do throws(CurveSceneError) { try setRange(Self.range(parsing: text)) } catch { throw SceneError(error) }
    }
    step = try reader.wholeNumber("step", in: 0...Self.steps) ?? step
    try reader.finish()
  }

  /// `-4,4`
  ///
  /// - Throws: ``CurveSceneError/range``
  public static func range(parsing text: String) throws(CurveSceneError) -> ClosedRange<Double> {
    let ends = text.split(separator: ",", omittingEmptySubsequences: false).map { Numeral.parse($0.trimmed) }
    guard ends.count == 2, let low = ends[0], let high = ends[1], low < high else { throw .range }
    return low...high
  }

  /// The settings that differ from the usual ones.
  public var string: SceneString {
    var string = SceneString(lab: Self.lab, path: [curve.spelling])
    for other in curves.dropFirst() { string.query.append(.init("with", other.spelling)) }
    string.set("view", view, usually: .curves)
    string.set("kink", kink, usually: .usual)
    if let ownRange {
      let ends = [ownRange.lowerBound, ownRange.upperBound].map(Numeral.exact)
      string.query.append(.init("range", ends.joined(separator: ",")))
    }
    string.set("step", step, usually: 0, \.description)
    return string
  }
}

extension Curve {
  /// As scenes spell it: `sigmoid`, `leaky:a=0.1`, `x^2`.
  public var spelling: String {
    switch source {
    case .activation(let activation, let parameter):
      guard let parameter, parameter != activation.usualParameter else { return activation.rawValue }
      return "\(activation.rawValue):a=\(Numeral.exact(parameter))"
    case .loss(let loss): return loss.rawValue
    case .expression(let expression): return expression.source
    }
  }

  /// Reads what ``spelling`` writes.
  ///
  /// - Throws: ``CurveError``
  public init(spelled text: String) throws(CurveError) {
    let parts = text.split(separator: ":a=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let parameter = Numeral.parse(parts[1].trimmed) else {
      try self.init(parsing: text)
      return
    }
    try self.init(parsing: parts[0].trimmed, parameter: parameter)
  }

  /// The same activation with another slope left of 0; `nil` for what has none.
  public func with(parameter: Double) -> Curve? {
    guard case .activation(let activation, _?) = source, parameter.isFinite else { return nil }
    return Curve(activation, parameter: parameter)
  }
}

/// Why curves are not shown so.
public enum CurveSceneError: InputError {
  /// More curves than lie over one another legibly.
  case tooMany
  /// A curve that is drawn already.
  case twice(String)
  /// No range of x.
  case range

  /// It is always part of the request.
  public var fault: InputFault { .request }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .tooMany: "at most \(CurveScene.mostCurves) curves lie over one another"
    case .twice(let text): "the curve \(Echo.quote(text)) is there twice"
    case .range: "a range is written LOW,HIGH as in -4,4, within \(Numeral.grouped(1_000_000)) of 0"
    }
  }
}
