import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("The network lab")
struct NetworkLabTests {
  static let cases: [ScreenCase] = [
    ScreenCase(name: "lenet5", scene: "net:lenet5"),
    ScreenCase(name: "lenet5-step-4", scene: "net:lenet5?step=4"),
    ScreenCase(name: "lenet5-cursor", scene: "net:lenet5", keys: "up up up up"),
    ScreenCase(name: "start", scene: "net:digits-cnn?step=0"),
    ScreenCase(name: "vgg16", scene: "net:vgg16", keys: "up up up up up up up up"),
    ScreenCase(name: "alexnet-costs", scene: "net:alexnet?view=costs"),
    ScreenCase(
      name: "broken",
      scene: "net:CONV%206%205x5,%20RELU,%20MAXPOOL%203,%20CONV%2016%205x5,%20FC%2010?input=16x16x1",
      keys: "down"),
    ScreenCase(name: "compare", scene: "net:digits-cnn?against=digits-mlp"),
    ScreenCase(name: "edited", scene: "net:digits-cnn", keys: "up enter"),
    ScreenCase(name: "guess", scene: "net:lenet5?step=3", keys: "g 2 4 0 0 enter"),
    ScreenCase(name: "code", scene: "net:digits-mlp", keys: "c"),
    ScreenCase(name: "vector", scene: "net:keras-mlp"),
  ]

  @Test(arguments: cases, ScreenCase.sizes)
  func looksAsRecorded(_ example: ScreenCase, _ size: Size) throws {
    try example.expectRecorded("net-", size)
  }

  private static func lab(_ text: String = "net:lenet5") throws -> NetworkLab {
    let scene = try #require(try Scene(parsing: text).state as? NetworkScene)
    var lab = NetworkLab(scene: scene)
    lab.resize(80, 24)
    return lab
  }

  @Test func typedLayersTakeThePlaceOfTheOneInFocus() throws {
    var lab = try Self.lab()
    lab.press("up up up")
    #expect(lab.focused == 8)
    lab.press("enter ctrl-u")
    lab.prompt?.editor = LineEditor(prompt: "", text: "TANH, DROPOUT")
    lab.press("enter")
    let layers = lab.scene.network.network.layers.map(\.description)
    #expect(layers[8...9] == ["TANH", "DROPOUT 0.5"] && layers.count == 13)
    #expect(lab.focused == 9)
    lab.press("u")
    #expect(lab.scene == NetworkScene())
    lab.press("x")
    #expect(lab.scene.network.network.layers.count == 11)
    lab.press("a R E L U enter")
    #expect(lab.scene.network.network.layers.count == 12)
  }

