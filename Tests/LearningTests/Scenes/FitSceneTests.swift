import Learning
import Testing

@Suite struct FitSceneTests {
  @Test(arguments: [
    "fit:degree", "fit:degree?view=errors&lambda=0.001&points=30&noise=0.05&seed=9&step=15",
    "fit:lambda?view=vote&degree=4&step=12", "fit:points?degree=3&noise=0&step=12",
    "fit:updates?view=errors&dropout=0.2&stop=true&step=30",
  ])
  func readsWhatItWrites(_ text: String) throws {
    let scene = try Scene(parsing: text)
    #expect(scene.description == text)
    #expect(try Scene(parsing: scene.description) == scene)
  }

  @Test(arguments: [
    ("fit:width", "\"width\" is nothing to go through; there are degree, lambda, points, updates"),
    ("fit?degree=16", "from 0 to 15"),
    ("fit?points=2", "from 3 to 200"), ("fit?lambda=-1", "the lambda must be 0 to 1,000,000"),
    ("fit?lambda=1e7", "the lambda must be 0 to 1,000,000"),
    ("fit?noise=11", "the noise must be 0 to 10 to be drawn"),
    ("fit?step=10", "step=10: expected a whole number from 0 to 9"),
    ("fit?view=surface", "expected curve, errors, vote"),
    ("fit?lambda=nan", "lambda"), ("fit?dropout=1", "the dropout must be 0 to 0.9"),
  ])
  func refuses(_ text: String, _ sentence: String) {
    let error = #expect(throws: SceneError.self) { try Scene(parsing: text) }
    #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
  }

  /// The timeline has only fits with one best polynomial.
  @Test func onlyWhatIsDeterminedIsSwept() throws {
    var scene = FitScene()
    #expect(scene.settings.map(\.degree) == Array(0...9))
    try scene.setPenalty(1e-6)
    #expect(scene.settings.map(\.degree) == Array(0...15))
    try scene.setPenalty(0)
    scene.sweep = .lambda
    #expect(scene.settings.map(\.penalty) == FitScene.penalties)
    try scene.setDegree(10)
    #expect(scene.settings.map(\.penalty) == Array(FitScene.penalties.dropFirst()))
    scene.sweep = .points
    #expect(scene.settings.map(\.points) == [12, 15, 20, 25, 30, 40, 50, 70, 100])
    for view in FitScene.View.allCases {
      for sweep in FitScene.Sweep.allCases {
        (scene.view, scene.sweep) = (view, sweep)
        for setting in scene.settings {
          let data = try scene.data(setting.points)
          guard setting.updates == nil else { continue }
          #expect(throws: Never.self) {
            try PolynomialFit(data, degree: setting.degree, penalty: setting.penalty)
          }
          guard view == .vote else { continue }
          #expect(throws: Never.self) {
            try FitVote(data, degree: setting.degree, penalty: setting.penalty)
          }
        }
      }
    }
  }

  @Test(arguments: FitPreset.allCases)
  func presetsRead(_ preset: FitPreset) throws {
    let scene = preset.scene
    #expect(try Scene(parsing: scene.string.description) == Scene(scene))
    #expect(FitPreset.allCases.filter { $0.scene == scene } == [preset])
    #expect(scene.settings.indices.contains(scene.step))
  }
}
