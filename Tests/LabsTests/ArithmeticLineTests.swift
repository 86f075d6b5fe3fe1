import Testing

@testable import Labs

@Suite("Lines of arithmetic where rows are few")
struct ArithmeticLineTests {
  private static func lines(_ result: Int?) -> [ArithmeticLine] {
    ["a", "b", "c", "d"].enumerated().map { index, name in
      let line = ArithmeticLine(name, "1")
      return index == result ? line.asResult : line
    }
  }

  @Test(arguments: [
    (nil, 2, "ab"), (3, 1, "d"), (3, 2, "cd"), (1, 1, "b"), (1, 3, "abc"), (0, 2, "ab"), (2, 9, "abcd"),
    (2, 0, ""),
  ])
  func keepTheResultAndWhatLeadsToIt(_ result: Int?, _ rows: Int, _ kept: String) {
    #expect(ArithmeticLine.kept(Self.lines(result), rows: rows).map(\.name).joined() == kept)
  }

  @Test func theStageOfTheSoftmaxIsTheLast() throws {
    let lab = try SoftmaxLab.opened("softmax:2,1,0.1?step=6")
    #expect(ArithmeticLine.kept(SoftmaxWords.arithmetic(for: lab), rows: 1).map(\.name) == ["slope"])
  }

  @Test(arguments: [("", "norm"), ("&gamma=2", "y"), ("&beta=1", "y"), ("&gamma=3&view=use", "y")])
  func theOutputOfANormComesLast(_ settings: String, _ name: String) throws {
    let lab = try NormLab.opened("norm:1;2;3;4?step=1\(settings)")
    #expect(ArithmeticLine.kept(NormWords.arithmetic(for: lab), rows: 1).map(\.name) == [name])
  }
}
