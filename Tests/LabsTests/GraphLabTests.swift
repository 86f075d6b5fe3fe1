import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("The graph lab")
struct GraphLabTests {
  private static func lab() throws -> GraphLab {
    var scene = GraphScene(.perceptron)
    scene.step = 4
    var lab = try GraphLab(scene: scene)
    lab.resize(80, 24)
    return lab
  }

  /// What the tape's remarks begin with is read whole at 80 columns; the paragraph has all of them.
  @Test(arguments: [
    ("max(0, x)", 0, "Note on node 2: a tie of 0 and x in max; see i."),
    ("log(1 + exp(x))", 1000, "Note on node 2: the result is too large to be a number; see i."),
    ("x^0.3", -8, "Note on node 2: a negative base, -8, with the exponent 0.3 gives nan; see i."),
    ("sqrt(x)", 0, "Note on node 1: the slope of sqrt(…) at 0 is inf; see i."),
  ])
  func remarksAreReadWhole(expression: String, x: Double, hint: String) throws {
    var lab = try GraphLab(scene: GraphScene(Expression(parsing: expression), at: ["x": x]))
    lab.resize(80, 24)
    #expect(lab.drawn(80, 24).text.contains(hint))
    #expect(lab.paragraph.contains("node"))
  }

  @Test func whatWasThereAlreadyIsNoEdit() throws {
    var lab = try Self.lab()
    lab.press("o enter t enter")
    #expect(!lab.history.canUndo)
    #expect(lab.timeline.position == 4)
  }

  @Test func anotherComputationBeginsAtItsStart() throws {
    var lab = try Self.lab()
    lab.press("e")
    #expect(lab.timeline.position == 0)
    lab.press("u")
    #expect(lab.timeline.position == 4 && !lab.history.canUndo)
  }

  // MARK: The drawing

  private static let drawn = [
    "graph:(a+b)*(b+1)?at=a=2,b=1&view=nodes", "graph:perceptron?view=nodes",
    "graph:network-2-2-1?view=nodes",
    "graph:softmax-cross-entropy?view=nodes", "graph:shared-input?view=nodes",
    "graph:network-2-2-2?view=nodes", "graph:network-filter?view=nodes",
    "graph:x*x-x%2F(x+1e-9)^2.5?at=x=-0.3&view=nodes",
  ]

  private static let screens = [
    ScreenCase(name: "nodes-forward", scene: "graph:(a+b)*(b+1)?at=a=2,b=1&view=nodes&step=6"),
    ScreenCase(name: "nodes-backward", scene: "graph:(a+b)*(b+1)?at=a=2,b=1&view=nodes&step=9"),
    ScreenCase(name: "nodes-perceptron", scene: "graph:perceptron?view=nodes&step=19"),
    ScreenCase(name: "nodes-network", scene: "graph:network-2-2-1?view=nodes&step=40"),
    ScreenCase(name: "nodes-tensors", scene: "graph:network-2-2-2?view=nodes&step=15", keys: "tab"),
    ScreenCase(name: "table-filter", scene: "graph:network-filter?step=8"),
  ]

  @Test(arguments: screens, ScreenCase.sizes + [Size(width: 200, height: 50)])
  func drawingsAreAsRecorded(_ screen: ScreenCase, _ size: Size) throws {
    try screen.expectRecorded("graph-", size)
  }

