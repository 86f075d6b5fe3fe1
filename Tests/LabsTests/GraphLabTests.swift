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
