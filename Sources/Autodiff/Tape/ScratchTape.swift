internal import Synchronization

/// A tape that a value carries along, so that what it records again and again finds the memory of the last time.
///
/// It is emptied at every use and so has no state: all are equal. Copies share one tape, which is lent to one of them at
/// a time, so that values with a scratch tape may cross threads.
public struct ScratchTape<Element: Precision>: Equatable, Sendable {
  private final class Place: Sendable {
    let tape = Mutex(Tape<Element>())
  }

  private let place = Place()

  /// An empty tape.
  public init() {}

  /// Lends the tape to `body`, which must not keep it.
  public func use<Result: Sendable, Failure: Error>(
    _ body: (Tape<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try place.tape.withLock { tape throws(Failure) in try body(tape) }
  }

  /// Always true.
  public static func == (_: ScratchTape, _: ScratchTape) -> Bool { true }
}
