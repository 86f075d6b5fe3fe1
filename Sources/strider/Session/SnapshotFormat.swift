import TerminalUI

/// What `snapshot` writes.
enum SnapshotFormat: String, CaseIterable {
  /// Characters only.
  case text
  /// Characters with colours, for a terminal.
  case ansi
  /// A picture.
  case svg
  /// A recording in the asciicast format, from the first frame to the last.
  case cast
}
