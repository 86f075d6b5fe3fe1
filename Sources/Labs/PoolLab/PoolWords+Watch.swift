import Learning

/// "Watch for …": each line holds for the very scene beside it, or is not shown.
extension PoolWords {
  /// What to look at when nothing else has to be said; empty where nothing is known to be worth it, and while a question
  /// asks for sizes.
  static func hint(for lab: PoolLab) -> String {
    let (scene, picture) = (lab.settings, lab.picture)
    if lab.chrome.isCovered { return "" }
    guard picture.stepCount > 0 else { return "Watch for \"cannot\": o goes on to a rule that rounds." }
    if let index = PoolExample.index(of: scene), scene.view == PoolExample.all[index].scene.view,
      scene.upstream == nil
    {
      return ConvWords.capitalised(PoolExample.all[index].watchFor)
    }
    let hasChoice = picture.geometry.kernel != Extent(1)
    let hasNegatives = picture.pooling.input.cells.contains { $0 < 0 }
    switch (scene.view, scene.kind) {
    case (.backward, .max):
      let isBeaten = lab.gradients.map { gradients in
        picture.hasReadCell { gradients.total[$0] == 0 && !picture.winners.contains($0) }
      }
      return isBeaten == true
        ? "Watch for the zeros: only the cell that won a window gets its gradient." : ""
    case (.backward, .average):
      return hasChoice ? "Watch for the fractions: each cell of a window gets an equal share." : ""
    case (.backward, .sum):
      return "Watch for the copies: each cell of a window gets the gradient in full."
    case (.backward, .l2): return "Watch for the large cells: shares go by size, u·x/y."
    case (.grid, .max):
      return hasChoice ? "Watch for what is forgotten: where in its window the maximum stood." : ""
    case (.grid, .average): return "Watch for the smoothing: no output leaves the range of its window."
    case (.grid, .sum):
      return hasNegatives ? "" : "Watch for the size: a sum grows with the window, a mean does not."
    case (.grid, .l2):
      return hasNegatives
        ? "Watch for the signs: squares have none, so no output is negative."
        : "Watch for the squares: large numbers weigh more than small ones."
    }
  }
}

extension PoolPicture {
  /// Whether there is a cell like that among those that windows read.
  fileprivate func hasReadCell(_ isWanted: (Position) -> Bool) -> Bool {
    pooling.input.cells.indices.contains { index in
      let cell = pooling.input.position(at: index)
      return !isUnused(cell) && isWanted(cell)
    }
  }
}
