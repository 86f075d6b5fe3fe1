/// A position among a finite number of steps that can be played, stepped both ways and jumped in: the one thing
/// that moves in every lab.
///
/// Position 0 lies before the first step, position `count` after the last. Only `position` is a fact about the
/// lab; what is shown there is computed from it, so going back is exact.
public struct Timeline: Hashable, Sendable {
  /// Number of steps; positions run from 0 to `count`.
  public private(set) var count: Int
  /// Where we are, 0 ... `count`.
  public private(set) var position: Int
  /// Whether ticks move the position.
  public private(set) var isPlaying = false
  /// Steps per second at speed 1.
  public var rate: Double
  /// Index into `speeds`.
  public private(set) var speedIndex: Int
  /// Fraction of the current step already played, in 0 ..< 1.
  private var phase = 0.0

  /// The speeds that `+` and `-` choose from, as multiples of `rate`.
  public static let speeds: [Double] = [0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64]

  /// `count` steps, standing at `position` (clamped), played at `rate` steps per second.
  public init(count: Int, position: Int = 0, rate: Double = 2) {
    self.count = max(0, count)
    self.position = min(max(0, position), self.count)
    self.rate = rate
    speedIndex = 3
  }

  /// The current multiple of `rate`.
  public var speed: Double { Timeline.speeds[speedIndex] }
  /// Whether no step is left.
  public var isAtEnd: Bool { position == count }

  /// Goes to `position`, clamped to 0 ... `count`, and stops playing.
  public mutating func jump(to position: Int) {
    self.position = min(max(0, position), count)
    isPlaying = false
    phase = 0
  }

  /// Changes the number of steps; a position beyond the new end moves to it.
  public mutating func resize(to count: Int) {
    self.count = max(0, count)
    position = min(position, self.count)
    if isAtEnd { isPlaying = false }
  }

  /// Carries out an action of the timeline's keys.
  public mutating func perform(_ action: TimelineAction) {
    switch action {
    case .playOrPause:
      if isPlaying {
        isPlaying = false
      } else {
        if isAtEnd { position = 0 }
        isPlaying = count > 0
      }
      phase = 0
    case .stepForward: jump(to: position + 1)
    case .stepBack: jump(to: position - 1)
    case .first: jump(to: 0)
    case .last: jump(to: count)
    case .faster: speedIndex = min(speedIndex + 1, Timeline.speeds.count - 1)
    case .slower: speedIndex = max(speedIndex - 1, 0)
    }
  }

  /// Lets `seconds` pass. Moves whole steps only, and stops at the end.
  public mutating func tick(seconds: Double) {
    guard isPlaying, seconds > 0, seconds.isFinite else { return }
    // A pause of the whole machine must not turn into a jump through the run.
    phase += min(seconds, 0.25) * rate * speed
    let steps = Int(phase)
    phase -= Double(steps)
    position = min(position + steps, count)
    if isAtEnd {
      isPlaying = false
      phase = 0
    }
  }
}

/// What the timeline's keys ask for.
public enum TimelineAction: Hashable, Sendable, CaseIterable {
  /// Start or stop playing; at the end, play again from the start.
  case playOrPause
  /// One step on.
  case stepForward
  /// One step back.
  case stepBack
  /// To position 0.
  case first
  /// To the last position.
  case last
  /// Double the speed.
  case faster
  /// Halve the speed.
  case slower

  /// The timeline's keys as a section of a lab's bindings, the same in every lab.
  public static func section<Action>(
    _ wrap: (TimelineAction) -> Action
  ) -> Bindings<Action>.Section {
    Bindings.Section(
      "Timeline",
      [
        Binding([.space], wrap(.playOrPause), label: "play", help: "play or pause"),
        Binding([.left], wrap(.stepBack), label: "step", help: "one step back"),
        Binding([.right], wrap(.stepForward), label: "step", help: "one step forward"),
        Binding([.home], wrap(.first), help: "to the start; digits and enter: to that step"),
        Binding([.end], wrap(.last), help: "to the end"),
        Binding("+=", wrap(.faster), help: "play faster"),
        Binding("-_", wrap(.slower), help: "play slower"),
      ])
  }
}
