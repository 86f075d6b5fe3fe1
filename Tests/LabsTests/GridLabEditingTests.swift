import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("Editing in the labs of grids")
struct GridLabEditingTests {
  @Test(arguments: GridLabCase.all, 1...20 as ClosedRange<UInt64>)
  func undoAndRedoGoBackAndForthExactly(_ tried: GridLabCase, _ seed: UInt64) throws {
    let lab = try tried.lab()
    expectExactUndo(lab, tried.edits, seed)
  }

  private func expectExactUndo<Content: GridLab>(_ lab: Content, _ edits: [String], _ seed: UInt64) {
    var (lab, generator) = (lab, SplitMix64(seed: seed))
    var firstVersion: Content.Version?
    for _ in 0..<60 {
      let (historyBefore, versionBefore) = (lab.history, lab.version)
      lab.press(edits[generator.integer(in: 0...edits.count - 1)])
      if lab.history != historyBefore { firstVersion = firstVersion ?? versionBefore }
    }
    let last = lab.version
    var undone = 0
    while lab.history.canUndo {
      lab.press("u")
      undone += 1
    }
    #expect(lab.version == firstVersion ?? last)
    for _ in 0..<undone { _ = lab.update(.key(.control("r"))) }
    #expect(lab.version == last)
    #expect(lab.history.redo(from: last) == nil)
  }

  @Test(arguments: [
    "conv:galway", "conv:galway?padding=1&stride=2", "conv:kcl?view=backward&relu=true",
    "conv:0,1,2,3,4/1,-1,2?flip=true&view=signal", "conv:cnn5?view=unrolled", "conv:kcl?view=compare",
    "pool:galway", "pool:galway?padding=1&stride=1", "pool:kcl?kind=l2&size=3&stride=1&view=backward",
    "pool:cnn5?kind=average&padding=1&view=backward", "pool:galway?size=7", "pool:kcl?size=1&padding=2",
  ])
  func steppingBackReturnsTheSameScreens(_ scene: String) throws {
    let lab = try GridLabCase.lab(scene)
    expectExactSteps(lab)
  }

  private func expectExactSteps(_ lab: some GridLab) {
    var (lab, seen) = (lab, [lab])
    while !lab.timeline.isAtEnd {
      lab.press("right")
      seen.append(lab)
    }
    #expect(seen.count == lab.timeline.count + 1)
    for expected in seen.reversed() {
      #expect(lab == expected)
      #expect(lab.drawn(80, 24) == expected.drawn(80, 24))
      lab.press("left")
    }
  }

  @Test(arguments: GridLabCase.all, 1...40 as ClosedRange<UInt64>)
  func everySceneReadsBackAsTheSameLab(_ tried: GridLabCase, _ seed: UInt64) throws {
    try expectReopening(tried.lab(), tried.edits, seed)
  }

  private func expectReopening<Content: GridLab & Reopenable>(
    _ lab: Content, _ edits: [String], _ seed: UInt64
  ) throws {
    var (lab, generator) = (lab, SplitMix64(seed: seed))
    for _ in 0..<40 { lab.press(edits[generator.integer(in: 0...edits.count - 1)]) }
    var reopened = try Content.opened(Scene(parsing: lab.shown.description))
    reopened.resize(80, 24)
    #expect(reopened.shown == lab.shown)
    #expect(lab.asReopened(reopened).drawn(80, 24) == reopened.drawn(80, 24))
  }

  @Test(arguments: GridLabCase.all)
  func typedRowsAreTakenAndMistakesStayInTheEditor(_ tried: GridLabCase) throws {
    let lab = try tried.lab()
    expectTyping(lab)
  }

  private func expectTyping(_ lab: some GridLab) {
    var lab = lab
    lab.press("t")
    _ = lab.update(.key(.control("u")))
    _ = lab.update(.paste("1 2 3; 4 5 6; 7 8"))
    lab.press("enter")
    #expect(lab.prompt?.editor.complaint != nil)
    _ = lab.update(.paste(" 9"))
    lab.press("enter")
    #expect(lab.prompt == nil)
    #expect(lab.typedGrid(of: .input)?.text == "1,2,3;4,5,6;7,8,9")
  }

