import Curriculum
import TerminalUI

/// The picture of a step as a class sees it, as text.
public enum PresentedPicture {
  /// The size of the screen that it is drawn on.
  static let size = Size(width: 80, height: 24)

  /// The rows of the picture that the question of `step` is about, with what it asks for covered; none when the question
  /// stands alone.
  public static func asked(at step: LessonStep, of lesson: Lesson) -> [String] {
    guard let exercise = step.exercise, exercise.picture != .hidden,
      let rows = rows(at: step, .question, of: lesson)
    else {
      return []
    }
    // The last row is the timeline, which paper has no use for.
    let picture = rows.dropLast().map { $0.replacing(/\s+$/, with: "") }
    let margin = picture.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    let end = picture.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
    let start = picture.firstIndex { !$0.isEmpty } ?? 0
    guard start < end else { return [] }
    let lines = picture[start..<end].map { String($0.dropFirst(margin)) }
    return lines.indices.filter { !lines[$0].isEmpty || !lines[$0 - 1].isEmpty }.map { lines[$0] }
  }

  /// The rows of the picture on a page of `step`; `nil` where it has no room and waits for a key.
  static func rows(at step: LessonStep, _ stage: PresentPlace.Stage, of lesson: Lesson) -> [String]? {
    var screen = PresentScreen(lesson)
    _ = screen.update(.resized(size))
    guard let index = lesson.steps.firstIndex(of: step),
      let page = screen.places.firstIndex(of: .step(index, stage))
    else { return nil }
    screen.go(to: page)
    screen.arrange()
    let place = screen.layout.scene
    guard !place.isEmpty else { return nil }
    var frame = Frame(size: size, look: Look(isColoured: false))
    screen.draw(into: &frame)
    return (place.y..<place.bottom).map { TextWriter.row($0, of: frame) }
  }
}
