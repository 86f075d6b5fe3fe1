/// Something on the screen that reacts: a value that is changed by events and drawn into frames.
///
/// A lab holds no clock, file, terminal or global random source, so the whole program compares with `==`, rewinds
/// by keeping old values, and is tested by sending events and reading frames.
public protocol Lab: Equatable, Sendable {
  /// What the lab asks for beyond what every program with a screen can do; `Never` when there is nothing.
  associatedtype Request: Equatable & Sendable
  /// Takes in one event; returns a request to whoever runs the lab, if there is one.
  mutating func update(_ event: Event) -> LabEffect<Request>?
  /// Draws the present state. Reads only.
  func draw(into frame: inout Frame)
  /// Whether something moves now, so that time has to pass.
  var isMoving: Bool { get }
  /// Whether pictures are to be drawn for a projector now: fewer and bigger cells.
  var isProjected: Bool { get }
  /// The colours to show now.
  var theme: Theme { get }
  /// How often time has to pass now; follows from ``isMoving`` unless there is a clock on the screen.
  var pace: Pace { get }
}

extension Lab {
  /// For a screen before the user.
  public var isProjected: Bool { false }

  /// Light on dark.
  public var theme: Theme { .dark }

  /// Every tick while something moves, otherwise none.
  public var pace: Pace { isMoving ? .frames : .still }
}

/// How often a lab wants to be told that time has passed.
public enum Pace: Sendable {
  /// Not at all.
  case still
  /// Once a second: a clock on the screen.
  case seconds
  /// At every tick: something moves.
  case frames
}

/// What a lab asks of whoever runs it, as data.
public enum LabEffect<Request: Equatable & Sendable>: Equatable, Sendable {
  /// Leave this lab: to what opened it, or out of the program.
  case back
  /// End the program.
  case quit
  /// Print a line once the terminal is restored.
  case print(String)
  /// Let the terminal have the mouse back, or take it.
  case mouse(Bool)
  /// Something that only this program knows how to do.
  case request(Request)
}
