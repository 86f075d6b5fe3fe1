import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

/// Every training that a preset speaks of is run to its end, and compared with what is said.
@Suite("What the hints of trainings claim")
struct TrainHintTests {
  private static func trained(_ preset: TrainPreset) throws -> TrainRun {
    var run = try TrainRun(preset.setup)
    run.trainer.seek(to: run.updates)
    return run
  }

  private static func ratios(_ preset: TrainPreset) throws -> [Double] {
    var run = try TrainRun(preset.setup)
    return [0, 45, 100, 180, 224].map { update in
      run.trainer.seek(to: update)
      let sizes = LayerGradient.all(of: run).map(\.gradient)
      return sizes[0] / sizes[sizes.count - 1]
    }
  }

  @Test func theHintsOfAccuraciesAreTrue() throws {
    let cnn = try Self.trained(.cnn).trainer.epochs.compactMap { $0.test?.accuracy }
    // Nearly 9 of 10, then 19 of 20.
    #expect(0.86..<0.9 ~= cnn[0] && 0.945..<0.97 ~= cnn[4], "\(cnn)")
    let units = try Self.trained(.units).trainer
    #expect(units.model.parameters == 2_410)
    #expect(try #require(units.epochs.last?.test?.accuracy) >= 0.95)
    #expect(try #require(Self.trained(.mirrored).trainer.epochs.last?.test?.accuracy) < cnn[4])
    let wild = try Self.trained(.tooFast).trainer
    guard case .diverged(let update, .lossUndefined)? = wild.ending else {
      Issue.record("\(String(describing: wild.ending))")
      return
    }
    #expect(update <= 10)
    var lab = try TrainLab.opened(TrainPreset.tooFast.scene.string.description)
    lab.press("end")
    #expect(
      lab.drawn(80, 24).text.contains("Training has diverged at update \(update): the loss is not a number."))
    #expect(lab.timeline.position == update - 1 && lab.way.goal == nil)
  }

  @Test func theHintsOfGradientsAreTrue() throws {
    #expect(try Self.ratios(.vanishing).allSatisfy { $0 < 0.001 })
    #expect(try Self.ratios(.rectified).allSatisfy { 0.5...2 ~= $0 })
    #expect(try Self.ratios(.normalised).allSatisfy { 0.2...1 ~= $0 })
  }

  /// Each unit answers the mean of its own digits most.
  @Test func eachUnitBecomesATemplate() throws {
    let run = try Self.trained(.templates)
    let examples = run.data.training
    let means = (0..<10).map { number -> [Double] in
      let own = (0..<examples.count).filter { examples.classes[$0] == number }.map { examples[$0] }
      return (0..<64).map { pixel in own.reduce(0) { $0 + $1[pixel] } / Double(own.count) }
    }
    let weights = run.trainer.state.parameters
    for (number, mean) in means.enumerated() {
      let answers = (0..<10).map { unit in
        (0..<64).reduce(0) { $0 + mean[$1] * Double(weights[unit * 64 + $1]) }
      }
      #expect(answers.indices.max { answers[$0] < answers[$1] } == number)
    }
  }
}
