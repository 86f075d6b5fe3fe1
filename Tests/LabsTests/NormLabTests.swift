import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite struct NormLabTests {
  private static let screens = [
    ScreenCase(name: "start", scene: "norm:"),
    ScreenCase(name: "train", scene: "norm:?step=2", keys: "tab"),
    ScreenCase(name: "use", scene: "norm:?step=3", keys: "v"),
    ScreenCase(name: "backward", scene: "norm:?step=2", keys: "v v"),
    ScreenCase(name: "scaling", scene: "norm:?step=2", keys: "V"),
    ScreenCase(name: "channel", scene: "norm:?step=4", keys: "k"),
    ScreenCase(name: "drift", scene: "norm:?step=6", keys: "d d"),
    ScreenCase(name: "guess", scene: "norm:?step=3", keys: "g 1 enter"),
  ]

  @Test(arguments: screens, ScreenCase.sizes)
  func looksAsRecorded(_ example: ScreenCase, _ size: Size) throws {
    try example.expectRecorded("norm-", size)
  }

  private func lab(_ scene: String) throws -> NormLab { try NormLab.opened(scene) }

  @Test func theBatchIsNormalisedScaledAndShifted() throws {
    var lab = try lab("norm:1;2;3;4?epsilon=0&step=1")
    #expect(lab.drawn(80, 24).text.contains("(1 - 2.5)/√(1.25 + 0) = -1.342"))
    lab.press("s s b")
    #expect(lab.settings.scale == [2] && lab.settings.shift == [0.5])
    // The lecture's numbers.
    let output = try #require(lab.moment).output.cells
    let expected = [-2.1832815729997477, -0.39442719099991586, 1.3944271909999157, 3.1832815729997477]
    #expect(zip(output, expected).allSatisfy { abs($0 - $1) < 1e-12 })
    lab.press("u u u")
    #expect(lab.settings.scale == [1])
  }

  @Test func runningAveragesFollowADrift() throws {
    var lab = try lab("norm:1;2;3;4?view=use&drift=0.5")
    #expect(lab.drawn(80, 24).text.contains("running mean 0, running variance 1, before the first batch"))
    lab.press("right")
    #expect(lab.drawn(80, 24).text.contains("0.9·0 + 0.1·2.5 = 0.25"))
    lab.press("g")
    // 0.9·0.25 + 0.1·3 is right; exchanged it is 0.1·0.25 + 0.9·3.
    lab.press("2.725 enter")
    #expect(
      lab.chrome.toast?.text.contains("with 0.1 and 0.9 exchanged") == true && lab.timeline.position == 2)
    lab.resize(200, 50)
    #expect(lab.drawn(200, 50).text.contains("mean of the batch"))
  }

  @Test func gradientsGoThroughTheBatch() throws {
    let lab = try lab("norm:1;2;4;5?view=backward&step=1")
    let gradients = try #require(lab.moment).gradients[0]
    #expect(abs(gradients.reduce(0, +)) < 1e-12 && gradients.dropFirst().contains { abs($0) > 0.01 })
    #expect(lab.drawn(80, 24).text.contains("the gradients at x add up to 0"))
  }

  @Test func focusGoesRoundAndBatchesAreTyped() throws {
    var lab = try lab("norm:1,10;2,20?step=1")
    lab.press("tab")
    #expect(lab.focus == 1)
    lab.press("k")
    #expect(lab.column == 0 && lab.settings.grouping == .channel)
    // What is typed or pasted first takes the place of what stands there.
    lab.press("t")
    _ = lab.update(.paste("1 10; 2 20; 3 30"))
    lab.press("enter")
    #expect(lab.settings.batch.extent.product == "3x2" && lab.prompt == nil)
  }

  /// Every scene of the examples and more, at several batches: what is said holds, and nothing is cut.
  @Test func whatIsSaidHolds() throws {
    let others = [
      "norm:1;2;4;5?view=backward&upstream=1,1,1,1&step=1",
      "norm:1;2;4;5?view=backward&upstream=1,-2,3,4&step=1",
      "norm:3;3;3?view=backward&step=1", "norm:3;3?view=scaling&step=1", "norm:3;3?epsilon=0&step=2",
      "norm:1,2,3,4;5,6,7,8;9,10,11,12;-1,-2,-3,-4;-123456,0,0,0;1,1,1,1;2,2,2,2;3,3,3,3?view=use&drift=-2.5&step=7",
    ]
    for scene in try NormLab.examples + others.compactMap({ try Scene(parsing: $0).state as? NormScene }) {
      for step in [0, scene.step, 20] {
        var scene = scene
        scene.step = step
        var lab = try NormLab(scene: scene)
        lab.resize(80, 24)
        let line = NormWords.hint(for: lab)
        if let moment = lab.moment {
          let values = moment.normalised.column(0)
          let mean = values.reduce(0, +) / Double(values.count)
          let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
          let gradients = moment.gradients[0]
          switch line {
          case _ where line.contains("no spread"):
            #expect(moment.variance[0] <= 1e-12 || Set(moment.batch.column(0)).count == 1)
          case _ where line.contains("beside so small"): #expect(variance < 0.99)
          case _ where line.contains("nearly 1"): #expect(abs(mean) < 1e-9 && abs(variance - 1) < 0.03)
          case _ where line.contains("all columns together"):
            #expect(
              abs(moment.mean[0] - moment.batch.cells.reduce(0, +) / Double(moment.batch.cells.count)) < 1e-9)
          case _ where line.contains("a tenth of the way"):
            let (old, new) = (lab.picture.running[step - 1].mean[0], lab.picture.running[step].mean[0])
            #expect(abs(new - old - 0.1 * (moment.mean[0] - old)) < 1e-9 * max(1, abs(old)))
          case _ where line.contains("take all of it away"): #expect(gradients.allSatisfy { abs($0) < 1e-9 })
          case _ where line.contains("they get one by"):
            #expect(zip(scene.upstream, gradients).contains { $0 == 0 && $1 != 0 })
          case _ where line.contains("stood still"): break
          case _ where line.contains("min-max puts"):
            let scaled = Scaling.minMax(moment.batch.column(0))
            #expect(scaled.min() == 0 && scaled.max() == 1)
          default: Issue.record("\(line) is checked by nothing")
          }
        } else {
          #expect(
            line.contains("0 and 1 before the first batch")
              && lab.picture.running[0] == .fresh(features: lab.picture.running[0].mean.count))
        }
        let frame = lab.drawn(80, 24)
        #expect(frame.faults.isEmpty)
        // A sum may say that it has more terms.
        #expect(!frame.text.replacing(/\+ …/, with: "").contains("…"), "\(frame.text)")
      }
    }
  }
}
