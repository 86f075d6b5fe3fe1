import Learning

/// The largest things that the lab shows; commands that print go further.
enum PoolLimits {
  /// Refuses what the lab cannot show.
  static func check(_ scene: PoolingScene) throws(LabRefusal) {
    let grid = scene.grid.grid
    guard max(grid.height, grid.width) <= ConvLimits.side else {
      throw LabRefusal(
        "the lab shows grids up to \(ConvLimits.side)x\(ConvLimits.side), and the input is \(grid.extent.product)"
      )
    }
    for (name, extent, most) in [
      ("a window of", scene.size, ConvLimits.side), ("stride", scene.stride, ConvLimits.side),
      ("padding", scene.padding, ConvLimits.setting),
    ] where max(extent.height, extent.width) > most {
      throw LabRefusal("the lab goes up to \(name) \(most), not \(extent)")
    }
    try check(numbers: grid.cells, of: "the input")
    if let upstream = scene.upstream { try check(numbers: upstream.cells, of: "the upstream gradient") }
  }

  private static func check(numbers: [Double], of name: String) throws(LabRefusal) {
    guard let number = numbers.first(where: { !($0.magnitude <= ConvLimits.magnitude) }) else { return }
    throw LabRefusal(
      "the lab shows numbers up to \(Numeral.grouped(Int(ConvLimits.magnitude))), and \(name) has \(Numeral.format(number))"
    )
  }

  /// The sentence for a scene whose parts do not fit one another.
  static func refusal(of error: GeometryError) -> LabRefusal {
    if case .spanTooLarge(let axis, let span, _, _, let input, let padding) = error {
      let room = padding == 0 ? "\(input)" : "\(input) + 2·\(padding)"
      return LabRefusal("the window does not fit: it has \(span) \(axis), the input only \(room)")
    }
    return LabRefusal(error.description)
  }
}
