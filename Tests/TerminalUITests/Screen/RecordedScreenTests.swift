import TestSupport
import Testing

@testable import TerminalUI

/// What recorded screens notice of how a frame looks.
@Suite struct RecordedScreenTests {
  private static func recorded(_ style: Style, _ text: String = "12") -> String {
    RecordedScreen(drawn(4, 2) { $0.write(text, x: 1, y: 1, style) }).text
  }

  @Test func `text comes first, then its looks place for place`() {
    let frame = drawn(12, 2) { frame in
      frame.write("input", x: 1, y: 0, .heading)
      frame.write("5", x: 2, y: 1, Style(.positive))
      frame.write("7", x: 5, y: 1)
      frame.restyle(Rect(x: 1, y: 1, width: 3, height: 1)) { $0.background = .window }
      frame.cursor = Point(x: 3, y: 1)
    }
    #expect(
      RecordedScreen(frame).text == """
         input
          5  7
        --- ink ---
         hhhhh
          p  .
        --- behind ---

         www
        --- attributes ---
         bbbbb

        --- letters ---
        ink: h heading, p positive
        behind: w window
        attributes: b bold
        cursor: column 3, row 1

        """)
  }

  @Test func `ordinary text has nothing below it`() {
    #expect(Self.recorded(.plain) == "\n 12\n")
  }

  @Test func `every purpose and series tells itself apart, as ink and behind`() {
    let paints =
      (0...Paint.backward.index).map { Paint(index: $0) } + (0..<Paint.seriesCount).map(Paint.series)
    #expect(Set(paints.map { Self.recorded(Style($0)) }).count == paints.count)
    #expect(Set(paints.map { Self.recorded(Style(.plain, on: $0)) }).count == paints.count)
    #expect(!paints.contains { Self.recorded(Style($0, on: $0)).contains("unknown") })
  }

  @Test func `ramps tell their ends apart, and one another`() {
    let ramps: [(Double) -> Paint] = [
      Paint.heat, Paint.pencil, { Paint.diverging(2 * $0 - 1) }, Paint.shade,
      { Paint.signedShade(2 * $0 - 1) },
      { Paint.shade($0).marked },
    ]
    let texts = ramps.flatMap { ramp in [0, 0.3, 0.6, 1].map { Self.recorded(Style(.plain, on: ramp($0))) } }
    #expect(Set(texts).count == texts.count)
  }

  @Test func `every set of attributes tells itself apart`() {
    let sets = (0..<16).map { Style.Attributes(rawValue: $0) }
    #expect(Set(sets.map { Self.recorded(Style(.plain, $0)) }).count == sets.count)
  }

  @Test func `what is not seen on a blank makes no difference`() {
    #expect(Self.recorded(.accent, "  ") == Self.recorded(.plain, "  "))
    #expect(Self.recorded(Style(.plain, .underline), "  ") != Self.recorded(.plain, "  "))
    #expect(Self.recorded(Style(.plain, on: .selection), "  ") != Self.recorded(.plain, "  "))
  }

  @Test func `a lost highlight is named with its plane and row`() {
    let (with, without) = (
      Self.recorded(Style(.plain, on: .window)), RecordedScreen(drawn(4, 2) { $0.write("12", x: 1, y: 1) })
    )
    #expect(without.firstDifference(from: with) == "2 lines drawn, 7 expected")
    let accent = RecordedScreen(drawn(4, 2) { $0.write("12", x: 1, y: 1, Style(.accent)) })
    #expect(
      accent.firstDifference(from: Self.recorded(Style(.hint)))
        == "--- ink --- row 1  12\n  drawn     aa\n  expected  ii")
  }
}
