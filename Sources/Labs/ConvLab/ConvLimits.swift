import Learning

extension ConvPicture {
  /// Refuses what the lab cannot show.
  static func check(_ scene: ConvolutionScene) throws(LabRefusal) {
    try GridLimits.check(scene.grid.grid, of: "the input")
    try GridLimits.check(scene.kernel.grid, of: "the kernel")
    try GridLimits.check(scene.padding)
    try GridLimits.check(scene.stride, "stride")
    try GridLimits.check(scene.dilation, "dilation")
    try GridLimits.check(numbers: [scene.bias], of: "the bias")
    if let upstream = scene.upstream {
      try GridLimits.check(numbers: upstream.cells, of: "the upstream gradient")
    }
  }
}
