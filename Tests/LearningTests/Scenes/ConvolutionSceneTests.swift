import Learning
import Testing

@Suite struct ConvolutionSceneTests {
  private func scene(_ text: String) throws -> ConvolutionScene {
    guard let scene = try Scene(parsing: text).state as? ConvolutionScene else {
      Issue.record("not a conv scene")
      return ConvolutionScene()
    }
    return scene
  }

  @Test func readsTheScenesOfTheManual() throws {
    let first = try scene("conv:galway/vertical-edge?padding=1&stride=2&step=5")
    #expect(first.grid == .preset(.galway))
    #expect(first.kernel == .preset(.verticalEdge))
    #expect((first.padding, first.stride, first.step) == (Padding(1), Extent(2), 5))
    #expect(try first.convolution().output().extent == Extent(4))

    let second = try scene("conv:1,0,2;3,4,5;1,1,0/box")
    #expect(try second.convolution().output().cells == [17])
    #expect(Scene(second).description == "conv:1,0,2;3,4,5;1,1,0/box")
  }

  @Test func usualSettingsNeedNoMention() throws {
    #expect(try scene("conv") == ConvolutionScene())
    #expect(try scene("conv:kcl").kernel.grid.rows == [[-1, 1], [0, -2]])
    #expect(try scene("conv:galway-padded").padding == 1)
    #expect(
      Scene(ConvolutionScene(.preset(.galwayPadded))).description
        == "conv:galway-padded/vertical-edge")
    #expect(try scene("conv:galway-padded?padding=0").padding == 0)
    #expect(
      Scene(ConvolutionScene.lectureSignal).description == "conv:0,1,2,3,4/1,-1,2?flip=true&view=signal")
    #expect(try ConvolutionScene.lectureSignal.signal(.full).output() == [0, 1, 1, 3, 5, 2, 8])
  }

  @Test func readsEverySetting() throws {
    let text =
      "conv:galway/random?padding=1x2&stride=2x1&dilation=1x2&rule=exact&flip=true&bias=-0.5&relu=true"
      + "&size=3x2&seed=9&view=unrolled&order=rows&step=3"
    let read = try scene(text)
    #expect(read.padding == Padding(height: 1, width: 2))
    #expect(read.kernel == .preset(.random(Extent(height: 3, width: 2), seed: 9)))
    #expect(read.view == .unrolled(.rows))
    #expect((read.rule, read.isFlipped, read.bias, read.hasReLU) == (.exact, true, -0.5, true))
    #expect(Scene(read).description == text)
  }

  @Test(
    arguments: [
      (
        "conv:nowhere",
        "\"nowhere\" is no grid: write rows such as 1,0;0,1 or one of galway, edge-vertical, edge-horizontal, galway-padded, kcl, cnn5"
      ),
      (
        "conv:galway?padding=1,2,3",
        "padding: \"1,2,3\" is not a padding: write 1, 1x2 (height x width), top,left,bottom,right or same"
      ),
      ("conv:galway?rule=ceil", "rule=ceil: expected floor, exact, same"),
      ("conv:/etc/passwd", "a conv scene has at most 2 parts between slashes, not 3"),
      (
        "conv:galway/edge.csv",
        "\"edge.csv\" is no kernel: write rows such as 1,0;0,1 or one of vertical-edge, horizontal-edge, sobel-x, sobel-y, scharr-x, scharr-y, laplacian, sharpen, box, identity, random"
      ),
      ("conv:1,2;3", "grid: row 2 has 1 cell where the first row has 2"),
      ("conv:galway/1,%1b", "kernel: row 1, column 2: \"\\u{1b}\" is not a number"),
      (
        "conv:galway?colour=red",
        "a conv scene has no setting \"colour\"; it has padding, rule, stride, dilation, flip, bias, relu, size, seed, view, order, mode, upstream, axes, step"
      ),
      ("conv:galway?step=1&step=2", "the setting step is given twice"),
      ("conv:galway?step=-1", "step=-1: expected a whole number from 0 to 1,000,000"),
      ("conv:galway?step=1e3", "step=1e3: expected a whole number from 0 to 1,000,000"),
      ("conv:galway?step=1000001", "step=1000001: expected a whole number from 0 to 1,000,000"),
      ("conv:galway?relu=yes", "relu=yes: expected true or false"),
      ("conv:galway?bias=inf", "bias=inf: expected a finite number"),
      ("conv:galway?rule=round", "rule=round: expected floor, exact, same"),
      ("conv:galway?seed=3", "the setting seed needs the kernel random"),
      ("conv:galway/sobel-x?size=5", "the setting size needs one of the kernels box, identity, random"),
      ("conv:galway/box?size=0", "the kernel must be 1 or more, not 0"),
      ("conv:galway/box?size=100000", "the window 100000x100000 is beyond the limit of 1,000,000 cells"),
      ("conv:galway/box?size=9", "the kernel does not fit: it has 9 rows, the input only 7"),
      (
        "conv:galway?padding=x",
        "padding: \"x\" is not a padding: write 1, 1x2 (height x width), top,left,bottom,right or same"
      ),
      ("conv:galway?padding=-1", "the padding must be 0 or more, not -1"),
      (
        "conv:galway?stride=9223372036854775808",
        "stride: \"9223372036854775808\" is beyond the limit of 1,000,000"
      ),
      ("conv:galway?order=rows", "the setting order needs view=unrolled"),
      ("conv:galway?mode=same", "the setting mode needs view=signal"),
      (
        "conv:galway?view=signal",
        "the setting view=signal needs a grid and a kernel of one row each"
      ),
      (
        "conv:1,2/1,2,3?view=signal&mode=valid",
        "mode valid needs a kernel no longer than the signal: it has 3 weights for 2 samples"
      ),
      ("conv:galway?upstream=1,2", "the upstream gradient is 1x2 where the output is 5x5"),
      ("pool:galway?upstream=1", "the upstream gradient is 1x1 where the output is 3x3"),
      ("pool:galway/box", "a pool scene has at most 1 part between slashes, not 2"),
      ("pool:galway?kind=median", "kind=median: expected max, average, sum, l2"),
      ("pool:galway?size=8", "the kernel does not fit: it has 8 rows, the input only 7"),
      ("cnov:galway", "there is no lab \"cnov\"; there are \(Scene.labs.joined(separator: ", "))"),
    ] as [(String, String)])
  func refuses(text: String, sentence: String) {
    let error = #expect(throws: SceneError.self) { try Scene(parsing: text) }
    #expect(error?.description == sentence)
  }

  /// Scenes drawn at random, read back from their description, are the same scenes.
  @Test func descriptionsReadBackExactly() throws {
    var generator = SplitMix64(seed: 61)
    var written: Set<String> = []
    while written.count < 300 {
      let scene = Self.random(&generator)
      let text = Scene(scene).description
      guard let read = try? Scene(parsing: text) else {
        // Only a scene whose settings do not fit one another may be refused.
        #expect(throws: GeometryError.self) { try scene.convolution() }
        continue
      }
      #expect(read == Scene(scene), "\(text)")
      #expect(read.description == text)
      written.insert(text)
    }
  }

  private static func random(_ generator: inout SplitMix64) -> ConvolutionScene {
    func extent(_ range: ClosedRange<Int>) -> Extent {
      Extent(height: generator.integer(in: range), width: generator.integer(in: range))
    }
    func grid(_ extent: Extent) -> Grid {
      Grid(extent, repeating: 0).map { _ in (generator.uniform() - 0.5) * 10 }
    }
    func chance() -> Bool { generator.uniform() < 0.4 }
    let presets = KernelPreset.allCases.map { $0.resized(to: extent(1...4)) ?? $0 }
    let preset = presets[generator.integer(in: 0...presets.count - 1)]
    var scene = ConvolutionScene(
      chance() ? .rows(grid(extent(3...6))) : .preset(GridPreset.allCases[generator.integer(in: 0...5)]),
      chance() ? .rows(grid(extent(1...4))) : .preset(preset))
    if case .preset(.random(let size, _)) = scene.kernel {
      scene.kernel = .preset(.random(size, seed: generator.next()))
    }
    if chance() {
      let (before, after) = (extent(0...2), extent(0...2))
      scene.padding = Padding(
        top: before.height, left: before.width, bottom: after.height, right: after.width)
    }
    if chance() { scene.stride = extent(1...3) }
    if chance() { scene.dilation = extent(1...2) }
    scene.rule = SizeRule.allCases[generator.integer(in: 0...2)]
    (scene.isFlipped, scene.hasReLU) = (chance(), chance())
    if chance() { scene.bias = generator.normal() }
    scene.view = [.grid, .backward, .unrolled(.rows), .unrolled(.columns)][generator.integer(in: 0...3)]
    if chance(), let windows = try? scene.convolution().geometry.windows { scene.upstream = grid(windows) }
    scene.step = generator.integer(in: 0...50)
    return scene
  }
}
