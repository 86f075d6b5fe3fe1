import Learning
import TerminalUI

extension RaceLab {
  mutating func changeSurface(by step: Int) {
    open(Surface(Self.kind(after: settings.surface.kind, by: step)))
  }

  private static func kind(after kind: SurfaceKind?, by step: Int) -> SurfaceKind {
    guard let kind else { return step > 0 ? .bowl : .quadratic }
    return SurfaceKind.allCases.neighbour(of: kind, by: step)
  }

  /// Takes another surface, with its usual start and no changes of settings on the way.
  mutating func open(_ surface: Surface) {
    tryChange { scene in
      scene.surface = surface
      scene.start = nil
      scene.changes = []
    }
    timeline.jump(to: 0)
  }

  mutating func rotate(by step: Int) {
    guard let quadratic = settings.surface.quadratic else { return refuseQuadratic() }
    reshape(rotation: (quadratic.rotation + Double(15 * step)).truncatingRemainder(dividingBy: 360))
  }

  mutating func stretch(by step: Int) {
    guard let quadratic = settings.surface.quadratic else { return refuseQuadratic() }
    let condition = Ladder.next(after: quadratic.condition, by: step)
    reshape(condition: min(max(1, condition), 1_000_000))
  }

  private mutating func reshape(rotation: Double? = nil, condition: Double? = nil) {
    guard let kind = settings.surface.kind else { return }
    let surface = settings.surface
    do {
      let changed = try Surface(
        kind, rotation: rotation ?? surface.rotation, condition: condition ?? surface.condition)
      tryChange { $0.surface = changed }
      chrome.say("f = \(changed.formula)")
    } catch {
      chrome.refuse(error.description)
    }
  }

  private mutating func refuseQuadratic() {
    let names = SurfaceKind.allCases.filter { Surface($0).quadratic != nil }.map(\.rawValue)
    chrome.refuse("Only quadratics turn and stretch: \(names.joined(separator: ", ")).")
  }

  /// Where the race starts.
  var start: SurfacePoint { settings.start ?? settings.surface.start }

  /// Moves the start by a fortieth of the window.
  mutating func moveStart(x: Int, y: Int) {
    let window = settings.surface.window
    let width = (window.x.upperBound - window.x.lowerBound) / 40
    let height = (window.y.upperBound - window.y.lowerBound) / 40
    setStart(x: start.x + Double(x) * width, y: start.y + Double(y) * height)
  }

  /// Starts at (`x`, `y`), rounded to what the screen can tell apart, and goes back to step 0.
  mutating func setStart(x: Double, y: Double) {
    let window = settings.surface.window
    func rounded(_ value: Double, _ range: ClosedRange<Double>) -> Double {
      let clamped = min(max(value, range.lowerBound), range.upperBound)
      return Numeral.parse(Numeral.format(clamped, digits: 3)) ?? clamped
    }
    let point = SurfacePoint(x: rounded(x, window.x), y: rounded(y, window.y))
    timeline.jump(to: 0)
    tryChange { $0.start = point }
  }
}
