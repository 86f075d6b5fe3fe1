import Curriculum
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("Words and pictures of lessons")
struct PictureCheckTests {
  /// A lesson about strides with the given lines in its only step.
  private static func lesson(_ lines: String) throws -> Lesson {
    let text = """
      title: Strides
      part: core
      decks:
        galway: [Stride and output size]
      goals: [Count windows.]
      steps:
        - id: hops
          text: The window hops.
          scene: conv:galway/vertical-edge
      \(lines.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
          question:
            kind: size
            prompt: Side of the output with stride 2?
            answer: 3
            hints: [Count.]
            solution: (7 - 3) / 2 + 1 = 3
      """
    return try Lesson(text.utf8, file: "07-strides.yaml")
  }

  @Test(
    arguments: [
      (
        "",
        "7:5: name in shows where the picture beside the answer says 3; if it does not, give the step a scene for after"
      ),
      ("shows: kernel 3x3", ""),
      ("after: conv:galway/vertical-edge?stride=2\nshows: output 3x3", ""),
      (
        "after: conv:galway/vertical-edge?stride=3\nshows: output 3x3",
        "11:12: \"output 3x3\" is not in the picture at 80x24"
      ),
      (
        "after: graph:2+1?step=3\nshows: f = 3\nsight: [output 5x5, output 9x9]",
        "12:25: \"output 9x9\" is not in the picture at 80x24"
      ),
      ("after: graph:2+1?step=3\nshows: f = 3\nsight: [{press: tab s, see: [output 3x3]}]", ""),
      (
        "after: graph:2+1?step=3\nshows: f = 3\nsight: [{press: right, see: output 3x3}]",
        "12:33: \"output 3x3\" is not in the picture at 80x24 after right"
      ),
      (
        "after: graph:2+1?step=3\nshows: f = 3\nsight: [{press: wheel, see: x}]",
        "12:33: expected names of keys, found wheel"
      ),
    ])
  func whatIsSaidOfAPictureIsCompared(_ lines: String, _ problem: String) throws {
    let problems = PictureCheck.problems(of: try Self.lesson(lines)).map(\.description)
    #expect(problems == (problem.isEmpty ? [] : ["07-strides.yaml:" + problem]))
  }

  @Test func wordsThatSayAnotherAnswerAreRefused() throws {
    let refusal = #expect(throws: LessonProblems.self) { try Self.lesson("shows: output 5x5") }
    #expect(
      refusal?.description
        == "07-strides.yaml:10:12: the answer is given as 3, but the picture is said to show something else")
  }

  /// That their pictures show it is what `strider check` is run for in `CheckCommandTests`.
  @Test func theShippedLessonsSayWhatIsShown() throws {
    for lesson in try ShippedLessons.all {
      for step in lesson.steps {
        guard let question = step.question, step.scene != nil, question.cell == nil else { continue }
        let isNumber = [.number, .numbers, .size].contains(question.kind)
        #expect(!isNumber || !step.shows.isEmpty, "\(lesson.id)/\(step.id) does not name where its answer is")
      }
    }
  }

  @Test func theAnswerBringsItsPictureAndKeepsIt() throws {
    let lesson = try Self.lesson("after: conv:galway/vertical-edge?stride=2")
    var player = LessonPlayer(lesson, library: Library())
    player.resize(80, 24)
    #expect(player.drawn(80, 24).text.contains("output 5x5"))
    player.press("right right 4 enter")
    #expect(player.drawn(80, 24).text.contains("output 5x5"))
    player.press("3 enter")
    #expect(player.drawn(80, 24).text.contains("output 3x3"))
    player.press("n p r")
    #expect(player.drawn(80, 24).text.contains("output 3x3"))

    var screen = PresentScreen(lesson)
    screen.resize(80, 24)
    for picture in ["output 5x5", "Side of the output", "output 3x3"] {
      screen.press("pagedown")
      #expect(screen.drawn(80, 24).text.contains(picture))
    }
    screen.press("pageup pageup")
    #expect(screen.drawn(80, 24).text.contains("output 5x5"))
  }
}
