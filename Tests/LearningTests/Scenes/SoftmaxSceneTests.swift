import Learning
import Testing

@Suite struct SoftmaxSceneTests {
  @Test(arguments: [
    "softmax:3,1,0.2", "softmax:3,1,0.2?target=2&step=6", "softmax:2,1?view=naive&shift=1000&temperature=0.5",
    "softmax:2.2,-1.4,0.4?view=binary&labels=1,1,0&weights=1,2&lambda=0&step=3",
  ])
  func readsWhatItWrites(_ text: String) throws {
    let scene = try Scene(parsing: text)
    #expect(scene.description == text)
    #expect(try Scene(parsing: scene.description) == scene)
  }

  @Test(arguments: [
    ("softmax:1", "two to eight scores are shown, not 1"), ("softmax:1,x", "\"1,x\" is no list of numbers"),
    ("softmax:1,inf", "is no list of numbers"),
    ("softmax:1,1e9", "scores, shift and weights lie within 1,000,000"),
    ("softmax:1,2?target=2", "target=2: expected a whole number from 0 to 1"),
    ("softmax:1,2?temperature=0", "the temperature must be 0.01 to 1,000, not 0"),
    ("softmax:1,2?shift=1e9", "scores, shift and weights"),
    ("softmax:1,2?labels=1", "labels: \"1\" is not a 0 or 1 for each of 2 samples"),
    ("softmax:1,2?lambda=-1", "lambda must be 0 to"),
    ("softmax:1,2?step=7", "step=7: expected a whole number from 0 to 6"),
  ])
  func refuses(_ text: String, _ sentence: String) {
    let error = #expect(throws: SceneError.self) { try Scene(parsing: text) }
    #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
  }

  @Test func fewerScoresKeepTheTrueClassInside() throws {
    var scene = try SoftmaxScene([1, 2, 3, 4])
    scene.setTarget(3)
    try scene.setLogits([5, 6])
    #expect(scene.target == 1 && scene.labels.count == 2)
    scene.setLogit(.nan, at: 0)
    scene.setLogit(1e300, at: 1)
    scene.setLogit(1, at: 9)
    #expect(scene.logits == [5, SoftmaxScene.most])
  }
}
