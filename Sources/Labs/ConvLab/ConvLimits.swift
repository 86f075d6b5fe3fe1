import Learning

/// The largest things that the lab shows; commands that print go further.
enum ConvLimits {
  /// Largest side of the input and of the kernel.
  static let side = 32
  /// Largest padding, stride and dilation.
  static let setting = 16
  /// Largest magnitude of a number, so that every sum stays finite and short enough to be read.
  static let magnitude = 1e6

  /// Refuses what the lab cannot show.
  static func check(_ scene: ConvolutionScene) throws(LabRefusal) {
    for (name, grid) in [("input", scene.grid.grid), ("kernel", scene.kernel.grid)] {
      guard max(grid.height, grid.width) <= side else {
        throw LabRefusal(
          "the lab shows grids up to \(side)x\(side), and the \(name) is \(grid.extent.product)")
      }
      try check(numbers: grid.cells, of: "the \(name)")
    }
    for (name, extent) in [
      ("padding", scene.padding), ("stride", scene.stride), ("dilation", scene.dilation),
    ] where max(extent.height, extent.width) > setting {
      throw LabRefusal("the lab goes up to \(name) \(setting), not \(extent)")
    }
    try check(numbers: [scene.bias], of: "the bias")
    if let upstream = scene.upstream { try check(numbers: upstream.cells, of: "the upstream gradient") }
  }

  private static func check(numbers: [Double], of name: String) throws(LabRefusal) {
    guard let number = numbers.first(where: { !($0.magnitude <= magnitude) }) else { return }
    throw LabRefusal(
      "the lab shows numbers up to \(Numeral.grouped(Int(magnitude))), and \(name) has \(Numeral.format(number))"
    )
  }
}
