/// The shell command that opens a scene again.
enum SceneCommand {
  /// `strider open 'conv:galway/box?step=3'`, quoted for any shell that knows single quotes.
  static func text(for scene: String) -> String {
    "strider open \(quoted(scene))"
  }

  static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
