/// How long to wait for the next event.
public enum Wait: Equatable, Sendable {
  /// Until something happens; no time passes for the lab.
  case forEvent
  /// Until something happens, but no longer than the next tick.
  case forTick
  /// The same, with a tick every second.
  case forSecond
  /// Not at all: what has already happened, or nothing; nothing also when what was taken in has to be seen first, so that
  /// a flood of input does not starve the screen.
  case notAtAll
}

/// A place where frames are seen and events come from: a terminal, or a test.
public protocol Backend {
  /// The look that frames for this place are drawn with.
  var look: Look { get }
  /// Shows `frame` in full.
  mutating func show(_ frame: Frame)
  /// The next event; `nil` only when `wait` is `.notAtAll`. After `.closed` no more come.
  mutating func nextEvent(_ wait: Wait) -> Event?
  /// Takes the mouse, or leaves it to the terminal (so that text can be selected).
  mutating func setMouse(_ isOn: Bool)
}
