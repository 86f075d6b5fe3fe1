import Learning
import TerminalUI

extension OptionText {
  /// The largest side of a drawn screen.
  static let largestScreen = 1000

  /// `80x24`, columns x rows.
  func screenSize() throws -> Size {
    let extent = try? Extent(parsing: text)
    guard let extent, text.contains("x") else {
      throw UsageError.malformed(
        option: name, text: text, form: "a screen size: write columns x rows, as in 80x24")
    }
    let allowed = 1...Self.largestScreen
    guard allowed.contains(extent.height), allowed.contains(extent.width) else {
      throw UsageError.outOfRange(option: name, text: text, allowed: allowed)
    }
    return Size(width: extent.height, height: extent.width)
  }

  /// Names of keys, separated by spaces.
  func keys() throws -> [Key] {
    try text.split(whereSeparator: \.isWhitespace).map { word in
      guard let key = Key(named: String(word)) else {
        throw UsageError.malformed(
          option: name, text: String(word),
          form:
            "a key: write a character, or one of up down left right space enter escape tab backspace home end "
            + "pageup pagedown, or ctrl-p")
      }
      return key
    }
  }

  /// Seconds as a number of ticks.
  func ticks() throws -> Int {
    let seconds = try number()
    let ticks = (seconds / SnapshotWriter.tick).rounded()
    guard ticks >= 0, ticks <= Double(Limits.steps) else {
      let most = Limits.steps / 60
      throw UsageError.malformed(
        option: name, text: text, form: "between 0 and \(Numeral.grouped(most)) seconds")
    }
    return Int(ticks)
  }
}
