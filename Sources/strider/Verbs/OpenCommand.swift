import ArgumentParser
import Labs
import Learning

/// `strider open`: the lab that a scene string names.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open a scene: a lab with its whole state, as the key y prints it.",
    usage: "strider open <scene> [--theme <theme>] [--color <color>] [--ascii]",
    discussion: "For example: strider open 'conv:galway/vertical-edge?padding=1&stride=2&step=5'")

  @Argument(parsing: .allUnrecognized, help: ArgumentHelp("The scene string.", valueName: "scene"))
  var scene: [String] = []

  @OptionGroup var look: ScreenOptions

  func run() throws {
    let text = try OptionText.only(scene, name: "a scene", example: Self.example)
    let screen = try Screen(scene: Scene(opening: text))
    try LabSession.run(screen, look)
  }

  private static let example = "strider open 'conv:galway/vertical-edge?padding=1'"
}
