import TerminalUI
import Testing

@testable import Labs

@Suite("Scrolling, and typing the number of a step")
struct ReadingTests {
  @Test func scrollingEndsWhereTheTextDoes() {
    var scroll = Scroll()
    for _ in 0..<9 { scroll.move(by: 1, hidden: 3) }
    #expect(scroll.offset == 3)
    scroll.move(by: -1, hidden: 3)
    #expect(scroll.offset == 2, "going on too far must not have to be undone")
    for _ in 0..<9 { scroll.move(by: -1, hidden: 3) }
    #expect(scroll.offset == 0)
    scroll.move(by: 5, hidden: -2)
    #expect(scroll.offset == 0)
  }

  @Test func aScreenThatHasGrownShowsTheEnd() {
    var scroll = Scroll()
    scroll.move(by: 8, hidden: 8)
    #expect(scroll.first(hidden: 2) == 2)
    scroll.move(by: -1, hidden: 2)
    #expect(scroll.offset == 1)
  }

  /// Types `keys`, of which only `.` and letters mean something else.
  private func typed(
    _ keys: String, of count: Int, isCovered: Bool = false
  ) -> (number: StepNumber, last: StepNumber.Outcome) {
    var number = StepNumber(count: count)
    number.isCovered = isCovered
    var last = StepNumber.Outcome.unused
    for key in keys {
      switch key {
      case "\n": last = number.update(.enter, isFree: false)
      case "<": last = number.update(.backspace, isFree: false)
      case "!": last = number.update(.escape, isFree: true)
      default: last = number.update(.character(key), isFree: key != "." && !key.isLetter)
      }
    }
    return (number, last)
  }

  @Test(arguments: [
    ("4\n", StepNumber.Outcome.chosen(3)), ("12G", .chosen(11)), ("04\n", .chosen(3)),
    ("129<\n", .chosen(11)), ("4!", .taken), ("4!\n", .unused), ("4x", .unused), ("G", .unused),
    ("0\n", .refused("There is no step 0: this lesson has 12.")),
    ("123\n", .refused("There is no step 123: this lesson has 12.")),
    ("0,5\n", .refused("\"0,5\" is not the number of a step: this lesson has 12.")),
    ("−1\n", .refused("\"-1\" is not the number of a step: this lesson has 12.")),
    ("3√2G", .refused("\"3√2\" is not the number of a step: this lesson has 12.")),
    ("1.5\n", .refused("\"1.5\" is not the number of a step: this lesson has 12.")),
    ("½\n", .refused("\"½\" is not the number of a step: this lesson has 12.")),
    ("+4\n", .refused("\"+4\" is not the number of a step: this lesson has 12.")),
    ("3#\n", .refused("\"3#\" is not the number of a step: this lesson has 12.")),
    ("4,<\n", .chosen(3)), ("−<4\n", .chosen(3)), ("４\n", .chosen(3)), (".5\n", .chosen(4)), ("#", .unused),
    ("00000000000000000000000004\n", .refused("There is no step 00000000000000000000: this lesson has 12.")),
  ])
  func aNumberLeadsToItsStep(_ keys: String, _ outcome: StepNumber.Outcome) {
    let (number, last) = typed(keys, of: 12)
    #expect(last == outcome)
    #expect(number.prompt == nil)
  }

  @Test func aNumberThatIsTooLongIsNotCutInSilence() {
    #expect(typed("12", of: 12).number.prompt == "go to step 12 (enter)")
    #expect(typed("123", of: 12).number.prompt == "There is no step 123: this lesson has 12.")
    #expect(
      typed("1234567890123\n", of: 12).last
        == .refused("There is no step 1234567890123: this lesson has 12."))
    #expect(typed("−", of: 12).number.prompt == "\"-\" is not the number of a step: this lesson has 12.")
  }

  @Test func aCoveredTimelineDoesNotTellItsLength() {
    #expect(typed("99", of: 12, isCovered: true).number.prompt == "go to step 99 (enter)")
    #expect(typed("99\n", of: 12, isCovered: true).last == .refused("There is no such step."))
    #expect(
      typed("−9", of: 12, isCovered: true).number.prompt
        == "\"-9\" is not the number of a step: type digits.")
  }
}
