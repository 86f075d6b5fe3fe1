@testable import TerminalUI

/// A backend without a terminal: plays a script of events and keeps what was shown.
struct HeadlessBackend: Backend {
  /// The look of its frames.
  let look: Look
  /// The events still to come.
  private(set) var script: [Event]
  /// The last frame shown.
  private(set) var shown: Frame?
  /// Number of frames shown.
  private(set) var frameCount = 0
  /// Drawing mistakes in all frames shown.
  private(set) var faults = Frame.Faults()
  private var position = 0

  /// A screen of `size` on which `events` happen.
  init(size: Size, look: Look = Look(), events: [Event] = []) {
    self.look = look
    script = [.resized(size)] + events
  }

  /// Keeps `frame` as the last one shown.
  mutating func show(_ frame: Frame) {
    shown = frame
    frameCount += 1
    faults.clippedWrites += frame.faults.clippedWrites
    faults.splitWideGlyphs += frame.faults.splitWideGlyphs
  }

  /// The next event of the script, one for each frame; `.closed` when there is none left.
  mutating func nextEvent(_ wait: Wait) -> Event? {
    if wait == .notAtAll { return nil }
    guard position < script.count else { return .closed }
    defer { position += 1 }
    return script[position]
  }

  /// Without effect: a script says where the mouse is.
  mutating func setMouse(_ isOn: Bool) {}
}
