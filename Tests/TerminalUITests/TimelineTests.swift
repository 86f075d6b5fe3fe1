import Testing

@testable import TerminalUI

@Suite struct TimelineTests {
  @Test func steppingForwardThenBackIsIdentity() {
    for start in 1...9 {
      var timeline = Timeline(count: 10, position: start)
      let before = timeline
      timeline.perform(.stepForward)
      timeline.perform(.stepBack)
      #expect(timeline == before)
    }
  }

  @Test func jumpsAreClamped() {
    var timeline = Timeline(count: 5)
    timeline.jump(to: -3)
    #expect(timeline.position == 0)
    timeline.jump(to: .max)
    #expect(timeline.position == 5)
  }

  @Test func playingMovesByTicksAndStopsAtTheEnd() {
    var timeline = Timeline(count: 3, rate: 4)
    timeline.perform(.playOrPause)
    for _ in 0..<6 { timeline.tick(seconds: 0.125) }
    #expect(timeline.position == 3)
    #expect(!timeline.isPlaying)
    timeline.perform(.playOrPause)
    #expect(timeline.position == 0, "playing at the end starts over")
  }

  @Test func hostileTicksDoNotTrap() {
    var timeline = Timeline(count: 3)
    timeline.perform(.playOrPause)
    for seconds in [Double.nan, .infinity, -1, 1e300, 0] { timeline.tick(seconds: seconds) }
    #expect(timeline.position <= 3)
  }

  @Test func shorterRunMovesThePositionInside() {
    var timeline = Timeline(count: 9, position: 9)
    timeline.resize(to: 4)
    #expect(timeline.position == 4)
    timeline.resize(to: -1)
    #expect(timeline.position == 0)
  }
}
