import Learning

extension PoolLab {
  /// In the order of the lectures.
  static let watchedExamples: [GridExample<PoolingScene>] = [
    GridExample(
      PoolingScene(.preset(.galway)),
      "watch for the last row and column: 7 is odd, so no 2x2 window reads them"),
    GridExample(
      PoolingScene(.preset(.kcl)), "watch for the sign: of each window only the largest number is left"),
    GridExample(PoolingScene(.preset(.kcl)), "watch for the top left: a mean of -0.5 where the maximum was 1")
    {
      $0.kind = .average
    },
    GridExample(
      PoolingScene(.preset(.galway)), "watch for the squares: large numbers weigh more than small ones"
    ) {
      $0.kind = .l2
    },
    GridExample(
      PoolingScene(.preset(.edgeVertical)),
      "watch for the edge: it lies inside a window, and the maximum keeps the 10"),
    GridExample(
      PoolingScene(.preset(.galway)), "watch for the overlap: windows of 3x3, 2 apart, read some cells twice"
    ) {
      ($0.size, $0.stride) = (Extent(3), Extent(2))
    },
    GridExample(PoolingScene(.preset(.galway)), "watch for the ring: padding counts as -∞, so it never wins")
    {
      $0.padding = 1
    },
    GridExample(
      PoolingScene(.preset(.galway)), "watch for the border: zeros of the padding pull the mean down"
    ) {
      ($0.kind, $0.padding) = (.average, 1)
    },
    GridExample(PoolingScene(.preset(.cnn5)), "watch for the ones: each spreads to every window that sees it")
    {
      $0.stride = Extent(1)
    },
    GridExample(
      PoolingScene(.preset(.galway)), "watch for what is left: one number for the whole grid, its mean"
    ) {
      $0.kind = .average
      $0.becomeGlobal()
    },
    GridExample(
      PoolingScene(.preset(.galway)), "watch for cells that win several windows: what comes back adds up"
    ) {
      ($0.size, $0.stride, $0.view) = (Extent(3), Extent(1), .backward)
    },
    GridExample(
      PoolingScene(.preset(.edgeHorizontal)),
      "watch for ties: the first of equals gets everything, the others nothing"
    ) {
      $0.view = .backward
    },
  ]
}
