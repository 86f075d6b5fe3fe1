import TestSupport
import Testing

@testable import TerminalUI

@Suite struct FrameTests {
  @Test func writingOutsideIsClippedAndCounted() {
    let frame = drawn(3, 2) { frame in
      frame.write("abcd", x: 1, y: 0)
      frame.put("z", x: 0, y: 2)
      frame.put("z", x: -1, y: 0)
    }
    #expect(frame.text == " ab\n")
    #expect(frame.faults.clippedWrites == 4)
  }

  @Test func readingOutsideIsBlank() {
    let frame = drawn(1, 1) { $0.put("x", x: 0, y: 0) }
    #expect(frame[5, 5] == .blank && frame[-1, 0] == .blank)
  }

  @Test func textWithALimitEndsInAnEllipsisAndIsNoFault() {
    var ends: [Int] = []
    let frame = drawn(6, 3) { frame in
      ends = [
        frame.write("abcdefgh", x: 0, y: 0, limit: 6), frame.write("abc", x: 0, y: 1, limit: 3),
        frame.write("abc", x: 2, y: 2, limit: 0),
      ]
    }
    #expect(ends == [6, 3, 2])
    #expect(frame.text == "abcde…\nabc\n")
    #expect(frame.faults.isEmpty)
  }

  @Test func wideGlyphsTakeTwoColumns() {
    var end = 0
    let frame = drawn(6, 1) { end = $0.write("a漢b", x: 0, y: 0) }
    #expect(end == 4)
    #expect(frame.text == "a漢b")
    #expect(frame[2, 0].isContinuation && frame[3, 0].glyph == "b")
    #expect(frame.faults.isEmpty)
  }

  @Test func cuttingNeverSplitsAWideGlyph() {
    let frame = drawn(4, 1) { $0.write("漢字漢", x: 0, y: 0, limit: 4) }
    #expect(frame.text == "漢…")
    #expect(frame.faults.isEmpty)
    let edge = drawn(2, 1) { $0.put("漢", x: 1, y: 0) }
    #expect(edge.text == "" && edge.faults.clippedWrites == 1)
  }

  @Test func overwritingHalfAWideGlyphBlanksTheOtherHalfAndIsCounted() {
    let right = drawn(4, 1) { frame in
      frame.put("漢", x: 1, y: 0)
      frame.put("x", x: 2, y: 0)
    }
    #expect(right.text == "  x" && right.faults.splitWideGlyphs == 1)
    let left = drawn(4, 1) { frame in
      frame.put("漢", x: 1, y: 0)
      frame.put("x", x: 1, y: 0)
    }
    #expect(left.text == " x" && left.faults.splitWideGlyphs == 1)
    let both = drawn(6, 1) { frame in
      frame.write("漢字", x: 0, y: 0)
      frame.put("語", x: 1, y: 0)
    }
    #expect(both.text == " 語" && both.faults.splitWideGlyphs == 2)
  }

  @Test func marksWithoutWidthAreLeftOut() {
    let frame = drawn(3, 1) { $0.write("e\u{301}x", x: 0, y: 0) }
    #expect(frame.text == "ex")
  }

  @Test func controlCharactersBecomeAReplacementMark() {
    let frame = drawn(3, 1) { $0.write("a\u{1B}b", x: 0, y: 0) }
    #expect(frame.text == "a\u{FFFD}b")
  }

  @Test func aFrameForASCIIHoldsNothingElse() {
    let frame = drawn(12, 3, look: Look(glyphs: .ascii)) { frame in
      frame.box(Rect(x: 0, y: 0, width: 5, height: 3))
      frame.write("→ β≤½", x: 6, y: 1)
    }
    #expect(frame.text == "+---+\n|   | > b<?\n+---+")
    #expect(frame.cells.allSatisfy { $0.glyph.isASCII })
  }

  @Test func boxesHaveThreeStrokes() {
    for (stroke, expected) in [
      (Frame.Stroke.thin, "┌─┐\n└─┘"), (.round, "╭─╮\n╰─╯"), (.thick, "┏━┓\n┗━┛"),
    ] {
      #expect(drawn(3, 2) { $0.box($0.bounds, stroke: stroke) }.text == expected)
    }
    #expect(drawn(3, 2) { $0.box(Rect(x: 0, y: 0, width: 1, height: 2)) }.text == "\n")
  }

  @Test func alignmentAndFill() {
    let frame = drawn(9, 3) { frame in
      frame.write("abc", centredIn: frame.bounds)
      frame.write("漢x", endingAt: 9, y: 1)
      frame.fill(Rect(x: -4, y: 2, width: 6, height: 9), with: ".")
    }
    #expect(frame.text == "   abc\n      漢x\n..")
    #expect(frame.faults.isEmpty)
  }

  @Test func restylingKeepsTheGlyphs() {
    let frame = drawn(4, 1) { frame in
      frame.write("abcd", x: 0, y: 0)
      frame.restyle(Rect(x: 1, y: -1, width: 2, height: 5)) { $0.background = .window }
    }
    #expect(frame.text == "abcd")
    #expect((0..<4).map { frame[$0, 0].style.background == .window } == [false, true, true, false])
  }

  @Test func aHostileScribbleKeepsWideGlyphsWhole() {
    var random = SeededNumbers(seed: 2)
    let glyphs: [Unicode.Scalar] = ["a", "漢", "😀", "\u{301}", "\u{7}", "⠿", "─", "\u{200D}", "ﾊ"]
    for look in allLooks {
      let frame = drawn(9, 4, look: look) { frame in
        for _ in 0..<400 {
          frame.put(
            glyphs[random.next(below: glyphs.count)], x: random.next(below: 13) - 2,
            y: random.next(below: 8) - 2)
        }
      }
      for y in 0..<4 {
        for x in 0..<9 where frame[x, y].isContinuation {
          #expect(TextWidth.columns(of: frame[x - 1, y].glyph) == 2)
        }
        for x in 0..<9 where TextWidth.columns(of: frame[x, y].glyph) == 2 {
          #expect(frame[x + 1, y].isContinuation)
        }
      }
    }
  }

  @Test(arguments: [
    "\u{0}", "\u{1B}", "\r", "\u{7F}", "\u{85}", "\u{9B}", "\u{202E}", "\u{2028}", "\u{200B}", "\u{61C}",
  ])
  func nothingThatSteersATerminalIsShown(_ text: String) {
    let frame = drawn(10, 1) { $0.write("a\(text)b", x: 0, y: 0) }
    #expect(frame.cells.allSatisfy { $0.glyph.value >= 0x20 && !TextWidth.isControl($0.glyph) })
    #expect(frame.text == "ab" || frame.text == "a\u{FFFD}b")
  }
}
