import Learning
import Testing

@Suite struct ClassifySceneTests {
  @Test(arguments: [
    "classify:moons", "classify:spiral?points=400&noise=0&seed=7&test=0.25",
    "classify:sin(3*x)%2F2?network=FC%2012,%20RELU,%20FC%202&init=he&weights=3",
    "classify:0,0,red;1,1,blue?test=0&batch=1",
    "classify:circles?optimizer=sgd:lr=0.1&schedule=cosine:steps=50",
    "classify:xor?epochs=20&stop=loss:0.1&stop=patience:5",
    "classify:moons?change=200:lr=0.02&change=300:weight_decay=0.1&view=weights&weight=17&step=250",
  ])
  func textsReadBack(_ text: String) throws {
    let scene = try Scene(parsing: text)
    #expect(scene.description == text)
    #expect(try Scene(parsing: scene.description) == scene)
  }

  /// A change that lies ahead is made when training comes there.
  @Test func changesLieOnTheWay() throws {
    var setup = ClassifyScene.Setup()
    setup.changes = [TrainingChange(update: 20, settings: "lr=0.1")]
    var late = try setup.training().trainer
    late.seek(to: 40)
    var early = try setup.training().trainer
    early.seek(to: 10)
    #expect(early.settings.optimizer.learningRate == 0.01)
    early.seek(to: 40)
    #expect(early.state == late.state && early.settings.optimizer.learningRate == 0.1)
  }

  @Test func dropoutStandsBehindHiddenLayers() {
    var setup = ClassifyScene.Setup()
    setup.drop(0.2)
    #expect(
      setup.layers.map(\.description)
        == ["FC 8", "TANH", "DROPOUT 0.2", "FC 8", "TANH", "DROPOUT 0.2", "FC 2"])
    #expect(setup.form?.hidden == [8, 8] && setup.form?.activation == .tanh && setup.form?.dropout == 0.2)
  }

  @Test(arguments: [
    (
      "classify:moon",
      "there are no points \"moon\"; there are blobs, circles, moons, spiral, xor, checker, or type a function of x"
    ),
    (
      "classify:moons?network=FC%203",
      "network: the network gives 3 where 2 scores are wanted, one for each class; end it with FC 2"
    ),
    ("classify:moons?batch=0", "batch=0: expected a whole number from 1 to 1,000,000"),
    ("classify:0,0,a;1,1,b?noise=0", "the setting noise needs points that are drawn"),
    ("classify:moons?stop=never", "stop: \"never\" is no reason to stop: write loss:0.01 or patience:20"),
    (
      "classify:moons?change=lr=0.1",
      "change: \"lr=0.1\" is no change: write an update and a setting, as in 200:lr=0.02, in the order of updates"
    ),
    ("classify:moons?network=TANH", "network: the network has no weights, so that there is nothing to learn"),
  ])
  func refusals(_ text: String, _ sentence: String) {
    #expect { try Scene(parsing: text) } throws: { "\($0)" == sentence }
  }
}
