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
    do { source = try LessonSource(Array(bytes), file: file) } catch { throw LessonProblems(error) }
    try self.init(source)
  }

  private init(_ source: LessonSource) throws(LessonProblems) {
    let (fields, steps, entries): (Fields, Entry, [Entry])
    do {
      header = try LessonHeader(source)
      fields = try Fields(source.compose(), of: "a lesson", known: LessonHeader.known + ["steps"])
      steps = try fields.required("steps")
      entries = try steps.list()
    } catch { throw LessonProblems(error) }
    var read: [LessonStep] = []
    var problems: [LessonProblem] = []
    for entry in entries {
      do {
        let step = try LessonStep(entry)
        if read.contains(where: { $0.id == step.id }) {
          problems.append(entry.problem(.duplicate("the step \(step.id)")))
        }
        problems += TextLimits.problems(of: step, at: entry)
        read.append(step)
      } catch { problems.append(error) }
    }
    let asking = read.filter { $0.question != nil }.map(\.id)
    if problems.isEmpty, read.map(\.id) != header.stepIDs {
      problems.append(steps.problem(.expected("steps that begin with \"  - id: \"", found: "another layout")))
    } else if problems.isEmpty, asking != header.questionIDs {
      problems.append(
        steps.problem(.expected("questions that begin with \"    question:\"", found: "another layout")))
    }
    problems += TextLimits.problems(of: header, in: fields)
    if let problems = LessonProblems(problems) { throw problems }
    self.steps = read
  }
}
