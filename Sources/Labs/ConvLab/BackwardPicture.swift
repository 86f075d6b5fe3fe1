import Learning

/// Gradients of a convolution, from an upstream gradient that is let in one output cell after another.
///
/// All of them come from the engine: the state after k steps is its answer to an upstream gradient whose later cells
/// are 0.
struct BackwardPicture: Equatable, Sendable {
  /// ∂L/∂y as typed, or ones.
  let upstream: Grid
  /// Gradients when every output cell has sent its share back.
  let total: ConvolutionGradients
  /// Gradients so far.
  let partial: ConvolutionGradients
  /// How many output cells have sent their share back.
  let steps: Int
  let upstreamTexts, inputTexts, kernelTexts, biasTexts: CellTexts
  let upstreamShades, inputShades, kernelShades: ShadeScale
  /// Columns for the widest number there will be.
  let inputWidth, kernelWidth, biasWidth: Int

  /// The largest unfolded input that a key press may cost.
  static let largestWork = 400_000

  /// Refuses what would take too long at every key.
  static func check(_ plane: PlanePicture) throws(LabRefusal) {
    let (kernel, padded) = (plane.geometry.kernel, plane.geometry.padded)
    guard kernel.height * kernel.width * padded.height * padded.width <= largestWork else {
      throw LabRefusal("the backward view is for smaller kernels and paddings than these")
    }
  }

  init(_ plane: PlanePicture, upstream: Grid, steps: Int, previous: BackwardPicture?) throws(LabRefusal) {
    try Self.check(plane)
    let known = previous?.upstream == upstream ? previous?.total : nil
    do throws(GeometryError) {
      if let known { total = known } else { total = try plane.convolution.gradients(upstream: upstream) }
      partial =
        steps >= plane.geometry.steps
        ? total : try plane.convolution.gradients(upstream: upstream.keepingFirst(steps))
    } catch {
      throw LabRefusal(error.description)
    }
    (self.upstream, self.steps) = (upstream, steps)
    upstreamTexts = CellTexts(upstream)
    inputTexts = CellTexts(partial.input)
    kernelTexts = CellTexts(partial.kernel)
    biasTexts = CellTexts(row: [partial.bias])
    (upstreamShades, inputShades) = (ShadeScale(upstream), ShadeScale(total.input))
    kernelShades = ShadeScale(total.kernel)
    inputWidth = max(inputTexts.width, CellTexts(total.input).width)
    kernelWidth = max(kernelTexts.width, CellTexts(total.kernel).width)
    biasWidth = max(biasTexts.width, CellTexts(row: [total.bias]).width)
  }
}

extension Grid {
  /// The grid with 0 in all cells but the first `count` in row order.
  func keepingFirst(_ count: Int) -> Grid {
    var grid = self
    for index in max(0, count)..<max(max(0, count), cells.count) { grid[position(at: index)] = 0 }
    return grid
  }
}
