import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("The averages lab")
struct AverageLabTests {
  private static func lab(_ samples: [Double]) throws -> AverageLab {
    var lab = try AverageLab(scene: AverageScene(try AverageData(samples: samples)))
    lab.resize(80, 24)
    return lab
  }

  @Test func theTitleSaysHowManyWeightsABarStandsFor() throws {
    var lab = try AverageLab.opened("ema:eur-usd?step=12")
    lab.resize(120, 40)
    #expect(
      lab.drawn(120, 40).text.contains("12 weights, each bar the largest of up to 4: sum 1, newest 0.1"))
    #expect(
      try AverageLab.opened("ema:10,12,9,11?step=4").drawn(80, 24).text.contains("weights of 4 samples"))
  }

  /// No curve is left out without a word: it is inside the plot, or its edge says that it is not.
  @Test(arguments: [
    "10,12,9,11", "10,12,9,11?start=zero", "10,12,9,11?show=zero", "eur-usd", "eur-usd?beta=0.98&start=zero",
    "noise",
    "step?start=corrected", "ramp?beta=0.999", "42,42,42,42", "-5,3,1000,2?beta=0.5",
    "eur-usd?beta=0.9,0.5,0.98&start=zero",
  ])
  func everyCurveIsInSightOrMarked(_ scene: String) throws {
    for size in [(60, 18), (80, 24), (120, 40), (200, 50)] {
      var lab = try AverageLab.opened("ema:\(scene)")
      lab.resize(size.0, size.1)
      for keys in ["", "right", "right right", "end"] {
        lab.press(keys)
        let view = try #require(lab.chart.axes?.viewport)
        let text = lab.drawn(size.0, size.1).text
        for curve in lab.shownCurves {
          let values = curve.values.prefix(lab.timeline.position)
          if values.contains(where: { $0 > view.maxY }) {
            #expect(text.contains("\(curve.glyph)↑"), "\(scene) \(size)")
          }
          if values.contains(where: { $0 < view.minY }) {
            #expect(text.contains("\(curve.glyph)↓"), "\(scene) \(size)")
          }
        }
      }
    }
  }

  @Test func fourCurvesOfFourNumbersAreInThePicture() throws {
    var lab = try Self.lab([10, 12, 9, 11])
    lab.press("end")
    let view = try #require(lab.chart.axes?.viewport)
    #expect(lab.shownCurves.count == 4)
    #expect(lab.shownCurves.flatMap(\.values).allSatisfy { $0 > view.minY && $0 < view.maxY })
  }

  @Test func severalBetaAreComparedAndUndone() throws {
    var lab = try Self.lab([10, 12, 9, 11])
    lab.press("end v")
    #expect(lab.scene.betas == [0.5, 0.9, 0.98] && lab.scene.beta == 0.9)
    #expect(lab.sceneText == "ema:10,12,9,11?beta=0.9,0.5,0.98&step=4")
    let again = try AverageLab.opened(lab.sceneText)
    #expect(again.settings == lab.settings && again.picture == lab.picture)
    var text = lab.drawn(80, 24).text
    for (beta, window) in [("0.5", "2"), ("0.9", "10"), ("0.98", "50")] {
      let rule = try MovingAverage(beta: try #require(Double(beta)), start: .first)
      let row = try #require(
        text.split(separator: "\n").first { $0.contains("β \(beta) ") && !$0.contains("data") })
      #expect(row.contains(" \(window) ") && row.hasSuffix(Numeral.format(rule.series([10, 12, 9, 11])[3])))
    }
    #expect(text.contains("β 0.9: weights of 4 samples"))
    lab.press("b")
    #expect(lab.scene.beta == 0.98 && lab.scene.betas == [0.5, 0.9, 0.98])
    text = lab.drawn(80, 24).text
    #expect(text.contains("window 1/(1-β) = 50") && text.contains("β 0.98: weights"))
    lab.press("1")
    #expect(lab.chrome.toast?.kind == .wrong)
    lab.press("v")
    #expect(lab.scene.betas == [0.98] && lab.shownCurves.count == 4)
    lab.press("u u u")
    #expect(lab.scene.betas == [0.9])
    lab.press("o backspace backspace backspace 0.2,0.8 enter")
    #expect(lab.scene.beta == 0.2 && lab.scene.otherBetas == [0.8])
  }

  /// A weight stands in the column of its sample.
  @Test(arguments: [(80, 24), (120, 40)]) func weightsStandUnderTheirSamples(_ size: (Int, Int)) throws {
    var lab = try Self.lab([10, 12, 9, 11])
    lab.resize(size.0, size.1)
    lab.press("right right right")
    let layout = AverageLayout(lab.chromeLayout)
    let room = try #require(lab.chart.picture(in: layout.chart))
    let view = try #require(lab.chart.axes?.viewport)
    let frame = lab.drawn(size.0, size.1)
    for sample in 1...4 {
      let cell = try #require(view.dot(x: Double(sample), y: view.minY, in: room.size))
      #expect(
        (frame[room.x + cell.x, layout.comb.bottom - 1].glyph != " ") == (sample <= 3), "sample \(sample)")
    }
  }

  @Test func theSceneHoldsTheNumbers() throws {
    var lab = try Self.lab([1.5, -2, 3])
    #expect(lab.update(.key(.character("y"))) == .print("strider open 'ema:1.5,-2,3'"))
  }

  @Test func aSceneTooLongForACommandLineIsNotShown() throws {
    var lab = try Self.lab((0..<9_000).map { 1 / Double($0 + 3) })
    #expect(lab.update(.key(.character("y"))) == nil)
    #expect(lab.chrome.toast?.kind == .wrong)
    #expect(lab.chrome.toast?.text.contains("too many for a command line") == true)
  }

  @Test func moreSamplesThanTheLabShowsAreRefused() throws {
    let scene = AverageScene(try AverageData(samples: [Double](repeating: 1, count: 10_001)))
    #expect(throws: LabRefusal.self) { try AverageLab(scene: scene) }
  }

  @Test func sumsThatOverflowLeaveGaps() throws {
    var lab = try Self.lab([1e308, 1.7e308, -1.7e308, 1e308])
    lab.press("end")
    #expect(lab.drawn(80, 24).faults.isEmpty)
    #expect(lab == lab)
  }

  @Test func aRefusalLeavesTheTimelineWhereItIs() throws {
    var lab = try Self.lab([1, 2, 3, 4])
    lab.press("right right")
    lab.settings.beta = 2
    lab.press("d")
    #expect(lab.chrome.toast?.kind == .wrong)
    #expect(lab.timeline.position == 2)
  }

  @Test func undoReturnsToTheSampleBefore() throws {
    var lab = try Self.lab([1, 2, 3, 4])
    lab.press("right right d")
    #expect(lab.timeline.position == 0)
    lab.press("u")
    #expect(lab.timeline.position == 2)
  }

  @Test func sentencesCountSamplesAsPeopleDo() throws {
    var lab = try Self.lab([10, 12, 9])
    var text = lab.drawn(80, 24).text
    #expect(text.contains("weights of past samples: none yet"))
    #expect(text.contains("divisor 1-β^t: from t = 1"))
    lab.press("right")
    text = lab.drawn(80, 24).text
    #expect(text.contains("weight of the only sample so far: 1"))
    #expect(text.contains("divisor 1-β^t = 0.1"))
    lab.press("right")
    #expect(lab.drawn(80, 24).text.contains("weights of 2 samples, oldest first"))
  }

  /// One name everywhere, the one that scenes use; that it is wrong is said beside it.
  @Test(arguments: [(80, 24), (120, 40)]) func theWrongCorrectionHasOneName(_ size: (Int, Int)) throws {
    var lab = try Self.lab([10, 12, 9])
    lab.resize(size.0, size.1)
    lab.press("S right")
    #expect(lab.settings.start == .multiplied)
    let rows = lab.drawn(size.0, size.1).text.split(separator: "\n")
    #expect(rows[0].contains("multiplied (wrong)"))
    #expect(rows.contains { $0.contains("4▶multiplied") })
    #expect(rows.contains { $0.contains("Watch for the multiplied correction") })
    #expect(lab.helpSections.flatMap(\.rows).contains { $0.text.contains("multiplied") })
  }
}
