import Learning

/// Gradients of a convolution, from an upstream gradient that is let in one output cell after another.
///
/// All of them come from the engine: the state after k steps is its answer to an upstream gradient whose later cells
/// are 0. They depend on the settings and the step, and are the only thing in the lab too dear to be worked out for every
/// frame.
struct ConvGradients: Equatable, Sendable {
  /// The settings that this belongs to.
  let source: ConvolutionScene
  /// How many output cells have sent their share back.
  let steps: Int
  /// ∂L/∂y as typed, or ones.
  let upstream: GridNumbers
  /// Gradients when every output cell has sent its share back.
  let total: ConvolutionGradients
  /// Gradients so far, shaded on the scales of the total.
  let input, kernel: GridNumbers
  let bias: Double
  /// Columns for the widest number there will be.
  let inputWidth, kernelWidth, biasWidth: Int

  /// The largest unfolded input that a key press may cost.
  private static let largestWork = 400_000

  /// Refuses what would take too long at every key.
  static func check(_ geometry: ConvolutionGeometry) throws(LabRefusal) {
    let (kernel, padded) = (geometry.kernel, geometry.padded)
    guard kernel.height * kernel.width * padded.height * padded.width <= largestWork else {
      throw LabRefusal("the backward view is for smaller kernels and paddings than these")
    }
  }

  init(
    _ plane: PlanePicture, _ source: ConvolutionScene, upstream: Grid, steps: Int, previous: ConvGradients?
  ) throws(LabRefusal) {
    try Self.check(plane.geometry)
    let known = previous?.source == source ? previous : nil
    let now: ConvolutionGradients
    do throws(GeometryError) {
      if let known {
        total = known.total
      } else {
        total = try plane.convolution.gradients(upstream: upstream)
      }
      now =
        steps >= plane.geometry.steps
        ? total : try plane.convolution.gradients(upstream: upstream.keepingFirst(steps))
    } catch {
      throw LabRefusal(error.description)
    }
    (self.source, self.steps) = (source, steps)
    self.upstream = known?.upstream ?? GridNumbers(upstream)
    let (whole, kernelWhole) = (GridNumbers(total.input), GridNumbers(total.kernel))
    input = GridNumbers(now.input, shades: whole.shades)
    kernel = GridNumbers(now.kernel, shades: kernelWhole.shades)
    bias = now.bias
    inputWidth = max(input.width, whole.width)
    kernelWidth = max(kernel.width, kernelWhole.width)
    biasWidth = max(GridNumbers(row: [bias]).width, GridNumbers(row: [total.bias]).width)
  }
}
