import Learning

extension Scene {
  /// The same scene at the step that has just made output cell `cell`, counted from 0; `nil` where there are no cells.
  func making(_ cell: Position) -> Scene? {
    switch self {
    case .convolution(var scene):
      if case .signal = scene.view {
        scene.step = cell.column + 1
        return .convolution(scene)
      }
      // A scene of a lesson has been opened before, so its geometry holds.
      guard let windows = try? scene.convolution().geometry.windows else { return nil }
      scene.step = cell.row * windows.width + cell.column + 1
      return .convolution(scene)
    case .pooling(var scene):
      guard let windows = try? scene.pooling().geometry.windows else { return nil }
      scene.step = cell.row * windows.width + cell.column + 1
      return .pooling(scene)
    case .average, .race, .graph: return nil
    }
  }
}
