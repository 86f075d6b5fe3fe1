import Curriculum
import Learning

extension LessonStep {
  /// The picture that belongs to the answer; `nil` when the one that is there will do.
  var answerScene: Scene? { after ?? exercise?.cell.flatMap { scene?.making($0) } }
}
