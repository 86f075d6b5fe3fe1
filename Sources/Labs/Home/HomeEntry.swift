import Learning

/// A lab that the home screen offers.
struct HomeEntry: Equatable, Sendable {
  /// The key that opens it.
  let key: Character
  /// Its name.
  let title: String
  /// What it is for, in one line.
  let summary: String
  /// The scene it opens with.
  let scene: String

  /// Every lab, in the order of the course.
  static let all: [HomeEntry] = [
    HomeEntry(
      key: "c", title: "Convolution", summary: "a kernel strides over a grid, sum by sum",
      scene: "conv:galway"),
    HomeEntry(
      key: "1", title: "Convolution of a signal", summary: "flip, slide, multiply, add",
      scene: "conv:0,1,2,3,4/1,-1,2?flip=true&view=signal"),
    HomeEntry(
      key: "f", title: "Flip or not", summary: "convolution beside cross-correlation",
      scene: "conv:kcl?view=compare"),
    HomeEntry(
      key: "b", title: "Backward", summary: "gradients of kernel, input and bias",
      scene: "conv:kcl?relu=true&view=backward"),
    HomeEntry(
      key: "p", title: "Pooling", summary: "a window becomes one number",
      scene: "pool:galway"),
    HomeEntry(
      key: "g", title: "Backpropagation", summary: "values forward, adjoints back",
      scene: "graph:shared-input"),
    HomeEntry(
      key: "a", title: "Moving averages", summary: "with and without bias correction",
      scene: "ema:eur-usd"),
    HomeEntry(
      key: "r", title: "Optimizer race",
      summary:
        "\(OptimizerConfiguration.all.count) rules on \(SurfaceKind.allCases.count) surfaces, or on your own",
      scene: "race:ravine"),
  ]
}
