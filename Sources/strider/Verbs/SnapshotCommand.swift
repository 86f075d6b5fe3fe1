import ArgumentParser
import Labs
import Learning
import TerminalUI

/// `strider snapshot`: a scene drawn without a terminal.
struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: "Draw a scene without a terminal, as text, ANSI, SVG or a recording.",
    usage:
      "strider snapshot <scene> [--size <size>] [--keys <keys>] [--after <seconds>] [--format <format>] [<options>]",
    discussion: """
      Keys are named up down left right space enter escape tab backspace home end pageup pagedown ctrl-p, or are \
      the character itself; they are pressed first, then the seconds of --after pass. \
      For example: strider snapshot 'conv:galway/vertical-edge' --keys "right right space" --after 2.5
      """)

  @Argument(parsing: .allUnrecognized, help: ArgumentHelp("The scene string.", valueName: "scene"))
  var scene: [String] = []

  @Option(parsing: .unconditional, help: "Columns x rows.")
  var size = "80x24"

  @Option(parsing: .unconditional, help: "Keys to press, separated by spaces.")
  var keys = ""

  @Option(parsing: .unconditional, help: "Seconds to let pass, in ticks of 1/60 s.")
  var after = "0"

  @Option(parsing: .unconditional, help: "text, ansi, svg or cast.")
  var format = "text"

  @OptionGroup var look: ScreenOptions

  func run() throws {
    let text = try OptionText.only(
      scene, name: "a scene", example: "strider snapshot 'conv:galway/vertical-edge'")
    let format = try OptionText("--format", format).choice(SnapshotFormat.self)
    let depth = try look.drawingDepth(isForTerminal: format == .ansi || format == .cast)
    let keys = try OptionText("--keys", keys).keys()
    let ticks = try OptionText("--after", after).ticks()
    let size = try OptionText("--size", size).screenSize()
    var screen = try Screen(scene: Scene(opening: text))
    screen.display.theme = try look.chosenTheme()
    if !MinimumSize.isMet(by: size) {
      let needed = MinimumSize.size
      StandardError.note(
        "labs need \(needed.width)x\(needed.height) cells; at \(size.width)x\(size.height) only a notice is drawn"
      )
    }
    // Pictures and recordings have a character set of their own.
    let isASCII = look.ascii || ((format == .text || format == .ansi) && PlainText.isWanted)
    let playback = Playback(
      screen, size: size,
      look: Look(
        glyphs: isASCII ? .ascii : .braille, isColoured: format != .text && depth != .never,
        hasShades: depth >= .indexed))
    let writer = SnapshotWriter(format: format, depth: depth, title: text)
    try StandardOutput.write(
      writer.text(of: playback, keys: keys, ticks: ticks), as: format == .ansi ? .terminal : .data)
  }
}
