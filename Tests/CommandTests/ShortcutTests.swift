import Learning
import Testing

@testable import strider

@Suite("Shortcuts past the argument parser")
struct ShortcutTests {
  @Test func openWhatTheCommandsOpenByThemselves() throws {
    func expectSame<Command: BareLabCommand>(_ command: Command.Type) throws {
      #expect(try Shortcut.scene([command._commandName]) == Scene(command.parse([]).scene()))
    }
    for command in Shortcut.commands { try expectSame(command) }
    #expect(Set(Shortcut.commands.map { $0._commandName }).isSuperset(of: ["conv", "ema", "race", "net"]))
    #expect(try Shortcut.scene(["open", "pool:galway"]) == Scene(parsing: "pool:galway"))
  }

  @Test(arguments: [
    [], ["conv", "--padding", "1"], ["conv", "--help"], ["grad"], ["curve"], ["fit"], ["open"],
    ["open", "--help"],
    ["open", "conv:galway", "--ascii"], ["snapshot", "conv:galway"], ["--version"],
  ])
  func leaveEverythingElseToTheParser(_ arguments: [String]) throws {
    #expect(try Shortcut.scene(arguments) == nil)
  }
}
