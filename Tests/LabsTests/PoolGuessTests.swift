import Learning
import TestSupport
import Testing

@testable import Labs

@Suite("Predicting a pooled cell and a share of its gradient")
struct PoolGuessTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let scene: String
    let answer: Double
    let wrong: Double
    let slip: String?
    var testDescription: String { "\(scene): \(wrong)" }
  }

  /// The question is about the step after the scene's.
  static let cases = [
    Case(scene: "pool:kcl", answer: 1, wrong: -0.5, slip: "when the mean is taken"),
    Case(scene: "pool:kcl", answer: 1, wrong: -2, slip: "when the smallest number is taken"),
    Case(scene: "pool:kcl", answer: 1, wrong: 2, slip: "when signs are left out"),
    Case(scene: "pool:kcl", answer: 1, wrong: 99, slip: nil),
    Case(scene: "pool:galway?step=1", answer: 4, wrong: 3, slip: "when the window moves by 1, not by 2"),
    Case(scene: "pool:galway?step=1", answer: 4, wrong: 13, slip: "when the sum is taken"),
    Case(scene: "pool:galway?step=1", answer: 4, wrong: 5, slip: "one window too far to the right"),
    Case(
      scene: "pool:-1,-2;-3,-4?padding=1", answer: -1, wrong: 0,
      slip: "when padding counts as 0, where it is -∞"),
    Case(
      scene: "pool:kcl?kind=average", answer: -0.5, wrong: -2, slip: "when the sum is not divided by 4"),
    Case(
      scene: "pool:kcl?kind=average", answer: -0.5, wrong: -1,
      slip: "when the sum is divided by a side, not by all 4 cells"),
    Case(scene: "pool:kcl?kind=average", answer: -0.5, wrong: 1, slip: "when the maximum is taken"),
    Case(
      scene: "pool:galway?kind=average&padding=1", answer: 0.5, wrong: 2,
      slip: "when the sum is not divided by 4"),
    Case(
      scene: "pool:galway?kind=average&padding=1&step=1", answer: 1, wrong: 2,
      slip: "when padding is left out of the count"),
    Case(
      scene: "pool:galway?kind=average&padding=1&exclude-padding=true&step=1", answer: 2, wrong: 1,
      slip: "when padding is counted too"),
    Case(
      scene: "pool:1,2,3;4,5,6;7,8,9?kind=sum&dilation=2", answer: 20, wrong: 12, slip: "without the dilation"
    ),
    Case(
      scene:
        "pool:3?kind=average&size=2&padding=1&stride=1&exclude-padding=true&view=backward&upstream=8,8;8,8",
      answer: 8, wrong: 2, slip: "when padding gets a share too"),
    Case(scene: "pool:galway?kind=sum", answer: 5, wrong: 1.25, slip: "when the mean is taken"),
    Case(scene: "pool:3,4;0,0?kind=l2", answer: 5, wrong: 25, slip: "without the root"),
    Case(scene: "pool:3,4;0,0?kind=l2", answer: 5, wrong: 7, slip: "when the numbers are not squared"),
    Case(scene: "pool:3,4;0,0?kind=l2", answer: 5, wrong: 2.5, slip: "when the squares are averaged first"),
    Case(
      scene: "pool:3,4;1,2?view=backward&upstream=8", answer: 0, wrong: 8,
      slip: "for the maximum, and this is not it"),
    Case(
      scene: "pool:3,4;1,2?view=backward&upstream=8", answer: 0, wrong: 2,
      slip: "when it is shared equally, as by an average"),
    Case(
      scene: "pool:4,3;1,2?view=backward&upstream=8", answer: 8, wrong: 0,
      slip: "for a cell that loses, and this is the maximum"),
    Case(
      scene: "pool:1,5,5,4;1,1,1,1?view=backward&upstream=8,6&step=1", answer: 0, wrong: 6,
      slip: "for the maximum, and this is not it"),
    Case(
      scene: "pool:3,4;1,2?kind=average&view=backward&upstream=8", answer: 2, wrong: 8,
      slip: "when it is not divided by 4"),
    Case(
      scene: "pool:3?kind=average&size=2&padding=1&stride=1&view=backward&upstream=8,8;8,8", answer: 2,
      wrong: 8, slip: "when it is not divided by 4"),
    Case(
      scene: "pool:3,4;0,0?kind=sum&view=backward&upstream=8", answer: 8, wrong: 2,
      slip: "when it is shared equally, as by an average"),
    Case(
      scene: "pool:3,4;0,0?kind=l2&view=backward&upstream=10", answer: 6, wrong: 30,
      slip: "when it is not divided by the output"),
    Case(
      scene: "pool:3,4;0,0?kind=l2&view=backward&upstream=10", answer: 6, wrong: 60,
      slip: "when the root is forgotten: that is the slope of a sum of squares"),
  ]

  private static func lab(_ scene: String, _ columns: Int = 80, _ rows: Int = 24) throws -> PoolLab {
    guard let scene = try Scene(parsing: scene).state as? PoolingScene else {
      throw LabRefusal("another lab")
    }
    var lab = try PoolLab(scene: scene)
    lab.resize(columns, rows)
    return lab
  }

  private static func prediction(_ lab: PoolLab) throws -> Prediction {
    guard case .guess(let guess) = try #require(lab.prompt).purpose else { throw LabRefusal("no question") }
    return guess.prediction
  }

  @Test(arguments: cases) func namesTheSlip(_ example: Case) throws {
    var lab = try Self.lab(example.scene)
    lab.press("g")
    let prediction = try Self.prediction(lab)
    #expect(prediction.answer == example.answer)
    #expect(prediction.verdict(on: example.answer) == .right)
    #expect(prediction.verdict(on: example.wrong) == .wrong(misconception: example.slip))
  }

  @Test func anAnswerRevealsTheCellAndIsCounted() throws {
    var lab = try Self.lab("pool:galway")
    lab.press("g")
    #expect(PoolGridView(lab).shown.isHidden)
    lab.press("2 enter")
    #expect(lab.timeline.position == 1)
    #expect(lab.score.text == "1 of 1 right")
    lab.press("g 9 enter")
    #expect(lab.score.text == "1 of 2 right")
  }

  @Test func theValueIsNotOnTheScreenWhileItIsAsked() throws {
    for kind in PoolingKind.allCases {
      var lab = try Self.lab("pool:7,20;30,41?kind=\(kind.rawValue)&size=1x2", 120, 40)
      lab.press("g")
      let asked = lab.drawn(120, 40).text
      let answer = Numeral.format(try Self.prediction(lab).answer)
      #expect(!asked.contains("= \(answer)") && !asked.contains("is \(answer)"))
      #expect(PoolGridView(lab).winner == nil)
      lab.press("0 enter")
      #expect(lab.drawn(120, 40).text.contains("= \(answer)"))
    }
  }

  @Test func everyCellOfAWindowGetsItsTurn() throws {
    var lab = try Self.lab("pool:galway?view=backward")
    var asked: [Position] = []
    for _ in 0..<4 {
      lab.press("g")
      asked.append(try #require(PoolGridView(lab).shown.asked))
      lab.press("0 enter")
    }
    #expect(
      asked == [
        Position(row: 0, column: 0), Position(row: 0, column: 3), Position(row: 1, column: 4),
        Position(row: 3, column: 1),
      ])
  }

  @Test func paddingAloneIsNoQuestion() throws {
    for view in PoolingScene.View.allCases {
      var lab = try Self.lab("pool:kcl?size=1&padding=1&view=\(view.rawValue)")
      lab.press("g")
      #expect(lab.prompt == nil && lab.chrome.toast?.kind == .wrong)
    }
  }

  @Test func wordsAreNoAnswer() throws {
    var lab = try Self.lab("pool:galway")
    lab.press("g a enter")
    #expect(lab.prompt?.editor.complaint == "\"a\" is not a number")
    lab.press("escape")
    #expect(lab.timeline.position == 0 && lab.score.asked == 0)
  }
}
