import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("The race lab")
struct RaceLabTests {
  private static func lab(_ text: String) throws -> RaceLab {
    guard case .race(let scene) = try Scene(parsing: text) else { throw LabRefusal("another lab") }
    var lab = try RaceLab(scene: scene)
    lab.resize(80, 24)
    return lab
  }

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
    #expect(lab.settings.changes == [RaceScene.Change(step: 20, racer: 0, setting: "lr=0.5")])
    lab.press("right")
    let changed = lab.race.runs[0].state
    let again = try Self.lab(Scene.race(lab.scene).description)
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
    #expect(lab.settings.start != nil)
    #expect(lab.race.runs.allSatisfy { $0.state.point == lab.start })
  }

  @Test(arguments: RacePreset.allCases) func everyPreparedRaceOpens(_ preset: RacePreset) throws {
    var lab = try RaceLab(scene: preset.scene)
    lab.resize(80, 24)
    #expect(lab.preset == preset)
    #expect(lab.timeline.count == preset.steps)
    #expect(lab.drawn(80, 24).faults.isEmpty)
  }
}
