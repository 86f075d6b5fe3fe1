import Learning

/// A number of the convolution that a key raises and its capital lowers.
enum ConvAdjustment: CaseIterable, Hashable, Sendable {
  case padding, stride, dilation, kernelSize, inputSize, bias
}

extension AxisChoice {
  func moved(_ extent: Extent, by step: Int) -> Extent {
    switch self {
    case .both: Extent(height: extent.height + step, width: extent.width + step)
    case .rows: Extent(height: extent.height + step, width: extent.width)
    case .columns: Extent(height: extent.height, width: extent.width + step)
    }
  }
}

extension AxisChoice {
  /// Both sides of the axes.
  func moved(_ padding: Padding, by step: Int) -> Padding {
    let sides = moved(Extent(0), by: step)
    return Padding(
      top: padding.top + sides.height, left: padding.left + sides.width,
      bottom: padding.bottom + sides.height, right: padding.right + sides.width)
  }

  /// Why a size cannot be moved by `step`; `nil` when it can.
  func lowerLimit(of name: String, _ extent: Extent, by step: Int) -> String? {
    let moved = moved(extent, by: step)
    return min(moved.height, moved.width) < 1 ? "The \(name) is at its least, \(extent)." : nil
  }

  /// Why padding cannot be moved by `step`; `nil` when it can.
  func lowerLimit(of padding: Padding, by step: Int) -> String? {
    let moved = moved(padding, by: step)
    let least = min(moved.top, moved.left, moved.bottom, moved.right)
    return least < 0 ? "The padding is at its least, \(padding)." : nil
  }
}

extension ConvolutionScene {
  /// The scene with one number moved by `step`; whether the rest still fits is not checked.
  func adjusted(_ adjustment: ConvAdjustment, by step: Int, along axis: AxisChoice) -> ConvolutionScene {
    var scene = self
    switch adjustment {
    case .padding: scene.padding = axis.moved(padding, by: step)
    case .stride: scene.stride = axis.moved(stride, by: step)
    case .dilation: scene.dilation = axis.moved(dilation, by: step)
    case .kernelSize: scene.kernel = kernel.resized(by: step, along: axis)
    case .inputSize: scene.grid = .rows(grid.grid.resized(to: axis.moved(grid.grid.extent, by: step)))
    case .bias: scene.bias += Double(step)
    }
    return scene
  }
}

extension KernelSource {
  /// The kernel one size larger or smaller: presets that have sizes keep their pattern; others gain zeros on all sides, or
  /// lose their outermost numbers, so that the middle stays the middle.
  func resized(by step: Int, along axis: AxisChoice) -> KernelSource {
    let old = grid
    if case .preset(let preset) = self, let resized = preset.resized(to: axis.moved(old.extent, by: step)) {
      return .preset(resized)
    }
    // Of two rows or columns one is left.
    let moved = axis.moved(old.extent, by: 2 * step)
    var new = Grid(Extent(height: max(1, moved.height), width: max(1, moved.width)), repeating: 0)
    let (above, left) = ((new.height - old.height) / 2, (new.width - old.width) / 2)
    for row in 0..<new.height {
      for column in 0..<new.width {
        let place = Position(row: row - above, column: column - left)
        if old.contains(place) { new[row, column] = old[place] }
      }
    }
    return .rows(new)
  }
}

extension Grid {
  /// The grid in another size: it loses its last rows and columns, or gains small whole numbers that depend on their
  /// place alone.
  func resized(to size: Extent) -> Grid {
    var new = Grid(Extent(height: max(1, size.height), width: max(1, size.width)), repeating: 0)
    for row in 0..<new.height {
      for column in 0..<new.width {
        let place = Position(row: row, column: column)
        var generator = SplitMix64(seed: UInt64(row * 64 + column))
        new[place] = contains(place) ? self[place] : Double(generator.integer(in: 0...5))
      }
    }
    return new
  }
}
