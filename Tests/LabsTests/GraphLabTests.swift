import Learning
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
}
