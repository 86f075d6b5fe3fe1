import Learning

/// The grids of the lab.
enum PoolPane: GridPane {
  /// x with its ring of padding.
  case input
  /// y
  case output
  /// ∂L/∂y and ∂L/∂x.
  case upstream, inputGradient
  /// The window opened up below: its cells, their squares, what they add up to, the result.
  case window, squares, sum, result

  /// The panes that Tab visits in a view.
  static func focusable(in view: PoolingScene.View) -> [PoolPane] {
    switch view {
    case .grid: [.input, .output]
    case .backward: [.input, .output, .upstream, .inputGradient]
    }
  }

  var isEditable: Bool { self == .input || self == .upstream }

  var showsOutputs: Bool { self == .output || self == .upstream }

  /// Whether its cells are places of the input, so that a cursor in it asks which windows read it.
  var showsInputs: Bool { self == .input || self == .inputGradient }
}
