import Learning

/// What follows from the settings alone: every batch of the run, and the running averages after each.
struct NormPicture: SettingsPicture {
  /// One batch, all grids `[samples, features]`. What is no number, where ε and the variance are 0, is ∞.
  struct Moment: Equatable, Sendable {
    let batch, normalised, output, usedNormalised, usedOutput: Grid
    /// One for each column of averages.
    let mean, variance: [Double]
    /// What comes back to each feature alone from the gradient at its outputs.
    let gradients: [[Double]]
  }

  let moments: [Moment]
  /// After 0, 1, … batches.
  let running: [BatchNormalisation.Running]

  var stepCount: Int { moments.count }

  init(_ scene: NormScene) throws(LabRefusal) {
    do {
      let running = try scene.running()
      moments = try (0..<NormScene.batches).map { index throws(NormalisationError) in
        let batch = scene.batch(index)
        let training = try scene.normalised(batch)
        let use = try scene.normalised(batch, by: running[index + 1])
        let shaped = { (grid: Grid) in grid.map { $0.isNaN ? .infinity : $0 }.shaped(as: batch) }
        return Moment(
          batch: batch, normalised: shaped(training.normalised), output: shaped(training.output),
          usedNormalised: shaped(use.normalised), usedOutput: shaped(use.output), mean: training.mean,
          variance: training.variance,
          gradients: try (0..<batch.width).map { feature throws(NormalisationError) in
            try Self.gradients(training, scene, of: batch, feature: feature)
          })
      }
      self.running = running
    } catch { throw LabRefusal(error.description) }
  }

  /// What comes back to the column `feature` from the scene's gradient at its outputs; ∞ for what is no number. Where all
  /// columns are one channel, the others get no gradient of their own.
  private static func gradients(
    _ norm: BatchNormalisation, _ scene: NormScene, of batch: Grid, feature: Int
  ) throws(NormalisationError) -> [Double] {
    var upstream = Grid(batch.extent, repeating: 0)
    for (row, value) in scene.upstream.enumerated() { upstream[row, feature] = value }
    let gradients = try norm.gradients(upstream: scene.columns(of: upstream)).batch.shaped(as: batch)
    return gradients.column(feature).map { $0.isNaN ? .infinity : $0 }
  }
}

extension Grid {
  /// The same cells, row by row, in the shape of `other`, which has as many.
  func shaped(as other: Grid) -> Grid {
    var grid = other
    for (index, cell) in cells.enumerated() { grid[index / other.width, index % other.width] = cell }
    return grid
  }

  /// The cells of a column from top to bottom.
  func column(_ index: Int) -> [Double] { (0..<height).map { self[$0, index] } }
}
