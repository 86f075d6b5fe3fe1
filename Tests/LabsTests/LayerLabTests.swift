import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("The layer lab")
struct LayerLabTests {
  static let cases: [ScreenCase] = [
    ScreenCase(name: "start", scene: "layer:cs231n"),
    ScreenCase(name: "sums", scene: "layer:cs231n?step=5"),
    ScreenCase(name: "second-filter", scene: "layer:cs231n?step=5", keys: "w"),
    ScreenCase(name: "stack", scene: "layer:cs231n?view=stack&step=5"),
    ScreenCase(name: "pointwise", scene: "layer:grey?step=6"),
    ScreenCase(name: "pointwise-view", scene: "layer:cs231n?view=1x1&step=7"),
    ScreenCase(name: "depthwise", scene: "layer:cs231n?view=depthwise&step=14"),
    ScreenCase(name: "groups", scene: "layer:groups?step=22"),
    ScreenCase(name: "backward", scene: "layer:cs231n?view=backward&step=14"),
    ScreenCase(name: "counts", scene: "layer:cs231n?view=counts"),
    ScreenCase(name: "relu", scene: "layer:edges?step=11"),
    ScreenCase(name: "cursor", scene: "layer:cs231n?step=5", keys: "tab enter down right"),
    ScreenCase(name: "guess", scene: "layer:cs231n?step=4", keys: "g 6 enter"),
    ScreenCase(name: "code", scene: "layer:cs231n", keys: "c"),
  ]

  @Test(arguments: cases, ScreenCase.sizes)
  func looksAsRecorded(_ example: ScreenCase, _ size: Size) throws {
    try example.expectRecorded("layer-", size)
  }

