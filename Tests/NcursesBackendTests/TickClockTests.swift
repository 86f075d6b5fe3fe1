import Testing

@testable import NcursesBackend

@Suite struct TickClockTests {
  @Test func theFirstCallStartsTheClock() {
    var clock = TickClock(rate: 60)
    #expect(clock.remaining(at: 1_000) == nil)
    #expect(clock.tick(at: 1_000) == nil)
    #expect(clock.remaining(at: 1_000) == 16_666_666)
    #expect(clock.tick(at: 1_000 + 16_666_665) == nil)
    #expect(clock.tick(at: 1_000 + 20_000_000) == 0.02)
  }

  @Test func ticksKeepTheirAverageRate() {
    var clock = TickClock(rate: 50)
    var now = 0
    var ticks = 0
    _ = clock.tick(at: now)
    // Woken 3 ms late every time.
    while now < 1_000_000_000 {
      now += (clock.remaining(at: now) ?? 0) + 3_000_000
      if clock.tick(at: now) != nil { ticks += 1 }
    }
    #expect(49...50 ~= ticks)
  }

  @Test func missedTicksAreNotMadeUpFor() {
    var clock = TickClock(rate: 100)
    _ = clock.tick(at: 0)
    #expect(clock.tick(at: 5_000_000_000) == 5)
    _ = clock.tick(at: 5_000_000_000)
    #expect(clock.tick(at: 5_000_000_001) == nil)
  }

  @Test func timeBeforeARestIsNotLost() {
    var clock = TickClock(rate: 1)
    _ = clock.tick(at: 0)
    clock.rest(at: 700_000_000)
    #expect(clock.remaining(at: 700_000_000) == nil)
    // Taken up again after five seconds that another clock has counted.
    #expect(clock.tick(at: 5_700_000_000) == nil)
    #expect(clock.remaining(at: 5_700_000_000) == 300_000_000)
    #expect(clock.tick(at: 6_000_000_000) == 1)
  }

  @Test func stoppedTimeDoesNotCount() {
    var clock = TickClock(rate: 100)
    _ = clock.tick(at: 0)
    clock.stop()
    #expect(clock.remaining(at: 0) == nil)
    #expect(clock.tick(at: 9_000_000_000) == nil)
    #expect(clock.tick(at: 9_010_000_000) == 0.01)
  }
}
