import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

/// At 80x24 every line that tells what to look at, and every line of arithmetic at the start of an example, is there to
/// its end.
@Suite("Lines at 80x24 are whole")
struct FullLinesTests {
  private static func drawn(_ scene: String, _ keys: String = "") throws -> String {
    var screen = try Screen(scene: Scene(parsing: scene))
    screen.resize(80, 24)
    screen.press(keys)
    return screen.drawn(80, 24).text
  }

  private static let views = ["", "&view=compare", "&view=backward", "&view=unrolled"]

  static let scenes: [String] =
    RacePreset.allCases.map { Scene($0.scene).description }
    + SurfaceKind.allCases.map { "race:\($0.rawValue)" }
    + ConvLab.watchedExamples.map { Scene($0.scene).description }
    + KernelPreset.allCases.map { "conv:1,2,3;4,5,6;7,8,9/\($0.name)" }
    + views.map { "conv:galway/1,2;3,4?stride=2\($0)" } + ["conv:1,2,3,4/1,2?view=signal"]
    + ["conv:galway?stride=3&relu=true&view=backward", "conv:galway?relu=true&view=backward"]
    + PoolLab.watchedExamples.map { Scene($0.scene).description }
    + PoolingKind.allCases.flatMap { kind in
      ["grid", "backward"].map { "pool:1,2;3,4?kind=\(kind.rawValue)&view=\($0)" }
    }
    + GraphPreset.allCases.map { "graph:\($0.rawValue)" } + ["graph:x*y?at=x=1,y=2"]
    + ["eur-usd", "noise", "step", "ramp", "1,2,3", "1,2,3?start=multiplied"].map { "ema:\($0)" }

  @Test(arguments: scenes) func whatToWatchIsWhole(_ scene: String) throws {
    for keys in ["", "right"] {
      let rows = try Self.drawn(scene, keys).split(separator: "\n", omittingEmptySubsequences: false)
      let message = rows[rows.count - 4..<rows.count - 2].first {
        $0.hasPrefix(" Watch") || $0.hasPrefix(" Hatched")
      }
      #expect(message?.hasSuffix(".") == true, "\(rows.suffix(5).joined(separator: "\n"))")
    }
  }

  @Test(arguments: scenes) func titleAndArithmeticAreWhole(_ scene: String) throws {
    for keys in ["", "right"] {
      let rows = try Self.drawn(scene, keys).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(!rows[0].contains("…"), "\(rows[0])")
      // A list may say that it goes on.
      for row in rows.suffix(5).prefix(2) { #expect(!row.hasSuffix("…") || row.hasSuffix(", …"), "\(row)") }
    }
  }

  @Test func hatchingIsExplainedWhereItStands() throws {
    let unread = try Self.drawn("conv:galway?stride=3&view=backward", "right")
    #expect(unread.contains("Hatched: no window reads these cells, so no gradient comes back to them."))
    let stopped = try Self.drawn("conv:galway?relu=true&view=backward", "right")
    #expect(stopped.contains("Hatched: the output is 0 after ReLU, so this u sends nothing back."))
    #expect(try !Self.drawn("conv:galway?view=backward").contains("Hatched"))
  }

  @Test func theSignalViewDoesNotFlipByItself() throws {
    #expect(try Self.drawn("conv:galway", "V").contains("cross-correlation"))
    #expect(try Self.drawn("conv:galway?flip=true", "V").contains("convolution (kernel turned)"))
  }
}
