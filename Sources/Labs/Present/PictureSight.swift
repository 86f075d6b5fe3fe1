import TerminalUI

/// How much of a scene's grids is seen in a picture beside or below a slide.
enum PictureSight: Int, Comparable, Sendable {
  /// Some cells are out of view.
  case cut
  /// All cells, close together and without the lines around the window.
  case bare
  /// Everything.
  case whole

  static func < (one: PictureSight, other: PictureSight) -> Bool { one.rawValue < other.rawValue }
}
