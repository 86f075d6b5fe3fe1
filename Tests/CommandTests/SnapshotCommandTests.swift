import Foundation
import Learning
import Testing

@Suite struct SnapshotCommandTests {
  private static let scene = "conv:galway/vertical-edge?padding=1&stride=2"

  @Test func textHasTheSizeAskedFor() throws {
    let run = try StriderRun(["snapshot", Self.scene, "--size", "90x20"])
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count == 20)
    #expect(lines.allSatisfy { $0.count <= 90 })
    #expect(run.output.contains("floor((7 + 2·1 - 3) / 2) + 1 = 4"))
    #expect(run.status == 0)
  }

  @Test func keysArePressed() throws {
    let pressed = try StriderRun(["snapshot", Self.scene, "--keys", "right right end left"])
    let opened = try StriderRun(["snapshot", Self.scene + "&step=15"])
    #expect(pressed.output == opened.output)
    #expect(pressed.output.contains("step 15 of 16"))
  }

  @Test func timePasses() throws {
    let played = try StriderRun(["snapshot", Self.scene, "--keys", "space", "--after", "60"])
    #expect(played.output.contains("step 16 of 16"))
    let still = try StriderRun(["snapshot", Self.scene, "--after", "60"])
    #expect(still.output.contains("step 0 of 16"))
  }

  @Test(
    arguments: Scene.labs + [
      "race:beale?racer=adam:lr=0.1&start=1,1.5&step=20",
      "graph:x*y?at=x=1,y=2", "pool:kcl?kind=l2&size=3&stride=1&padding=1&view=backward&step=5",
    ])
  func everyLabIsDrawn(_ scene: String) throws {
    let run = try StriderRun(["snapshot", scene])
    #expect(run.output.split(separator: "\n").count > 8)
    #expect(run.output.contains("help"))
    #expect(run.status == 0 && run.errors == "")
  }

  @Test(arguments: ["text", "ansi", "svg", "cast"]) func sameBytesEveryTime(_ format: String) throws {
    let arguments = ["snapshot", Self.scene, "--keys", "right space", "--after", "1.2", "--format", format]
    let run = try StriderRun(arguments)
    #expect(try StriderRun(arguments).output == run.output)
    #expect(run.status == 0)
    #expect(run.output.count > 500)
    #expect((format == "ansi") == run.output.contains("\u{1B}["))
    #expect((format == "svg") == run.output.hasPrefix("<svg "))
    #expect((format == "cast") == run.output.hasPrefix("{\"version\":2,\"width\":80,\"height\":24"))
  }

  @Test func themeAndDepthChangeColoursOnly() throws {
    let dark = try StriderRun(["snapshot", Self.scene, "--format", "ansi"])
    let light = try StriderRun(["--theme", "light", "snapshot", Self.scene, "--format", "ansi"])
    let never = try StriderRun(["snapshot", Self.scene, "--format", "ansi", "--color", "never"])
    #expect(dark.output != light.output)
    #expect(!never.output.contains("38;5;"))
    let uncoloured = [dark, light].map { $0.output.replacing(/\u{1B}\[[0-9;]*m/, with: "") }
    #expect(uncoloured[0] == uncoloured[1])
  }

  @Test func asciiOnly() throws {
    let run = try StriderRun(["snapshot", Self.scene, "--ascii", "--keys", "right"])
    #expect(run.output.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: [
    RefusalTests.Case("snapshot nothing:here", "there is no lab \"nothing\"", 64),
    RefusalTests.Case("snapshot conv:galway?stride=0", "the stride must be 1 or more, not 0", 64),
    RefusalTests.Case(
      ["snapshot", "conv:1,2;3/box"], "grid: row 2 has 1 cell where the first row has 2", 65),
    RefusalTests.Case(
      "snapshot conv --size 80", "--size: \"80\" is not a screen size: write columns x rows", 64),
    RefusalTests.Case("snapshot conv --size 1001x24", "--size: \"1001x24\" is outside 1 to 1,000", 64),
    RefusalTests.Case("snapshot conv --size 0x24", "--size: \"0x24\" is outside 1 to 1,000", 64),
    RefusalTests.Case("snapshot conv --keys rigt", "--keys: \"rigt\" is not a key: write a character", 64),
    RefusalTests.Case("snapshot conv --after -1", "--after: \"-1\" is not between 0 and 16,666 seconds", 64),
    RefusalTests.Case("snapshot conv --after nan", "--after: \"nan\" is not a finite number", 64),
    RefusalTests.Case(
      "snapshot conv --format png", "--format: \"png\" is not known; there are text, ansi, svg, cast", 64),
    RefusalTests.Case("snapshot conv --theme dork", "--theme: \"dork\" is not known; did you mean dark?", 64),
    RefusalTests.Case(
      "snapshot conv --color 8", "--color: \"8\" is not known; there are never, 16, 256, true", 64),
    RefusalTests.Case("snapshot", "a scene is missing; write for example: strider snapshot", 64),
    RefusalTests.Case("snapshot conv conv", "a scene is wanted, but 2 arguments were given", 64),
    RefusalTests.Case("open conv", "standard input is not a terminal", 69),
    RefusalTests.Case("open conv:nowhere", "\"nowhere\" is no grid", 64),
    RefusalTests.Case("--theme dork", "--theme: \"dork\" is not known; did you mean dark?", 64),
  ])
  func refusals(_ example: RefusalTests.Case) throws { try example.checkBeginning() }

  @Test func smallestScreens() throws {
    for size in ["1x1", "3x2", "59x17", "1000x1"] {
      let run = try StriderRun(["snapshot", Self.scene, "--size", size])
      #expect(run.status == 0, "at \(size)")
      #expect(run.errors == "strider: labs need 60x18 cells; at \(size) only a notice is drawn\n")
    }
  }

  @Test func everyTopicIsInTheDoctorsReport() throws {
    let run = try StriderRun(
      ["doctor"], environment: ["TERM": "xterm-256color", "XDG_DATA_HOME": "/data/home"])
    let labels = run.output.split(separator: "\n").dropFirst().compactMap { $0.split(separator: " ").first }
    #expect(labels == ["terminal", "screen", "locale", "colours", "glyphs", "lessons", "log"])
    #expect(run.output.contains(" /data/home/strider/progress.jsonl"))
    #expect(run.status == 0)
  }

  @Test func withoutATerminalAnOverviewIsPrinted() throws {
    let run = try StriderRun([])
    #expect(run.output.contains("USAGE: strider") && run.output.contains("snapshot"))
    #expect(run.errors == "")
    #expect(run.status == 0)
  }
}
