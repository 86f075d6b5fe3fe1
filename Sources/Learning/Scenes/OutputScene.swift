/// A scene whose lab makes an output cell by cell, so that a question can ask for one of them.
public protocol OutputScene: LabScene {
  /// The same scene at the step that has just made output cell `cell`, counted from 0; `nil` where there is no such cell.
  func making(_ cell: Position) -> Self?

  /// What stands in output cell `cell`, and how it comes about.
  ///
  /// - Throws: an ``InputError`` when the settings do not fit one another or have no such cell.
  func output(at cell: Position) throws -> (value: Double, arithmetic: String)
}

extension Scene {
  /// What the labs with output cells are called.
  public static var labsWithOutput: [String] {
    kinds.compactMap { $0 as? any OutputScene.Type }.map { $0.lab }
  }

  /// The same scene at the step that has just made output cell `cell`, counted from 0; `nil` where there is no such cell.
  public func making(_ cell: Position) -> Scene? {
    guard let scene = state as? any OutputScene else { return nil }
    return scene.making(cell).map { Scene($0) }
  }
}

extension ConvolutionScene: OutputScene {
  /// The same scene at the step that has just made output cell `cell`; of a signal's, only the column counts.
  public func making(_ cell: Position) -> ConvolutionScene? {
    var scene = self
    if case .signal(let mode) = view {
      guard let signal = try? signal(mode), (0..<signal.count).contains(cell.column) else { return nil }
      scene.step = cell.column + 1
      return scene
    }
    // A scene that was read has been checked, so its geometry holds.
    guard let geometry = try? convolution().geometry, geometry.hasWindow(at: cell) else { return nil }
    scene.step = geometry.step(at: cell) + 1
    return scene
  }

  /// The value after bias and ReLU, with its products.
  public func output(at cell: Position) throws -> (value: Double, arithmetic: String) {
    if case .signal(let mode) = view {
      let step = try signal(mode).step(cell.column)
      return (step.sum, step.arithmetic())
    }
    let step = try convolution().step(at: cell)
    return (step.value, step.arithmetic())
  }
}

extension PoolingScene: OutputScene {
  /// The same scene at the step that has just made output cell `cell`.
  public func making(_ cell: Position) -> PoolingScene? {
    guard let geometry = try? pooling().geometry, geometry.hasWindow(at: cell) else { return nil }
    var scene = self
    scene.step = geometry.step(at: cell) + 1
    return scene
  }

  /// What the window is reduced to, with its numbers.
  public func output(at cell: Position) throws -> (value: Double, arithmetic: String) {
    let step = try pooling().step(at: cell)
    return (step.value, step.arithmetic())
  }
}
