import Learning

/// Questions about windows, and what the usual mistakes answer to them.
enum PoolGuess {
  // MARK: Forward

  /// What the output cell of `step` holds.
  static func output(_ step: PoolingStep, _ scene: PoolingScene, _ picture: PoolPicture) -> Prediction {
    let place = step.position
    return Prediction(
      question: "output \(place.row),\(place.column) =", answer: step.value,
      misconceptions: misconceptions(step) + otherGeometries(place, scene) + neighbours(of: place, picture))
  }

  /// What other reductions of the same window lead to.
  private static func misconceptions(_ step: PoolingStep) -> [Prediction.Misconception] {
    let inside = step.values.compactMap(\.self)
    let count = step.divisor
    let sum = inside.reduce(0, +)
    let squares = inside.reduce(0) { $0 + $1 * $1 }
    let largest = inside.max() ?? 0
    func slip(_ value: Double, _ name: String) -> Prediction.Misconception {
      Prediction.Misconception(value, name)
    }
    let mean = slip(sum / Double(count), "when the mean is taken")
    let total = slip(sum, "when the sum is taken")
    let maximum = slip(largest, "when the maximum is taken")
    let root = slip(squares.squareRoot(), "when the root of the squares is taken")
    let smallest = slip(inside.min() ?? 0, "when the smallest number is taken")
    switch step.kind {
    case .max:
      let farthest = inside.max { abs($0) < abs($1) } ?? 0
      let padded = slip(max(0, largest), "when padding counts as 0, where it is -∞")
      return (inside.count < step.values.count ? [padded] : []) + [
        smallest, mean, total, slip(abs(farthest), "when signs are left out"),
        slip(farthest, "when the number farthest from 0 is taken"), root,
      ]
    case .average:
      return [
        slip(sum, "when the sum is not divided by \(count)"),
        step.countsPadding
          ? slip(sum / Double(inside.count), "when padding is left out of the count")
          : slip(sum / Double(step.taps.count { !$0.isBeyond }), "when padding is counted too"),
        slip(
          sum / Double(count).squareRoot(), "when the sum is divided by a side, not by all \(count) cells"),
        maximum, root, smallest,
      ]
    case .sum: return [mean, maximum, root, smallest]
    case .l2:
      return [
        slip(squares, "without the root"), slip(sum, "when the numbers are not squared"),
        slip((squares / Double(count)).squareRoot(), "when the squares are averaged first"),
        maximum, mean, smallest,
      ]
    }
  }

  /// What the same cell holds in a scene changed by mistake.
  private static func otherGeometries(_ place: Position, _ scene: PoolingScene) -> [Prediction.Misconception]
  {
    var misconceptions: [Prediction.Misconception] = []
    func slip(_ name: String, _ change: (inout PoolingScene) -> Void) {
      var mistaken = scene
      change(&mistaken)
      guard let pooling = try? mistaken.pooling(), let value = try? pooling.step(at: place).value,
        value.isFinite
      else { return }
      misconceptions.append(Prediction.Misconception(value, name))
    }
    if scene.stride != Extent(1) {
      slip("when the window moves by 1, not by \(scene.stride)") { $0.stride = Extent(1) }
    }
    if scene.stride != scene.size {
      slip("when the window moves by its own size") { $0.stride = $0.size }
    }
    if scene.dilation != Extent(1) { slip("without the dilation") { $0.dilation = Extent(1) } }
    if scene.padding != 0 || scene.rule == .same {
      slip("without the padding") { ($0.padding, $0.rule) = (0, .floor) }
    }
    return misconceptions
  }

  private static func neighbours(of place: Position, _ picture: PoolPicture) -> [Prediction.Misconception] {
    let near: [(Int, Int, String)] = [
      (0, -1, "one window too far to the left"), (0, 1, "one window too far to the right"),
      (1, 0, "one window too low"), (-1, 0, "one window too high"),
    ]
    return near.compactMap { rows, columns, name in
      let cell = Position(row: place.row + rows, column: place.column + columns)
      guard picture.output.grid.contains(cell), picture.output.grid[cell].isFinite else { return nil }
      return Prediction.Misconception(picture.output.grid[cell], name)
    }
  }

  // MARK: Backward

  /// What one cell of the window gets of `upstream`; `turn` chooses which. `nil` for a window of padding alone.
  static func share(
    _ step: PoolingStep, of pooling: Pooling, upstream: Double, asking turn: Int
  ) -> (prediction: Prediction, cell: Position)? {
    let inside = step.taps.indices.filter { step.taps[$0].input != nil }
    guard !inside.isEmpty, let shares = try? pooling.shares(of: upstream, at: step.position) else {
      return nil
    }
    let index = inside[turn % inside.count]
    guard let cell = step.taps[index].input, let value = step.values[index] else { return nil }
    let place = step.position
    let prediction = Prediction(
      question:
        "u \(place.row),\(place.column) = \(Numeral.format(upstream)): share of input \(cell.row),\(cell.column) =",
      answer: shares[index],
      misconceptions: misconceptions(step, cell, value, upstream, insideCount: inside.count))
    return (prediction, cell)
  }

  private static func misconceptions(
    _ step: PoolingStep, _ cell: Position, _ x: Double, _ u: Double, insideCount: Int
  ) -> [Prediction.Misconception] {
    let count = Double(step.divisor)
    func slip(_ value: Double, _ name: String) -> Prediction.Misconception {
      Prediction.Misconception(value, name)
    }
    let equal = slip(u / count, "when it is shared equally, as by an average")
    let inFull = slip(u, "when each cell gets it in full, as from a sum")
    switch step.kind {
    case .max:
      if cell == step.winner { return [slip(0, "for a cell that loses, and this is the maximum"), equal] }
      let isTie = x == step.value
      return [
        slip(
          u, isTie ? "for the first of the equals, which gets it all" : "for the maximum, and this is not it"),
        equal,
      ]
    case .average:
      return [
        slip(u, "when it is not divided by \(step.divisor)"),
        step.countsPadding
          ? slip(u / Double(insideCount), "when padding gets no share")
          : slip(u / Double(step.taps.count { !$0.isBeyond }), "when padding gets a share too"),
        slip(0, "for a cell that loses in max pooling; in a mean all take part"),
      ]
    case .sum: return [equal, slip(0, "for a cell that loses in max pooling; in a sum all take part")]
    case .l2:
      return [
        slip(u * x, "when it is not divided by the output"),
        slip(2 * u * x, "when the root is forgotten: that is the slope of a sum of squares"), inFull, equal,
      ]
    }
  }
}
