import CNcurses
import Glibc

/// The signals that have arrived since the last look.
struct SignalSet: Equatable, Sendable {
  private let bits: UInt32

  /// Takes all that have arrived; they will not be seen again.
  static func take() -> SignalSet { SignalSet(bits: strider_signals_take()) }

  /// Whether `signal` is among them.
  func contains(_ signal: Int32) -> Bool { bits & (1 << UInt32(signal)) != 0 }

  /// The signal that asks the program to end, if there is one.
  var ending: Int32? { [SIGHUP, SIGTERM, SIGINT].first(where: contains) }
}
