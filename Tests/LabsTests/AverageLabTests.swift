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
}
