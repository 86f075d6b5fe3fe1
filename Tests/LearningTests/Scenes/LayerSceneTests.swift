import Learning
import Testing

@Suite struct LayerSceneTests {
  @Test(arguments: [
    "layer:cs231n", "layer:groups?view=stack&filter=4&step=3",
    "layer:cs231n?bias=2,0&padding=0&stride=1&relu=true",
    "layer:1%202;3%204%20%2F%205%206;7%208/1%200;0%201%20%2F%200%201;1%200?bias=1",
    "layer:1%202;3%204%20%2F%205%206;7%208/1/2?groups=2&upstream=1%202;3%204%20%2F%205%206;7%208&view=backward",
    "layer:grey?view=counts", "layer:cs231n?rule=same&view=1x1",
  ])
  func readsBack(_ text: String) throws {
    #expect(try Scene(parsing: text).description == text)
  }

  @Test(arguments: LayerPreset.allCases)
  func presets(_ preset: LayerPreset) throws {
    let scene = try #require(try Scene(parsing: "layer:\(preset.name)").state as? LayerScene)
    #expect(scene == preset.scene)
    for view in LayerScene.View.allCases {
      var scene = scene
      scene.view = view
      _ = try scene.shownLayer().output()
      #expect(try Scene(parsing: Scene(scene).description) == Scene(scene))
    }
  }

  /// The numbers of the first preset, worked out by NumPy.
  @Test func threeChannelsAndTwoFilters() throws {
    let layer = try LayerPreset.cs231n.scene.layer()
    #expect(
      layer.output().map(\.rows) == [
        [[3, 5, 3], [3, 7, 3], [8, 10, -3]], [[-8, -7, -1], [-3, 1, 0], [-3, -8, -5]],
      ])
    #expect(layer.parameterCount == 56)
  }

  @Test func viewsShowTheirLayer() throws {
    var scene = LayerPreset.cs231n.scene
    scene.view = .depthwise
    let depthwise = try scene.shownLayer()
    #expect(depthwise.groups == 3 && depthwise.filters.count == 3)
    let whole = try LayerPreset.cs231n.scene.layer()
    // Without the bias the maps are the partial sums of the first filter.
    let step = try whole.step(filter: 0, at: Position(row: 1, column: 2))
    #expect(depthwise.output().map { $0[1, 2] - 1 } == step.channels.map(\.sum))
    scene.view = .pointwise
    let pointwise = try scene.shownLayer()
    #expect(pointwise.geometry.windows == 5 && pointwise.filters[0].kernels.map(\.cells) == [[0], [-1], [1]])
  }

  @Test(arguments: [
    ("layer:1%202;3%204/1%200;0%201%20%2F%201%200;0%201", "filter 1 has 2 kernels for 1 channel"),
    ("layer:1,2;3,4", "a layer needs at least one channel and one filter"),
    ("layer:cs231n?bias=1,2,3", "there are 3 biases for 2 filters"),
    ("layer:cs231n?groups=2", "2 groups cannot share 3 channels and 2 filters equally"),
    ("layer:cs231n?upstream=1,2;3,4", "1 upstream gradient comes back to 2 maps"),
    ("layer:cs231n?filter=2", "the setting filter needs view=stack"),
    ("layer:cs231n?view=side", "view=side: expected sums, stack, 1x1, depthwise, backward, counts"),
    (
      "layer:nothing",
      "\"nothing\" is no layer: write channels such as 1 0; 0 1 / 2 1; 1 0 or one of cs231n, grey, edges, depthwise, groups"
    ),
    (
      "layer:1,2;3,4/1,0,0;0,1,0;0,0,1",
      "the kernel does not fit: it has 3 rows, the input only 2"
    ),
  ])
  func refuses(_ text: String, with sentence: String) {
    let error = #expect(throws: SceneError.self) { try Scene(parsing: text) }
    #expect(error?.description == sentence)
  }
}
