import TerminalUI
import Testing

@testable import NcursesBackend

@Suite struct OutputStrokeTests {
  private func stroke(_ x: Int, _ y: Int, _ text: String, bold: Bool = false) -> OutputStroke {
    var pen = TerminalPen()
    if bold { _ = pen.apply(Array("1".utf8)[...]) }
    return OutputStroke(
      place: Point(x: x, y: y), pen: pen, bytes: Array(text.utf8), columns: x..<x + text.count,
      end: Point(x: x + text.count, y: y), isOpen: true)
  }

  private func route(_ strokes: [OutputStroke]) -> [Int] {
    OutputStroke.route(strokes, from: Point(x: 0, y: 0), pen: TerminalPen())
  }

  @Test func bothSidesOfABoxAreDrawnOneAfterTheOther() {
    let sides = (0..<4).flatMap { [stroke(10, $0, "|"), stroke(60, $0, "|")] }
    #expect(route(sides) == [0, 2, 4, 6, 7, 5, 3, 1])
  }

  @Test func everythingOfOnePenComesBeforeTheNext() {
    let strokes = [stroke(1, 0, "a"), stroke(2, 0, "b", bold: true), stroke(9, 5, "c")]
    #expect(route(strokes) == [0, 2, 1])
  }

  @Test func whatIsWrittenOverStaysInOrder() {
    let strokes = [stroke(30, 9, "first"), stroke(2, 0, "near", bold: true), stroke(32, 9, "over")]
    let order = route(strokes)
    #expect(order.sorted() == [0, 1, 2])
    #expect(order.firstIndex(of: 0) ?? 9 < order.firstIndex(of: 2) ?? 0)
  }

  @Test func nothingToSendIsNoRoute() { #expect(route([]) == []) }

  @Test func lengthsOfMovesAreThoseOfTheirSequences() {
    var chance = Noise(seed: 3)
    for _ in 0..<2_000 {
      let start = Point(x: .random(in: 0..<130, using: &chance), y: .random(in: 0..<12, using: &chance))
      let near = Point(
        x: max(0, start.x + .random(in: -5...5, using: &chance)),
        y: max(0, start.y + .random(in: -4...4, using: &chance)))
      let far = Point(x: .random(in: 0..<1_200, using: &chance), y: .random(in: 0..<300, using: &chance))
      for end in [near, far] {
        for (place, mayFeed) in [(start, true), (start, false), (nil, true), (nil, false)] {
          let sequence = CursorMove.sequence(from: place, to: end, mayFeed: mayFeed)
          #expect(
            CursorMove.length(from: place, to: end, mayFeed: mayFeed) == sequence.count,
            "\(String(describing: place)) \(end), feeds \(mayFeed)")
        }
      }
    }
  }
}
