import Learning

/// What the labs of grids ask of their settings.
protocol GridScene: SteppedScene {
  associatedtype View: Equatable & Sendable

  /// What is shown.
  var view: View { get set }
  /// The gradient that comes back to the output; `nil` is 1 everywhere.
  var upstream: Grid? { get set }
  /// The padding on each side, and how a remainder is treated.
  var padding: Padding { get set }
  var rule: SizeRule { get set }
  /// Which axes the lab's keys move.
  var axes: AxisChoice { get set }
}

extension ConvolutionScene: GridScene {}
extension PoolingScene: GridScene {}

/// A scene that the key for examples opens, with what to look at.
struct GridExample<Scene: GridScene>: Equatable, Sendable {
  let scene: Scene
  /// What to look at, in one line.
  let watchFor: String

  init(_ scene: Scene, _ watchFor: String, _ change: (inout Scene) -> Void = { _ in }) {
    var changed = scene
    change(&changed)
    (self.scene, self.watchFor) = (changed, watchFor)
  }
}

extension AxisChoice {
  /// The lengths along the axes moved by `step`.
  func moved(_ extent: Extent, by step: Int) -> Extent {
    switch self {
    case .both: Extent(height: extent.height + step, width: extent.width + step)
    case .rows: Extent(height: extent.height + step, width: extent.width)
    case .columns: Extent(height: extent.height, width: extent.width + step)
    }
  }

  /// Both sides of the axes moved by `step`.
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
