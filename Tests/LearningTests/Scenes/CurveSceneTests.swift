import Learning
import Testing

@Suite struct CurveSceneTests {
  @Test(arguments: [
    "curve:sigmoid", "curve:leaky:a%3D0.1?with=relu&with=tanh&view=slopes&kink=right&range=-2,2&step=40",
    "curve:x%5E2?with=cross-entropy&step=3".replacing("%5E", with: "^"), "curve:cross-entropy?range=0,2",
    "curve:squared?kink=middle&step=80",
  ])
  func readsWhatItWrites(_ text: String) throws {
    let scene = try Scene(parsing: text)
    #expect(scene.description == text)
    #expect(try Scene(parsing: scene.description) == scene)
  }

  @Test(arguments: [
    ("curve:sigmod", "\"sigmod\" is unknown here"),
    ("curve:sigmoid?with=sigmoid", "the curve \"sigmoid\" is there twice"),
    ("curve:x?with=1&with=2&with=3", "at most 3 curves lie over one another"),
    ("curve:x?range=2,1", "a range is written LOW,HIGH as in -4,4"),
    ("curve:x?range=1", "a range is written"),
    ("curve:x?range=-1e9,1", "a range is written"), ("curve:x?range=nan,1", "a range is written"),
    ("curve:x?step=81", "step=81: expected a whole number from 0 to 80"),
    ("curve:relu:a=1", "relu has no parameter"),
    ("curve:x?kink=up", "kink=up: expected usual, left, middle, right"),
  ])
  func refuses(_ text: String, _ sentence: String) {
    let error = #expect(throws: SceneError.self) { try Scene(parsing: text) }
    #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
  }

  @Test func placesAlongX() throws {
    let scene = CurveScene()
    #expect((scene.x(at: 0), scene.x(at: 43), scene.x(at: 80)) == (-4, 0.3, 4))
    #expect(
      scene.position(near: 0.32) == 43 && scene.position(near: -99) == 0 && scene.position(near: .nan) == 0)
    #expect(CurveScene(Curve(.crossEntropy)).range == 0...1)
  }

  @Test func focusGoesRound() throws {
    var scene = CurveScene(Curve(.relu))
    try scene.add(Curve(.tanh))
    try scene.add(Curve(.linear))
    #expect(scene.curves.map(\.name) == ["linear", "tanh", "relu"])
    scene.moveFocus(by: 1)
    #expect(scene.curves.map(\.name) == ["tanh", "relu", "linear"])
    scene.moveFocus(by: -1)
    #expect(scene.curves.map(\.name) == ["linear", "tanh", "relu"])
    #expect(throws: CurveSceneError.tooMany) { try scene.add(Curve(.sigmoid)) }
    scene.dropFocus()
    scene.dropFocus()
    scene.dropFocus()
    #expect(scene.curves.map(\.name) == ["relu"])
  }

  @Test func choicesAtAKink() {
    var scene = CurveScene(Curve(.relu))
    let slopes = CurveScene.KinkChoice.allCases.map { choice in
      scene.kink = choice
      return scene.point(of: scene.curve, at: 0).slope
    }
    #expect(slopes == [0, 0, 0.5, 1])
    #expect(scene.slopeAtKink(of: Curve(.tanh)) == nil && scene.slopeAtKink(of: Curve(.threshold)) == nil)
  }
}
