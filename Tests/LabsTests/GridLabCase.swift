import Learning
import TestSupport
import Testing

@testable import Labs

/// A lab of grids to try, with what differs from the other: how its scene is spelled, and which keys it has.
struct GridLabCase: CustomTestStringConvertible, Sendable {
  /// The lecture's grid with a ring of padding.
  let scene: String
  /// Keys that edit, move and look around.
  let edits: [String]
  /// Keys that open the pane of the output.
  let toOutput: String
  var testDescription: String { scene }

  static let all = [
    GridLabCase(
      scene: "conv:galway?padding=1",
      edits: [
        "p", "P", "s", "S", "d", "D", "z", "Z", "n", "N", "b", "B", "a", "f", "o", "k", "K", "e", "E", "x",
        "v", "V", "w", "r", "tab enter 7 enter escape", "enter right down 3 tab escape", "right", "end",
        "left left",
      ],
      toOutput: "tab tab enter"),
    GridLabCase(
      scene: "pool:galway?padding=1",
      edits: [
        "p", "P", "s", "S", "z", "Z", "n", "N", "k", "K", "w", "o", "e", "E", "x", "v", "V", "r",
        "tab enter 7 enter escape", "tab tab enter 3 tab escape", "enter right down 3 tab escape", "right",
        "end", "left left",
      ],
      toOutput: "tab enter"),
  ]

  /// The lab on a screen of `columns` by `rows`.
  func lab(_ columns: Int = 80, _ rows: Int = 24) throws -> any GridLab & Reopenable {
    try Self.lab(scene, columns, rows)
  }

  /// The lab of the scene spelled `text`.
  static func lab(
    _ text: String, _ columns: Int = 80, _ rows: Int = 24
  ) throws -> any GridLab & Reopenable {
    let scene = try Scene(parsing: text)
    var lab: any GridLab & Reopenable =
      if scene.state is PoolingScene { try PoolLab.opened(scene) } else { try ConvLab.opened(scene) }
    lab.resize(columns, rows)
    return lab
  }
}

extension GridLab {
  /// Where everything stands.
  var boardLayout: BoardLayout<Pane> { BoardLayout(chromeLayout, currentView, isProjected: false) }
}
