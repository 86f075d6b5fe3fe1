import Learning
import TerminalUI

/// How a racer is told apart: by letter, by shape, by the rhythm of its line, and by colour.
struct RacerMark: Equatable, Sendable {
  let letter: Unicode.Scalar
  let shape: Unicode.Scalar
  let pen: Pen

  private static let shapes: [Unicode.Scalar] = ["●", "■", "▲", "◆", "○", "□", "△", "◇"]

  /// The mark of racer `number`, counted from 0.
  init(_ number: Int) {
    let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8(number % RaceScene.mostRacers))
    self.letter = letter
    shape = Self.shapes[number % Self.shapes.count]
    pen = Pen(.series(number), dash: .series(number), letter: letter)
  }

  /// Its colour.
  var paint: Paint { pen.paint }
}
