/// What was found wrong so far while a lesson is read on, so that all faults are told at once.
struct Faults {
  private(set) var all: [LessonProblem] = []

  /// Takes in one more.
  mutating func add(_ problem: LessonProblem) { all.append(problem) }

  /// What `read` makes of it; `nil` when that is wrong, which is kept.
  @discardableResult
  mutating func reading<Value>(_ read: () throws(LessonProblem) -> Value) -> Value? {
    do { return try read() } catch {
      add(error)
      return nil
    }
  }

  /// What `read` makes of the field `name`; `nil` when it is wrong or missing, which is kept. A field that may stand
  /// there under another name is told once.
  mutating func required<Value>(
    _ name: String, in fields: Fields, _ read: (Entry) throws(LessonProblem) -> Value
  ) -> Value? {
    if fields[name] == nil, fields.mayBeUnknown(name) { return nil }
    return reading { () throws(LessonProblem) in try read(fields.required(name)) }
  }

  /// What `read` makes of the field `name`, if it is there; a fault in it is kept.
  @discardableResult
  mutating func optional<Value>(
    _ name: String, in fields: Fields, _ read: (Entry) throws(LessonProblem) -> Value
  ) -> Value? {
    guard let entry = fields[name] else { return nil }
    return reading { () throws(LessonProblem) in try read(entry) }
  }

  /// The text of the field `name`.
  mutating func text(_ name: String, in fields: Fields) -> String? {
    required(name, in: fields) { entry throws(LessonProblem) in try entry.text() }
  }
}
