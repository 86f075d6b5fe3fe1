import Curriculum
import Learning

extension Scene {
  /// The same scene at the step that has just made output cell `cell`, counted from 0; `nil` where there is no such cell.
  func making(_ cell: Position) -> Scene? {
    switch self {
    case .convolution(var scene):
      if case .signal(let mode) = scene.view {
        guard let signal = try? scene.signal(mode), (0..<signal.count).contains(cell.column) else {
          return nil
        }
        scene.step = cell.column + 1
        return .convolution(scene)
      }
      // A scene of a lesson has been opened before, so its geometry holds.
      guard let geometry = try? scene.convolution().geometry, geometry.hasWindow(at: cell) else { return nil }
      scene.step = geometry.step(at: cell) + 1
      return .convolution(scene)
    case .pooling(var scene):
      guard let geometry = try? scene.pooling().geometry, geometry.hasWindow(at: cell) else { return nil }
      scene.step = geometry.step(at: cell) + 1
      return .pooling(scene)
    case .average, .race, .graph: return nil
    }
  }
}

extension LessonStep {
  /// The picture that belongs to the answer; `nil` when the one that is there will do.
  var answerScene: Scene? { after ?? question?.cell.flatMap { scene?.making($0) } }
}
