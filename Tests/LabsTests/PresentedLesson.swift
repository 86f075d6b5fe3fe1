import Curriculum
import Foundation

/// A lesson made for these tests, so that recorded screens do not change with the texts of the course: a plain step, a
/// scene, a number that is typed, a choice, and a cell to predict.
enum PresentedLesson {
  static let value: Lesson = {
    do {
      let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("strider-presented-\(ProcessInfo.processInfo.processIdentifier)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      try text.write(to: folder.appendingPathComponent("07-strides.yaml"), atomically: true, encoding: .utf8)
      let catalogue = try Catalogue(folder: folder)
      guard let header = catalogue.headers.first else { fatalError("\(catalogue.problems)") }
      return try catalogue.lesson(header)
    } catch {
      fatalError("\(error)")
    }
  }()

  private static let text = """
    title: Strides
    part: core
    decks:
      kcl: [Stride]
    goals:
      - Say how far the window moves.
      - Work out the side of the output from input, kernel and stride, and tell when the stride does not fit.
    practice: [output-size]
    terms:
      stride: How many cells the window moves at a time.
    steps:
      - id: words
        text: |
          The **stride** is how far the window moves at a time. So far it was one cell.

          With a longer stride the output gets smaller, and some cells may never be read.
      - id: picture
        text: |
          Here the window moves by two cells, to the right and downwards. Watch in which columns it starts.
        scene: conv:galway/vertical-edge?stride=2
        notes: |
          Let the class say the columns before the window gets there. Nobody should write anything down yet:
          the formula comes by itself once they have seen 0, 2, 4.
      - id: side
        text: Hops first, then one more for the place where it starts.
        scene: conv:galway/vertical-edge?stride=2
        question:
          kind: size
          prompt: A 7x7 input, a 3x3 kernel, stride 2, no padding. What is the side of the output?
          answer: 3
          formula: {size: {input: 7, kernel: 3, stride: 2}}
          wrong:
            - answer: 2
              slip: forgot-plus-one
              why: (7 - 3) / 2 = 2 counts the hops.
            - answer: 5
              slip: ignored-stride
              why: 7 - 3 + 1 = 5 is the size for stride 1.
          hints:
            - How many hops are there?
          solution: |
            (7 - 3) / 2 + 1 = 2 + 1 = 3. The windows start in columns 0, 2 and 4.
        notes: Take at least three different answers before the vote.
      - id: why
        text: A longer stride has a price.
        question:
          kind: choice
          prompt: What does a stride of 3 do to a 7x7 input with a 3x3 kernel?
          choices:
            - every cell is read once
            - the last row and the last column are never read by any window at all
            - the output keeps its size
          answer: b
          wrong:
            - answer: a
              slip: took-a-special-case
              why: That needs 9x9.
            - answer: c
              slip: kept-input-size
              why: Only stride 1 with padding does that.
          hints:
            - Where does the last window end?
          solution: |
            Windows start in columns 0 and 3 and end in column 5; column 6 is left over.
      - id: cell
        text: The window moves one cell to the right.
        scene: conv:galway/vertical-edge?step=1
        question:
          kind: cell
          prompt: What is the output at row 0, column 1?
          at: 0,1
          answer: -7
          wrong:
            - answer: 7
              slip: flipped-kernel
              why: With the kernel turned round the signs change.
          hints:
            - Columns 1 to 3.
          solution: |
            1 - 4 + 1 - 4 + 0 - 1 = -7
    """
}
