/// A key as the user knows it.
public enum Key: Hashable, Sendable {
  /// The arrow keys.
  case up, down, left, right
  /// Line editing and confirmation.
  case enter, escape, tab, backTab, backspace, delete
  /// Far moves.
  case home, end, pageUp, pageDown
  /// F1 is `function(1)`.
  case function(Int)
  /// Any printing character, the space included.
  case character(Character)
  /// A letter with the control key, in lower case.
  case control(Character)

  /// The space bar.
  public static let space = Key.character(" ")
}

/// What the mouse did and where.
public struct MouseEvent: Hashable, Sendable {
  /// Kinds of mouse events.
  public enum Action: Hashable, Sendable {
    /// The main button went down.
    case press
    /// The main button was let go.
    case release
    /// The wheel turned away from the user.
    case scrollUp
    /// The wheel turned towards the user.
    case scrollDown
  }
  /// What happened.
  public let action: Action
  /// The cell it happened in.
  public let point: Point

  /// `action` at `point`.
  public init(_ action: Action, at point: Point) {
    self.action = action
    self.point = point
  }

  /// The event as seen from within `place`.
  public func moved(into place: Rect) -> MouseEvent {
    MouseEvent(action, at: Point(x: point.x - place.x, y: point.y - place.y))
  }
}

/// Everything that can happen to a lab.
public enum Event: Equatable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse was used.
  case mouse(MouseEvent)
  /// Text arrived as a paste; it never acts as keys.
  case paste(String)
  /// Time passed; sent only while something moves. The first argument is the time since the last tick.
  case tick(seconds: Double)
  /// The screen has this size now; the first event of every run.
  case resized(Size)
  /// A line has come from another program, as from the one that presents a lesson.
  case message(String)
  /// The terminal has gone, or someone asked the program to end.
  case closed
}
