import Glibc

/// Ctrl-C as something to look for between two pieces of work, rather than an end at any moment.
///
/// The signal is held back and taken off the list of what is waiting, so that no handler runs.
struct Interruption: ~Copyable {
  private var signals = sigset_t()

  /// From here on Ctrl-C waits to be looked for.
  init() {
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Whether Ctrl-C was pressed since the last look.
  var hasCome: Bool {
    var (signals, atOnce) = (signals, timespec())
    return sigtimedwait(&signals, nil, &atOnce) == SIGINT
  }

  deinit {
    var signals = signals
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }
}