  /// At every step and size: every number that should be seen is there, whole, and nothing runs into it.
  @Test(arguments: drawn, [(60, 18), (80, 24), (120, 40), (200, 50)])
  func noEdgeCrossesANumber(_ scene: String, _ size: (Int, Int)) throws {
    var lab = try GraphLab.opened(scene)
    lab.resize(size.0, size.1)
    lab.press("home")
    let drawing = try #require(lab.picture.drawing)
    while true {
      let frame = lab.drawn(size.0, size.1)
      #expect(frame.faults.isEmpty)
      let place = try #require(lab.nodesPlace)
      let moment = GraphMoment(lab)
      func text(_ rect: Rect) -> String {
        String(String.UnicodeScalarView((rect.x..<rect.right).map { frame[$0, rect.y].glyph }))
      }
      var seen = 0
      for (index, node) in lab.picture.nodes.enumerated() {
        let box = place.onScreen(drawing.graph.places[index])
        guard place.shows(box) else { continue }
        seen += 1
        let inside = Rect(x: box.x + 1, y: box.y, width: box.width - 2, height: 1)
        let lines = (0..<3).map {
          text(Rect(x: inside.x, y: box.y + $0, width: inside.width, height: 1)).trimmed
        }
        #expect(lines[0] == (index < lab.computed ? node.value.boxed : "·"))
        #expect(lines[1] == "#\(index) \(node.symbol)")
        if moment.isBackward { #expect(lines[2] == moment.adjoints[index]?.boxed ?? "·") }
      }
      // What is at work is seen.
      if let active = lab.active {
        #expect(place.shows(place.onScreen(drawing.graph.places[active])) && seen > 0)
      }
      for (index, edge) in drawing.edges.enumerated() where edge.node < lab.computed {
        let label = place.onScreen(drawing.graph.routes[index].label)
        guard place.shows(label) else { continue }
        #expect(text(label) == edge.partial)
        for x in [label.x - 1, label.right] where place.area.contains(Point(x: x, y: label.y)) {
          #expect(frame[x, label.y].glyph == " ")
        }
      }
      guard !lab.timeline.isAtEnd else { break }
      lab.press("right")
    }
  }

  @Test(arguments: drawn.prefix(3)) func allIsSeenOnALargeScreen(_ scene: String) throws {
    var lab = try GraphLab.opened(scene)
    lab.resize(200, 50)
    for keys in ["home", "b", "end"] {
      lab.press(keys)
      #expect(!lab.drawn(200, 50).text.contains("more: "), "\(lab.drawn(200, 50).text)")
    }
  }

  // MARK: Networks

  @Test func numbersOfTensorsAreGuessedAndWorkedOut() throws {
    var lab = try GraphLab.opened("graph:network-2-2-2?step=9")
    lab.press("g")
    #expect(lab.drawn(80, 24).text.contains("share of #7[0,0] = 1·(-0.597) ="))
    lab.press("- 0 . 5 9 7 enter")
    #expect(lab.score.text == "1 of 1 right" && lab.timeline.position == 10)
    #expect(lab.drawn(80, 24).text.contains("∂L/∂#7[0,0] gets 1·(-0.597) = -0.5972"))
    lab.press("tab")
    #expect(lab.drawn(80, 24).text.contains("∂L/∂#7[0,1] gets 1·0.597 = 0.5972"))
    lab.press("home right right right right right right")
    #expect(lab.drawn(80, 24).text.contains("#5[0,1] = 1·0.7 + 0.5·(-0.1) + bias 0.4 = 1.05"))
  }

  @Test func networksAreTypedAndChanged() throws {
    var lab = try GraphLab.opened("graph:perceptron?view=nodes")
    lab.press("k")
    #expect(lab.chrome.toast?.text.contains("for networks") == true && !lab.history.canUndo)
    func type(_ key: String, _ text: String) {
      lab.press(key)
      lab.prompt?.editor = LineEditor(prompt: "", text: text)
      lab.press("enter")
    }
    type("t", "FC 3, RELU, FC 1")
    type("o", "1, 2, 3")
    lab.press("k s")
    #expect(
      lab.shown.description == "graph:FC%203,%20RELU,%20FC%201?input=1,2,3&target=0.5&seed=2&view=nodes")
    type("t", "CONV 1 2x2")
    #expect(lab.prompt?.editor.complaint?.contains("it works on maps") == true)
    lab.press("escape u u u u")
    #expect(lab.settings.source == .preset(.perceptron) && lab.settings.view == .nodes)
  }

  @Test func theViewIsAnEditThatKeepsTheStep() throws {
    var lab = try Self.lab()
    lab.press("v")
    #expect(lab.settings.view == .nodes && lab.timeline.position == 4)
    #expect(lab.shown.description == "graph:perceptron?view=nodes&step=4")
    lab.press("e")
    #expect(lab.settings.view == .nodes && lab.timeline.position == 0)
    lab.press("u u")
    #expect(lab.settings.view == .table && lab.picture.drawing == nil && lab.timeline.position == 4)
  }

  @Test func aClickGoesToTheStepOfANode() throws {
    var lab = try GraphLab.opened("graph:perceptron?view=nodes&step=10")
    lab.resize(200, 50)
    let drawing = try #require(lab.picture.drawing)
    let place = try #require(lab.nodesPlace)
    let box = place.onScreen(drawing.graph.places[5])
    lab.click(at: Point(x: box.x + 1, y: box.y + 1))
    #expect(lab.timeline.position == 6)
  }

  @Test func tooManyNodesAreLeftToTheTable() throws {
    let long = Array(repeating: "x", count: 220).joined(separator: "*")
    var lab = try GraphLab.opened("graph:\(long)?at=x=1")
    lab.press("v")
    #expect(lab.settings.view == .table && lab.chrome.toast?.text.contains("up to 200 nodes") == true)
  }
}
