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
      key: "c", title: "Convolution", summary: "a kernel strides over a grid, every sum shown",
      scene: "conv:galway"),
    HomeEntry(
      key: "1", title: "Convolution of a signal", summary: "flip, slide, multiply, add, in one dimension",
      scene: "conv:0,1,2,3,4/1,-1,2?flip=true&view=signal"),
    HomeEntry(
      key: "f", title: "Flip or not", summary: "convolution and cross-correlation side by side",
      scene: "conv:kcl?view=compare"),
    HomeEntry(
      key: "b", title: "Backward", summary: "gradients of kernel, input and bias, one window at a time",
      scene: "conv:kcl?relu=true&view=backward"),
    HomeEntry(
      key: "g", title: "Backpropagation", summary: "values forward, then adjoints back, one share at a time",
      scene: "graph:shared-input"),
    HomeEntry(
      key: "a", title: "Moving averages", summary: "with and without bias correction, and every weight",
      scene: "ema:eur-usd"),
    HomeEntry(
      key: "r", title: "Optimizer race",
      summary: "eleven rules down twenty-four surfaces, or a function you type",
      scene: "race:ravine?racer=sgd:lr=0.4&racer=momentum:lr=0.05&racer=adam:lr=0.3"),
  ]
}
