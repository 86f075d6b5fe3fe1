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
    if scene.padding == 0, scene.rule != .same { return "\(kind) of each window" }
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

  /// `0,3`
  static func name(_ place: Position) -> String { "\(place.row),\(place.column)" }

  /// The arithmetic of a window as the lab writes it.
  static func arithmetic(_ step: PoolingStep, terms: Int = 12) -> String {
    step.arithmetic(terms: terms).replacing("-inf", with: "-∞")
  }
}
