import Learning

extension PoolPicture {
  /// Refuses what the lab cannot show.
  static func check(_ scene: PoolingScene) throws(LabRefusal) {
    try GridLimits.check(scene.grid.grid, of: "the input")
    try GridLimits.check(scene.size, "a window of", atMost: GridLimits.side)
    try GridLimits.check(scene.stride, "stride", atMost: GridLimits.side)
    try GridLimits.check(scene.padding)
    if let upstream = scene.upstream {
      try GridLimits.check(numbers: upstream.cells, of: "the upstream gradient")
    }
  }

  /// The sentence for a scene whose parts do not fit one another.
  static func refusal(of error: GeometryError) -> LabRefusal {
    if case .spanTooLarge(let axis, let span, _, _, let input, let before, let after) = error {
      let room = GeometryError.room(input, before: before, after: after)
      return LabRefusal("the window does not fit: it has \(span) \(axis), the input only \(room)")
    }
    return LabRefusal(error.description)
  }
}
