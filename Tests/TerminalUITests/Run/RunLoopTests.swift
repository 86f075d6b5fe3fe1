import TestSupport
import Testing

@testable import TerminalUI

@Suite struct RunLoopTests {
  /// Counts what it is told; plays until it has seen enough ticks.
  struct Counter: Lab {
    var count = 0
    var ticks = 0
    var goal = 0
    var size = Size(width: 0, height: 0)

    var hasClock = false
    var isProjected = false

    var isMoving: Bool { ticks < goal }
    var pace: Pace { isMoving ? .frames : hasClock ? .seconds : .still }

    mutating func update(_ event: Event) -> LabEffect<Never>? {
      switch event {
      case .key(.right): count += 1
      case .key(.character("q")): return .quit
      case .key(.character("b")): return .back
      case .key(.character("p")): isProjected = true
      case .key(.character("y")): return .print("\(count)")
      case .tick: ticks += 1
      case .resized(let size): self.size = size
      case .key, .mouse, .paste, .message, .closed: break
      }
      return nil
    }

    func draw(into frame: inout Frame) {
      frame.write("\(count)\(frame.look.isProjected ? "!" : "")", x: 0, y: 0)
    }
  }

  static func backend(_ events: [Event]) -> HeadlessBackend {
    HeadlessBackend(size: Size(width: 8, height: 2), events: events)
  }

  @Test func eventsChangeTheLabAndFramesShowIt() {
    var lab = Counter()
    var backend = Self.backend([.key(.right), .key(.right), .key(.character("q")), .key(.right)])
    run(&lab, on: &backend) { _, _ in .goOn }
    #expect(lab.count == 2 && lab.size == Size(width: 8, height: 2))
    #expect(backend.shown?.text == "2\n")
    #expect(backend.faults.isEmpty)
  }

  @Test func nothingIsDrawnWhenNothingChanges() {
    var lab = Counter()
    var backend = Self.backend([.key(.left), .key(.up), .paste("x")])
    run(&lab, on: &backend) { _, _ in .goOn }
    #expect(backend.frameCount == 1, "the first frame only")
  }

  @Test func theLoopEndsWhenTheTerminalGoes() {
    var lab = Counter()
    var backend = Self.backend([])
    run(&lab, on: &backend) { _, _ in .goOn }
    #expect(backend.frameCount == 1)
  }

  @Test func requestsAreHandedOutAndMayEndTheRun() {
    var lab = Counter()
    var backend = Self.backend([
      .key(.right), .key(.character("y")), .key(.character("b")), .key(.right),
    ])
    var requests: [LabEffect<Never>] = []
    run(&lab, on: &backend) { effect, lab in
      requests.append(effect)
      if effect == .back { return .stop }
      lab.count = 7
      return .goOn
    }
    #expect(requests == [.print("1"), .back])
    #expect(lab.count == 7)
    #expect(backend.shown?.text == "7\n")
  }

  @Test func projectingChangesTheLookOfTheFrames() {
    var lab = Counter()
    var backend = Self.backend([.key(.character("p"))])
    run(&lab, on: &backend) { _, _ in .goOn }
    #expect(backend.shown?.text == "0!\n")
    #expect(backend.shown?.look.isProjected == true)
  }

  /// A place that gives a queue of events at once, or `portion` by portion, and records how it was asked to wait.
  struct Burst: Backend {
    let look = Look()
    var queue: [Event]
    var portion = Int.max
    var given = 0
    var waits: [Wait] = []
    var frames = 0
    var hasMouse = true

    mutating func show(_ frame: Frame) { frames += 1 }
    mutating func setMouse(_ isOn: Bool) { hasMouse = isOn }
    mutating func nextEvent(_ wait: Wait) -> Event? {
      waits.append(wait)
      if queue.isEmpty { return wait == .notAtAll ? nil : .closed }
      if wait == .notAtAll, given >= portion { return nil }
      given = wait == .notAtAll ? given + 1 : 1
      return queue.removeFirst()
    }
  }

  @Test func aBurstOfEventsCostsOneFrame() {
    var lab = Counter()
    let storm = (1...100).map { Event.resized(Size(width: $0, height: $0)) }
    var backend = Burst(queue: storm + [Event](repeating: .key(.right), count: 100))
    run(&lab, on: &backend) { _, _ in .goOn }
    #expect(lab.count == 100)
    #expect(backend.frames == 2, "the first one waits for nothing")
  }

  @Test func aFloodDoesNotStarveTheScreen() {
    var lab = Counter()
    var backend = Burst(queue: [Event](repeating: .key(.right), count: 5001), portion: 500)
    run(&lab, on: &backend) { _, _ in .goOn }
    #expect(lab.count == 5001)
    #expect(backend.frames == 11, "one when the place has nothing more for now")
  }

  /// Takes a key and back the one before, so that every second is no change.
  struct Switch: Lab {
    var isOn = false
    let isMoving = false
    mutating func update(_ event: Event) -> LabEffect<Never>? {
      if case .key = event { isOn.toggle() }
      return nil
    }
    func draw(into frame: inout Frame) { frame.write("\(isOn)", x: 0, y: 0) }
  }

  @Test func whatIsTheSameAfterABurstIsNotDrawnAgain() {
    var lab = Switch()
    var backend = Burst(queue: [.tick(seconds: 0)] + [Event](repeating: .key(.right), count: 41), portion: 10)
    run(&lab, on: &backend) { _, _ in .goOn }
    #expect(lab.isOn)
    #expect(backend.frames == 1, "only the last portion leaves it otherwise than it was")
  }

  @Test func ticksAreAskedForOnlyWhileSomethingMoves() {
    var lab = Counter(goal: 2)
    var backend = Burst(queue: [.tick(seconds: 0.1), .tick(seconds: 0.1)])
    backend.queue.insert(.resized(Size(width: 1, height: 1)), at: 0)
    run(&lab, on: &backend) { _, _ in .goOn }
    #expect(backend.waits.first == .forTick)
    #expect(backend.waits.last == .forEvent)
  }

  @Test func aClockIsToldEverySecondOnly() {
    var lab = Counter(hasClock: true)
    var backend = Burst(queue: [.tick(seconds: 1)])
    run(&lab, on: &backend) { _, _ in .goOn }
    #expect(lab.ticks == 1)
    #expect(backend.frames == 1, "the clock is seen to move on")
    #expect(backend.waits.filter { $0 != .notAtAll } == [.forSecond, .forSecond])
  }

  @Test func tooSmallAScreenSaysWhatIsNeeded() {
    #expect(MinimumSize.isMet(by: Size(width: 60, height: 18)))
    #expect(!MinimumSize.isMet(by: Size(width: 59, height: 18)))
    #expect(drawn(40, 3) { MinimumSize.draw(into: &$0) }.text.contains("60x18"))
    for width in 20...59 {
      let lines = drawn(width, 18) { MinimumSize.draw(into: &$0) }.text.split(separator: "\n")
      #expect(lines.count == 1 && lines[0].contains("needs 60x18"), "\(width)")
    }
    #expect(drawn(59, 18) { MinimumSize.draw(into: &$0) }.text.contains("this terminal has 59x18."))
    #expect(drawn(11, 3) { MinimumSize.draw(into: &$0) }.text == "\nneeds 60x18\n")
    for size in awkwardSizes {
      #expect(drawn(size.width, size.height) { MinimumSize.draw(into: &$0) }.faults.isEmpty)
    }
  }
}
