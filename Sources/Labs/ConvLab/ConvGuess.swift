import Learning

/// Questions about output cells, with what the usual mistakes lead to.
enum ConvGuess {
  static func prediction(
    at place: Position, _ scene: ConvolutionScene, _ plane: PlanePicture
  ) -> Prediction? {
    guard let step = try? plane.convolution.step(at: place) else { return nil }
    return Prediction(
      question: "output \(place.row),\(place.column) =", answer: step.value,
      misconceptions: misconceptions(step, scene, plane))
  }

  private static func misconceptions(
    _ step: ConvolutionStep, _ scene: ConvolutionScene, _ plane: PlanePicture
  ) -> [Prediction.Misconception] {
    var misconceptions: [Prediction.Misconception] = []
    let place = step.position
    /// What the same cell holds in a scene changed by mistake.
    func slip(_ name: String, _ change: (inout ConvolutionScene) -> Void) {
      var mistaken = scene
      change(&mistaken)
      guard let value = try? mistaken.convolution().step(at: place).value else { return }
      misconceptions.append(Prediction.Misconception(value, name))
    }
    /// What another sum of this window leads to.
    func slip(_ name: String, sum: Double) {
      let biased = sum + scene.bias
      misconceptions.append(Prediction.Misconception(scene.hasReLU && biased <= 0 ? 0 : biased, name))
    }
    slip(scene.isFlipped ? "without turning the kernel" : "with the kernel turned by 180°") {
      $0.isFlipped.toggle()
    }
    if scene.hasReLU {
      slip("without the ReLU") { $0.hasReLU = false }
      misconceptions.append(
        Prediction.Misconception(abs(step.sum + scene.bias), "taking the absolute value instead of the ReLU"))
    }
    if scene.bias != 0 { slip("without the bias") { $0.bias = 0 } }
    if scene.padding != 0 || scene.rule == .same {
      slip("without the padding") { ($0.padding, $0.rule) = (0, .floor) }
    }
    if scene.dilation != Extent(1) { slip("without the dilation") { $0.dilation = Extent(1) } }
    if scene.stride != Extent(1) { slip("with a stride of 1") { $0.stride = Extent(1) } }
    misconceptions.append(Prediction.Misconception(-step.value, "with the sign the wrong way round"))
    misconceptions += neighbours(of: place, plane)
    for (value, product) in zip(step.window.cells, step.products.cells) where value < 0 && product > 0 {
      let factors = "\(Numeral.factor(value))·\(Numeral.factor(product / value))"
      slip("when \(factors) is taken as \(Numeral.format(-product))", sum: step.sum - 2 * product)
    }
    slip("when the last product is left out", sum: step.products.cells.dropLast().reduce(0, +))
    slip("from the first row of the window alone", sum: step.products.rows[0].reduce(0, +))
    return misconceptions
  }

  /// What the kernel's gradient holds in a cell after one more window, and what the usual mistakes make of it.
  ///
  /// - Parameters:
  ///   - cell: the cell as it is shown, where the window's number lies on it.
  ///   - typed: the same cell of the kernel as typed, which the gradients belong to.
  ///   - isStopped: whether ReLU lets nothing back.
  static func kernelGradient(
    at cell: Position, typed: Position, _ step: ConvolutionStep, upstream u: Double, before: Grid,
    after: Grid, isStopped: Bool
  ) -> Prediction {
    let (sum, x, k) = (before[typed], step.window[cell], step.kernel[cell])
    var misconceptions: [Prediction.Misconception] = []
    func slip(_ value: Double, _ name: String) {
      misconceptions.append(Prediction.Misconception(value, name))
    }
    if isStopped {
      slip(sum + u * x, "when the slope of ReLU is left out: it is 0 where the output is")
    } else {
      slip(u * x, "from this window alone: what came before it stays")
      slip(sum + u * k, "with the kernel's number, which goes to the input")
      slip(sum + x, "when the window is not multiplied by u")
      slip(sum, "before this window has sent its share")
      slip(sum - u * x, "with the sign the wrong way round")
    }
    return Prediction(
      question: "u \(step.position) = \(Numeral.format(u)) comes in: ∂L/∂k \(cell) =", answer: after[typed],
      misconceptions: misconceptions)
  }

  private static func neighbours(of place: Position, _ plane: PlanePicture) -> [Prediction.Misconception] {
    let near: [(Int, Int, String)] = [
      (0, -1, "one column too far to the left"), (0, 1, "one column too far to the right"),
      (1, 0, "one row too low"), (-1, 0, "one row too high"),
    ]
    return near.compactMap { rows, columns, name in
      let cell = Position(row: place.row + rows, column: place.column + columns)
      return plane.output.grid.contains(cell) ? Prediction.Misconception(plane.output.grid[cell], name) : nil
    }
  }

  static func prediction(at index: Int, _ signal: SignalPicture) -> Prediction? {
    let convolution = signal.convolution
    guard let step = try? convolution.step(index) else { return nil }
    var misconceptions: [Prediction.Misconception] = []
    let other = try? Convolution1D(
      signal: convolution.signal, kernel: convolution.kernel, mode: convolution.mode,
      flipped: !convolution.isFlipped)
    if let mistaken = try? other?.step(index) {
      misconceptions.append(
        Prediction.Misconception(
          mistaken.sum, convolution.isFlipped ? "without the flip" : "with the kernel flipped"))
    }
    if index > 0 {
      misconceptions.append(Prediction.Misconception(signal.output.grid[0, index - 1], "one step too early"))
    }
    if index + 1 < convolution.count {
      misconceptions.append(Prediction.Misconception(signal.output.grid[0, index + 1], "one step too late"))
    }
    misconceptions.append(Prediction.Misconception(-step.sum, "with the sign the wrong way round"))
    return Prediction(question: "step \(index + 1) =", answer: step.sum, misconceptions: misconceptions)
  }
}
