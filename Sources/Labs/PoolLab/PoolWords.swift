import Learning
import TerminalUI

/// The lab's sentences.
enum PoolWords {
  /// The name of the input for the title line.
  static func subject(_ scene: PoolingScene) -> String { ConvWords.name(scene.grid) }

  /// What exactly runs.
  static func variant(_ scene: PoolingScene) -> String {
    let kind: String
    switch scene.kind {
    case .max: kind = "maximum"
    case .average: kind = "average"
    case .sum: kind = "sum"
    case .l2: kind = "L2, √Σx²"
    }
    if scene.isGlobal { return "global \(kind)" }
    if scene.padding == Extent(0), scene.rule != .same { return "\(kind) of each window" }
    return scene.kind == .max ? "\(kind), padding is -∞" : "\(kind), padding is 0"
  }

  static func name(_ kind: PoolingKind) -> String {
    kind == .l2 ? "L2" : kind.rawValue
  }

  static func name(_ view: PoolingScene.View) -> String {
    switch view {
    case .grid: "forward"
    case .backward: "backward"
    }
  }

  /// The word in front of the arithmetic.
  static func lineName(_ kind: PoolingKind) -> String {
    switch kind {
    case .max: "max"
    case .average: "mean"
    case .sum: "sum"
    case .l2: "L2"
    }
  }

  /// What to look at when nothing else has to be said.
  static func hint(for scene: PoolingScene) -> String {
    if let index = PoolExample.index(of: scene), scene.view == PoolExample.all[index].scene.view {
      return ConvWords.capitalised(PoolExample.all[index].watchFor)
    }
    switch (scene.view, scene.kind) {
    case (.backward, .max): return "Watch for the zeros: only the cell that won a window gets its gradient."
    case (.backward, .average): return "Watch for the fractions: each cell of a window gets an equal share."
    case (.backward, .sum): return "Watch for the copies: each cell of a window gets the gradient in full."
    case (.backward, .l2): return "Watch for the large cells: shares go by size, u·x/y."
    case (.grid, .max): return "Watch for what is forgotten: where in its window the maximum stood."
    case (.grid, .average): return "Watch for the smoothing: no output leaves the range of its window."
    case (.grid, .sum): return "Watch for the size: a sum grows with the window, a mean does not."
    case (.grid, .l2): return "Watch for the signs: squares have none, so no output is negative."
    }
  }

  /// `0,3`
  static func name(_ place: Position) -> String { "\(place.row),\(place.column)" }

  /// The arithmetic of a window as the lab writes it.
  static func arithmetic(_ step: PoolingStep, terms: Int = 12) -> String {
    step.arithmetic(terms: terms).replacing("-inf", with: "-∞")
  }
}
