import CNcurses
import Glibc
import TerminalUI

/// The terminal as a place for frames and a source of events; lives inside `withTerminal`.
///
/// It waits in one place for keys, signals, messages and the next tick together, so it costs nothing while nothing
/// happens.
public struct NcursesBackend: Backend {
  /// The look that this terminal's colours and characters allow.
  public let look: Look
  /// The signal that asked the program to end, if one did.
  private(set) var endingSignal: Int32?

  private let device: TerminalDevice
  private let screen: CursesScreen
  private var modes: TerminalModes
  private let type: TerminalType
  private let signals: Int32
  private let mailbox: (any Mailbox)?
  private var decoder: InputDecoder
  private var events = EventQueue()
  private var clock: TickClock
  private var secondsClock = TickClock(rate: 1)
  private var isClosed = false
  /// When bytes last came, and how long an unfinished key or paste may take to go on; nanoseconds.
  private var lastInput = 0
  private let keyPatience: Int
  private let pastePatience = 1_000_000_000
  /// When what was taken in has to be seen, and how long more may be taken in before; nanoseconds. Screens that answer
  /// slowly are drawn after a few keys of a flood, all others after very many.
  private var frameDue = 0
  private let framePatience = 25_000_000

  /// Opens the screen. The guard is armed and signals make `signals` readable.
  init(
    _ setup: TerminalSetup, _ options: TerminalOptions, environment: TerminalEnvironment, signals: Int32,
    mailbox: (any Mailbox)?
  ) throws(TerminalError) {
    look = setup.look
    device = TerminalDevice(hasJobControl: options.hasJobControl)
    type = setup.plan.type
    modes = TerminalModes(type, hasMouse: options.usesMouse)
    NcursesBackend.setUndo(modes.leaving + type.ending)
    screen = try CursesScreen(
      setup.plan, size: TerminalDevice.size ?? TerminalDevice.usualSize)
    self.signals = signals
    self.mailbox = mailbox
    decoder = InputDecoder(sequences: type.keySequences)
    keyPatience = min(max(environment.escapeDelay ?? 25, 1), 5_000) * 1_000_000
    clock = TickClock(rate: options.tickRate)
    prepareUndo()
    device.enter()
    device.send(modes.entering)
    events.append(resized: screen.size)
  }

  /// Shows `frame` in full; nothing is sent when the screen shows it already.
  public mutating func show(_ frame: Frame) {
    guard !isClosed else { return }
    screen.show(frame)
  }

  /// Takes the mouse, or leaves it to the terminal.
  public mutating func setMouse(_ isOn: Bool) {
    guard !isClosed, isOn != modes.hasMouse else { return }
    modes.hasMouse = isOn
    device.send(modes.mouse)
  }

  /// The next event; see `Backend`. After `.closed` the terminal is as good as gone: frames are no longer shown.
  public mutating func nextEvent(_ wait: Wait) -> Event? {
    if wait == .notAtAll, TickClock.now >= frameDue { return nil }
    defer { if wait != .notAtAll { frameDue = TickClock.now + framePatience } }
    stopClocks(for: wait)
    var hasLooked = false
    while true {
      if isClosed { return .closed }
      if let seconds = tick(for: wait) { return .tick(seconds: seconds) }
      if let event = events.next() { return event }
      if wait == .notAtAll, hasLooked { return nil }
      let now = TickClock.now
      awaitInput(
        noLongerThan: wait == .notAtAll ? 0 : clock.remaining(at: now) ?? secondsClock.remaining(at: now))
      hasLooked = true
    }
  }

  /// Clocks that `wait` does not listen to start anew when they are needed again.
  private mutating func stopClocks(for wait: Wait) {
    guard wait != .notAtAll else { return }
    if wait != .forTick { clock.stop() }
    switch wait {
    case .forSecond: break
    case .forTick: secondsClock.rest(at: TickClock.now)
    case .forEvent, .notAtAll: secondsClock.stop()
    }
  }

