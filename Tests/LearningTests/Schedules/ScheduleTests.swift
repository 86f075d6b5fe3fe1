import Learning
import Testing

@Suite struct ScheduleTests {
  @Test(arguments: Fact.about("lr_schedule"))
  func schedulesOfTheLectures(_ fact: Fact) throws {
    let hyper = try fact["hyper"]
    let schedule: Schedule =
      try fact["schedule"].text == "step"
      ? .step(drop: hyper["drop"].real, every: hyper["every"].integer)
      : .inverseTime(k: hyper["k"].real)
    let rate = try fact["lr0"].real
    fact.expect(try fact["ts"].integers.map { schedule.rate(rate, at: $0) }, try fact.expected.reals)
  }

  @Test func cosineFallsFromOneToItsFloor() {
    let schedule = Schedule.cosine(steps: 100, floor: 0.1)
    #expect(schedule.factor(at: 0) == 1)
    #expect(abs(schedule.factor(at: 50) - 0.55) < 1e-12)
    #expect(schedule.factor(at: 100) == 0.1)
    #expect(schedule.factor(at: 1_000_000) == 0.1)
  }

  @Test func exponentialAndWarmUp() {
    #expect(abs(Schedule.exponential(k: 0.1).factor(at: 10) - 0.36787944117144233) < 1e-15)
    #expect((0..<6).map { Schedule.warmUp(steps: 4).factor(at: $0) } == [0.25, 0.5, 0.75, 1, 1, 1])
  }

  @Test(arguments: [
    "constant", "step", "step:drop=0.1,every=20", "exponential:k=0.5", "inverse-time", "cosine",
    "cosine:steps=50,floor=0.25", "warm-up:steps=3",
  ])
  func textsReadBack(_ text: String) throws {
    #expect(try Schedule(parsing: text).description == text)
  }

  @Test func usualSettingsAreLeftOut() throws {
    #expect(try Schedule(parsing: "cosine:steps=100").description == "cosine")
  }

  @Test func refusals() {
    #expect(throws: ScheduleError.unknown("linear")) { try Schedule(parsing: "linear") }
    #expect(throws: ScheduleError.unknown("")) { try Schedule(parsing: "") }
    #expect(throws: ScheduleError.unknownSetting("k", schedule: "cosine", known: ["steps", "floor"])) {
      try Schedule(parsing: "cosine:k=1")
    }
    #expect(throws: ScheduleError.notAllowed("0", setting: "steps", domain: .steps)) {
      try Schedule(parsing: "cosine:steps=0")
    }
    #expect(throws: ScheduleError.notAllowed("1.5", setting: "steps", domain: .steps)) {
      try Schedule(parsing: "warm-up:steps=1.5")
    }
    #expect(throws: ScheduleError.repeated("k")) { try Schedule(parsing: "exponential:k=1,k=2") }
    #expect(throws: ScheduleError.malformed("steps", schedule: "cosine")) {
      try Schedule(parsing: "cosine:steps")
    }
    #expect(throws: ScheduleError.unknownSetting("k", schedule: "constant", known: [])) {
      try Schedule(parsing: "constant:k=1")
    }
  }

  @Test func lines() {
    let line = Schedule.cosine(steps: 100).lines(0.1, at: 50)
    #expect(line.map(\.names) == ["lr ← lr0·(1 + cos(π·t/steps))/2"])
    #expect(line.map(\.numbers) == ["lr ← 0.1·(1 + cos(π·50/100))/2 = 0.05"])
    #expect(Schedule.constant.lines(0.1, at: 50).isEmpty)
  }
}
