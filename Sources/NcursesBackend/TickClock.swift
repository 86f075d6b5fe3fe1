import Glibc

/// Says when the next tick is due; times are nanoseconds of the monotonic clock.
struct TickClock: Equatable, Sendable {
  private let interval: Int
  /// The last tick and the time of the next; `nil` while nothing moves.
  private var beat: (last: Int, next: Int)?
  /// Time that had passed since the last tick when the clock was laid aside.
  private var owed = 0

  /// Ticks `rate` times a second.
  init(rate: Int) {
    interval = 1_000_000_000 / max(1, rate)
  }

  static func == (a: TickClock, b: TickClock) -> Bool {
    a.interval == b.interval && a.owed == b.owed && a.beat?.last == b.beat?.last
      && a.beat?.next == b.beat?.next
  }

  /// The time now.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// Nothing moves any more.
  mutating func stop() {
    beat = nil
    owed = 0
  }

  /// Lays the clock aside while another one ticks; what has passed by `now` counts once it is taken up again.
  mutating func rest(at now: Int) {
    guard let beat else { return }
    owed = max(0, now - beat.last)
    self.beat = nil
  }

  /// The seconds since the last tick if one is due at `now`. The first call after a stop starts the clock.
  ///
  /// Ticks keep their average rate; those missed in a long wait are not made up for.
  mutating func tick(at now: Int) -> Double? {
    guard let (last, next) = beat else {
      beat = (now - owed, max(now, now - owed + interval))
      owed = 0
      return nil
    }
    guard now >= next else { return nil }
    beat = (now, max(next + interval, now))
    return Double(now - last) / 1e9
  }

  /// Nanoseconds from `now` to the next tick; `nil` while nothing moves.
  func remaining(at now: Int) -> Int? { beat.map { max(0, $0.next - now) } }
}
