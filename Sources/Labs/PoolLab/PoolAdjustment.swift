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
    let (name, extent, least): (String, Extent, Int)
    switch adjustment {
    case .size: (name, extent, least) = ("window", size, 1)
    case .stride: (name, extent, least) = ("stride", stride, 1)
    case .padding: (name, extent, least) = ("padding", padding, 0)
    case .inputSize: (name, extent, least) = ("input", grid.grid.extent, 1)
    }
    let moved = axis.moved(extent, by: step)
    return min(moved.height, moved.width) < least ? "The \(name) is at its least, \(extent)." : nil
  }

  /// Whether one window covers the whole grid without padding.
  var isGlobal: Bool {
    switch rule {
    case .floor, .exact: size == grid.grid.extent && padding == Extent(0)
    case .same: size == grid.grid.extent && stride == size
    }
  }

  /// One window over the whole grid.
  mutating func becomeGlobal() {
    (size, stride, padding, rule) = (grid.grid.extent, grid.grid.extent, Extent(0), .floor)
  }

  /// Puts another grid in place; global pooling stays global.
  mutating func replaceGrid(_ source: GridSource) {
    let wasGlobal = isGlobal
    grid = source
    if wasGlobal { (size, stride) = (grid.grid.extent, grid.grid.extent) }
  }
}
