import Learning
import TerminalUI

extension RaceLab {
  mutating func openPrompt(for action: RaceAction) {
    let (purpose, name, text): (Purpose, String, String)
    switch action {
    case .typeSetting:
      let settings = current.settings.map { "\($0.name)=\($0.value)" }.joined(separator: ",")
      (purpose, name, text) = (.setting, "\(RacerMark(selected).letter) \(current.name):", settings)
    case .typeRacer:
      (purpose, name, text) = (.racer, "add racer:", "adam:lr=0.05")
    case .typeSurface:
      (purpose, name, text) = (.surface, "f(x, y) or name:", setup.surface.name)
    case .typeStart:
      (purpose, name, text) = (.start, "start x,y:", start.text)
    case .timeline, .common, .view, .preset, .surface, .rate, .removeRacer, .fairness, .correction, .rotate,
      .stretch, .noise, .reseed, .schedule, .length, .scale, .turn:
      return
    }
    prompt = Prompt(purpose, LineEditor(prompt: name, text: text, limit: 10_000))
  }

  /// Asks for the order after the last step, before it is seen.
  mutating func openGuess() {
    guard setup.racers.count > 1 else {
      chrome.refuse("A ranking needs at least two racers: a adds one.")
      return
    }
    timeline.jump(to: 0)
    let (last, steps) = (RacerMark(setup.racers.count - 1).letter, Numeral.grouped(timeline.count))
    prompt = Prompt(
      .ranking,
      LineEditor(prompt: "order A to \(last) by f after \(steps) steps, the lowest first:", limit: 100))
  }

  mutating func accept(_ text: String, for purpose: Purpose) throws(LabRefusal) {
    switch purpose {
    case .setting: try set(text)
    case .racer:
      let racer = try LabRefusal.refusing { try OptimizerConfiguration(parsing: text) }
      try change { $0.racers.append(racer) }
      select(setup.racers.count - 1)
    case .surface:
      let surface = try LabRefusal.refusing { try Surface(parsing: text) }
      try open(surface)
    case .start:
      let point = try LabRefusal.refusing { try SurfacePoint(parsing: text) }
      try change { $0.start = point }
      timeline.jump(to: 0)
    case .ranking: try judge(text)
    }
  }

  /// Compares a ranking with the race, pair by pair, and shows the end.
  private mutating func judge(_ text: String) throws(LabRefusal) {
    let letters = setup.racers.indices.map { RacerMark($0).letter }
    let named = text.uppercased().unicodeScalars.filter { !" ,>".unicodeScalars.contains($0) }
    let guess = named.compactMap { letters.firstIndex(of: $0) }
    guard guess.count == named.count, Set(guess).count == guess.count, guess.count == letters.count else {
      throw LabRefusal("name each of \(letters.map(String.init).joined(separator: " ")) once, the best first")
    }
    timeline.jump(to: timeline.count)
    scratch.use { race.seek(to: timeline.position, on: $0) }
    let (order, places) = (race.ranking, race.places)
    var right = 0
    var pairs = 0
    for (place, racer) in guess.enumerated() {
      for other in guess[(place + 1)...] {
        pairs += 1
        if places[racer] <= places[other] { right += 1 }
      }
    }
    let truth = order.map { String(letters[$0]) }.joined(separator: " ")
    let isRight = right == pairs
    score.count(isRight ? .right : .wrong(misconception: nil))
    chrome.say(
      Toast(
        isRight
          ? "✓ \(truth) is the order. (\(score.text))"
          : "✗ \(right) of \(pairs) pairs are right; the order is \(truth). (\(score.text))",
        isRight ? .right : .wrong))
  }
}
