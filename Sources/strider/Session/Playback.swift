import Labs
import TerminalUI

/// A screen without a terminal: events go in, frames come out.
struct Playback {
  /// The screen as it is now.
  private(set) var screen: Screen
  /// What frames are drawn with.
  let look: Look
  /// How large they are.
  let size: Size
  /// Whether the user has left.
  private(set) var isOver = false

  /// `screen` opened at `size`.
  init(_ screen: Screen, size: Size, look: Look) {
    (self.screen, self.size, self.look) = (screen, size, look)
    self.screen.fit(look)
    take(.resized(size))
  }

  /// Lets `event` happen, unless the user has left.
  mutating func take(_ event: Event) {
    guard !isOver else { return }
    switch screen.update(event) {
    case .back, .quit: isOver = true
    case .print, .mouse, .request, nil: break
    }
  }

  /// What is to be seen.
  var frame: Frame { screen.frame(size: size, look: look) }
}
