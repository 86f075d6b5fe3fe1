import Curriculum
import NcursesBackend

/// What a presentation has outside its screen: the notes that follow it, and the file in which it is kept.
final class PresentMailbox: Mailbox {
  private let link: PresenterLink?
  private let keeper: PresentKeeper?
  /// How the presentation stands, and how it stands in the file; `nil` before there is something.
  private var latest, kept: PresentState?
  /// When to write, in milliseconds of the monotonic clock: a moment after something has changed, so that the page is drawn
  /// first and a burst of keys is written once.
  private var due: Int?
  private var problem: PresentProblem?
  private var hasComplained = false
  private let clock: () -> Int

  /// Milliseconds between a change and its writing, and the seconds of the presentation's time that may be lost.
  private static let (delay, mostSeconds) = (20, 15)

  /// - Parameters:
  ///   - state: how the presentation stands.
  ///   - isResumed: whether `state` is also what the file holds.
  ///   - clock: milliseconds since some moment in the past.
  init(
    _ link: PresenterLink?, _ keeper: PresentKeeper?, _ state: PresentState?, isResumed: Bool,
    clock: @escaping () -> Int = { MonotonicClock.milliseconds }
  ) {
    (self.link, self.keeper, latest, self.clock) = (link, keeper, state, clock)
    if isResumed { kept = state }
  }

  var descriptors: [Int32] { link?.descriptors ?? [] }

  var patience: Int? {
    let waits = [link?.patience, due.map { max(0, $0 - clock()) }].compactMap { $0 }
    return waits.min()
  }

  func collect() -> [String] {
    if let due, clock() >= due { save() }
    return link?.collect() ?? []
  }

  /// Tells the notes that the presentation stands at `moment` now, and has `state` kept.
  ///
  /// - Returns: why nothing can be kept, once.
  func publish(_ moment: PresentMoment, _ state: PresentState?) -> PresentProblem? {
    link?.publish(moment)
    latest = state
    if keeper != nil, due == nil, isWorthWriting { due = clock() + Self.delay }
    guard let problem, !hasComplained else { return nil }
    hasComplained = true
    return problem
  }

  /// Time alone is written now and then.
  private var isWorthWriting: Bool {
    guard let latest, let kept else { return latest != nil }
    var moment = latest.moment
    moment.seconds = kept.moment.seconds
    let passed = (latest.moment.seconds ?? 0) - (kept.moment.seconds ?? 0)
    return PresentState(moment, votes: latest.votes) != kept || abs(passed) >= Self.mostSeconds
  }

  private func save() {
    due = nil
    guard let keeper, let latest, latest != kept else { return }
    do {
      try keeper.keep(latest)
      (kept, problem) = (latest, nil)
    } catch { problem = error }
  }

  /// The presentation is over: the notes are told, and what is worth resuming is kept.
  ///
  /// - Parameter isLeft: whether the speaker has left it; on its last page, or before it has begun, there is nothing to
  ///   resume then.
  func end(isLeft: Bool) {
    link?.end()
    if isLeft, latest?.isResumable != true { keeper?.forget() } else { save() }
  }
}

extension PresentState {
  /// Whether there is something to go on with.
  fileprivate var isResumable: Bool { moment.step != nil || moment.index == 0 && !votes.isEmpty }
}
