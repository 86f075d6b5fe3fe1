import Learning
import TerminalUI

extension RaceLab {
  mutating func changeSurface(by step: Int) {
    let next = Self.neighbour(of: setup.surface, by: step)
    do { try open(next) } catch { chrome.refuse(error.description) }
  }

  // A function of its own: within the mutating one the optimiser of Swift 6.3.1 fails (CopyPropagation).
  private static func neighbour(of surface: Surface, by step: Int) -> Surface {
    let all = SurfaceKind.allCases
    return Surface(all.neighbour(ofIndex: surface.kind.flatMap { all.firstIndex(of: $0) }, by: step))
  }

  /// Takes another surface, with its usual start and no changes of settings on the way, and goes back to step 0. Racers
  /// that nobody chose make way for the surface's own.
  ///
  /// - Throws: ``LabRefusal``; nothing is changed then.
  mutating func open(_ surface: Surface) throws(LabRefusal) {
    let isUnchosen = setup.hasUsualRacers
    try change { setup in
      if isUnchosen { setup.racers = RaceScene.Setup.usualRacers(on: surface) }
      setup.surface = surface
      setup.start = nil
      setup.changes = []
    }
    if isUnchosen { timeline.resize(to: preset?.steps ?? Self.usualLength) }
    timeline.jump(to: 0)
  }

  mutating func rotate(by step: Int) {
    guard let quadratic = setup.surface.quadratic else { return refuseQuadratic() }
    reshape(rotation: (quadratic.rotation + Double(15 * step)).truncatingRemainder(dividingBy: 360))
  }

  mutating func stretch(by step: Int) {
    guard let quadratic = setup.surface.quadratic else { return refuseQuadratic() }
    let condition = Ladder.next(after: quadratic.condition, by: step)
    reshape(condition: min(max(1, condition), 1_000_000))
  }

  private mutating func reshape(rotation: Double? = nil, condition: Double? = nil) {
    guard let kind = setup.surface.kind else { return }
    let surface = setup.surface
    do {
      let changed = try Surface(
        kind, rotation: rotation ?? surface.rotation, condition: condition ?? surface.condition)
      if tryChange({ $0.surface = changed }) { chrome.say("f = \(changed.formula)") }
    } catch {
      chrome.refuse(error.description)
    }
  }

  private mutating func refuseQuadratic() {
    let names = SurfaceKind.allCases.filter { Surface($0).quadratic != nil }.map(\.rawValue)
    chrome.refuse("Only quadratics turn and stretch, such as \(names.prefix(4).joined(separator: ", ")).")
  }

  /// Where the race starts.
  var start: SurfacePoint { setup.start ?? setup.surface.start }

  /// Moves the start by a fortieth of the window along each axis whose step is not 0, and goes back to step 0. Moves with
  /// nothing between them are one edit.
  mutating func moveStart(x: Int, y: Int) {
    let window = setup.surface.window
    let point = SurfacePoint(
      x: Self.moved(start.x, by: x, within: window.x), y: Self.moved(start.y, by: y, within: window.y))
    guard point != start else { return }
    let earlier = history
    guard setStart(point) else { return }
    if isMoveRecorded { history = earlier }
    isMoveRecorded = true
  }

  /// One coordinate moved by `steps` fortieths of `range`, but not out of it: from outside it goes to the nearest edge, or
  /// stays when that lies the other way.
  private static func moved(_ value: Double, by steps: Int, within range: ClosedRange<Double>) -> Double {
    guard steps != 0 else { return value }
    let step = Double(steps) * (range.upperBound - range.lowerBound) / 40
    let next = rounded(value + step, within: range)
    return steps > 0 ? max(value, next) : min(value, next)
  }

  /// A coordinate rounded to what the screen can tell apart, within the map.
  static func rounded(_ value: Double, within range: ClosedRange<Double>) -> Double {
    let clamped = min(max(value, range.lowerBound), range.upperBound)
    return Numeral.parse(Numeral.format(clamped, digits: 3)) ?? clamped
  }

  /// Starts at `point`, rounded to what the screen can tell apart, and goes back to step 0.
  mutating func setStart(near point: (x: Double, y: Double)) {
    let window = setup.surface.window
    setStart(
      SurfacePoint(
        x: Self.rounded(point.x, within: window.x), y: Self.rounded(point.y, within: window.y)))
  }

  /// Starts at `point` and goes back to step 0, unless that is refused; says whether it was not.
  @discardableResult
  private mutating func setStart(_ point: SurfacePoint) -> Bool {
    guard tryChange({ $0.start = point }) else { return false }
    timeline.jump(to: 0)
    return true
  }
}
