import TestSupport
import Testing

@testable import TerminalUI

/// What a lab keeps in arrays must not be copied in every tick, nor for every key that waits in a row.
@Suite struct TickStorageTests {
  /// Appends to an array with room reserved, and counts how often it was moved by that.
  struct Collector: Lab {
    var samples: [Int] = []
    var moves = 0

    init() { samples.reserveCapacity(1_000) }

    var isMoving: Bool { samples.count < 100 }

    mutating func update(_ event: Event) -> LabEffect<Never>? {
      switch event {
      case .tick, .key: break
      case .resized, .mouse, .paste, .message, .closed: return nil
      }
      let before = place
      samples.append(samples.count)
      if place != before { moves += 1 }
      return nil
    }

    private var place: UnsafePointer<Int>? { samples.withUnsafeBufferPointer { $0.baseAddress } }

    func draw(into frame: inout Frame) { frame.write("\(samples.count)", x: 0, y: 0) }
  }

  @Test func aTickFindsTheLabsStorageToItself() {
    var lab = Collector()
    var backend = HeadlessBackend(
      size: Size(width: 8, height: 2), events: [Event](repeating: .tick(seconds: 0.1), count: 50))
    run(&lab, on: &backend) { _, _ in .goOn }
    #expect(lab.samples.count == 50)
    #expect(lab.moves == 0)
    #expect(backend.frameCount == 51, "a frame for each tick")
    #expect(backend.shown?.text == "50\n")
  }

  @Test func keysInARowCopyTheLabOnceForTheirFrame() {
    var lab = Collector()
    var backend = RunLoopTests.Burst(queue: [Event](repeating: .key(.right), count: 90), portion: 45)
    run(&lab, on: &backend) { _, _ in .goOn }
    #expect(lab.samples.count == 90)
    #expect(backend.frames == 3)
    #expect(lab.moves <= 3)
  }
}
