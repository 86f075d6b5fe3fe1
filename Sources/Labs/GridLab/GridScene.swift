import Learning

/// What the labs of grids ask of their settings.
protocol GridScene: LabScene {
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
  /// Timeline position.
  var step: Int { get set }
}

extension ConvolutionScene: GridScene {}
extension PoolingScene: GridScene {}

/// A scene that the key for examples opens, with what to look at.
protocol GridExample: Equatable, Sendable {
  associatedtype Settings: GridScene

  /// What opens.
  var scene: Settings { get }
  /// What to look at, in one line.
  var watchFor: String { get }
  /// In the order of the lectures.
  static var all: [Self] { get }
}

extension GridExample {
  /// The example that `scene` came from, whatever its step and view; `nil` for another.
  static func index(of scene: Settings) -> Int? {
    all.firstIndex { example in
      var same = example.scene
      (same.step, same.view, same.upstream, same.axes) = (scene.step, scene.view, scene.upstream, scene.axes)
      return same == scene
    }
  }

  /// Where to go `step` examples on; from a scene that is none of them, to the first or the last.
  static func next(after scene: Settings, by step: Int) -> Self {
    all.neighbour(ofIndex: index(of: scene), by: step)
  }
}
