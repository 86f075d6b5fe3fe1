import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("Scene strings reopen what is on the screen")
struct ReopenedSceneTests {
  @Test(arguments: SceneLab.all.enumerated().map { ("\($0.element)", $0.offset) })
  func everyLab(_ name: String, _ index: Int) throws {
    // Labs that work out much after a key are tried with fewer of them.
    let rounds = name == "RaceLab" ? 25 : 60
    try expectReopening(SceneLab.all[index], seed: UInt64(index + 1), rounds: rounds)
  }

  @Test(arguments: [
    ("v", "view=loss"), ("v v", "view=inside"), ("V", "view=relief"), ("w w", "view=relief&turn=60"),
    ("f", "fairness=same-rate"), ("f f f", "fairness=tuned"), ("tab", "selected=2"), ("h", "shades=rank"),
    (">", "steps=200"), ("n", "noise=0.01"), ("n d", "noise=0.01&seed=2"), ("z", "rotate=15"),
    ("k", "condition=50"),
  ])
  func eachKeyOfTheRaceIsKept(_ keys: String, _ settings: String) throws {
    var lab = try RaceLab(scene: RaceScene(.init(Surface(.ravine))))
    lab.resize(80, 24)
    lab.press(keys)
    #expect(lab.shown.description.contains(settings), "\(lab.shown)")
  }

  @Test func aFairnessThatNoLongerHoldsIsNotClaimed() throws {
    var lab = try RaceLab(scene: RaceScene(.init(Surface(.ravine))))
    lab.resize(80, 24)
    lab.press("f")
    #expect(lab.setup.fairness == .sameRate)
    lab.press("l")
    #expect(lab.setup.fairness == nil)
    lab.press("u")
    #expect(lab.setup.fairness == .sameRate)
  }

  private func expectReopening<Content: TopicLab>(_ kind: Content.Type, seed: UInt64, rounds: Int) throws {
    var (lab, chance) = (try Content.opened(Content.State.lab), SplitMix64(seed: seed))
    lab.resize(100, 30)
    for _ in 0..<rounds {
      for _ in 0..<chance.integer(in: 1...5) { _ = lab.update(.key(Self.key(&chance))) }
      let text = lab.shown.description
      let scene = try Scene(parsing: text)
      #expect(scene.description == text)
      var reopened = try Content.opened(scene)
      #expect(reopened.shown.description == text)
      reopened.resize(100, 30)
      let (drawn, expected) = (reopened.drawn(100, 30), lab.asReopened(reopened).drawn(100, 30))
      #expect(drawn == expected, "\(text)\n\(drawn.text)\n\(expected.text)")
      if drawn != expected { return }
    }
  }

  private static func key(_ chance: inout SplitMix64) -> Key {
    let keys: [Key] = [.left, .right, .up, .down, .enter, .escape, .tab, .backTab, .end, .home]
    if chance.uniform() < 0.25 { return keys[chance.integer(in: 0...keys.count - 1)] }
    let letters = Array("abdefhijklnoprstuvwxzABDEFHIJKLNOPRSTUVWXZ<>1230")
    return .character(letters[chance.integer(in: 0...letters.count - 1)])
  }
}
