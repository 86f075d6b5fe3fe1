import CNcurses

/// Runs `body` with the terminal as its screen and gives the terminal back however `body` ends: by returning, by an
/// error, by a signal, by a trap or by `exit`.
///
/// A signal that asks the program to end (SIGINT, SIGTERM, SIGHUP) reaches `body` as the event `.closed`; once it has
/// returned and the terminal is in order, the process ends by that signal, and its parent sees 130, 143 or 129.
///
/// Lines from `mailbox` reach `body` as the event `.message`; it is waited for together with the keys.
///
/// - Throws: `TerminalError` when there is no terminal to work on, before anything has been sent to it; and whatever
///   `body` throws.
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
  if let signal = backend.endingSignal {
    strider_guard_disarm()
    strider_signals_die(signal)
  }
  return try outcome.get()
}
