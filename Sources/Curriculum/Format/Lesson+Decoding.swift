import Foundation
import Learning

extension Lesson {
  /// Reads a lesson file. Decoding is validation: the scenes are read by the types that show them, and every answer
  /// with a formula is worked out again.
  ///
  /// - Throws: ``LessonProblems`` with all that is wrong, in reading order.
  public init(reading url: URL) throws(LessonProblems) {
    let source: LessonSource
    do { source = try LessonSource(reading: url) } catch { throw LessonProblems(error) }
    try self.init(source)
  }

  /// Reads the text of a lesson, which is called `file` in messages.
  ///
  /// - Throws: ``LessonProblems``
  public init(_ bytes: some Collection<UInt8>, file: String) throws(LessonProblems) {
    let source: LessonSource
    do { source = try LessonSource(bytes, file: file) } catch { throw LessonProblems(error) }
    try self.init(source)
  }

  private init(_ source: LessonSource) throws(LessonProblems) {
    let steps: Entry
    do {
      header = try LessonHeader(source)
      let root = try source.compose()
      steps = try Fields(root, of: "a lesson", known: LessonHeader.known + ["steps"]).required("steps")
      _ = try steps.list()
    } catch { throw LessonProblems(error) }
    var read: [LessonStep] = []
    var problems: [LessonProblem] = []
    for entry in (try? steps.list()) ?? [] {
      do {
        let step = try LessonStep(entry)
        if read.contains(where: { $0.id == step.id }) {
          problems.append(entry.problem(.duplicate("the step \(step.id)")))
        }
        problems += TextLimits.problems(of: step, at: entry)
        read.append(step)
      } catch { problems.append(error) }
    }
    if problems.isEmpty, read.map(\.id) != header.stepIDs {
      problems.append(steps.problem(.expected("steps that begin with \"  - id: \"", found: "another layout")))
    }
    problems += TextLimits.problems(of: header, in: source.file)
    if let problems = LessonProblems(problems) { throw problems }
    self.steps = read
  }
}