  @Test(arguments: GridLabCase.all) func enterOnAnOutputGoesToItsStep(_ tried: GridLabCase) throws {
    let lab = try tried.lab()
    expectJump(lab, tried.toOutput)
  }

  private func expectJump(_ lab: some GridLab, _ toOutput: String) {
    var lab = lab
    lab.press(toOutput + " down right right enter")
    #expect(lab.timeline.position == lab.extent(of: lab.focus).width + 3)
  }

  @Test func everyExampleOpensAndComesRound() throws {
    try expectRound(ConvLab.opened("conv:galway"))
    try expectRound(PoolLab.opened("pool:galway"))
  }

  private func expectRound<Content: GridLab>(_ lab: Content) {
    var lab = lab
    let all = Content.watchedExamples
    for example in all {
      #expect(lab.settings == example.scene)
      #expect(lab.shownExample == example)
      lab.press("e")
    }
    #expect(lab.settings == all[0].scene)
    lab.press("E")
    #expect(lab.settings == all[all.count - 1].scene)
  }

  // MARK: Digits that have not been taken yet

  @Test(arguments: GridLabCase.all, ["s", "p", "n", "v", "end", "space", "u"])
  func digitsAreTakenBeforeAnotherKeyActs(_ tried: GridLabCase, _ key: String) throws {
    var (lab, careful) = (try tried.lab(), try tried.lab())
    lab.press("enter 5 \(key)")
    careful.press("enter 5 enter \(key)")
    #expect(lab.typed == "")
    #expect(lab.shown == careful.shown)
  }

  @Test(arguments: GridLabCase.all) func digitsAreTakenBeforeAClickedSetting(_ tried: GridLabCase) throws {
    var (lab, careful) = (try tried.lab(), try tried.lab())
    lab.press("enter 5")
    try lab.clickSetting("s stride")
    careful.press("enter 5 enter s")
    #expect(lab.typed == "")
    #expect(lab.shown == careful.shown)
  }

  @Test(arguments: GridLabCase.all) func whatIsNoNumberWaitsToBeMended(_ tried: GridLabCase) throws {
    var lab = try tried.lab()
    let before = lab.shown
    lab.press("enter -")
    try lab.clickSetting("s stride")
    #expect(lab.shown == before && lab.typed == "-")
    #expect(lab.chrome.toast?.kind == .wrong)
    lab.press("s")
    #expect(lab.shown == before && lab.typed == "-")
    lab.press("q")
    #expect(lab.shown == before && lab.typed == "" && lab.cursor == nil)
  }

  @Test(arguments: GridLabCase.all, ["enter", "right", "tab", "s"])
  func aRefusedNumberWaitsToBeMended(_ tried: GridLabCase, _ key: String) throws {
    var lab = try tried.lab()
    lab.press("enter 9 9 9 9 9 9 9")
    let (before, cursor) = (lab.shown, lab.cursor)
    lab.press(key)
    #expect(lab.shown == before && lab.cursor == cursor)
    #expect(lab.typed == "9999999")
    #expect(lab.chrome.toast?.kind == .wrong)
    lab.press("backspace \(key)")
    #expect(lab.typed == "" && lab.shown != before)
  }

  @Test(arguments: GridLabCase.all) func aCharacterTooManyIsNotDroppedSilently(_ tried: GridLabCase) throws {
    var lab = try tried.lab()
    lab.press("enter 1 2 3 4 5 6 7 8")
    #expect(lab.chrome.toast == nil)
    lab.press("9")
    #expect(lab.typed == "12345678")
    #expect(lab.chrome.toast?.text == "A cell takes 8 characters: Enter sets them, t types the whole grid.")
  }
}

extension GridLab {
  /// Clicks the setting that is spelled `name` on the screen.
  mutating func clickSetting(_ name: String) throws {
    let row = chromeLayout.settings
    let text = TextWriter.row(row.y, of: drawn(chrome.size.width, chrome.size.height))
    let place = try #require(text.range(of: name))
    click(text.distance(from: text.startIndex, to: place.lowerBound), row.y)
  }

  mutating func click(_ x: Int, _ y: Int) {
    _ = update(.mouse(MouseEvent(.press, at: Point(x: x, y: y))))
  }
}
