import Learning
import Testing

@Suite struct TrainSceneTests {
  @Test(arguments: [
    "train:digits-cnn", "train:digits-mlp?init=torch&seed=3&optimizer=sgd:lr=0.1&schedule=cosine:steps=90",
    "train:FLATTEN,%20FC%2010?shuffle=false&batch=16&epochs=2&augment=shift=1,rotate=10",
    "train:digits-cnn?change=45:lr=0.02&change=90:weight_decay=0.1&pace=4&step=100",
    "train:digits-cnn?view=inside&digit=8&layer=2&map=3&cell=2,5&step=10",
    "train:digits-cnn?view=confusion&pair=8,1&list=true", "train:digits-cnn?data=mnist&load=a.safetensors",
    "train:digits-cnn?data=a.csv&columns=8x8x1&scale=16&test=0.25&step=3",
  ])
  func textsReadBack(_ text: String) throws {
    let scene = try Scene(parsing: text)
    #expect(scene.description == text)
    #expect(try Scene(parsing: scene.description) == scene)
  }

  /// A change that is planned is made when training comes there, just as if it had been made on the way.
  @Test func changesAreMadeOnTheWay() throws {
    var setup = TrainScene.Setup()
    setup.network = .typed(try Network(parsing: "FLATTEN, FC 10"))
    setup.changes = [TrainingChange(update: 20, settings: "lr=0.1")]
    var planned = try setup.training().trainer
    planned.seek(to: 40)
    setup.changes = []
    var changed = try setup.training().trainer
    changed.seek(to: 20)
    #expect(changed.settings.optimizer.learningRate == 0.01)
    var settings = changed.settings
    settings.optimizer.learningRate = 0.1
    try changed.change(settings)
    changed.seek(to: 40)
    #expect(planned.state.parameters == changed.state.parameters && planned.rate == 0.1)
    planned.seek(to: 10)
    #expect(planned.rate == 0.01)
  }

  /// The last digit of a test, so that the end of an epoch is no pause.
  @Test func largeNetworksAreTestedOnFewerPictures() throws {
    var setup = TrainScene.Setup()
    #expect(try setup.training().data.test.count == 360)
    setup.network = .typed(try Network(parsing: "[CONV 64 3x3 pad 1, RELU]x3, FLATTEN, FC 10"))
    let (data, trainer) = try setup.training()
    #expect(
      data.test.count == 250_000_000 / trainer.model.multiplyAdds && trainer.test?.count == data.test.count)
    #expect(data.training.count == 1_437)
  }

  @Test(arguments: [
    ("train:digits", "there is no network called \"digits\"; did you mean digits-cnn or digits-mlp?"),
    ("train:FC%203", "the network gives 3 where 10 scores are wanted, one for each class; end it with FC 10"),
    ("train:TANH", "the network has no weights, so that there is nothing to learn"),
    (
      "train:FC%2099999,%20FC%2010",
      "the lab trains up to 1,000,000 parameters, not 7,499,935; the command takes more"
    ),
    ("train:digits-cnn?cell=1", "cell=1: expected two whole numbers from 0 on, as in 2,5"),
    ("train:digits-cnn?pace=0", "pace=0: expected a whole number from 1 to 1,000"),
    ("train:digits-cnn?scale=16", "the setting scale needs a table of pictures, data=FILE.csv"),
    ("train:digits-cnn?data=a.csv&test=1", "test=1: expected a number of at least 0 and below 1"),
    (
      "train:digits-cnn?augment=5",
      "augment: \"5\" is not a change of pictures: write for example shift=1,rotate=10,noise=0.1"
    ),
    ("train:digits-cnn?load=a&init=he", "the setting init needs weights that do not come from a file"),
    (
      "train:digits-cnn?change=lr=0.1",
      "change: \"lr=0.1\" is no change: write an update and a setting, as in 200:lr=0.02, in the order of updates"
    ),
  ])
  func refusals(_ text: String, _ sentence: String) {
    #expect { try Scene(parsing: text) } throws: { "\($0)" == sentence }
  }

  @Test func unreadFilesAreNamed() throws {
    let scene = try #require(Scene(parsing: "train:digits-cnn?data=mnist").state as? TrainScene)
    #expect(scene.setup.hasUnreadFiles)
    #expect { try scene.setup.training() } throws: {
      "\($0)" == "\"mnist\" is a file, which only strider train and strider open read"
    }
  }
}
