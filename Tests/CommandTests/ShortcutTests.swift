import Learning
import Testing

@testable import strider

@Suite("Shortcuts past the argument parser")
struct ShortcutTests {
  @Test func openWhatTheCommandsOpenByThemselves() throws {
    #expect(try Shortcut.scene(["conv"]) == Scene(ConvCommand.parse([]).scene()))
    #expect(try Shortcut.scene(["ema"]) == Scene(EmaCommand.parse([]).scene()))
    #expect(try Shortcut.scene(["race"]) == Scene(RaceCommand.parse([]).scene()))
    #expect(try Shortcut.scene(["open", "pool:galway"]) == Scene(parsing: "pool:galway"))
  }

  @Test(arguments: [
    [], ["conv", "--padding", "1"], ["conv", "--help"], ["grad"], ["open"], ["open", "--help"],
    ["open", "conv:galway", "--ascii"], ["snapshot", "conv:galway"], ["--version"],
  ])
  func leaveEverythingElseToTheParser(_ arguments: [String]) throws {
    #expect(try Shortcut.scene(arguments) == nil)
  }
}
