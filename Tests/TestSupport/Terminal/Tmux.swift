import Foundation

/// A terminal for end-to-end tests: a program in a pane of a tmux server of its own, which nobody sees.
///
/// The pane outlives the program, so that what it left behind can be looked at.
public final class Tmux {
  /// What never happened within half a minute, and what was on the screen instead.
  public struct Timeout: Error, CustomStringConvertible {
    /// What was waited for, and the screen at the end.
    public let description: String
  }

  /// Modes of the terminal that a program must give back.
  public struct Modes: Equatable, Sendable {
    /// Whether the alternate screen is shown.
    public var isAlternateScreen: Bool
    /// Whether the cursor is seen.
    public var isCursorVisible: Bool
    /// Whether the mouse is reported.
    public var isMouseReported: Bool

    /// The modes as a shell wants them, unless told otherwise.
    public init(isAlternateScreen: Bool = false, isCursorVisible: Bool = true, isMouseReported: Bool = false)
    {
      self.isAlternateScreen = isAlternateScreen
      self.isCursorVisible = isCursorVisible
      self.isMouseReported = isMouseReported
    }
  }

  private let folder: String
  private static let limit = Duration.seconds(30)

  /// Starts `program` in a terminal of `width` columns and `height` rows; its environment has `PATH`, a UTF-8 locale,
  /// `TERM` and what `environment` adds or, with an empty value, changes.
  public init(
    _ program: [String], width: Int = 80, height: Int = 24, environment: [String: String] = [:]
  ) throws {
    var template = Array("/tmp/strider-tmux-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw ChildProcess.Problem.system("mkdtemp", errno) }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var variables = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]
    variables.merge(environment) { _, new in new }
    let exports = variables.sorted { $0.key < $1.key }.map { "export \($0.key)=\(Tmux.quoted($0.value));" }
    // A trap keeps this shell alive when the program is interrupted; the program itself does not inherit it.
    let script = """
      trap : INT QUIT
      cd \(folder)
      echo $$ > shell
      \(exports.joined(separator: " "))
      stty -a > before
      \(program.map(Tmux.quoted).joined(separator: " "))
      printf %s $? > ending
      stty -a > after
      printf '\\033]2;ended\\033\\\\'
      mv ending status
      exec sleep 1000
      """
    try tmux(
      "-u", "-f", "/dev/null", "set", "-g", "status", "off", ";", "set", "-s", "escape-time", "0", ";",
      "new-session", "-d", "-x", "\(width)", "-y", "\(height)", "-s", "main", "sh", "-c", script)
  }

  deinit {
    _ = try? tmux("kill-server")
    try? FileManager.default.removeItem(atPath: folder)
  }

  @discardableResult
  private func tmux(_ arguments: String...) throws -> String {
    let run = try ChildProcess.run(
      ["tmux", "-S", "\(folder)/socket"] + arguments,
      environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"])
    guard run.status == 0 else {
      throw Timeout(description: "tmux \(arguments.first ?? "") gave \(run.status): \(run.output)")
    }
    return run.output
  }

  private static func quoted(_ text: String) -> String {
    "'\(text.replacingOccurrences(of: "'", with: "'\\''"))'"
  }

  /// Presses keys by tmux's names for them: `Right`, `Space`, `C-c`, `M-a`, `F5`, `x`.
  public func press(_ keys: String...) throws {
    for start in stride(from: 0, to: keys.count, by: 100) {
      _ = try ChildProcess.run(
        ["tmux", "-S", "\(folder)/socket", "send-keys"] + keys[start..<min(start + 100, keys.count)],
        environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"])
    }
  }

  /// Types `text` as it is.
  public func type(_ text: String) throws { try tmux("send-keys", "-l", "--", text) }

  /// Pastes `text`, marked as a paste if the program has asked for that.
  public func paste(_ text: String) throws {
    let file = "\(folder)/paste"
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    try tmux("load-buffer", file, ";", "paste-buffer", "-p")
  }

  /// Gives the terminal another size.
  public func resize(width: Int, height: Int) throws {
    try tmux("resize-window", "-x", "\(width)", "-y", "\(height)")
  }

  /// What is on the screen, rows joined by line feeds.
  public func screen() throws -> String { try tmux("capture-pane", "-p") }

  /// What is on the screen, with the escape sequences of its colours and with the blanks at the ends of rows.
  public func colouredScreen() throws -> String { try tmux("capture-pane", "-p", "-e", "-N") }

  /// The modes as they are now.
  public func modes() throws -> Modes {
    let flags = try tmux("display-message", "-p", "#{alternate_on}#{cursor_flag}#{mouse_any_flag}")
    let bits = flags.filter { "01".contains($0) }.map { $0 == "1" }
    guard bits.count == 3 else { throw Timeout(description: "tmux told modes as \(flags)") }
    return Modes(isAlternateScreen: bits[0], isCursorVisible: bits[1], isMouseReported: bits[2])
  }

  /// The screen as soon as it holds what `condition` asks for, and has come to rest: a frame may arrive in parts, and
  /// half of one is no screen to compare with another. What moves all the time is taken as it is after some looks.
  @discardableResult
  public func screen(_ purpose: String, where condition: (String) -> Bool) async throws -> String {
    var last = ""
    try await wait(for: purpose) {
      last = try screen()
      return condition(last)
    }
    // Without giving the thread away: on a busy machine it comes back late.
    for _ in 0..<20 {
      usleep(10_000)
      let next = try screen()
      guard next != last, condition(next) else { break }
      last = next
    }
    return last
  }

  /// Waits until the screen is `wanted` to the last character.
  public func screen(showingAgain wanted: String) async throws {
    try await screen("the same screen as\n\(wanted)") { $0 == wanted }
  }

  /// The screen as soon as it holds `text`.
  @discardableResult
  public func screen(showing text: String) async throws -> String {
    try await screen("'\(text)'") { $0.contains(text) }
  }

  /// The exit status of the program, once it has ended and all that it wrote is on the screen: the shell sets the title
  /// of the pane after it.
  public func exitStatus() async throws -> Int32 {
    var status: Int32?
    try await wait(for: "the program's end") {
      status = (try? String(contentsOfFile: "\(folder)/status", encoding: .utf8)).flatMap { Int32($0) }
      return status != nil
    }
    try await wait(for: "all of the program's output") {
      try tmux("display-message", "-p", "#{pane_title}") == "ended\n"
    }
    return status ?? -1
  }

  /// The settings of the terminal device before the program and after it, as `stty -a` tells them, without its size.
  public func settings() throws -> (before: String, after: String) {
    func read(_ name: String) throws -> String {
      try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
        .split(separator: ";").filter { !$0.contains("rows") && !$0.contains("columns") }.joined(
          separator: ";")
    }
    return (try read("before"), try read("after"))
  }

  /// Sends `signal` to the program, which is the only child of the pane's shell.
  public func signal(_ signal: Int32) throws {
    let shell = try String(contentsOfFile: "\(folder)/shell", encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    let children = try String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
    guard let child = children.split(separator: " ").first.flatMap({ pid_t($0) }) else {
      throw Timeout(description: "the program has no process")
    }
    kill(child, signal)
  }

  /// Waits until `condition` holds.
  private func wait(for purpose: String, until condition: () throws -> Bool) async throws {
    let deadline = ContinuousClock.now + Tmux.limit
    var looks = 0
    while try !condition() {
      looks += 1
      // On a busy machine all the time may pass between two looks.
      guard looks < 10 || ContinuousClock.now < deadline else {
        throw Timeout(description: "waited in vain for \(purpose); the screen:\n\(try screen())")
      }
      try await Task.sleep(for: .milliseconds(5))
    }
  }
}
