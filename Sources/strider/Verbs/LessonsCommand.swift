import ArgumentParser
import Curriculum
import Learning

/// `strider lessons`: what there is to learn, and how far the learner is.
struct LessonsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lessons",
    abstract: "List the lessons in the suggested order, with your progress.",
    discussion: "For example: strider lessons --json prints number, part, id, title, steps and what is done.")

  @OptionGroup var output: OutputOptions

  @OptionGroup var folder: LessonOptions

  func run() throws {
    let catalogue = try folder.catalogue()
    var problems = catalogue.problems
    let headers = catalogue.headers.filter { header in
      do throws(LessonProblems) {
        _ = try catalogue.lesson(header)
        return true
      } catch {
        problems += error.all
        return false
      }
    }
    folder.tell(problems)
    let progress = LearnerLog.open().progress
    try output.print(
      json: .lessons(headers, in: catalogue.parts, progress),
      text: LessonsReport(catalogue, playable: headers, progress, folder: folder.lessons).report)
  }
}
