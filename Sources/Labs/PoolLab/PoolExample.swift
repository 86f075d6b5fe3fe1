import Learning

/// Scenes that the key for examples walks through, in the order of the lectures.
struct PoolExample: GridExample {
  /// What opens.
  let scene: PoolingScene
  /// What to look at, in one line.
  let watchFor: String

  static let all: [PoolExample] = [
    PoolExample(.galway, "watch for the last row and column: 7 is odd, so no 2x2 window reads them"),
    PoolExample(.kcl, "watch for the sign: of each window only the largest number is left"),
    PoolExample(.kcl, "watch for the top left: a mean of -0.5 where the maximum was 1") {
      $0.kind = .average
    },
    PoolExample(.galway, "watch for the squares: large numbers weigh more than small ones") {
      $0.kind = .l2
    },
    PoolExample(.edgeVertical, "watch for the edge: it lies inside a window, and the maximum keeps the 10"),
    PoolExample(.galway, "watch for the overlap: windows of 3x3, 2 apart, read some cells twice") {
      ($0.size, $0.stride) = (Extent(3), Extent(2))
    },
    PoolExample(.galway, "watch for the ring: padding counts as -∞, so it never wins") {
      $0.padding = 1
    },
    PoolExample(.galway, "watch for the border: zeros of the padding pull the mean down") {
      ($0.kind, $0.padding) = (.average, 1)
    },
    PoolExample(.cnn5, "watch for the ones: each spreads to every window that sees it") {
      $0.stride = Extent(1)
    },
    PoolExample(.galway, "watch for what is left: one number for the whole grid, its mean") {
      $0.kind = .average
      $0.becomeGlobal()
    },
    PoolExample(.galway, "watch for cells that win several windows: what comes back adds up") {
      ($0.size, $0.stride, $0.view) = (Extent(3), Extent(1), .backward)
    },
    PoolExample(.edgeHorizontal, "watch for ties: the first of equals gets everything, the others nothing") {
      $0.view = .backward
    },
  ]

  private init(
    _ grid: GridPreset, _ watchFor: String, _ change: (inout PoolingScene) -> Void = { _ in }
  ) {
    var scene = PoolingScene(.preset(grid))
    change(&scene)
    (self.scene, self.watchFor) = (scene, watchFor)
  }
}
