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
  ]
}
