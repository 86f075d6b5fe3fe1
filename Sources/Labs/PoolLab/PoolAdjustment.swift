import Learning

/// A number of the pooling that a key raises and its capital lowers.
enum PoolAdjustment: CaseIterable, Hashable, Sendable {
  case size, stride, padding, inputSize
}

extension PoolingScene {
  /// The scene with one number moved by `step`; whether the rest still fits is not checked.
  ///
  /// Windows that lay side by side still do after a change of their size, and a window over the whole grid goes on
  /// covering it.
  func adjusted(_ adjustment: PoolAdjustment, by step: Int, along axis: AxisChoice) -> PoolingScene {
    var scene = self
    switch adjustment {
    case .size:
      scene.size = axis.moved(size, by: step)
      if stride == size { scene.stride = scene.size }
    case .stride: scene.stride = axis.moved(stride, by: step)
    case .padding: scene.padding = axis.moved(padding, by: step)
    case .inputSize:
      scene.replaceGrid(.rows(grid.grid.resized(to: axis.moved(grid.grid.extent, by: step))))
    }
    return scene
  }

  /// Why a number cannot be lowered further; `nil` when it can.
  func lowerLimit(of adjustment: PoolAdjustment, by step: Int, along axis: AxisChoice) -> String? {
    switch adjustment {
    case .size: axis.lowerLimit(of: "window", size, by: step)
    case .stride: axis.lowerLimit(of: "stride", stride, by: step)
    case .padding: axis.lowerLimit(of: padding, by: step)
    case .inputSize: axis.lowerLimit(of: "input", grid.grid.extent, by: step)
    }
  }

  /// Whether one window covers the whole grid without padding.
  var isGlobal: Bool {
    switch rule {
    case .floor, .exact, .ceil: size == grid.grid.extent && padding == 0
    case .same: size == grid.grid.extent && stride == size
    }
  }

  /// One window over the whole grid.
  mutating func becomeGlobal() {
    (size, stride, padding, rule) = (grid.grid.extent, grid.grid.extent, 0, .floor)
  }

  /// Puts another grid in place; global pooling stays global.
  mutating func replaceGrid(_ source: GridSource) {
    let wasGlobal = isGlobal
    grid = source
    if wasGlobal { (size, stride) = (grid.grid.extent, grid.grid.extent) }
  }
}
