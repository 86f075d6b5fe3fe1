import Learning
import TerminalUI

/// What the race lab says.
enum RaceWords {
  /// The race and the selected racer's variant, with as much of both as the title has room for: the surface of a
  /// prepared race, the variant's sources and its details are left out first.
  static func title(_ lab: RaceLab) -> (subject: String, variant: String) {
    let room = lab.chromeLayout.title.width - "Race".count - 6
    let (subject, variant) = (subject(lab), lab.moment.variant)
    let name = lab.preset?.title ?? subject
    let rule = String(variant[..<(variant.firstRange(of: " (")?.lowerBound ?? variant.endIndex)])
    let details = rule.split(separator: ", ").map(String.init)
    let shorter = (1...max(1, details.count)).reversed().map { count in
      (name, details.prefix(count).joined(separator: ", "))
    }
    let titles = [(subject, variant), (subject, rule)] + shorter
    return titles.first { $0.0.count + $0.1.count <= room } ?? shorter[shorter.count - 1]
  }

  private static func subject(_ lab: RaceLab) -> String {
    if let preset = lab.preset { return "\(preset.title) · \(surfaceName(lab.setup.surface))" }
    return "\(surfaceName(lab.setup.surface)) · \(racers(lab.setup.racers.count))"
  }

  private static func racers(_ count: Int) -> String { Plural.count(count, "racer") }

  private static func surfaceName(_ surface: Surface) -> String {
    surface.kind.map { $0.title } ?? "f = \(surface.name)"
  }

  /// What to look at, unless something has happened that matters more.
  static func hint(for lab: RaceLab) -> String {
    if let divergence = divergence(lab) { return divergence }
    if lab.timeline.position >= Limits.steps {
      return "A race ends after \(Numeral.grouped(Limits.steps)) steps."
    }
    if let picture = lab.picture, picture.missing > 0.005 {
      return "f has no finite value on \(Numeral.format(100 * picture.missing, digits: 2))% of this window."
    }
    // What is said of a surface holds for it as it is, neither turned nor stretched.
    let surface = lab.setup.surface
    let isOwn = surface.rotation == nil && surface.condition == nil
    let paths = lab.setup.racers.count > 1 ? "watch for where the paths part" : ""
    let text = lab.preset?.watchFor ?? (isOwn ? surface.kind?.watchFor : nil) ?? paths
    guard !text.isEmpty else { return "" }
    return text.asSentence
  }

  /// Who diverged, where, and why, with as much of it as there is room for.
  private static func divergence(_ lab: RaceLab) -> String? {
    var letters: [Int: [String]] = [:]
    for (number, run) in lab.race.runs.enumerated() {
      guard case .diverged(let step) = run.status else { continue }
      letters[step, default: []].append(String(RacerMark(number).letter))
    }
    guard !letters.isEmpty else { return nil }
    let who = letters.sorted { $0.key < $1.key }
      .map { "\($0.value.joined(separator: ", ")) at step \($0.key)" }.joined(separator: ", ")
    let usual = "no finite number, or beyond 1e9"
    let reasons = [lab.moment.reason, usual].compactMap(\.self)
    let isAll = letters.values.map(\.count).reduce(0, +) == lab.race.runs.count
    let ends = isAll ? [""] : [" The others go on.", ""]
    let texts = reasons.flatMap { reason in ends.map { "DIVERGED: \(who) (\(reason)).\($0)" } }
    return texts.first { $0.count <= lab.chromeLayout.title.width - 2 } ?? "DIVERGED: \(who)."
  }

  /// The scene in one paragraph, for `i` and for readers without a picture.
  static func paragraph(for lab: RaceLab) -> String {
    let surface = lab.setup.surface
    let count = lab.setup.racers.count
    let name = surface.isCurve ? "f(x)" : "f(x, y)"
    func place(_ point: SurfacePoint) -> String {
      let text = lab.text(of: point, digits: 4)
      return surface.isCurve ? "x = \(text)" : "(\(text))"
    }
    var sentences = [
      "\(Plural.count(count, "optimizer")) \(count == 1 ? "runs" : "run") down \(name) = \(surface.formula) from \(place(lab.start)).",
      "After \(lab.timeline.position) of \(Plural.count(lab.timeline.count, "step")):",
    ]
    for number in lab.race.ranking {
      let run = lab.race.runs[number]
      let name = "\(RacerMark(number).letter), \(run.racer.configuration(after: lab.timeline.position)),"
      if case .diverged(let step) = run.status {
        sentences.append("\(name) diverged at step \(step).")
      } else {
        let stands = run.hasArrived ? "has arrived at" : "stands at"
        sentences.append(
          "\(name) \(stands) \(place(run.state.point)), f = \(Numeral.format(run.state.value)).")
      }
    }
    if lab.race.runs.contains(where: \.hasArrived) {
      sentences.append(
        "Whoever is nearer than \(Numeral.format(Surface.arrivalDistance)) to the lowest minimum has arrived."
      )
    }
    if lab.setup.noise > 0 {
      sentences.append("Gradients carry noise of size \(Numeral.format(lab.setup.noise)).")
    }
    sentences.append("Every gradient comes from the tape of the engine; nothing is estimated.")
    return sentences.joined(separator: " ")
  }
}
