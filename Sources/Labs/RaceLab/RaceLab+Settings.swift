import Autodiff
import Learning
import TerminalUI

extension RaceLab {
  var version: RaceVersion {
    RaceVersion(setup: setup, count: timeline.count, position: timeline.position)
  }

  /// Puts an earlier version back. It was a race before, so it is one again.
  mutating func restore(_ version: RaceVersion) {
    do { try install(version.setup, at: version.position) } catch { return chrome.refuse(error.description) }
    timeline.resize(to: version.count)
    timeline.jump(to: version.position)
  }

  /// Races anew to the present step; racers whom the change does not concern run on as they were.
  mutating func install(_ setup: RaceScene.Setup) throws(LabRefusal) {
    var setup = setup
    if !scratch.use({ setup.keepsFairness(on: $0) }) { setup.fairness = nil }
    try install(setup, at: timeline.position)
  }

  private mutating func install(_ setup: RaceScene.Setup, at step: Int) throws(LabRefusal) {
    race = try scratch.race(setup, at: step, from: race)
    self.setup = setup
    select(min(selected, setup.racers.count - 1))
  }

  /// The selected racer's rule as it is at the present step.
  var current: OptimizerConfiguration {
    race.runs[selected].racer.configuration(after: timeline.position)
  }

  /// Gives the selected racer a setting: from the start when the race stands there, else from the present step on, so
  /// that the run so far stays what it was.
  mutating func set(_ setting: String) throws(LabRefusal) {
    let (racer, step) = (selected, timeline.position)
    var probe = current
    do { try probe.set(setting) } catch { throw LabRefusal(error.description) }
    guard step > 0 else {
      var first = setup.racers[racer]
      do { try first.set(setting) } catch { throw LabRefusal(error.description) }
      try change { $0.racers[racer] = first }
      return
    }
    let parts = setting.split(separator: ",").map(String.init)
    try change { setup in
      setup.changes.removeAll { change in
        change.step == step && change.racer == racer
          && parts.contains { $0.split(separator: "=").first == change.setting.split(separator: "=").first }
      }
      setup.changes += parts.map { RaceScene.Change(step: step, racer: racer, setting: $0) }
    }
  }

  mutating func changeRate(by step: Int) {
    let rate = Ladder.next(after: current.learningRate, by: step)
    do {
      try set("lr=\(Numeral.exact(rate))")
      let since = timeline.position == 0 ? "" : " from step \(timeline.position + 1) on"
      chrome.say("\(RacerMark(selected).letter) runs with rate \(Numeral.format(rate))\(since).")
    } catch {
      chrome.refuse(error.description)
    }
  }

  mutating func removeRacer() {
    guard setup.racers.count > 1 else {
      chrome.refuse("The last racer stays: o changes it, a adds another.")
      return
    }
    let racer = selected
    tryChange { setup in
      setup.racers.remove(at: racer)
      setup.changes = setup.changes.compactMap { change in
        var change = change
        if change.racer == racer { return nil }
        if change.racer > racer { change.racer -= 1 }
        return change
      }
    }
  }

  mutating func changeFairness() {
    let next = setup.fairness.map { Fairness.allCases.neighbour(of: $0, by: 1) } ?? .sameRate
    let (problem, rate) = (setup.problem, current.learningRate)
    let racers = setup.racers
    let fair = scratch.use { tape in
      racers.map { next.adjusted($0, rate: rate, on: problem, tape: tape) }
    }
    let isDone = tryChange { setup in
      setup.racers = fair
      setup.changes = []
      setup.fairness = next
    }
    if isDone { chrome.say("Fair this way: \(next.words).") }
  }

  mutating func changeCorrection() {
    var racer = setup.racers[selected]
    guard let correction = Self.correction(of: racer) else {
      let those = OptimizerConfiguration.all.filter { Self.correction(of: $0) != nil }.map(\.facts.title)
        .joined(separator: " and ")
      return chrome.refuse("Only \(those) have the correction: tab to one, or add one with a.")
    }
    let next = BiasCorrection.allCases.neighbour(of: correction, by: 1)
    do { try racer.set("correction=\(next.rawValue)") } catch { return chrome.refuse(error.description) }
    let number = selected
    if tryChange({ $0.racers[number] = racer }) {
      chrome.say("Correction of \(RacerMark(selected).letter): \(next.rawValue).")
    }
  }

  private static func correction(of racer: OptimizerConfiguration) -> BiasCorrection? {
    let setting = racer.settings.first { $0.name == "correction" }
    return setting.flatMap { BiasCorrection(rawValue: $0.value.description) }
  }

  mutating func changeNoise(by step: Int) {
    let noise = setup.noise
    let next = noise == 0 ? (step > 0 ? 0.01 : 0) : Ladder.next(after: noise, by: step)
    tryChange { $0.noise = next < 0.01 ? 0 : min(next, 100) }
  }

  mutating func changeSchedule(by step: Int) {
    let length = max(1, timeline.count)
    tryChange { setup in
      let place = Schedule.names.firstIndex(of: setup.schedule.name)
      setup.schedule = Schedule.usual.neighbour(ofIndex: place, by: step).suited(to: length)
    }
  }

  /// The longest race that the lab's keys make: jumps to its end are still felt as immediate.
  private static let mostSteps = 20_000

  /// Makes the race longer or shorter. A scene may bring a length beyond the lab's own; from there keys lead back only.
  mutating func changeLength(by step: Int) {
    let next = Ladder.next(after: Double(timeline.count), by: step)
    let count = min(max(10, Int(next)), Self.mostSteps)
    guard step > 0 ? count > timeline.count : count < timeline.count else {
      chrome.refuse("A race has 10 to \(Numeral.grouped(Self.mostSteps)) steps here; the command takes more.")
      return
    }
    history.record(version)
    timeline.resize(to: count)
  }
}

extension ScratchTape<Double> {
  /// The race that `setup` describes, after `step` steps, with the runs of an earlier race where they are the same.
  ///
  /// - Throws: ``LabRefusal`` when racers or changes do not fit one another.
  func race(_ setup: RaceScene.Setup, at step: Int, from before: Race? = nil) throws(LabRefusal) -> Race {
    do {
      return try use { tape throws(RaceError) in try setup.race(at: step, on: tape, from: before) }
    } catch { throw LabRefusal(error.description) }
  }
}
