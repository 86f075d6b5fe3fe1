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
    var faults = Faults()
    let (root, head): (Entry, LessonHeader?)
    do {
      root = try source.compose(&faults)
      head = try LessonHeader(root, of: source.file, &faults)
    } catch { throw LessonProblems(error) }
    var read: [LessonStep] = []
    let entries = root["steps"].flatMap { steps in
      faults.reading { () throws(LessonProblem) in try steps.list() }
    }
    for entry in entries ?? [] {
      guard let step = LessonStep(entry, &faults) else { continue }
      if read.contains(where: { $0.id == step.id }) {
        faults.add(entry.problem(.duplicate("the step \(step.id)")))
      }
      TextLimits.problems(of: step, at: entry).forEach { faults.add($0) }
      read.append(step)
    }
    if let head { TextLimits.problems(of: head, in: root).forEach { faults.add($0) } }
    if let problems = LessonProblems(faults.all) { throw problems }
    guard let head else { throw LessonProblems(root.expected("a lesson")) }
    (header, steps) = (head, read)
  }
}
