import Curriculum
import Learning
import TerminalUI

/// Question marks over what a picture says of its own accord and the class is asked for: the size of the output, the
/// number of steps. The grids themselves stay in sight, so that it can be found out.
struct PictureCover: Equatable, Sendable {
  /// The cover of the picture of `scene` until `question` is answered; `nil` when nothing gives the answer away.
  init?(_ question: Question, _ scene: Scene) {
    switch question.kind {
    case .choice, .order, .cell: return nil
    case .number, .size, .numbers: break
    }
    guard let facts = SceneFacts(scene), question.asks(for: facts), question.concerns(scene) else {
      return nil
    }
  }

  /// What stands before the numbers: over grids, in lines of arithmetic, in the timeline's bar.
  private static let labels = ["output ", "output of "]
  private static let results = ["= ", "from step ", " to "]
  private static let count = [" of "]
  /// The names of the lines that work the numbers out.
  private static let lines = ["size ", "steps "]

  func draw(over frame: inout Frame) {
    for y in 0..<frame.size.height {
      let words = Self.text(of: frame, y).split(separator: " ")
      if y == frame.size.height - 1 {
        cover(&frame, y, after: Self.count)
      } else if Self.lines.contains(where: { words.first.map { "\($0) " } == $0 }) {
        cover(&frame, y, after: Self.results)
      } else if !words.isEmpty, words.allSatisfy({ $0 == "in" }) {
        // Marks below the steps at which all weights lie on samples.
        frame.fill(Rect(x: 0, y: y, width: frame.size.width, height: 1))
      } else {
        cover(&frame, y, after: Self.labels)
      }
    }
  }

  private static let goesOn = Array(" + ".unicodeScalars)

  private static func text(of frame: Frame, _ y: Int) -> String {
    String(String.UnicodeScalarView((0..<frame.size.width).map { frame[$0, y].glyph }))
  }

  private func cover(_ frame: inout Frame, _ y: Int, after prefixes: [String]) {
    let row = (0..<frame.size.width).map { frame[$0, y].glyph }
    for prefix in prefixes.map({ Array($0.unicodeScalars) }) where prefix.count < row.count {
      for start in 0..<row.count - prefix.count where row[start..<start + prefix.count].elementsEqual(prefix)
      {
        let first = start + prefix.count
        let end = row[first...].firstIndex { !Self.isOfANumber($0) } ?? row.count
        // In the middle of a calculation stands what it began with.
        guard !row[end...].starts(with: Self.goesOn) else { continue }
        for x in first..<end { frame.put(x == first ? "?" : " ", x: x, y: y, frame[x, y].style) }
      }
    }
  }

  private static func isOfANumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType != nil || scalar == "x"
  }
}
