/// Where a presentation stands, as the notes in another terminal have to know it.
public struct PresentMoment: Hashable, Sendable {
  /// The id of the lesson.
  public var lesson: String
  /// The id of the step on the screen; `nil` on the title and on the last page.
  public var step: String?
  /// The step's place, counted from 1; 0 on the title, one more than there are steps on the last page.
  public var index: Int
  /// Whether the step's question is on the screen.
  public var isAsking: Bool
  /// Whether the answer is.
  public var isRevealed: Bool
  /// Whether the audience sees an empty screen.
  public var isBlanked: Bool
  /// Seconds since the first step was shown; `nil` before.
  public var seconds: Int?

  /// The moment with these particulars.
  public init(
    lesson: String, step: String?, index: Int, isAsking: Bool = false, isRevealed: Bool = false,
    isBlanked: Bool = false, seconds: Int? = nil
  ) {
    (self.lesson, self.step, self.index) = (lesson, step, index)
    (self.isAsking, self.isRevealed, self.isBlanked) = (isAsking, isRevealed, isBlanked)
    self.seconds = seconds
  }
}

/// What a presentation tells the notes that follow it, one line each.
public enum PresentMessage: Hashable, Sendable {
  /// Where it stands now.
  case moment(PresentMoment)
  /// It is over, or out of reach.
  case ended
}
