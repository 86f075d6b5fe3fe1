/// What the notes ask their presentation to do, one line each: the speaker looks at the notes and has the keys there.
public enum PresentWish: String, CaseIterable, Hashable, Sendable {
  /// To the next page, the one before, the first step, the last page.
  case next, previous, first, last
  /// An empty screen, or the page again.
  case blank
  /// Show the answer, or hide it again.
  case reveal
  /// Let only pages turn, or all keys work again.
  case lock
  /// Stop the clock or let it go on; start it from 0.
  case clock
  case resetClock = "reset-clock"
  /// Count hands, or end that.
  case vote
  /// While hands are counted: one more or one less for the marked answer, the next answer or the one before.
  case moreHands = "more-hands"
  case fewerHands = "fewer-hands"
  case nextAnswer = "next-answer"
  case previousAnswer = "previous-answer"

  /// Reads one line; `nil` when it is none of ours.
  public init?(line: String) {
    guard let fields = PresentLine.read(line, as: Fields.self), let wish = Self(rawValue: fields.wish) else {
      return nil
    }
    self = wish
  }

  /// One JSON object, without a line feed.
  public var line: String {
    PresentLine.text(of: Fields(v: PresentLine.version, event: .wish, wish: rawValue))
  }

  private struct Fields: Codable {
    enum Event: String, Codable { case wish }

    let v: Int
    let event: Event
    let wish: String
  }
}
