import TestSupport
import Testing

@testable import TerminalUI

@Suite struct LineEditorTests {
  static func typed(_ keys: [Key], into text: String = "") -> LineEditor {
    var editor = LineEditor(prompt: "rate", text: text)
    for key in keys { _ = editor.update(.key(key)) }
    return editor
  }

  static func type(_ text: String) -> [Key] { text.map { Key.character($0) } }

  static let edits: [(name: String, start: String, keys: [Key], text: String, cursor: Int)] = [
    ("type", "", type("0.1"), "0.1", 3),
    ("insert in the middle", "01", [.left, .character(".")], "0.1", 2),
    ("backspace", "abc", [.backspace], "ab", 2),
    ("backspace at the start", "abc", [.home, .backspace], "abc", 0),
    ("delete", "abc", [.home, .delete], "bc", 0),
    ("delete at the end", "abc", [.delete], "abc", 3),
    ("kill to the start", "abc def", [.left, .control("u")], "f", 0),
    ("kill to the end", "abc def", [.home, .right, .control("k")], "a", 1),
    ("kill a word", "abc def ", [.control("w")], "abc ", 4),
    ("kill a word at the start", "abc", [.home, .control("w")], "abc", 0),
    ("left of the start", "a", [.left, .left, .left], "a", 0),
    ("right of the end", "a", [.right, .right], "a", 1),
    ("letters of control keys are not typed", "", [.control("x"), .function(3), .up], "", 0),
    ("joiners are left out, so every glyph can be removed", "", type("👨‍👩‍👧") + [.backspace], "👨👩", 2),
  ]

  @Test(arguments: edits)
  func editing(name: String, start: String, keys: [Key], text: String, cursor: Int) {
    let editor = Self.typed(keys, into: start)
    #expect(editor.text == text, "\(name)")
    #expect(editor.cursor == cursor, "\(name)")
  }

  @Test func enterAcceptsAndEscapeCancels() {
    var editor = LineEditor(prompt: "", text: "12")
    #expect(editor.update(.key(.end)) == .editing)
    #expect(editor.update(.key(.character("3"))) == .editing)
    #expect(editor.update(.key(.enter)) == .accepted("123"))
    #expect(editor.update(.key(.escape)) == .cancelled)
    #expect(editor.update(.key(.control("c"))) == .cancelled)
    #expect(editor.update(.tick(seconds: 1)) == .editing)
  }

  @Test func typingTakesThePlaceOfAProposalUnlessOneMovesInIt() {
    var editor = LineEditor(prompt: "", text: "ravine")
    #expect(editor.update(.key(.character("x"))) == .editing)
    #expect(editor.update(.key(.character("y"))) == .editing)
    #expect(editor.text == "xy")
    editor = LineEditor(prompt: "", text: "ravine")
    #expect(editor.update(.paste("bowl")) == .editing)
    #expect(editor.text == "bowl")
    editor = LineEditor(prompt: "", text: "ravine")
    for key in [Key.backspace, .character("s")] { _ = editor.update(.key(key)) }
    #expect(editor.text == "ravins", "a correction keeps the rest")
    #expect(LineEditor(prompt: "", text: "7").text == "7")
  }

  @Test func pastedTextIsCleanedAndNeverActsAsKeys() {
    var editor = LineEditor(prompt: "")
    #expect(editor.update(.paste("1\t2\r\n3\u{1B}[31mq\u{0}")) == .editing)
    // A carriage return with its line feed is two spaces, scalar by scalar.
    #expect(editor.text == "1 2  3[31mq")
    #expect(editor.text.unicodeScalars.allSatisfy { !TextWidth.isControl($0) })
  }

  @Test func theLengthHasALimit() {
    var editor = LineEditor(prompt: "", limit: 5)
    _ = editor.update(.paste("123456789"))
    #expect(editor.text == "12345")
    _ = editor.update(.key(.character("6")))
    #expect(editor.text == "12345" && editor.cursor == 5)
  }

  @Test func aComplaintLastsUntilTheNextChange() {
    var editor = Self.typed([], into: "x")
    editor.complaint = "not a number"
    let frame = drawn(20, 2) { editor.draw(into: &$0, in: $0.bounds) }
    #expect(frame.text == "rate x\nnot a number")
    _ = editor.update(.key(.left))
    #expect(editor.complaint != nil)
    _ = editor.update(.key(.backspace))
    _ = editor.update(.key(.character("1")))
    #expect(editor.complaint == nil)
  }

  @Test func theViewFollowsTheCursor() {
    var editor = LineEditor(prompt: "f(x,y)", text: "(1-x)^2+100*(y-x^2)^2")
    let end = drawn(20, 1) { editor.draw(into: &$0, in: $0.bounds) }
    #expect(end.text == "f(x,y) 0*(y-x^2)^2")
    #expect(end.cursor == Point(x: 18, y: 0))
    _ = editor.update(.key(.home))
    let start = drawn(20, 1) { editor.draw(into: &$0, in: $0.bounds) }
    #expect(start.text == "f(x,y) (1-x)^2+100*")
    #expect(start.cursor == Point(x: 7, y: 0))
  }

  @Test func anyEventsAtAnySizeDrawWithoutAFault() {
    var random = SeededNumbers(seed: 6)
    let keys: [Key] = [
      .left, .right, .home, .end, .backspace, .delete, .control("w"), .control("u"), .control("k"),
      .character("漢"), .character("a"), .character(" "), .character("\u{301}"), .character("😀"),
    ]
    var editor = LineEditor(prompt: "prompt", limit: 40)
    for round in 0..<3000 {
      let event: Event = round % 97 == 0 ? .paste("漢\u{301}\n字é") : .key(keys[random.next(below: keys.count)])
      _ = editor.update(event)
      #expect(editor.cursor >= 0 && editor.cursor <= editor.text.count)
      if round % 10 == 0 {
        let frame = drawn(random.next(below: 30), random.next(below: 3)) {
          editor.draw(into: &$0, in: $0.bounds)
        }
        #expect(frame.faults.isEmpty)
        if let cursor = frame.cursor { #expect(frame.bounds.contains(cursor)) }
      }
    }
  }

  /// What a key costs does not grow with the text, nor what is drawn. The bound is generous: it takes a hundredth of it.
  @Test func longTextsStayQuick() {
    var editor = LineEditor(prompt: "data:", limit: 100_000)
    let time = ContinuousClock().measure {
      _ = editor.update(.paste(String(repeating: "1.25, ", count: 20_000)))
      for round in 0..<2_000 {
        for key in [Key.character("7"), .left, .backspace, .right] { _ = editor.update(.key(key)) }
        if round == 1_000 { _ = editor.update(.key(.home)) }
        _ = drawn(80, 2) { editor.draw(into: &$0, in: $0.bounds) }
      }
    }
    #expect(time < .seconds(5))
    #expect(editor.text.unicodeScalars.count <= 100_000)
  }

  @Test func whatIsRemovedMakesRoom() {
    var editor = LineEditor(prompt: "", text: "12345", limit: 5)
    for key in [Key.left, .backspace, .delete, .character("a"), .character("b"), .character("c")] {
      _ = editor.update(.key(key))
    }
    #expect(editor.text == "123ab")
    for key in [Key.control("u"), .character("x"), .home, .control("k")] { _ = editor.update(.key(key)) }
    _ = editor.update(.paste("1234567"))
    #expect(editor.text == "12345")
  }
}
