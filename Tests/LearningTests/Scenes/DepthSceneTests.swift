import Learning
import Testing

@Suite struct DepthSceneTests {
  @Test(arguments: [
    "depth:0.8x6", "depth:0.5x4?activation=sigmoid&target=1&step=8", "depth:1,2x2,-0.5?skip=true&input=0.1",
    "depth:0.9x20?view=unrolled&step=40",
    "depth:0.8x6?view=layers&activation=relu&layers=12&width=32&inputs=100&batch=16&init=he-normal&norm=true&seed=7&step=24",
  ])
  func readsWhatItWrites(_ text: String) throws {
    let scene = try Scene(parsing: text)
    #expect(scene.description == text)
    #expect(try Scene(parsing: scene.description) == scene)
  }

  @Test(arguments: [
    ("depth:,", "\",\" is no list of weights such as 0.5,2 or 0.8x20"),
    ("depth:0.5xx3", "\"0.5xx3\" is no list of weights"), ("depth:0.5x0", "is no list of weights"),
    ("depth:nan", "is no list of weights"), ("depth:1x51", "1 to 50 layers are drawn, not 51"),
    ("depth:1x99999999999999999999", "is no list of weights"),
    ("depth:1x9223372036854775807", "1 to 50 layers are drawn"),
    ("depth:1x50,2", "1 to 50 layers are drawn, not 51"),
    ("depth:11", "weights lie within 10 of 0"), ("depth:1?input=1e9", "input and target within 1,000"),
    ("depth:1x3?step=7", "step=7: expected a whole number from 0 to 6"),
    ("depth?view=layers&layers=3&step=7", "from 0 to 6"), ("depth?layers=51", "from 1 to 50"),
    ("depth?width=0", "from 1 to 256"), ("depth?batch=1", "from 2 to 256"),
    ("depth?layers=50&width=256", "beyond the 2,000,000 numbers drawn"),
    ("depth?init=xavier", "expected zero, equal"),
    ("depth?view=wide", "expected chain, layers, unrolled"),
  ])
  func refuses(_ text: String, _ sentence: String) {
    let error = #expect(throws: SceneError.self) { try Scene(parsing: text) }
    #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
  }

  @Test func aRecurrentUnitHasOneWeight() throws {
    var scene = try DepthScene([0.5, 2, 3])
    scene.view = .unrolled
    #expect(try scene.chain().layers.map(\.weight) == [0.5, 0.5, 0.5])
  }

  @Test func layersComeAndGoAtTheEnd() throws {
    var scene = try DepthScene([0.5, 2])
    try scene.setLayerCount(4)
    #expect(scene.weights == [0.5, 2, 2, 2] && scene.steps == 8)
    try scene.setLayerCount(1)
    #expect(scene.weights == [0.5])
    #expect(throws: DepthSceneError.layers(0)) { try scene.setLayerCount(0) }
    scene.view = .layers
    try scene.setLayerCount(3)
    #expect(scene.stack.layers == 3 && scene.weights == [0.5])
  }

  @Test func anInputAsWideAsTheLayersIsTheUsualOne() throws {
    let scene = try #require(Scene(parsing: "depth?view=layers&inputs=64").state as? DepthScene)
    #expect(scene.stack.inputs == nil && !scene.string.description.contains("inputs"))
  }

  @Test(arguments: DepthPreset.allCases)
  func presetsRead(_ preset: DepthPreset) throws {
    let scene = preset.scene
    #expect(scene.step == scene.steps)
    #expect(try Scene(parsing: scene.string.description) == Scene(scene))
    #expect(DepthPreset.allCases.filter { $0.scene == scene } == [preset])
  }
}
