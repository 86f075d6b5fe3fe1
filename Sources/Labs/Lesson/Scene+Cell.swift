import Learning

extension Scene {
  /// The same scene at the step that has just made output cell `cell`, counted from 0; `nil` where there are no cells.
  func making(_ cell: Position) -> Scene? {
    guard case .convolution(var scene) = self else { return nil }
    if case .signal = scene.view {
      scene.step = cell.column + 1
    } else {
      // A scene of a lesson has been opened before, so its geometry holds.
      guard let windows = try? scene.convolution().geometry.windows else { return nil }
      scene.step = cell.row * windows.width + cell.column + 1
    }
    return .convolution(scene)
  }
}
