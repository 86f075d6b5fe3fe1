/// Layers with a name: channels, filters and settings worth looking at.
public enum LayerPreset: String, CaseIterable, Sendable {
  case cs231n
  case grey
  case edges
  case depthwise
  case groups

  /// What commands and scenes call it.
  public var name: String { rawValue }

  /// A name for headings.
  public var title: String {
    switch self {
    case .cs231n: "three channels, two filters"
    case .grey: "colours mixed by 1x1 kernels"
    case .edges: "an edge that only one channel has"
    case .depthwise: "a filter for each channel"
    case .groups: "two groups of two channels"
    }
  }

  /// What to look at, in one line.
  public var watchFor: String {
    switch self {
    case .cs231n: "Watch for the total: three partial sums and one bias make one cell of a map."
    case .grey: "Watch for the places: a 1x1 kernel mixes channels and sees no neighbour."
    case .edges: "Watch for the sums: red and green edges cancel out in filter 2, not in 1."
    case .depthwise: "Watch for the maps: each comes from one channel alone; nothing is added up."
    case .groups: "Watch for the groups: filters 1 and 2 never see channels 3 and 4."
    }
  }

  /// Where sizes and numbers come from, where that is worth a word.
  public var remark: String? {
    switch self {
    case .cs231n:
      "The sizes are those of CS231n's convolution demonstration: 5x5x3, padding 1, two filters of 3x3x3, stride 2. The numbers were chosen for Strider and not compared with those of the demonstration."
    case .grey:
      "The weights of the first filter are those with which red, green and blue make grey in television."
    case .edges, .depthwise, .groups: nil
    }
  }

  /// The scene in which it opens.
  public var scene: LayerScene {
    var scene = LayerScene(channels: channels, filters: filters)
    scene.preset = self
    switch self {
    case .cs231n:
      scene.padding = 1
      scene.stride = 2
    case .grey: break
    case .edges: scene.hasReLU = true
    case .depthwise: scene.groups = 3
    case .groups: scene.groups = 2
    }
    return scene
  }

  private var channels: [Grid] {
    switch self {
    case .cs231n, .depthwise:
      [
        Grid(width: 5, [0, 1, 0, 2, 0, 1, 0, 2, 0, 1, 1, 0, 2, 2, 0, 2, 0, 0, 2, 0, 2, 1, 2, 2, 0]),
        Grid(width: 5, [2, 1, 2, 1, 1, 2, 1, 2, 0, 1, 0, 2, 1, 0, 1, 1, 2, 2, 2, 2, 0, 1, 2, 0, 1]),
        Grid(width: 5, [2, 1, 1, 2, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 2, 1, 0, 2, 2, 1, 1, 1]),
      ]
    case .grey:
      [
        Grid(width: 4, [9, 9, 0, 0, 9, 9, 0, 0, 5, 5, 1, 1, 5, 5, 1, 1]),
        Grid(width: 4, [0, 9, 9, 0, 0, 9, 9, 0, 5, 0, 5, 0, 5, 0, 5, 0]),
        Grid(width: 4, [0, 0, 0, 9, 0, 0, 9, 9, 0, 5, 5, 5, 9, 9, 9, 9]),
      ]
    case .edges:
      [
        Grid(width: 5, [4, 4, 0, 0, 0, 4, 4, 0, 0, 0, 4, 4, 0, 0, 0, 4, 4, 0, 0, 0, 4, 4, 0, 0, 0]),
        Grid(width: 5, [0, 0, 4, 4, 4, 0, 0, 4, 4, 4, 0, 0, 4, 4, 4, 0, 0, 4, 4, 4, 0, 0, 4, 4, 4]),
        Grid(width: 5, [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]),
      ]
    case .groups:
      [
        Grid(width: 4, [1, 2, 0, 1, 0, 1, 3, 1, 2, 0, 1, 0, 1, 1, 0, 2]),
        Grid(width: 4, [0, 1, 1, 2, 2, 0, 1, 0, 1, 3, 0, 1, 0, 2, 1, 1]),
        Grid(width: 4, [3, 0, 1, 0, 1, 1, 0, 2, 0, 2, 1, 1, 2, 0, 1, 0]),
        Grid(width: 4, [1, 1, 0, 2, 0, 2, 1, 1, 1, 0, 2, 0, 3, 1, 0, 1]),
      ]
    }
  }

  private var filters: [ConvolutionLayer.Filter] {
    typealias Filter = ConvolutionLayer.Filter
    let edge = Grid(width: 3, [1, 0, -1, 1, 0, -1, 1, 0, -1])
    switch self {
    case .cs231n:
      return [
        Filter(
          kernels: [
            Grid(width: 3, [-1, 0, 1, 0, 0, 1, 1, -1, 1]), Grid(width: 3, [-1, 0, 1, 1, -1, 1, 0, 1, 0]),
            Grid(width: 3, [-1, 1, 1, 1, 1, 0, 0, -1, 0]),
          ], bias: 1),
        Filter(
          kernels: [
            Grid(width: 3, [0, 1, -1, 0, -1, 0, 0, -1, 1]), Grid(width: 3, [-1, 0, 0, 1, -1, 0, 1, -1, 0]),
            Grid(width: 3, [-1, 1, -1, 0, -1, -1, 1, 0, 0]),
          ]),
      ]
    case .grey:
      return [
        Filter(kernels: [[0.299], [0.587], [0.114]].map { Grid(width: 1, $0) }),
        Filter(kernels: [[1], [-1], [0]].map { Grid(width: 1, $0) }),
        Filter(kernels: [[0], [0], [1]].map { Grid(width: 1, $0) }, bias: -5),
      ]
    case .edges:
      let nothing = Grid(width: 3, [Double](repeating: 0, count: 9))
      return [Filter(kernels: [edge, nothing, nothing]), Filter(kernels: [edge, edge, edge])]
    case .depthwise:
      return [
        Filter(kernels: [edge]), Filter(kernels: [Grid(width: 3, [0, 1, 0, 1, -4, 1, 0, 1, 0])]),
        Filter(kernels: [Grid(width: 3, [Double](repeating: 1, count: 9))]),
      ]
    case .groups:
      let (box, cross) = (Grid(width: 2, [1, 1, 1, 1]), Grid(width: 2, [1, -1, -1, 1]))
      return [
        Filter(kernels: [box, cross]), Filter(kernels: [cross, box], bias: 1), Filter(kernels: [box, box]),
        Filter(kernels: [cross, cross], bias: -1),
      ]
    }
  }
}
