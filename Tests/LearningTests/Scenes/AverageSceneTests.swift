import Learning
import Testing

@Suite struct AverageSceneTests {
  @Test(arguments: [
    "ema:eur-usd", "ema:10,12,9?beta=0.5&start=zero&step=2", "ema:noise?beta=0.98&seed=7", "ema:step",
    "ema:ramp?show=first,corrected", "ema:step?beta=0.9,0.5,0.98&start=corrected", "ema:step?beta=0.5,0",
    "ema:-1.5,1e300,0?start=multiplied",
  ])
  func textsReadBack(_ text: String) throws {
    #expect(try Scene(parsing: text).description == text)
  }

  @Test func usualThings() throws {
    #expect(try Scene(parsing: "ema") == Scene(AverageScene()))
    #expect(AverageScene().beta == 0.9 && AverageScene().start == .first)
  }

  @Test(arguments: [
    ("ema:gold", "there are no data \"gold\""), ("ema:1,nan", "sample 2: \"nan\""),
    ("ema:step?beta=1", "beta must be at least 0 and below 1, not \"1\""),
    ("ema:step?beta=0.9,0.9", "beta takes 1 to 6 different numbers such as 0.5,0.9,0.98, not \"0.9,0.9\""),
    ("ema:step?beta=,", "beta takes 1 to 6 different numbers"),
    ("ema:step?beta=0.5,1", "beta must be at least 0 and below 1, not \"1\""),
    ("ema:step?beta=0,9", "beta must be at least 0 and below 1, not \"0,9\"; write 0.9 with a point"),
    ("ema:step?beta=-0.1", "beta must be at least 0 and below 1, not \"-0.1\""),
    ("ema:step?seed=3", "the setting seed needs the data noise"),
    ("ema:step?start=second", "start=second: expected first, zero, corrected, multiplied"),
    ("ema:step?show=all", "show=all: expected first, zero, "),
    ("ema:step?step=-1", "step=-1: expected a whole number"),
  ])
  func refusals(text: String, sentence: String) {
    let error = #expect(throws: SceneError.self) { try Scene(parsing: text) }
    #expect(error?.description.hasPrefix(sentence) == true, "\(error?.description ?? "")")
  }

  @Test func dataMistakesAreTheDatasFault() {
    let error = #expect(throws: SceneError.self) { try Scene(parsing: "ema:1,inf") }
    #expect(error?.fault == .data)
  }

  @Test func randomScenesReadBack() throws {
    var chance = SplitMix64(seed: 5)
    for _ in 0..<300 {
      let data: [AverageData] = [
        .euroDollar, .noise(seed: chance.next()), .step, .ramp,
        .numbers([chance.normal(), -chance.normal()]),
      ]
      var scene = AverageScene(data[chance.integer(in: 0...4)])
      scene.beta = chance.uniform()
      scene.start = AverageStart.allCases[chance.integer(in: 0...3)]
      scene.shown = Set(AverageStart.allCases.filter { _ in chance.uniform() < 0.5 })
      scene.step = chance.integer(in: 0...300)
      #expect(try Scene(parsing: Scene(scene).description) == Scene(scene))
    }
  }
}
