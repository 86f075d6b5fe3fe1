import Learning
import Testing

@Suite struct GraphSceneTests {
  @Test(arguments: [
    "graph:shared-input", "graph:x*y+sin(x)?at=x=1,y=2&step=5", "graph:perceptron?at=w1=0.5",
    "graph:x%2Fy?at=x=-1,y=1e-9", "graph:perceptron?view=nodes&step=3", "graph:3",
    "graph:network-2-2-1?step=40", "graph:network-filter?view=nodes&step=12",
    "graph:FC%203,%20TANH,%20FC%202?input=1,0.5&target=1&seed=4&view=nodes&step=3",
  ])
  func textsReadBack(_ text: String) throws {
    #expect(try Scene(parsing: text).description == text)
  }

  @Test(arguments: GraphPreset.allCases)
  func presetsHaveAllValues(_ preset: GraphPreset) throws {
    let scene = GraphScene(preset)
    switch try scene.computation() {
    case .expression(let expression):
      let record = try expression.recorded(at: scene.point)
      #expect(record.value.isFinite && record.gradient.values.allSatisfy { $0.isFinite })
      #expect(Set(expression.variables) == Set(scene.point.keys))
    case .network(let example):
      #expect(try NetworkRecord(example).checks.allSatisfy { $0.entries.allSatisfy { $0.exact.isFinite } })
    }
  }

  /// p - 1 at the score of the right class, p at the others.
  @Test func softmaxGradient() throws {
    let scene = GraphScene(.softmaxCrossEntropy)
    guard case .expression(let expression) = try scene.computation() else {
      Issue.record("no expression")
      return
    }
    let record = try expression.recorded(at: scene.point)
    let exponentials = [2, 1, 0.1].map { Double.exp($0) }
    let p = exponentials.map { $0 / exponentials.reduce(0, +) }
    for (name, expected) in [("o1", p[0] - 1), ("o2", p[1]), ("o3", p[2])] {
      #expect(abs((record.gradient[name] ?? .nan) - expected) < 1e-12)
    }
  }

  @Test(arguments: [
    ("graph:x+y?at=x=1", "column 3: the variable \"y\" has no value"),
    ("graph:x+?at=x=1", "column 3: expected a number"),
    ("graph:x?at=x", "at: \"x\" is not a value"), ("graph:x?at=x=nan", "at: \"nan\" is not a finite"),
    ("graph?input=1", "the setting input needs a network, as in graph:FC 2?input=1,2"),
    ("graph:FC 2?input=x", "input: row 1, column 1: \"x\" is not a number"),
    ("graph:x?at=x=1,x=2", "at: x is given twice"),
  ])
  func refusals(text: String, sentence: String) {
    let error = #expect(throws: SceneError.self) { try Scene(parsing: text) }
    #expect(error?.description.hasPrefix(sentence) == true, "\(error?.description ?? "")")
  }
}
