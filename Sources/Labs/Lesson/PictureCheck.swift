import Curriculum
import TerminalUI

/// Compares what lessons say of their pictures with the pictures, drawn as learners and classes see them at 80x24.
public enum PictureCheck {
  private static let size = PresentedPicture.size

  /// What is named but not in sight, and numbers asked for without the words of a picture that say them.
  public static func problems(of lesson: Lesson) -> [LessonProblem] {
    lesson.steps.flatMap { step in
      step.sight.flatMap { problems(of: $0, at: step, of: lesson) } + answerProblems(at: step, of: lesson)
    }
  }

  private static func problems(of sight: Sight, at step: LessonStep, of lesson: Lesson) -> [LessonProblem] {
    var player = player(of: lesson, at: step)
    for name in sight.keys {
      guard let key = Key(named: name) else {
        let problem = LessonProblem.Kind.expected("names of keys", found: name)
        return sight.words.prefix(1).map { lesson.problem(problem, at: $0.place) }
      }
      _ = player.update(.key(key))
    }
    let picture = picture(of: player)
    return sight.words.filter { !picture.holds($0) }.map {
      lesson.problem(.outOfSight($0.text, keys: sight.keys), at: $0.place)
    }
  }

  private static func answerProblems(at step: LessonStep, of lesson: Lesson) -> [LessonProblem] {
    guard let exercise = step.exercise, step.scene != nil || step.after != nil else { return [] }
    var player = player(of: lesson, at: step)
    // An answer that was not tried is shown when that is asked for twice.
    for _ in 1...2 { _ = player.update(.key(.character("s"))) }
    let pictures = [picture(of: player)] + (presented(lesson, step).map { [$0] } ?? [])
    let missing = step.shows.filter { words in pictures.contains { !$0.holds(words) } }
    if !missing.isEmpty {
      return missing.map { lesson.problem(.outOfSight($0.text, keys: []), at: $0.place) }
    }
    guard step.shows.isEmpty, exercise.cell == nil, let answer = exercise.answer(missingFrom: []) else {
      return []
    }
    return [lesson.problem(.answerOutOfSight(answer), at: step.place)]
  }

  private static func player(of lesson: Lesson, at step: LessonStep) -> LessonPlayer {
    var player = LessonPlayer(lesson, from: step.id, library: Library())
    _ = player.update(.resized(size))
    return player
  }

  private static func picture(of player: LessonPlayer) -> Picture {
    Picture(in: player.scenePlace) { player.draw(into: &$0) }
  }

  /// The picture beside the answer on the projector; `nil` where it has no room and waits for a key.
  private static func presented(_ lesson: Lesson, _ step: LessonStep) -> Picture? {
    PresentedPicture.rows(at: step, .answer, of: lesson).map(Picture.init(rows:))
  }

  /// A picture as rows of text.
  private struct Picture {
    let rows: [String]

    init(in place: Rect?, draw: (inout Frame) -> Void) {
      var frame = Frame(size: PictureCheck.size, look: Look())
      draw(&frame)
      self.init(rows: (place.map { $0.y..<$0.bottom } ?? 0..<0).map { TextWriter.row($0, of: frame) })
    }

    init(rows: [String]) { self.rows = rows.map(Self.plain) }

    /// Whether `words` stand in one row.
    func holds(_ words: PictureWords) -> Bool {
      rows.contains { $0.contains(Self.plain(words.text)) }
    }

    /// `text` with single spaces between its words.
    private static func plain(_ text: String) -> String {
      text.split(separator: " ").joined(separator: " ")
    }
  }
}

extension Lesson {
  fileprivate func problem(_ kind: LessonProblem.Kind, at place: SourcePlace) -> LessonProblem {
    LessonProblem(kind, file: header.fileName, at: place)
  }
}
