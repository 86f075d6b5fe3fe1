import Learning
import Testing

@Suite struct NormSceneTests {
  @Test(arguments: [
    "norm:1,10;2,20;4,60;5,30", "norm:1;2;4;5?view=backward&grouping=channel&upstream=1,2,0,0&step=3",
    "norm:1,2;3,4?view=use&gamma=2,1&beta=0,1&epsilon=0&drift=0.5&step=20",
  ])
  func readsWhatItWrites(_ text: String) throws {
    let scene = try Scene(parsing: text)
    #expect(scene.description == text)
    #expect(try Scene(parsing: scene.description) == scene)
  }

  @Test(arguments: [
    ("norm:1,2", "2 to 8 samples (rows) of 1 to 4 features (columns) are shown, not 1x2"),
    ("norm:1,2;x,3", "batch: row 2, column 1: \"x\" is not a number"),
    ("norm:1;1e9", "numbers lie within 1,000,000 of 0"),
    ("norm:1;2?gamma=1,2", "gamma: \"1,2\" is not 1 number"),
    ("norm:1;2?epsilon=-1", "epsilon must be 0 to 1,000,000"),
    ("norm:1;2?upstream=1", "upstream: \"1\" is not 2 numbers"),
    ("norm:1;2?drift=1e9", "drift: numbers lie within"),
    ("norm:1;2?step=21", "step=21: expected a whole number from 0 to 20"),
    ("norm:1;2?grouping=layer", "expected feature, channel"),
  ])
  func refuses(_ text: String, _ sentence: String) {
    let error = #expect(throws: SceneError.self) { try Scene(parsing: text) }
    #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
  }

  @Test func runningAveragesFollow() throws {
    let scene = try NormScene(Grid(rows: [[1], [3]]))
    let running = try scene.running()
    #expect(running.count == 21 && running[0] == .fresh(features: 1))
    // Mean 2, variance 1, or 2 with n - 1.
    expectClose(running[1].mean, [0.2])
    expectClose(running[1].variance, [1.1])
    expectClose(running[2].mean, [0.38])
  }

  @Test func aChannelHasOneMeanForAllColumns() throws {
    var scene = try NormScene(Grid(rows: [[1, 2], [3, 6]]))
    scene.grouping = .channel
    #expect(try scene.normalised(scene.batch(0)).mean == [3])
  }
}
