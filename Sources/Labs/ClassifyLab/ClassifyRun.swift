import Autodiff
import Learning
import TerminalUI

/// A training of points.
struct ClassifyRun: WatchedTraining {
  let data: DataSet
  var trainer: Trainer<ShapedNetwork, Double>
  let updates: Int
  let workPerUpdate: Int
  /// The part of the plane that is shown: all points with some room.
  let viewport: Viewport

  /// The most updates, so that a jump to the end is over soon.
  static let mostUpdates = 20_000
  /// The most points and parameters that are trained smoothly.
  static let mostPoints = 2_000
  static let mostParameters = 4_000

  /// The training of `setup`, before its first update.
  ///
  /// - Throws: ``LabRefusal``
  init(_ setup: ClassifyScene.Setup) throws(LabRefusal) {
    guard !setup.points.source.isDrawn || setup.points.count <= Self.mostPoints else {
      throw LabRefusal(
        "The lab shows up to \(Numeral.grouped(Self.mostPoints)) points; the command takes more")
    }
    do throws(ClassifyError) { (data, trainer) = try setup.training() } catch {
      throw LabRefusal(error.description)
    }
    updates = setup.updates(of: data)
    guard updates <= Self.mostUpdates, trainer.state.parameters.count <= Self.mostParameters,
      data.training.count + data.test.count <= Self.mostPoints
    else {
      throw LabRefusal(
        "The lab trains up to \(Numeral.grouped(Self.mostUpdates)) updates, "
          + "\(Numeral.grouped(Self.mostParameters)) weights and \(Numeral.grouped(Self.mostPoints)) points; "
          + "the command takes more")
    }
    workPerUpdate = trainer.model.multiplyAdds * min(setup.batch, data.training.count) + Self.workOfTape
    let points = [data.training, data.test].flatMap { examples in
      (0..<examples.count).map { (x: examples[$0][0], y: examples[$0][1]) }
    }
    let around = Viewport(around: points, margin: 0.08)
    guard let viewport = around ?? Viewport(minX: -1, maxX: 1, minY: -1, maxY: 1) else {
      throw LabRefusal("The points lie nowhere")
    }
    self.viewport = viewport
  }

  /// `weight`, or the last one where there are fewer.
  func place(of weight: Int) -> Int { min(weight, trainer.state.parameters.count - 1) }
}
