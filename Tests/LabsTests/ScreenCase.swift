import Labs
import Learning
import TerminalUI
import TestSupport
import Testing

/// A scene, and keys pressed in it, whose screen is recorded.
struct ScreenCase: CustomTestStringConvertible, Sendable {
  let name: String
  let scene: String
  var keys = ""
  var testDescription: String { name }

  /// The sizes in which labs are recorded.
  static let sizes = [Size(width: 80, height: 24), Size(width: 120, height: 40)]

  /// Expects the screen of `size` to look as recorded under `prefix` and the case's name.
  func expectRecorded(
    _ prefix: String, _ size: Size, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var screen = try Screen(scene: Scene(parsing: scene))
    screen.resize(size.width, size.height)
    screen.press(keys)
    let frame = screen.drawn(size.width, size.height)
    #expect(frame.faults.isEmpty, sourceLocation: sourceLocation)
    try expectScreen(
      frame, named: "\(prefix)\(name)-\(size.width)x\(size.height)", sourceLocation: sourceLocation)
  }
}
