import TestSupport
import Testing

@testable import TerminalUI

@Suite struct ListViewTests {
  static let labs = [
    ListItem("conv", detail: "kernels over grids"), ListItem("pool", detail: "max and average"),
    ListItem("ema"),
    ListItem("race", detail: "optimizers"), ListItem("graph"),
  ]
  static let area = Rect(x: 0, y: 0, width: 30, height: 5)

  static func picture(_ list: ListView) -> String {
    drawn(30, 5) { list.draw(into: &$0, in: area) }.text
  }

  static func send(_ keys: [Key], to list: inout ListView) {
    for key in keys { _ = list.update(.key(key), in: area) }
  }

  @Test func theSelectionIsMarkedAndMoreIsAnnounced() {
    var list = ListView(Self.labs)
    #expect(
      Self.picture(list) == """

        ▸ conv    kernels over grids
          pool       max and average
          ema
          race            optimizers ↓
        """)
    Self.send([.end], to: &list)
    #expect(
      Self.picture(list) == """

          pool       max and average ↑
          ema
          race            optimizers
        ▸ graph
        """)
  }

  @Test func movesStopAtTheEnds() {
    var list = ListView(Self.labs)
    Self.send([.up, .character("k")], to: &list)
    #expect(list.selection == 0)
    Self.send([.character("j"), .down], to: &list)
    #expect(list.selection == 2)
    Self.send([.pageDown, .pageDown, .pageDown], to: &list)
    #expect(list.selection == 4)
    Self.send([.character("g")], to: &list)
    #expect(list.selection == 0)
    Self.send([.character("G")], to: &list)
    #expect(list.selection == 4)
  }

  @Test func aFullFilterTakesNoMore() {
    var list = ListView(Self.labs)
    Self.send([.character("/")] + [Key](repeating: .character("a"), count: 100), to: &list)
    #expect(list.filter == String(repeating: "a", count: 60))
    Self.send([.backspace, .character("b")], to: &list)
    #expect(list.filter.hasSuffix("ab") && list.filter.count == 60)
  }

  @Test func enterChoosesByTheNumberInTheWholeList() {
    var list = ListView(Self.labs)
    Self.send([.character("/")] + "OPTI".map { .character($0) }, to: &list)
    #expect(list.matches == [3] && list.selection == 3)
    #expect(list.update(.key(.enter), in: Self.area) == .chosen(3))
    #expect(list.filter == "OPTI", "coming back shows the same")
    Self.send([.escape], to: &list)
    #expect(list.filter.isEmpty && list.matches.count == 5)
    #expect(list.update(.key(.escape), in: Self.area) == .ignored, "free for whoever shows the list")
  }

  @Test func aFilterWithoutMatchesSaysSo() {
    var list = ListView(Self.labs)
    Self.send([.character("/"), .character("q"), .character("z")], to: &list)
    #expect(list.selection == nil)
    let frame = drawn(30, 5) { list.draw(into: &$0, in: Self.area) }
    #expect(frame.text == "/qz                 5 hidden\nnothing matches\n\n\n")
    #expect(frame.cursor == Point(x: 3, y: 0))
    #expect(list.update(.key(.enter), in: Self.area) == .handled)
    #expect(list.update(.key(.down), in: Self.area) == .handled)
  }

  @Test func theMouseSelectsThenChooses() {
    var list = ListView(Self.labs)
    let click = Event.mouse(MouseEvent(.press, at: Point(x: 5, y: 3)))
    #expect(list.update(click, in: Self.area) == .handled)
    #expect(list.selection == 2)
    #expect(list.update(click, in: Self.area) == .chosen(2))
    _ = list.update(.mouse(MouseEvent(.scrollUp, at: Point(x: 5, y: 2))), in: Self.area)
    #expect(list.selection == 1)
    let beside = Event.mouse(MouseEvent(.press, at: Point(x: 50, y: 2)))
    #expect(list.update(beside, in: Self.area) == .ignored)
  }

  @Test func anEmptyListIsHarmless() {
    var list = ListView([])
    Self.send([.down, .enter, .end, .character("/"), .character("x"), .backspace, .backspace], to: &list)
    #expect(list.selection == nil)
    #expect(Self.picture(ListView([])) == "\nnothing here\n\n\n")
  }

  @Test func headingsStandAboveTheirItemsAndCannotBeChosen() {
    var list = ListView([
      ListItem("conv", section: "Grids"), ListItem("pool", section: "Grids"),
      ListItem("race", section: "Descent"),
    ])
    #expect(
      Self.picture(list) == """

        Grids
        ▸ conv
          pool
        Descent                      ↓
        """)
    Self.send([.down, .down], to: &list)
    #expect(list.selection == 2)
    #expect(
      Self.picture(list) == """

          conv                       ↑
          pool
        Descent
        ▸ race
        """)
    let heading = Event.mouse(MouseEvent(.press, at: Point(x: 3, y: 3)))
    #expect(list.update(heading, in: Self.area) == .ignored)
    Self.send([.character("/")] + "grid".map { .character($0) }, to: &list)
    #expect(list.matches == [0, 1])
  }

  @Test func aDetailWithoutRoomIsLeftOut() {
    let list = ListView([ListItem("exponential averages", detail: "with bias correction")])
    #expect(Self.picture(list) == "\n▸ exponential averages\n\n\n")
  }

  @Test func newItemsKeepTheFilter() {
    var list = ListView(Self.labs)
    Self.send([.character("/"), .character("a"), .down], to: &list)
    #expect(list.selection == 2)
    list.replace(Self.labs.reversed(), selection: 2)
    #expect(list.filter == "a" && list.matches == [0, 1, 2, 3] && list.selection == 2)
    list.replace([ListItem("conv"), ListItem("race")], selection: 0)
    #expect(list.selection == 1, "what the filter hides cannot be selected")
  }
}
