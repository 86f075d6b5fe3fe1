/// Something on the screen that reacts: a value that is changed by events and drawn into frames.
///
/// A lab holds no clock, file, terminal or global random source, so the whole program compares with `==`, rewinds
/// by keeping old values, and is tested by sending events and reading frames.
public protocol Lab: Equatable, Sendable {
  /// Takes in one event; returns a request to whoever runs the lab, if there is one.
  mutating func update(_ event: Event) -> Effect?
  /// Draws the present state. Reads only.
  func draw(into frame: inout Frame)
  /// Whether time has to pass for this lab now; ticks are sent only then.
  var isMoving: Bool { get }
}

/// What a lab asks of whoever runs it, as data.
public enum Effect: Equatable, Sendable {
  /// Leave this lab: to what opened it, or out of the program.
  case back
  /// End the program.
  case quit
  /// Open another scene, by its scene string.
  case open(String)
  /// Print a line once the terminal is restored.
  case print(String)
  /// Let the terminal have the mouse back, or take it.
  case mouse(Bool)
  /// Append one line to the learner's log.
  case record(String)
  /// Draw for a projector, or stop doing so.
  case project(Bool)
}
