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
    #expect(lab.drawn(80, 24).text.contains("weights of the 2 samples so far, oldest first"))
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
