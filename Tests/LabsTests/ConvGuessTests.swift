import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

/// Answers to the lectures' questions (curriculum, lessons 20, 21, 23 and 28) with the slips they are known for.
@Suite("Predicting an output cell")
struct ConvGuessTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let scene: String
    let cell: (Int, Int)
    let answer: Double
    let wrong: Double
    let slip: String?
    var testDescription: String { "\(scene) \(cell): \(wrong)" }
  }

  static let cases = [
    Case(scene: "conv:galway", cell: (0, 1), answer: -7, wrong: 7, slip: "with the kernel turned by 180°"),
    Case(scene: "conv:galway", cell: (0, 1), answer: -7, wrong: 1, slip: "one column too far to the left"),
    Case(
      scene: "conv:galway", cell: (0, 1), answer: -7, wrong: -3,
      slip: "from the first row of the window alone"),
    Case(scene: "conv:galway", cell: (3, 1), answer: 11, wrong: 6, slip: "one row too low"),
    Case(scene: "conv:galway", cell: (3, 1), answer: 11, wrong: 4, slip: "one column too far to the left"),
    Case(scene: "conv:kcl", cell: (0, 0), answer: 6, wrong: 4, slip: "with the kernel turned by 180°"),
    Case(scene: "conv:kcl", cell: (0, 0), answer: 6, wrong: -2, slip: "when (-2)·(-2) is taken as -4"),
    Case(scene: "conv:kcl", cell: (0, 0), answer: 6, wrong: 2, slip: "when the last product is left out"),
    Case(scene: "conv:galway?padding=1", cell: (0, 0), answer: -2, wrong: 1, slip: "without the padding"),
    Case(scene: "conv:galway?padding=1", cell: (0, 0), answer: -2, wrong: 99, slip: nil),
    Case(scene: "conv:kcl?relu=true", cell: (2, 0), answer: 0, wrong: -3.5, slip: "without the ReLU"),
    Case(
      scene: "conv:kcl?relu=true", cell: (2, 0), answer: 0, wrong: 3.5,
      slip: "taking the absolute value instead of the ReLU"),
    Case(scene: "conv:galway?bias=2", cell: (0, 1), answer: -5, wrong: -7, slip: "without the bias"),
    Case(scene: "conv:galway?dilation=2", cell: (0, 1), answer: -2, wrong: -7, slip: "without the dilation"),
  ]

  @Test(arguments: cases) func namesTheSlip(_ example: Case) throws {
    let scene = try #require(Scene(parsing: example.scene).state as? ConvolutionScene)
    let plane = try PlanePicture(scene)
    let prediction = try #require(
      ConvGuess.prediction(at: Position(row: example.cell.0, column: example.cell.1), scene, plane))
    #expect(prediction.answer == example.answer)
    #expect(prediction.verdict(on: example.answer) == .right)
    #expect(prediction.verdict(on: example.wrong) == .wrong(misconception: example.slip))
  }

  @Test func anAnswerRevealsTheCellAndIsCounted() throws {
    var lab = try ConvLab()
    lab.resize(80, 24)
    lab.press("g")
    #expect(lab.prompt != nil)
    lab.press("1 enter")
    #expect(lab.timeline.position == 1)
    #expect(lab.score.text == "1 of 1 right")
    lab.press("g 7 enter")
    #expect(lab.score.text == "1 of 2 right")
    #expect(lab.chrome.toast?.text.contains("turned by 180°") == true)
  }

  @Test func theValueIsNotOnTheScreenWhileItIsAsked() throws {
    var lab = try ConvLab()
    lab.resize(120, 40)
    lab.press("g")
    let asked = lab.drawn(120, 40).text
    lab.press("1 enter")
    #expect(asked != lab.drawn(120, 40).text)
    #expect(!asked.contains("= 1\n"))
    #expect(asked.contains("output 0,0 ="))
  }

  /// The backward view asks for what it shows next: the kernel's gradient with one window more.
  @Test(arguments: ["conv:kcl?view=backward", "conv:galway?flip=true&relu=true&view=backward"])
  func theBackwardViewAsksForTheKernelsGradient(_ text: String) throws {
    let scene = try #require(Scene(parsing: text).state as? ConvolutionScene)
    var lab = try ConvLab(scene: scene)
    lab.resize(80, 24)
    for step in 0..<lab.timeline.count {
      lab.press("g")
      let guess = try Self.asked(by: lab)
      #expect(guess.prediction.question.contains("comes in: ∂L/∂k "), "step \(step)")
      let cell = try #require(guess.prediction.question.split(separator: " ").dropLast().last)
      let numbers = cell.split(separator: ",").compactMap { Int($0) }
      _ = lab.update(.paste("\(guess.prediction.answer)"))
      lab.press("enter")
      #expect(lab.chrome.toast?.kind == .right, "step \(step)")
      let shown = lab.typedCell(Position(row: numbers[0], column: numbers[1]))
      #expect(lab.gradients?.kernel.grid[shown] == guess.prediction.answer)
    }
  }

  private static func asked(by lab: ConvLab) throws -> GridGuess {
    let purpose = try #require(lab.prompt?.purpose)
    guard case .guess(let guess) = purpose else { throw LabRefusal("\(purpose) is no guess") }
    return guess
  }

  @Test func whatGoesToTheInputIsASlip() throws {
    let scene = try #require(Scene(parsing: "conv:galway?view=backward").state as? ConvolutionScene)
    var lab = try ConvLab(scene: scene)
    lab.resize(80, 24)
    lab.press("g")
    let guess = try Self.asked(by: lab)
    // The window's first number is 2, the kernel's is 1, and so is u.
    #expect(guess.prediction.answer == 2)
    #expect(
      guess.prediction.verdict(on: 1)
        == .wrong(misconception: "with the kernel's number, which goes to the input"))
  }

  @Test(arguments: ["-7", "−7", "(-7)", "-14/2", "√(49)*-1", "-7,0", " - 7 "])
  func guessesAreReadAsAnswersAre(_ guess: String) throws {
    let scene = try #require(Scene(parsing: "conv:galway?step=1").state as? ConvolutionScene)
    var lab = try ConvLab(scene: scene)
    lab.resize(80, 24)
    lab.press("g")
    for character in guess { _ = lab.update(.key(.character(character))) }
    lab.press("enter")
    #expect(lab.chrome.toast?.text.contains("✓ -7 is right.") == true, "\(lab.chrome.toast?.text ?? "")")
    #expect(lab.timeline.speedIndex == Timeline(count: 1).speedIndex)
  }

  @Test func wordsAreNoAnswer() throws {
    var lab = try ConvLab()
    lab.resize(80, 24)
    lab.press("g a enter")
    #expect(lab.prompt?.editor.complaint == "\"a\" is not a number")
    lab.press("escape")
    #expect(lab.timeline.position == 0)
    #expect(lab.score.asked == 0)
  }
}
