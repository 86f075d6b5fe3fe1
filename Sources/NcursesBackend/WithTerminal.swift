import CNcurses
import Glibc

/// Runs `body` with the terminal as its screen and gives the terminal back however `body` ends: by returning, by an
/// error, by a signal, by a trap or by `exit`.
///
/// A signal that asks the program to end (SIGINT, SIGTERM, SIGHUP) reaches `body` as the event `.closed`; once it has
/// returned and the terminal is in order, ``EndedBySignal`` is thrown for the program to end by.
///
/// Lines from `mailbox` reach `body` as the event `.message`; it is waited for together with the keys.
///
/// - Throws: `TerminalError` when there is no terminal to work on, before anything has been sent to it; ``EndedBySignal``;
///   and whatever `body` throws.
public func withTerminal<Outcome>(
  _ options: TerminalOptions = TerminalOptions(), mailbox: (any Mailbox)? = nil,
  _ body: (inout NcursesBackend) throws -> Outcome
) throws -> Outcome {
  let environment = TerminalEnvironment.current
  try TerminalSetup.requireTerminal()
  let setup = try TerminalSetup(
    options, environment: environment, locale: TerminalLocale.adopt(environment))
  strider_guard_arm()
  let signals = strider_signals_open()
  defer {
    strider_signals_close()
    strider_guard_disarm()
  }
  guard signals >= 0 else { throw TerminalError.unavailable(name: setup.plan.type.name) }
  var backend = try NcursesBackend(
    setup, options, environment: environment, signals: signals, mailbox: mailbox)
  let outcome = Result { try body(&backend) }
  backend.close()
  if let signal = backend.endingSignal { throw EndedBySignal(signal: signal) }
  return try outcome.get()
}

/// A signal asked the program to end, and the terminal is in order.
public struct EndedBySignal: Error {
  /// SIGINT, SIGTERM or SIGHUP.
  public let signal: Int32

  /// The program is to end by `signal`.
  public init(signal: Int32) { self.signal = signal }

  /// Ends the process by the signal, so that its parent sees 130, 143 or 129.
  public func endProcess() -> Never {
    strider_signals_die(signal)
    // Not reached: the signal is at its default.
    exit(128 + signal)
  }
}
