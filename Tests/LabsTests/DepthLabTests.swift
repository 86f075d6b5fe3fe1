import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite struct DepthLabTests {
  private func lab(_ scene: String) throws -> DepthLab { try DepthLab.opened(scene) }

  private func chain(_ preset: DepthPreset) throws -> NeuronChain { try preset.scene.chain() }
  private func stack(_ preset: DepthPreset) throws -> LayerStack {
    try LayerStack(preset.scene.stackSettings)
  }

  static let screens = [
    ScreenCase(name: "depth-forward", scene: "depth:0.5x4?activation=sigmoid&target=1&step=3"),
    ScreenCase(name: "depth-lecture", scene: "depth:0.5x4?activation=sigmoid&target=1&step=8"),
    ScreenCase(name: "depth-skip", scene: "depth:0.1x5?activation=linear&skip=true&step=10"),
    ScreenCase(name: "depth-long", scene: "depth:1.5x50?activation=linear&input=0.001&target=1&step=90"),
    ScreenCase(name: "depth-xavier", scene: "depth?view=layers&step=30"),
    ScreenCase(name: "depth-small", scene: "depth?view=layers&init=small&step=40", keys: "tab tab tab"),
    ScreenCase(
      name: "depth-wide",
      scene: "depth?view=layers&layers=6&inputs=100&width=32&activation=relu&init=he-uniform&step=12"),
    ScreenCase(name: "depth-unrolled", scene: "depth:1.5x20?view=unrolled&step=40"),
    ScreenCase(name: "depth-guess", scene: "depth:0.5x4?activation=sigmoid&target=1&step=5", keys: "g"),
  ]

  @Test(arguments: screens, ScreenCase.sizes)
  func looksAsRecorded(_ example: ScreenCase, _ size: Size) throws { try example.expectRecorded("", size) }

  @Test func oneShareIsNoSumAndOneTimeNoFactor() throws {
    let share = try DepthLab.opened("depth:0.5x4?view=unrolled&step=5").drawn(80, 24).text
    #expect(share.contains("so far = 0.00636") && !share.contains("0.00636 = 0.00636"))
    let lab = try DepthLab.opened("depth:1x6?activation=relu&target=3&step=12")
    #expect(DepthWords.hint(for: lab) == "Watch for layer 1: its gradient is as large as that of layer 6.")
    #expect(lab.view.parts.contains { $0.text.hasSuffix("stays 2.") })
  }

  @Test func layersAreWorkedOutForwardsThenBackwards() throws {
    var lab = try lab("depth:0.5x4?activation=sigmoid&target=1")
    #expect(lab.drawn(80, 24).text.contains("φ the sigmoid"))
    lab.press("right")
    #expect(lab.layer == 0 && lab.drawn(80, 24).text.contains("net1 = w1·x = 0.5·1 = 0.5"))
    #expect(!lab.drawn(80, 24).text.contains("0.577"))
    lab.press("right right right")
    #expect(lab.forward == 0..<4 && lab.backward.isEmpty && lab.drawn(80, 24).text.contains("0.571"))
    lab.press("right")
    #expect(lab.layer == 3 && lab.drawn(80, 24).text.contains("∂L/∂y4 = y - t = 0.571 - 1 = -0.429"))
    lab.press("right")
    #expect(lab.drawn(80, 24).text.contains("∂L/∂y3 = ∂L/∂y4·φ'(net4)·w4 = (-0.429)·0.245·0.5 = -0.0525"))
    lab.press("left left")
    #expect(lab.timeline.position == 4 && !lab.drawn(80, 24).text.contains("-0.429"))
  }

  /// The numbers that the lecture's formulas give.
  @Test(arguments: [
    (
      DepthPreset.lecture,
      [1.8448552898184718e-05, 9.773014895011673e-05, 0.0007426729034126569, 0.006007794490304708]
    ),
    (.halving, [0.00865742646703887, 0.010174217917947518, 0.010540225443638869, 0.01063100630920665]),
    (.doubling, [Double](repeating: -0.048000000000000015, count: 4)),
    (
      .saturated,
      [-8.339093288808072e-10, -5.620949062693623e-08, -3.7423862925719113e-06, -0.0002491195495211665]
    ),
  ])
  func updatesAreTheLectures(_ preset: DepthPreset, _ expected: [Double]) throws {
    let updates = try chain(preset).updates(rate: DepthScene.rate)
    #expect(zip(updates, expected).allSatisfy { abs($0 - $1) <= 1e-12 * abs($1) })
    var lab = try DepthLab(scene: preset.scene)
    lab.resize(80, 24)
    let text = lab.drawn(80, 24).text
    for update in expected {
      #expect([3, 2, 1].contains { text.contains(Numeral.format(update, digits: $0)) }, "\(update)\n\(text)")
    }
  }

  @Test func aLayerIsChosenByKeysAndMouseUntilTheTimelineMoves() throws {
    var lab = try lab("depth:0.5x4?activation=sigmoid&target=1&step=8")
    #expect(lab.layer == 0)
    lab.press("tab tab")
    #expect(lab.layer == 2 && lab.drawn(80, 24).text.contains("Δw3 = -0.1·(-0.00743) = 0.000743"))
    let area = DepthLayout(lab.chromeLayout, layers: lab.view.columns.names.count).columns
    let x = (area.x..<area.right).first {
      lab.view.columns.column(at: Point(x: $0, y: area.y + 4), in: area) == 4
    }
    lab.click(at: Point(x: try #require(x), y: area.y + 4))
    #expect(lab.layer == 3)
    lab.press("escape")
    #expect(lab.layer == 0)
    lab.press("tab left")
    #expect(lab.layer == 1)
    lab.press("home backtab")
    #expect(lab.layer == 3 && lab.drawn(80, 24).text.contains("4 is not worked out yet"))
  }

  @Test func settingsChangeByKeys() throws {
    var lab = try lab("depth:0.8x6?step=12")
    lab.press("l l w a k")
    #expect(lab.settings.weights == [Double](repeating: 0.9, count: 8))
    #expect(lab.settings.activation == .relu && lab.settings.hasSkip && lab.timeline.position == 16)
    lab.press("n")
    #expect(lab.chrome.toast?.text.contains("wide layers") == true)
    lab.press("v d n b s")
    #expect(lab.settings.stack.initialisation == .xavierNormal && lab.settings.stack.hasNorm)
    #expect(lab.settings.stack.width == 128 && lab.settings.stack.seed == 2)
    lab.press("t")
    _ = lab.update(.paste("20,10"))
    lab.press("enter")
    #expect(lab.settings.stack.inputs == 20 && lab.settings.stack.width == 10)
    lab.press("t")
    _ = lab.update(.paste("20,10,5"))
    lab.press("enter")
    #expect(lab.prompt?.editor.complaint?.contains("two whole numbers") == true)
    lab.press("escape u u u u u")
    #expect(lab.settings.stack == LayerStack.Settings())
    lab.press("V t")
    _ = lab.update(.paste("0.5x3,2"))
    lab.press("enter x")
    #expect(lab.settings.weights == [0.5, 0.5, 0.5, 2])
    _ = lab.update(.paste("0.25"))
    lab.press("enter")
    #expect(lab.settings.input == 0.25)
  }

  @Test func guessesNameSlips() throws {
    var lab = try lab("depth:0.5x4?activation=sigmoid&target=1")
    func answer(_ text: String) -> String {
      lab.press("g")
      _ = lab.update(.paste(text))
      lab.press("enter")
      return lab.chrome.toast?.text ?? ""
    }
    #expect(answer("0.5").contains("before the activation") && lab.timeline.position == 1)
    #expect(answer("0.57718").contains("is right"))
    lab.press("right right")
    #expect(answer("0.429").contains("with the sign turned"))
    // -0.42903 times 0.5, or times 0.24496.
    #expect(answer("-0.21451").contains("without the slope"))
    lab.press("left")
    #expect(answer("-0.10510").contains("without the weight"))
    lab.press("end g")
    #expect(lab.prompt == nil && lab.chrome.toast?.text.contains("go back to guess") == true)
    var wide = try DepthLab.opened("depth?view=layers&inputs=256&width=128")
    wide.press("g")
    _ = wide.update(.paste("0.07217"))
    wide.press("enter")
    #expect(wide.chrome.toast?.text.contains("as the deviation of the normal form") == true)
    wide.press("g")
    _ = wide.update(.paste("0.15309"))
    wide.press("enter")
    #expect(wide.chrome.toast?.text.contains("by He's rule") == true)
  }

  /// What is asked is seen as a whole, with room for the answer.
  @Test(arguments: [
    "depth:0.8x6", "depth:-1.234,1.2345x49?activation=parametric&skip=true&input=-123.45&target=-0.3333",
    "depth:-0.123456x50?activation=sigmoid&view=unrolled&skip=true", "depth?view=layers",
    "depth?view=layers&inputs=256&width=128&layers=30&init=small&activation=relu",
    "depth?view=layers&inputs=256&width=128&init=he-normal",
  ])
  func questionsFitTheScreen(_ scene: String) throws {
    var lab = try lab(scene)
    for step in 0..<lab.timeline.count {
      lab.timeline.jump(to: step)
      lab.press("g")
      let question = try #require(lab.prompt).editor.prompt
      #expect(lab.drawn(80, 24).text.contains(question), "\(question)")
      lab.press("escape")
    }
  }

  @Test func theSharedWeightCollectsAShareFromEveryStep() throws {
    let lab = try lab("depth:1.5x3?view=unrolled&step=6")
    guard case .neurons(let chain) = lab.picture else { return #expect(Bool(false)) }
    let sum = Numeral.format(chain.sharedWeightGradient, digits: 3)
    #expect(lab.drawn(80, 24).text.contains("∂L/∂w = "))
    #expect(lab.drawn(80, 24).text.contains("= \(sum)"))
    #expect(lab.paragraph.contains("add up to \(sum)"))
  }

  /// What each preset says of itself, checked against numbers that the lab does not use for its words.
  @Test(arguments: DepthPreset.allCases)
  func whatPresetsClaimHolds(_ preset: DepthPreset) throws {
    var lab = try DepthLab(scene: preset.scene)
    lab.resize(80, 24)
    #expect(DepthWords.hint(for: lab) == preset.watchFor && preset.watchFor.count <= 78)
    #expect(lab.drawn(80, 24).text.contains(preset.watchFor))
    func ratios(_ numbers: [Double]) -> [Double] { zip(numbers, numbers.dropFirst()).map { $0 / $1 } }
    switch preset {
    case .lecture:
      let updates = try chain(preset).updates(rate: 0.1)
      #expect(ratios(updates)[1...].allSatisfy { (0.12...0.135).contains($0) })
    case .halving:
      #expect(ratios(try chain(preset).layers.map(\.gradient)).allSatisfy { (0.4...0.5).contains($0) })
    case .doubling:
      #expect(try chain(preset).layers.allSatisfy { $0.slope == 1 && $0.factor == 2 })
    case .saturated:
      #expect(try chain(preset).layers.allSatisfy { abs($0.factor - 0.015) < 5e-4 && $0.output > 0.99 })
    case .vanishing:
      #expect(try chain(preset).layers.allSatisfy { $0.factor <= 0.25 })
    case .exploding:
      let sizes = try chain(preset).layers.map(\.gradient)
      #expect(abs(sizes[0] / sizes[19] - 2217) < 1)
    case .skip:
      let (with, plain) = (
        try chain(preset), try NeuronChain(weights: [0.1, 0.1, 0.1, 0.1, 0.1], activation: .linear)
      )
      #expect(
        with.layers.allSatisfy { abs($0.factor - 1.1) < 1e-12 }
          && plain.layers.allSatisfy { $0.factor == 0.1 })
      #expect(abs(with.inputGradient / with.layers[4].gradient - 1.6105100000000006) < 1e-12)
    case .threshold:
      #expect(try chain(preset).layers.dropLast().allSatisfy { $0.gradient == 0 })
    case .zero:
      let layers = try stack(preset).layers
      #expect(layers.allSatisfy { $0.outputs.allSatisfy { $0 == 0 } })
      #expect(
        layers.dropLast().allSatisfy { $0.gradients.allSatisfy { $0 == 0 } }
          && layers[19].gradientDeviation > 0.9)
    case .equal:
      #expect(try stack(preset).layers.allSatisfy { StackView.isAlike($0, width: 64) })
      #expect(lab.drawn(80, 24).text.contains("all 64 neurons alike"))
      #expect(try !stack(.xavier).layers.contains { StackView.isAlike($0, width: 64) })
    case .small:
      #expect(ratios(try stack(preset).layers.map(\.outputDeviation)).allSatisfy { (11...14).contains($0) })
    case .large:
      #expect(
        try stack(preset).layers.allSatisfy { $0.outputs.count { abs($0) > 0.9 } > $0.outputs.count / 2 })
    case .xavier:
      let layers = try stack(preset).layers
      #expect(layers[19].outputDeviation > layers[0].outputDeviation / 5)
    case .xavierReLU:
      let layers = try stack(preset).layers
      #expect(layers[19].outputDeviation < layers[0].outputDeviation / 100)
      #expect((0.4...0.6).contains(Double(layers[0].outputs.count { $0 == 0 }) / 4096))
    case .he:
      let layers = try stack(preset).layers
      #expect((0.5...2).contains(layers[19].outputDeviation / layers[0].outputDeviation))
    case .norm:
      #expect(preset.scene.stack.initialisation.deviation(inputs: 64, outputs: 64) == 0.01)
      let layers = try stack(preset).layers
      #expect((0.9...1.1).contains(layers[19].outputDeviation / layers[0].outputDeviation))
    case .residual:
      let layers = try stack(preset).layers
      #expect((0.9...1.2).contains(layers[0].gradientDeviation / layers[19].gradientDeviation))
      #expect(try stack(.small).layers[0].gradientDeviation < 1e-15)
    case .forgetting:
      let shares = try chain(preset).layers.map(\.weightGradient)
      #expect(abs(shares[0]) < 1e-6 * abs(shares.reduce(0, +)))
    case .remembering:
      #expect(Set(try chain(preset).layers.map(\.weightGradient)).count == 1)
    case .blowingUp:
      let sizes = try chain(preset).layers.map(\.gradient)
      #expect((190...210).contains(sizes[0] / sizes[29]))
    }
  }

  /// Every preset and more, at many steps: what is said holds, and nothing is cut.
  @Test func whatIsSaidHolds() throws {
    let others = [
      "depth:1", "depth:0", "depth:1x3?activation=linear&input=0.5&target=0.5",
      "depth:10x50?activation=linear&skip=true",
      "depth:-1.25x12?activation=parametric&input=-999.5&target=123.456&skip=true",
      "depth:-0.5,2,-1.75,0.333,1,1,1,1?activation=leaky&view=unrolled", "depth?view=layers&layers=1",
      "depth?view=layers&layers=50&width=8&inputs=256&batch=256&activation=parametric&init=large&skip=true",
      "depth?view=layers&layers=12&width=16&activation=threshold&init=he-normal&norm=true",
    ]
    for scene in try DepthPreset.allCases.map(\.scene)
      + others.compactMap({ try Scene(parsing: $0).state as? DepthScene })
    {
      let count = scene.layerCount
      var lab = try DepthLab(scene: scene)
      lab.resize(80, 24)
      let sizes = lab.picture.gradientSizes
      for step in Set([0, 1, count / 2, count, count + 1, 2 * count - 1, 2 * count]) {
        lab.timeline.jump(to: step)
        let line = DepthWords.hint(for: lab)
        #expect(line.count <= 78, "\(line)")
        switch line {
        case _ where line.contains("→ works out the first layer"): #expect(step == 0)
        case _ where line.contains("the one before gives it"): #expect((1..<count).contains(step))
        case _ where line.contains("begins at the last layer"),
          _ where line.contains("come in at the last layer"):
          #expect(step == count && lab.backward.isEmpty)
        case _ where line.contains("times its factor"), _ where line.contains("by the slopes of φ"),
          _ where line.contains("adds its share"):
          #expect(step > count && step < 2 * count)
        case _ where line.contains("all of them are 0"): #expect(sizes.allSatisfy { $0 == 0 })
        case _ where line.contains("nothing of the gradient"): #expect(sizes[0] == 0 && sizes[count - 1] > 0)
        case _ where line.contains("a single layer"): #expect(count == 1)
        case _ where line.contains("times the gradient of layer"):
          #expect(line.contains(" \(Numeral.format(sizes[0] / sizes[count - 1], digits: 3)) times"))
        default:
          #expect(step == 2 * count && DepthPreset.allCases.contains { $0.watchFor == line }, "\(line)")
        }
        for (width, height) in [(60, 18), (80, 24)] {
          lab.resize(width, height)
          let frame = lab.drawn(width, height)
          #expect(frame.faults.isEmpty)
          if width == 80 {
            // An ellipsis stands only where factors are left out on purpose.
            let cut = frame.text.split(separator: "\n").filter { $0.contains("…") }
            #expect(
              cut.allSatisfy {
                $0.contains("·… =") || $0.contains("·…·") || $0.contains("+ … =") || $0.contains("factors")
              }, "\(frame.text)")
          }
        }
      }
    }
  }

  @Test func histogramsCountEveryNumber() {
    let even = Histograms([[-1, -0.5, 0, 0.5, 1], [0, 0, 0, 0, 1]], isSigned: true)
    #expect(even.labels.bottom == "-1" && even.labels.top == "1")
    for rows in [1, 5, 7, 240] {
      #expect((0..<2).allSatisfy { even.rows(rows, of: $0).reduce(0, +) == 5 })
    }
    #expect(even.rows(5, of: 0) == [1, 1, 1, 1, 1])
    let decades = Histograms([[1, -1], [1e-6, 0]], isSigned: true)
    #expect(decades.isByDecades && decades.hasZeros && decades.labels.bottom == "0")
    #expect(decades.rows(4, of: 1).reduce(0, +) == 2 && decades.rows(4, of: 1)[3] >= 1)
    let zeros = Histograms([[0, 0]], isSigned: true)
    #expect(zeros.rows(3, of: 0) == [0, 0, 2] && zeros.labels.bottom == "0")
    #expect(Histograms([[0, 0]], isSigned: false).rows(3, of: 0) == [0, 0, 2])
  }

  @Test func scalesOfBars() {
    #expect(BarScale([1, -2, 0.5]) == .even(most: 2))
    #expect(BarScale([1, 1e-4]) == .decades(-5...0))
    #expect(BarScale([1, 1e-4]).share(of: 1) == 1 && BarScale([1, 1e-4]).share(of: -1e-4) == 0.2)
    #expect(BarScale([0, 0]).share(of: 0) == 0 && BarScale([0], byDecades: true).share(of: 0) == 0)
    #expect(BarScale([1e-300, 1]).share(of: 1e-300) == 0)
  }
}
