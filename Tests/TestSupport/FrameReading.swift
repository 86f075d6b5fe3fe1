import TerminalUI

extension Frame {
  /// The frame as rows without trailing spaces, as pipes and screen readers get it.
  public var text: String { TextWriter.text(of: self) }
}

extension Frame.Faults {
  /// Whether there is none.
  public var isEmpty: Bool { clippedWrites == 0 && splitWideGlyphs == 0 }
}
