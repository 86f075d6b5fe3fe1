import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("The race lab")
struct RaceLabTests {
  private static func lab(_ scene: String) throws -> RaceLab { try .opened(scene) }

  private static let three = "race:ravine?racer=sgd:lr=0.4&racer=momentum:lr=0.05&racer=adam:lr=0.3"

  @Test func steppingBackReturnsTheSameScreens() throws {
    var lab = try Self.lab(Self.three)
    var seen = [lab.drawn(80, 24)]
    for _ in 0..<30 {
      lab.press("right")
      seen.append(lab.drawn(80, 24))
    }
    for expected in seen.reversed() {
      #expect(lab.drawn(80, 24) == expected)
      lab.press("left")
    }
  }

  @Test func aRateChangedOnTheWayKeepsTheRunSoFar() throws {
    var lab = try Self.lab(Self.three + "&step=20")
    let before = lab.race.runs.map(\.state)
    lab.press("l")
    #expect(lab.race.runs.map(\.state) == before)
    #expect(lab.setup.changes == [RaceScene.Change(step: 20, racer: 0, setting: "lr=0.5")])
    lab.press("right")
    let changed = lab.race.runs[0].state
    let again = try Self.lab(Scene(lab.scene).description)
    #expect(again.race.runs[0].state == changed, "the scene string replays the change exactly")
  }

  @Test(arguments: [
    ("1%2Fx", "1,0"), ("1%2Fx", "0,0"), ("log(x)", "1,0"), ("log(x)", "-1,0"), ("exp(exp(x))", "2,0"),
    ("exp(exp(x))", "10,0"), ("sqrt(x)%2Bsqrt(y)", "1,1"),
  ])
  func numbersThatAreNoneNeverSpoilThePicture(_ function: String, _ start: String) throws {
    var lab = try Self.lab("race:\(function)?racer=sgd:lr=1&racer=adam:lr=0.5&start=\(start)")
    for keys in ["", "right right", "end", "v", "v", "v end", "left"] {
      lab.press(keys)
      #expect(lab.drawn(80, 24).faults.isEmpty)
      #expect(lab == lab, "no NaN in the state")
    }
  }

  @Test func aCopyRunsOnByItself() throws {
    var lab = try Self.lab(Self.three)
    var copy = lab
    lab.press("right right right")
    copy.press("right")
    #expect(lab.race.position == 3 && copy.race.position == 1)
    copy.press("right right")
    #expect(copy == lab)
  }

  @Test func undoReturnsToTheRaceBefore() throws {
    var lab = try Self.lab(Self.three + "&step=12")
    let (version, runs) = (lab.version, lab.race)
    for key in ["s", "l", "x", "z", "n", "j", "f", "e", ">", "b"] {
      lab.press(key)
    }
    while lab.history.canUndo { lab.press("u") }
    #expect(lab.version == version)
    #expect(lab.race == runs)
  }

  @Test func aDivergedRacerIsReportedAndTheOthersGoOn() throws {
    var lab = try Self.lab("race:ravine?racer=sgd:lr=0.6&racer=adam:lr=0.3")
    lab.press("end")
    guard case .diverged(let step) = lab.race.runs[0].status else {
      Issue.record("a rate of 0.6 diverges in the ravine")
      return
    }
    #expect(lab.drawn(80, 24).text.contains("DIVERGED at \(step)"))
    #expect(lab.race.runs[1].state.step == 200)
    #expect(lab.race.ranking == [1, 0])
  }

  @Test func aRankingIsJudgedPairByPair() throws {
    var lab = try Self.lab(Self.three)
    lab.press("end")
    let order = lab.race.ranking.map { String(RacerMark($0).letter).lowercased() }
    lab.press("g \(order.joined(separator: " ")) enter")
    #expect(lab.chrome.toast?.kind == .right)
    lab.press("g \(order.reversed().joined(separator: " ")) enter")
    #expect(lab.chrome.toast?.kind == .wrong)
    #expect(lab.chrome.toast?.text.contains("0 of 3 pairs") == true)
  }

  @Test func aClickOnTheMapMovesTheStart() throws {
    var lab = try Self.lab(Self.three + "&step=9")
    let layout = lab.layout(isProjected: false)
    _ = lab.update(
      .mouse(MouseEvent(.press, at: Point(x: layout.map.x + layout.map.width / 2, y: layout.map.y + 3))))
    #expect(lab.timeline.position == 0)
    #expect(lab.setup.start != nil)
    #expect(lab.race.runs.allSatisfy { $0.state.point == lab.start })
  }

