import Learning

extension ConvLab {
  static let homeEntries = [
    HomeEntry(
      .convolution, key: "c", "Convolution", "a kernel strides over a grid, sum by sum", scene: "conv:galway"),
    HomeEntry(
      .convolution, key: "1", "Convolution of a signal", "flip, slide, multiply, add",
      scene: "conv:0,1,2,3,4/1,-1,2?flip=true&view=signal"),
    HomeEntry(
      .convolution, key: "f", "Flip or not", "convolution beside cross-correlation",
      scene: "conv:kcl?view=compare"),
    HomeEntry(
      .convolution, key: "b", "Backward", "gradients of kernel, input and bias",
      scene: "conv:kcl?relu=true&view=backward"),
  ]

  /// Every kernel and every grid.
  static let searchEntries =
    KernelPreset.allCases.map {
      SearchEntry(
        "kernel", $0.title, "on the Galway grid", scene: "conv:galway/\($0.name)", spelling: $0.name)
    }
    + GridPreset.allCases.map {
      SearchEntry(
        "grid", $0.title, "under a vertical edge", scene: "conv:\($0.rawValue)", spelling: $0.rawValue)
    }
}