  private static func lab(_ text: String = "layer:cs231n") throws -> LayerLab {
    var lab = try LayerLab(scene: try #require(try Scene(parsing: text).state as? LayerScene))
    lab.resize(80, 24)
    return lab
  }

  /// What all filters read, the only one, and those of a group.
  @Test(arguments: [
    ("layer:cs231n?view=stack", "both filters read the same numbers"),
    ("layer:1,2;3,4/1;1?view=stack", "the filter reads all channels in it"),
    ("layer:groups?view=stack", "the 2 filters of a group read the same numbers"),
  ])
  func theStackSaysWhoReadsWhat(_ scene: String, _ words: String) throws {
    #expect(LayerWords.hint(for: try Self.lab(scene)).contains(words))
  }

  /// At 80x24 three padded channels, three kernels, three sums, the bias and two maps at once.
  @Test func everythingIsSeenAtOnce() throws {
    let lab = try Self.lab("layer:cs231n?step=5")
    let board = lab.layout
    #expect(board.channels == 0..<3 && board.seenMaps == 0..<2)
    for placed in board.top.panes + board.maps.panes {
      let last = GridPosition(row: placed.pane.rows - 1, column: placed.pane.columns - 1)
      #expect(placed.grid.rect(of: GridPosition(row: 0, column: 0)) != nil, "\(placed.pane.id)")
      #expect(placed.grid.rect(of: last) != nil, "\(placed.pane.id)")
    }
    let text = lab.drawn(80, 24).text
    #expect(text.contains("bias") && text.contains("+ 1 = 7"))
  }

  /// What is made is seen, however large the channels are.
  @Test(arguments: [(60, 18), (80, 24), (120, 40), (200, 50)])
  func theCellThatIsMadeIsInSight(_ columns: Int, _ rows: Int) throws {
    for scene in ["cs231n", "cs231n?view=stack", "groups", "edges"] {
      var lab = try Self.lab("layer:\(scene)")
      lab.resize(columns, rows)
      for _ in 0...5 {
        for keys in ["home right", "end"] {
          lab.press(keys)
          let moment = try #require(lab.moment)
          let place = lab.layout.maps.rect(of: GridPosition(moment.cell), in: .map(moment.filter))
          #expect(place != nil, "\(scene), padding \(lab.settings.padding), \(keys)")
        }
        lab.press("p")
      }
    }
  }

  @Test func depthwiseEveryChannelIsAGroup() throws {
    var lab = try Self.lab("layer:cs231n?view=depthwise")
    #expect(lab.drawn(80, 24).text.contains("o groups 3"))
    lab.press("o")
    #expect(lab.chrome.toast?.text.contains("every channel is a group") == true && lab.settings.groups == 1)
  }

  @Test func filtersAndCells() throws {
    var lab = try Self.lab("layer:cs231n?step=5")
    #expect(lab.filter == 0)
    lab.press("w")
    #expect(lab.filter == 1 && lab.timeline.position == 14)
    lab.press("v")
    #expect(lab.settings.view == .stack && lab.timeline.position == 5)
    #expect(lab.filter == 1 && lab.shown.description == "layer:cs231n?view=stack&filter=2&step=5")
    lab.press("w")
    #expect(lab.filter == 0 && lab.timeline.position == 5)
    lab.press("V W")
    #expect(lab.settings.view == .sums && lab.filter == 1)
  }

  @Test func numbersAreTyped() throws {
    var lab = try Self.lab()
    lab.press("enter right 9 enter")
    #expect(lab.settings.channels[0][0, 1] == 9 && lab.settings.preset == nil)
    lab.press("escape u")
    #expect(lab.scene == LayerPreset.cs231n.scene)
    lab.press("b")
    lab.prompt?.editor = LineEditor(prompt: "", text: "-2.5")
    lab.press("enter")
    #expect(lab.settings.filters[0].bias == -2.5)
    lab.press("k")
    lab.prompt?.editor = LineEditor(prompt: "", text: "1 / 2")
    lab.press("enter")
    #expect(lab.prompt?.editor.complaint == "filter 1 has 2 kernels for 3 channels")
  }

  @Test func groupsKeepWhatTheySee() throws {
    var lab = try Self.lab("layer:groups")
    lab.press("o")
    #expect(lab.settings.groups == 4 && lab.settings.filters.allSatisfy { $0.kernels.count == 1 })
    lab.press("u O")
    #expect(lab.settings.groups == 1)
    #expect(lab.settings.filters[0].kernels.prefix(2) == LayerPreset.groups.scene.filters[0].kernels[...])
    #expect(lab.settings.filters[0].kernels[2...].allSatisfy { $0.cells.allSatisfy { $0 == 0 } })
  }

  @Test func guessesNameTheirSlip() throws {
    var lab = try Self.lab("layer:cs231n?step=4")
    let step = try LayerPreset.cs231n.scene.layer().step(filter: 0, at: Position(row: 1, column: 1))
    lab.press("g \(Numeral.format(step.sum)) enter")
    #expect(lab.chrome.toast?.text.contains("when the bias is forgotten") == true)
    #expect(lab.timeline.position == 5)
  }

  /// The line under the backward view adds up to what the engine found.
  @Test func weightsCollectWhatTheEngineFinds() throws {
    var scene = LayerPreset.edges.scene
    scene.view = .backward
    scene.upstream = try scene.layer().output().map { $0.map { $0 / 4 - 1 } }
    let picture = try LayerPicture(scene)
    for position in 1...picture.stepCount {
      let moment = try #require(picture.moment(after: position))
      let seen = picture.layer.channels(of: moment.filter)
      let channel = try #require(moment.channel)
      let expected = picture.gradients[moment.filter].kernels[channel - seen.lowerBound][moment.cell]
      let sum = picture.terms(of: moment).reduce(0) { $0 + $1.input * $1.upstream }
      #expect(abs(sum - expected) < 1e-12)
    }
  }

  /// The numbers of the lectures.
  @Test func lecturesAreCounted() throws {
    let costs = LayerCountsView(try Self.lab("layer:cs231n?view=counts")).costs
    #expect(costs.map(\.sharing.shared) == [56, 760, 2280, 26])
    #expect(costs.map(\.sharing.local) == [504, 595_840, 2_334_720, 6656])
    #expect(costs.map(\.sharing.dense) == [18 * 76, 24_092_320, 94_402_560, 102_656])
  }

  /// The lectures' layers stand in for none that the notation has no words for.
  @Test func ofUnequalPaddingNoCostIsSaid() throws {
    let lab = try Self.lab("layer:cs231n?padding=1,0,1,2&view=counts")
    #expect(LayerCountsView(lab).own == nil && LayerCountsView(lab).costs == LayerCost.lectures)
    #expect(LayerWords.arithmetic(for: lab)[0].text.hasPrefix("unequal padding"))
  }

  /// What the lines to watch for say of presets holds.
  @Test func whatPresetsSayIsTrue() throws {
    let edges = try LayerPreset.edges.scene.layer().output()
    #expect(edges[0].cells.contains { $0 > 0 } && edges[1].cells.allSatisfy { $0 == 0 })
    let groups = try LayerPreset.groups.scene.layer()
    #expect(groups.channels(of: 0) == 0..<2 && groups.channels(of: 1) == 0..<2)
    #expect(try LayerPreset.depthwise.scene.layer().filters.allSatisfy { $0.kernels.count == 1 })
    #expect(try LayerPreset.grey.scene.layer().geometry.kernel == 1)
  }

  /// Whatever the layer and the screen, nothing is drawn outside.
  @Test(arguments: LayerPreset.allCases)
  func drawsAnywhere(_ preset: LayerPreset) throws {
    for view in LayerScene.View.allCases {
      for (columns, rows) in [(60, 18), (80, 24), (100, 30), (120, 40), (200, 50), (240, 67)] {
        for step in [0, 3, 1000] {
          var scene = preset.scene
          (scene.view, scene.step) = (view, step)
          var lab = try LayerLab(scene: scene)
          lab.resize(columns, rows)
          #expect(lab.drawn(columns, rows).faults.isEmpty, "\(preset) \(view) \(columns)x\(rows)")
          lab.chrome.display.isProjected = true
          #expect(lab.drawn(columns, rows).faults.isEmpty, "\(preset) \(view) \(columns)x\(rows), projected")
        }
      }
    }
  }

  /// Of many channels and filters those at work are seen.
  @Test func manyChannels() throws {
    let channels = try (0..<12).map { channel in
      try Grid(rows: (0..<6).map { row in (0..<6).map { Double((6 * row + $0 + channel) % 7) } })
    }
    let kernel = KernelPreset.verticalEdge.grid
    let filter = ConvolutionLayer.Filter(kernels: channels.map { _ in kernel })
    var scene = LayerScene(channels: channels, filters: (0..<20).map { _ in filter })
    scene.step = 16 * 13
    for (columns, rows) in [(60, 18), (80, 24), (120, 40), (240, 67)] {
      var lab = try LayerLab(scene: scene)
      lab.resize(columns, rows)
      #expect(lab.drawn(columns, rows).faults.isEmpty)
      #expect(lab.layout.seenMaps.contains(12))
      lab.focus = .channel(9)
      #expect(lab.layout.channels.contains(9))
      #expect(lab.drawn(columns, rows).faults.isEmpty)
    }
  }

  private static func screen(_ scene: String, _ columns: Int, _ rows: Int, look: Look = Look()) throws
    -> String
  {
    var screen = try Screen(scene: Scene(parsing: scene))
    screen.fit(look)
    screen.resize(columns, rows)
    let frame = screen.drawn(columns, rows, look: look)
    #expect(frame.faults.isEmpty, "\(scene)")
    return frame.text
  }

  /// A long sum leaves terms out, never its result.
  @Test(arguments: [
    ("layer?view=backward&step=14", "= 10"),
    ("layer:\(Self.wide)/\(Self.weights)?step=1", "+ … + 2·0.25 = 12.5"),
    ("layer:\(Self.wide)/\(Self.weights)?view=backward&step=1", " + … = 18"),
    ("layer:\(Self.wide)/\(Self.weights)?bias=-1234.5678&relu=true&step=1", "= -1222 → 0"),
  ])
  func resultsOfLongSumsAreSeen(_ scene: String, _ result: String) throws {
    for look in [Look(), Look(glyphs: .ascii)] {
      let text = try Self.screen(scene, 80, 24, look: look)
      #expect(text.contains(look.spelled(result)), "\(text)")
    }
  }

  private static let wide = (0..<7).map { _ in "2 2 2 2 2 2 2" }.joined(separator: "%3B")
  private static let weights = (0..<5).map { _ in "0.25 0.25 0.25 0.25 0.25" }.joined(separator: "%3B")

  /// Where there are columns to spare the maps stand beside the rest, and everything is larger for it.
  @Test func wideScreensAreUsed() throws {
    var lab = try LayerLab()
    func board(_ columns: Int, _ rows: Int) -> LayerLayout {
      lab.resize(columns, rows)
      return lab.layout
    }
    let narrow = board(80, 24)
    #expect(narrow.maps.panes[0].label.y > narrow.sums.y)
    for (columns, rows) in [(120, 40), (200, 50)] {
      let board = board(columns, rows)
      #expect(
        board.maps.panes[0].label.x > board.total.x
          && board.maps.panes[0].label.y == board.top.panes[0].label.y)
      #expect(board.top.panes[0].grid.bounds.width > narrow.top.panes[0].grid.bounds.width)
      let used = (board.maps.panes.map(\.grid.bounds.right).max() ?? 0, board.sums.bottom)
      #expect(used.0 <= columns && used.0 * 2 > columns && used.1 * 2 > rows, "\(columns)x\(rows): \(used)")
    }
  }

  @Test func titlesAreTrueOfTheLayerShown() throws {
    #expect(try Self.screen("layer", 80, 24).contains("three channels, two filters"))
    let depthwise = try Self.screen("layer?view=depthwise", 80, 24)
    #expect(depthwise.contains("5x5x3 → 3x3x3") && !depthwise.contains("two filters"))
    let middles = try Self.screen("layer?view=1x1", 80, 24)
    #expect(!middles.contains("stride 2") && !middles.contains("pad 1"))
  }
}
