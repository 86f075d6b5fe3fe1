import Learning

/// Gradients of a pooling, from an upstream gradient that is let in one output cell after another.
///
/// All of them come from the engine: the state after k steps is its answer to an upstream gradient whose later cells
/// are 0.
struct PoolGradients: Equatable, Sendable {
  /// The settings that this belongs to.
  let source: PoolingScene
  /// ∂L/∂y as typed, or ones.
  let upstream: Grid
  /// ∂L/∂x when every output cell has sent its share back, and so far.
  let total, partial: Grid
  /// How many output cells have sent their share back.
  let steps: Int
  let upstreamTexts, inputTexts: CellTexts
  let inputShades: ShadeScale
  /// Columns for the widest number there will be.
  let inputWidth: Int

  init(
    _ picture: PoolPicture, _ source: PoolingScene, upstream: Grid, steps: Int, previous: PoolGradients?
  ) throws(GeometryError) {
    let known = previous?.source == source ? previous?.total : nil
    if let known { total = known } else { total = try picture.pooling.gradient(upstream: upstream) }
    partial =
      steps >= picture.geometry.steps
      ? total : try picture.pooling.gradient(upstream: upstream.keepingFirst(steps))
    (self.source, self.upstream, self.steps) = (source, upstream, steps)
    upstreamTexts = CellTexts(upstream)
    inputTexts = CellTexts(partial)
    inputShades = ShadeScale(total)
    inputWidth = max(inputTexts.width, CellTexts(total).width)
  }
}

extension PoolLab {
  /// The gradient that comes back to the output: typed, or ones.
  var upstreamGrid: Grid { settings.upstream ?? Grid(picture.geometry.windows, repeating: 1) }

  /// Brings the gradients up to the present step.
  mutating func refreshGradients() {
    guard settings.view == .backward, picture.stepCount > 0 else {
      gradients = nil
      return
    }
    if let gradients, gradients.source == settings, gradients.steps == timeline.position { return }
    do {
      gradients = try PoolGradients(
        picture, settings, upstream: upstreamGrid, steps: timeline.position, previous: gradients)
    } catch {
      gradients = nil
      chrome.refuse(error.description)
    }
  }
}
