import Foundation
import TerminalUI
import Testing

/// Sends seeded random keys, mouse events, pastes, ticks and sizes to `lab` through the run loop, and expects that
/// nothing traps and that no frame of the minimum size or more has a drawing fault.
///
/// At least a `share` of the events has to change what is seen: otherwise little has been tried.
///
/// A run in `swift test` is short; `STRIDER_SOAK_EVENTS=100000` makes it as long as that.
public func expectRandomEventsAreSafe<Content: Lab>(
  _ lab: Content, seed: UInt64, changing share: Double = 0.2,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let environment = ProcessInfo.processInfo.environment
  let count = environment["STRIDER_SOAK_EVENTS"].flatMap { Int($0) } ?? 2_000
  var backend = RandomBackend(seed: seed, count: count)
  var lab = lab
  // Leaving and quitting are requests like any other here: the run goes on until the events are used up.
  while !backend.isDone { run(&lab, on: &backend) { _, _ in .goOn } }
  #expect(Double(backend.frameCount) > Double(count) * share, sourceLocation: sourceLocation)
  #expect(backend.faulty.isEmpty, "\(backend.faulty.first ?? "")", sourceLocation: sourceLocation)
}

/// A backend whose events are drawn by lot and whose frames are checked.
private struct RandomBackend: Backend {
  let look = Look()
  private var generator: SeededNumbers
  private var left: Int
  private var isSized = false
  private(set) var frameCount = 0
  private(set) var faulty: [String] = []

  init(seed: UInt64, count: Int) {
    generator = SeededNumbers(seed: seed)
    left = count
  }

  var isDone: Bool { left == 0 }

  mutating func show(_ frame: Frame) {
    frameCount += 1
    if MinimumSize.isMet(by: frame.size), !frame.faults.isEmpty, faulty.count < 3 {
      faulty.append("\(frame.faults) at \(frame.size), \(left) events before the end:\n\(frame.text)")
    }
  }

  mutating func setMouse(_ isOn: Bool) {}

  mutating func nextEvent(_ wait: Wait) -> Event? {
    if wait == .notAtAll { return nil }
    guard left > 0 else { return .closed }
    left -= 1
    guard isSized else {
      isSized = true
      return .resized(Size(width: 80, height: 24))
    }
    return event()
  }

  private mutating func event() -> Event {
    switch generator.next(below: 100) {
    case 0..<62: .key(key())
    case 62..<80:
      .mouse(
        MouseEvent(action(), at: Point(x: generator.next(below: 320) - 5, y: generator.next(below: 110) - 5)))
    case 80..<84: .paste(paste())
    case 84..<94: .tick(seconds: [0, 1.0 / 60, 0.1, 1, .nan, -1][generator.next(below: 6)])
    default: .resized(size())
    }
  }

  private mutating func key() -> Key {
    let keys: [Key] = [
      .up, .down, .left, .right, .enter, .escape, .tab, .backTab, .backspace, .delete, .home, .end, .pageUp,
      .pageDown, .space, .control("r"), .control("p"), .control("u"), .function(1),
    ]
    if generator.next(below: 2_000) == 0 { return .control("c") }
    guard generator.next(below: 3) > 0 else { return keys[generator.next(below: keys.count)] }
    // `q` leaves, so it is rare; everything else that prints comes as often as the rest.
    let printing = Character(Unicode.Scalar(UInt8(33 + generator.next(below: 94))))
    return .character(printing == "q" && generator.next(below: 4) > 0 ? "n" : printing)
  }

  private mutating func action() -> MouseEvent.Action {
    [.press, .press, .press, .release, .scrollUp, .scrollDown][generator.next(below: 6)]
  }

  private mutating func paste() -> String {
    let texts = [
      "1 2; 3 4", "1,2,3\n4,5,6\n7,8,9", "galway", "sobel-x", "1e9", "-0.5", "", "\u{1B}[31mred\u{1B}[0m",
      "nan",
      "漢字 漢字", "1 2; 3", String(repeating: "7 ", count: 200), "e\u{301}", "0 0 0; 0 0 0; 0 0 0", "kcl",
    ]
    return texts[generator.next(below: texts.count)]
  }

  private mutating func size() -> Size {
    let usual = [
      (80, 24), (80, 24), (120, 40), (60, 18), (200, 50), (59, 18), (60, 17), (0, 0), (1, 1), (240, 67),
    ]
    if generator.next(below: 3) > 0 {
      let (width, height) = usual[generator.next(below: usual.count)]
      return Size(width: width, height: height)
    }
    return Size(width: generator.next(below: 301), height: generator.next(below: 101))
  }
}
