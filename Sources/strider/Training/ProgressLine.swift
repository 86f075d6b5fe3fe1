import Glibc
import Learning

/// How far a long command is: one line on a terminal that is written over, with a bar and the time that is left.
///
/// Where standard error is no terminal nothing is written, so that logs stay clean.
struct ProgressLine {
  /// How many pieces of work there are.
  let total: Int
  private let isShown = isatty(STDERR_FILENO) == 1
  private let began = ContinuousClock.now
  private var shown = ContinuousClock.now
  private var columns = 0

  /// No more often than this many times a second.
  private static let rate = 10
  private static let barCells = 20

  /// A line about `total` pieces of work, none of them done.
  init(total: Int) { self.total = total }

  /// Shows that `done` pieces are done, with `words` about the present one; but not too often.
  mutating func show(_ done: Int, _ words: @autoclosure () -> String) {
    guard isShown, total > 0 else { return }
    let now = ContinuousClock.now
    guard now - shown >= .seconds(1) / Self.rate else { return }
    shown = now
    let cells = min(Self.barCells, done * Self.barCells / total)
    let bar = String(repeating: "━", count: cells) + String(repeating: "╌", count: Self.barCells - cells)
    write("\(words())  \(bar)  \(left(after: done, (now - began) / .seconds(1)))")
  }

  /// Takes the line away, before anything else is written.
  mutating func clear() {
    if columns > 0 { write("") }
    columns = 0
    if isShown { _ = writeAll("\r", to: STDERR_FILENO) }
  }

  private func left(after done: Int, _ seconds: Double) -> String {
    guard done > 0 else { return "" }
    return "\(Self.time(seconds / Double(done) * Double(total - done))) left"
  }

  /// `8 s`, `1:20 min`, `2:05 h`; `seconds` is finite and not negative.
  static func time(_ seconds: Double) -> String {
    let whole = Int(min(seconds.rounded(.up), 1e9))
    let (minutes, rest) = whole.quotientAndRemainder(dividingBy: 60)
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    if minutes == 0 { return "\(rest) s" }
    return minutes < 60 ? "\(minutes):\(padded(rest)) min" : "\(minutes / 60):\(padded(minutes % 60)) h"
  }

  /// Blanks take away what stood there, so that every terminal understands it.
  private mutating func write(_ text: String) {
    let line = PlainText.shown(Printable.line(String(text.prefix(79))))
    let blanks = String(repeating: " ", count: max(0, columns - line.count))
    _ = writeAll("\r" + line + blanks, to: STDERR_FILENO)
    columns = line.count
  }
}
