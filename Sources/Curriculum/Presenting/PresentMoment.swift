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
  /// Whether most of its keys are off.
  public var isLocked = false
  /// Seconds since the first step was shown; `nil` before.
  public var seconds: Int?
  /// Whether they are not counted for a while.
  public var isClockStopped = false
  /// What the class thinks about the step's question, ``PresentVote/most`` answers at most.
  public var votes: [PresentVote] = []
  /// Which of ``votes`` hands are counted for, from 0; `nil` while none are counted.
  public var countedVote: Int?

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

/// An answer of the class with the hands that went up for it.
public struct PresentVote: Hashable, Sendable {
  /// The answer as it is written; for a choice its letter. At most ``longest`` Unicode scalars.
  public let text: String
  /// The hands.
  public let hands: Int

  /// The most answers that are told of, and the most Unicode scalars of one: with all of them escaped, a line is still
  /// short enough to be read.
  public static let (most, longest) = (12, 40)
  /// The hands that may go up.
  static let range = 0...9_999

  /// `hands` for `text`.
  public init(_ text: String, hands: Int) {
    self.text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.longest)))
    self.hands = min(max(Self.range.lowerBound, hands), Self.range.upperBound)
  }
}
