import TestSupport
import Testing

@testable import TerminalUI

@Suite struct WidgetTests {
  @Test func theScrubBarShowsWhereWeAre() {
    var timeline = Timeline(count: 16, position: 6)
    #expect(
      drawn(60, 1) { ScrubBar(timeline).draw(into: &$0, in: $0.bounds) }.text
        == "‖ ━━━━━━━━━━━━━━●──────────────────────   step 6 of 16    1x")
    timeline.perform(.playOrPause)
    timeline.perform(.slower)
    #expect(
      drawn(40, 1) { ScrubBar(timeline, noun: "sample").draw(into: &$0, in: $0.bounds) }.text
        == "▶ ━━━━━●─────────   sample 6 of 16  1/2x")
    #expect(
      drawn(20, 1) { ScrubBar(timeline, noun: "sample").draw(into: &$0, in: $0.bounds) }.text
        == "▶     sample 6 of 16")
  }

  @Test func aClickOnTheTrackFindsItsPosition() {
    let bar = ScrubBar(Timeline(count: 100))
    let row = Rect(x: 0, y: 5, width: 80, height: 1)
    let track = bar.track(in: row)
    #expect(bar.position(atColumn: track.lowerBound, in: row) == 0)
    #expect(bar.position(atColumn: track.upperBound - 1, in: row) == 100)
    #expect(bar.position(atColumn: track.upperBound, in: row) == nil)
    #expect(bar.position(atColumn: 0, in: row) == nil)
    // The knob is drawn where a click would find the position again.
    for position in 0...100 {
      let there = ScrubBar(Timeline(count: 100, position: position))
      let frame = drawn(80, 1) { there.draw(into: &$0, in: $0.bounds) }
      let knob = (0..<80).first { frame[$0, 0].glyph == "●" }
      let found = knob.flatMap { there.position(atColumn: $0, in: Rect(x: 0, y: 0, width: 80, height: 1)) }
      #expect(found.map { abs($0 - position) <= 2 } == true)
    }
  }

  @Test func theFooterLeavesOutWhatDoesNotFitAndKeepsTheWayOut() {
    let footer = Footer(
      [
        FooterEntry(keys: "space", label: "play"), FooterEntry(keys: "←→", label: "step"),
        FooterEntry(keys: "k", label: "kernel"),
      ],
      trailing: [FooterEntry(keys: "?", label: "help"), FooterEntry(keys: "q", label: "back")])
    func text(_ width: Int) -> String { drawn(width, 1) { footer.draw(into: &$0, in: $0.bounds) }.text }
    #expect(text(60) == "space play  ←→ step  k kernel  ? help  q back")
    #expect(text(34) == "space play  ? help  q back")
    #expect(text(14) == "? help  q back")
  }

  @Test func theHelpOverlayListsEveryKey() {
    let help = HelpOverlay(
      title: "Keys",
      sections: [
        HelpSection(
          title: "Timeline",
          rows: [.init(keys: "space", text: "play or pause"), .init(keys: "← →", text: "one step")]),
        HelpSection(title: "More", rows: [.init(keys: "q", text: "leave")]),
      ])
    #expect(
      drawn(40, 12) { help.draw(into: &$0) }.text == """

         ╭─────────────── Keys ───────────────╮
         │                                    │
         │  Timeline                          │
         │  space  play or pause              │
         │  ← →    one step                   │
         │                                    │
         │  More                              │
         │  q      leave                      │
         │                                    │
         ╰───────── ? or esc closes ──────────╯

        """)
  }

  @Test func longHelpScrollsWithinItsEnds() {
    let rows = (0..<50).map { HelpSection.Row(keys: "k\($0)", text: "row \($0)") }
    var help = HelpOverlay(title: "Keys", sections: [HelpSection(title: "All", rows: rows)])
    let size = Size(width: 60, height: 18)
    #expect(drawn(60, 18) { help.draw(into: &$0) }.text.contains("↓ more"))
    help.scroll(by: 1000, on: size)
    let end = drawn(60, 18) { help.draw(into: &$0) }.text
    #expect(end.contains("row 49") && !end.contains("↓ more"))
    help.scroll(by: -1000, on: size)
    #expect(help.scroll == 0)
  }

  @Test func panelsNameThemselvesAndShowTheFocus() {
    var inside = Rect(x: 0, y: 0, width: 0, height: 0)
    let frame = drawn(20, 4) { inside = $0.panel($0.bounds, title: "kernel 3x3", isFocused: true) }
    #expect(inside == Rect(x: 2, y: 1, width: 16, height: 2))
    #expect(
      frame.text == "╭─ ▸ kernel 3x3 ───╮\n│                  │\n│                  │\n╰──────────────────╯")
    let long = drawn(20, 2) { _ = $0.panel($0.bounds, title: "a very long title indeed") }
    #expect(long.text == "╭─ a very long ti…─╮\n╰──────────────────╯")
    let projected = drawn(12, 2, look: Look(isProjected: true)) { _ = $0.panel($0.bounds, title: "x") }
    #expect(projected.text.hasPrefix("┏━ x "))
  }

  @Test func everyWidgetDrawsAtAwkwardSizes() {
    let words = "漢字 **wide 漢字** and `code` with a_very_long_word_that_does_not_fit_anywhere"
    var list = ListView((0..<9).map { ListItem("項目 \($0)", detail: words) }, selection: 4)
    let help = HelpOverlay(
      title: words, sections: [HelpSection(title: words, rows: [.init(keys: words, text: words)])])
    let editor = LineEditor(prompt: words, text: words)
    let footer = Footer(
      [FooterEntry(keys: words, label: words)], trailing: [FooterEntry(keys: "q", label: "漢")])
    for size in awkwardSizes + [
      Size(width: 20, height: 3), Size(width: 9, height: 9), Size(width: 5, height: 2),
    ] {
      for look in allLooks {
        for key in [Key.down, .end, .character("/"), .character("漢"), .escape] {
          _ = list.update(.key(key), in: Rect(size))
        }
        let drawings: [(name: String, draw: (inout Frame) -> Void)] = [
          ("list", { list.draw(into: &$0, in: $0.bounds) }), ("help", { help.draw(into: &$0) }),
          ("editor", { editor.draw(into: &$0, in: $0.bounds) }),
          ("footer", { footer.draw(into: &$0, in: $0.bounds) }),
          ("panel", { _ = $0.panel($0.bounds, title: words, isFocused: true) }),
          (
            "scrub bar",
            { ScrubBar(Timeline(count: 1_000_000, position: 7), noun: "step").draw(into: &$0, in: $0.bounds) }
          ),
        ]
        for (name, draw) in drawings {
          let frame = drawn(size.width, size.height, look: look, draw)
          #expect(frame.faults.isEmpty, "\(name) at \(size)")
        }
      }
    }
  }
}
