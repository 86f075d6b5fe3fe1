import Testing

@testable import Curriculum

@Suite struct LessonTextTests {
  @Test func `markup becomes runs`() {
    let text = LessonText("With **stride** 2 the\nwindow, `n - f`.")
    #expect(
      text.paragraphs.map(\.runs) == [
        [
          .init(text: "With ", style: .plain), .init(text: "stride", style: .term),
          .init(text: " 2 the window, ", style: .plain), .init(text: "n - f", style: .code),
          .init(text: ".", style: .plain),
        ]
      ])
    #expect(text.terms == ["stride"])
  }

  @Test(arguments: ["2 ** 3", "**", "a ** b", "`", "****", "**a", "``"])
  func `a mark without its partner is text`(_ markup: String) {
    #expect(LessonText(markup).plain == markup)
  }

  @Test func `lists and formulas keep their lines`() {
    let text = LessonText("Three kinds:\n- one\n- two\n\n  a = b\n\nEnd.")
    #expect(text.plain == "Three kinds:\n- one\n- two\n\n  a = b\n\nEnd.")
    #expect(text.paragraphs.map(\.indent) == [0, 0, 0, 2, 0])
    #expect(text.rows(width: 76) == 7)
  }

  @Test func `rows are counted as the player wraps them`() {
    #expect(LessonText(String(repeating: "word ", count: 30)).rows(width: 76) == 2)
    #expect(LessonText(String(repeating: "x", count: 200)).rows(width: 76) == 3)
    #expect(LessonText("x").rows(width: 0) == 0)
  }
}

@Suite struct GlossaryTests {
  static let glossary: Glossary = {
    let header = LessonHeader(
      number: 1, id: "stride", title: "", part: .core, goals: [], decks: [], sources: [], practice: [],
      terms: [
        Term(word: "Stride", definition: "How far the window moves.", place: .beginning),
        Term(word: "window", definition: "What lies under the kernel.", place: .beginning),
        Term(word: "kernel", definition: "A small grid.", place: .beginning),
      ], stepIDs: [], questionIDs: [])
    return Glossary([header])
  }()

  @Test func `words are found in any case and number`() {
    #expect(Glossary.key("windows") == Glossary.key("window"))
    #expect(
      Glossary.key("STRIDE") == Glossary.key("Stride") && Glossary.key("pace") != Glossary.key("stride"))
  }

  @Test(arguments: [
    ("", ["kernel", "Stride", "window"]), ("win", ["window", "Stride"]), ("grid", ["kernel"]), ("zebra", []),
  ])
  func `the best matches come first`(_ query: String, _ words: [String]) {
    #expect(Self.glossary.search(query).map(\.word) == words)
  }
}