  @Test func aLayerThatDoesNotFitIsShownWithWhatWould() throws {
    var lab = try Self.lab("net:lenet5?input=12x12x1")
    #expect(lab.picture.main.problem?.layer == 3)
    let words = lab.drawn(80, 24).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("a 5x5 kernel does not fit the 4x4 map it gets; a padding of 1 would do"))
    #expect(lab.focused == 3)
    lab.press("x")
    #expect(lab.picture.main.problem == nil)
  }

  @Test func notationErrorsStayInTheEditor() throws {
    var lab = try Self.lab()
    lab.press("t")
    lab.prompt?.editor = LineEditor(prompt: "layers:", text: "CONV 10")
    lab.press("enter")
    #expect(
      lab.prompt?.editor.complaint == "layer 1 (CONV 10), column 6: its size is missing; CONV 10 3x3 would do"
    )
    lab.press("escape")
    #expect(lab.scene == NetworkScene())
  }

  @Test func guessesNameTheirSlip() throws {
    var lab = try Self.lab("net:lenet5?step=3")
    lab.press("g 2400 enter")
    #expect(lab.chrome.toast?.text.contains("when the biases are forgotten") == true)
    #expect(lab.timeline.position == 4)
    lab = try Self.lab("net:lenet5?step=3")
    lab.press("g 2416 enter")
    #expect(lab.score.right == 1)
  }

  /// A shape answers how many numbers come out, and only that.
  @Test func aShapeIsItsNumber() throws {
    var lab = try Self.lab("net:lenet5?step=1")
    lab.press("g 2 8 x 2 8 x 6 enter")
    #expect(lab.score.text == "1 of 1 right" && lab.timeline.position == 2)
    lab.press("g 1 4 x 1 4 enter")
    #expect(lab.prompt?.editor.complaint?.contains("is not a number") == true)
  }

  /// The words beside and below the picture are those of the view, and the sentence about the picture is among them.
  @Test(arguments: [(120, 40), (160, 50), (200, 50)])
  func theWordsAreAboutThePicture(_ columns: Int, _ rows: Int) throws {
    for name in ["vgg16", "lenet5"] where columns >= 160 || name == "lenet5" {
      for view in [NetworkScene.View.shapes, .costs] {
        var lab = try Self.lab("net:\(name)?view=\(view)")
        lab.resize(columns, rows)
        let words = lab.drawn(columns, rows).text
        let isSaid = (words.contains("wider a bar"), words.contains("longer a bar"))
        #expect(isSaid == (view == .shapes && columns >= 160, view == .costs), "\(words)")
        #expect(
          words.contains("share of") == (view == .costs) && words.contains(" maps ") == (view == .shapes))
      }
    }
  }

  /// With room for all volumes the input is among them; where there is none the arrows cover nothing.
  @Test func theDiagramBeginsWithTheInput() throws {
    var lab = try Self.lab()
    lab.resize(120, 40)
    #expect(lab.drawn(120, 40).text.contains("input       1 CONV"))
    lab = try Self.lab("net:vgg16")
    lab.resize(120, 40)
    #expect(lab.drawn(120, 40).text.contains("\n   ‹ 10 MAXPOOL"))
  }

  /// What the lines to watch for say of presets holds.
  @Test func whatPresetsSayIsTrue() throws {
    func layers(_ preset: NetworkPreset) throws -> [ShapedLayer] {
      try ShapedNetwork(preset.network, input: preset.input).layers
    }
    #expect(try layers(.lenet5)[7].parameters == 48_120)
    #expect(try layers(.cifar).last?.output.description == "6x6x10")
    #expect(
      try layers(.alexnet).filter { $0.layer == .dense(units: 4096) }.reduce(0) { $0 + $1.parameters }
        == 54_534_144)
    #expect(try layers(.vgg16).first { $0.layer == .dense(units: 4096) }?.parameters == 102_764_544)
    #expect(try layers(.kerasMLP).map(\.parameters).filter { $0 > 0 } == [1344, 650])
    let (small, large) = try (layers(.vgg16), layers(.vgg19))
    #expect(large.count { $0.geometry != nil } - small.count { $0.geometry != nil } == 3)
    #expect(143_667_240 - 138_357_544 == 5_309_696)
    #expect(
      (4.0...4.5).contains(
        Double(large.reduce(0) { $0 + $1.multiplyAdds } - small.reduce(0) { $0 + $1.multiplyAdds }) / 1e9))
    let mlp = try layers(.digitsMLP)
    #expect(mlp.filter { $0.parameters > 0 }.allSatisfy { $0.multiplyAdds == $0.tensors[0].count })
  }

  /// Wherever a network is cut or a screen is small, nothing is drawn outside.
  @Test(arguments: NetworkPreset.allCases)
  func drawsAnywhere(_ preset: NetworkPreset) throws {
    for view in NetworkScene.View.allCases {
      var scene = NetworkScene(.preset(preset))
      (scene.other, scene.view) = (.preset(.digitsCNN), view)
      for (columns, rows) in [(60, 18), (80, 24), (100, 30), (120, 40), (200, 50), (240, 67)] {
        for step in [0, 1, 7, 300] {
          scene.step = step
          var lab = NetworkLab(scene: scene)
          lab.resize(columns, rows)
          #expect(lab.drawn(columns, rows).faults.isEmpty, "\(preset) \(view) \(columns)x\(rows)")
        }
      }
    }
  }

  @Test(arguments: [
    "net:vgg16?against=lenet5", "net:cifar?against=lenet5", "net:digits-cnn?against=keras-mlp",
  ])
  func comparedNetworksAreWholeOnNarrowScreens(_ scene: String) throws {
    var screen = try Screen(scene: Scene(parsing: scene))
    screen.resize(80, 24)
    let rows = screen.drawn(80, 24).text.split(separator: "\n").filter { $0.contains("│") }
    #expect(rows.count > 5 && rows.allSatisfy { !$0.contains("…") }, "\(rows.joined(separator: "\n"))")
  }
}
