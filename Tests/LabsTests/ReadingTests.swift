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

  private func typed(_ keys: String, of count: Int) -> (number: StepNumber, last: StepNumber.Outcome) {
    var number = StepNumber(count: count)
    var last = StepNumber.Outcome.unused
    for key in keys {
      switch key {
      case "\n": last = number.update(.enter)
      case "<": last = number.update(.backspace)
      case "!": last = number.update(.escape)
      default: last = number.update(.character(key))
      }
    }
    return (number, last)
  }

  @Test(arguments: [
    ("4\n", StepNumber.Outcome.chosen(3)), ("12G", .chosen(11)), ("04\n", .chosen(3)),
    ("129<\n", .chosen(11)), ("4!", .taken), ("4!\n", .unused), ("4x", .unused), ("G", .unused),
    ("0\n", .refused("There is no step 0: this lesson has 12.")),
    ("123\n", .refused("There is no step 123: this lesson has 12.")),
  ])
  func aNumberLeadsToItsStep(_ keys: String, _ outcome: StepNumber.Outcome) {
    let (number, last) = typed(keys, of: 12)
    #expect(last == outcome)
    #expect(number.prompt == nil)
  }

  @Test func aNumberThatIsTooLongIsNotCutInSilence() {
    #expect(typed("12", of: 12).number.prompt == "go to step 12 (enter)")
    #expect(typed("123", of: 12).number.prompt == "There is no step 123: this lesson has 12.")
    #expect(typed("1234567890123\n", of: 12).last == .refused("There is no step 123456: this lesson has 12."))
  }
}