  /// What a prepared race promises is on its own timeline.
  @Test(arguments: [(RacePreset.diverge, [0]), (.limits, [1, 3, 5])])
  func preparedRacesLastUntilSomebodyDiverges(_ preset: RacePreset, _ racers: [Int]) throws {
    var lab = try RaceLab(scene: preset.scene)
    lab.resize(80, 24)
    lab.press("end")
    let out = lab.race.runs.indices.filter { lab.race.runs[$0].divergedAt != nil }
    #expect(out == racers)
    let text = lab.drawn(80, 24).text
    for racer in out {
      let step = try #require(lab.race.runs[racer].divergedAt)
      #expect(text.contains("DIVERGED at \(step)"))
    }
  }

  @Test func atTheStartNobodyHasAPlaceAndTheStepShownIsToCome() throws {
    var lab = try Self.lab(Self.three)
    var text = lab.drawn(80, 24).text
    #expect(text.contains("w ← -5") && text.contains("first step: w ← -5"))
    let row = try #require(text.split(separator: "\n").first { $0.contains("■ momentum") })
    #expect(row.hasSuffix(" -"))
    lab.press("v v")
    text = lab.drawn(80, 24).text
    #expect(text.contains("SGD, first step, to come"))
    #expect(text.contains("stable below lr = 0.5") && text.contains("2/λ = 2/4 = 0.5"))
    lab.press("right")
    text = lab.drawn(80, 24).text
    #expect(text.contains("SGD, step 1") && !text.contains("first step"))
  }

  @Test func racersAtTheSameHeightShareAPlace() throws {
    let lab = try Self.lab("race:bowl?racer=sgd:lr=0.1&racer=sgd:lr=0.1&racer=sgd:lr=0.01&step=5")
    #expect(lab.race.places == [1, 1, 3])
  }

  @Test func aStartFarAwayHasDivergedAtOnce() throws {
    var lab = try Self.lab("race:bowl?start=2e9,0")
    let text = lab.drawn(80, 24).text
    #expect(text.contains("DIVERGED at 0") && text.contains("x or y is beyond 1e9"))
    lab.press("end v v v")
    #expect(lab.drawn(80, 24).faults.isEmpty)
  }

  @Test(arguments: [
    ("sqrt(x^2%2By^2)?start=0,0", 0, "DIVERGED: A, B, C at step 0 (a length has no slope at the origin)."),
    (
      "sqrt(x)%2By^2?racer=sgd:lr=1&racer=sgd:lr=1e-5&start=0.01,0", 1,
      "DIVERGED: A at step 1 (sqrt of a negative number, -4.99, is nan)."
    ),
    ("1%2Fx?racer=sgd:lr=1&start=0,1", 0, "DIVERGED: A at step 0 (division by 0)."),
    ("x^4?racer=sgd:lr=1&start=3,0", 60, "DIVERGED: A at step 3 (no finite number, or beyond 1e9)."),
  ])
  func aRaceThatEndsSaysWhy(_ scene: String, _ steps: Int, _ words: String) throws {
    let lab = try Self.lab("race:\(scene)&step=\(steps)")
    #expect(lab.drawn(80, 24).text.contains(words), "\(lab.drawn(80, 24).text)")
    #expect(lab == lab, "no NaN in the state")
  }

  @Test(arguments: RacePreset.allCases) func everyPreparedRaceOpens(_ preset: RacePreset) throws {
    var lab = try RaceLab(scene: preset.scene)
    lab.resize(80, 24)
    #expect(lab.preset == preset)
    #expect(lab.timeline.count == preset.steps)
    #expect(lab.drawn(80, 24).faults.isEmpty)
  }
}

@Suite("The race that opens when no racers are named")
struct UsualRaceTests {
  @Test func isThatOfTheHomeScreenToo() throws {
    let entry = try #require(HomeEntry.all.first { $0.key == "r" })
    #expect(try Scene(parsing: entry.scene) == Scene(RaceScene(.init(Surface(.ravine)))))
    let lab = try RaceLab()
    #expect(lab.preset == .zigzag && lab.timeline.count == RacePreset.zigzag.steps)
  }

  /// Racers that nobody chose make way for those of the next surface; chosen ones stay.
  @Test func goesOnFromSurfaceToSurface() throws {
    var lab = try RaceLab()
    lab.resize(80, 24)
    lab.press("s")
    #expect(lab.setup == RaceScene.Setup(Surface(.rosenbrock)))
    #expect(lab.preset == .longValley && lab.timeline.count == RacePreset.longValley.steps)
    lab.press("l")
    let chosen = lab.setup.racers
    lab.press("s")
    #expect(lab.setup.surface == Surface(.beale) && lab.setup.racers == chosen)
    lab.press("u u u")
    #expect(lab.setup == RaceScene.Setup(Surface(.ravine)) && lab.timeline.count == RacePreset.zigzag.steps)
  }
}