  private mutating func tick(for wait: Wait) -> Double? {
    switch wait {
    case .forTick: clock.tick(at: TickClock.now)
    case .forSecond: secondsClock.tick(at: TickClock.now)
    case .forEvent, .notAtAll: nil
    }
  }

  /// Gives the terminal back.
  mutating func close() {
    noteEnding(SignalSet.take())
    isClosed = true
    leave()
  }

  /// Sleeps until there is input, a signal, the end of somebody's patience, or `limit` nanoseconds are over.
  private mutating func awaitInput(noLongerThan limit: Int?) {
    var timeout = limit
    let patience = decoder.waiting.map { $0 == .forPaste ? pastePatience : keyPatience }
    if let patience {
      timeout = min(timeout ?? .max, max(0, lastInput + patience - TickClock.now))
    }
    if let patience = mailbox?.patience { timeout = min(timeout ?? .max, patience * 1_000_000) }
    let milliseconds = timeout.map { Int32(clamping: ($0 + 999_999) / 1_000_000) } ?? -1
    var sources = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
    ]
    sources += (mailbox?.descriptors ?? []).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    // An interruption is a signal, whose byte the next poll finds.
    guard poll(&sources, nfds_t(sources.count), milliseconds) >= 0 else { return }
    if sources[1].revents != 0 { handleSignals() }
    if let mailbox, mailbox.patience == 0 || sources.dropFirst(2).contains(where: { $0.revents != 0 }) {
      events.append { $0 += mailbox.collect().map(Event.message) }
    }
    if sources[0].revents & Int16(POLLIN) != 0 {
      readInput()
    } else if sources[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 {
      isClosed = true
    } else if let patience, TickClock.now >= lastInput + patience {
      events.append { decoder.giveUp(into: &$0) }
    }
  }

  private mutating func readInput() {
    let count = withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 1) { room in
      let count = read(STDIN_FILENO, room.baseAddress, room.count)
      if count > 0 { events.append { decoder.decode(room[..<count], into: &$0) } }
      return count
    }
    lastInput = TickClock.now
    // No bytes where some were promised: the other end has gone.
    if count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN) { isClosed = true }
  }

  private mutating func handleSignals() {
    let arrived = SignalSet.take()
    noteEnding(arrived)
    guard !isClosed else { return }
    if arrived.contains(SIGTSTP) {
      pause()
    } else if arrived.contains(SIGCONT) {
      resume()
    } else if arrived.contains(SIGWINCH) {
      fit()
    }
  }

  private mutating func noteEnding(_ arrived: SignalSet) {
    guard let signal = arrived.ending else { return }
    endingSignal = signal
    isClosed = true
  }

  /// Stops as other programs do on Ctrl-Z. Someone who ends a stopped program sends the signal first and then lets it go
  /// on: it must not take the screen again.
  private mutating func pause() {
    leave()
    strider_guard_rest()
    strider_signals_stop_self()
    noteEnding(SignalSet.take())
    if !isClosed { resume() }
  }

  private mutating func resume() {
    strider_guard_resume()
    screen.enter()
    device.enter()
    device.send(modes.entering)
    clock.stop()
    fit()
  }

  private mutating func fit() {
    screen.resize(to: TerminalDevice.size ?? screen.size)
    prepareUndo()
    events.append(resized: screen.size)
  }

  private func leave() {
    guard !screen.isLeft else { return }
    device.send(modes.leaving)
    screen.leave()
    device.send(parting)
    device.leave()
  }

  /// Where the picture stays on the screen, the line below it is where others go on.
  private var parting: [UInt8] { type.hasAlternateScreen ? [] : Array("\r\n".utf8) }

  private func prepareUndo() {
    let toBottom = type.hasAlternateScreen ? [] : TerminalType.movingCursor(toRow: screen.size.height - 1)
    NcursesBackend.setUndo(modes.leaving + type.ending + toBottom + parting)
  }

  private static func setUndo(_ undo: [UInt8]) {
    strider_guard_set_undo(undo.map { CChar(bitPattern: $0) }, undo.count)
  }
}
