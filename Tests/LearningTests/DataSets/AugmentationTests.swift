import Learning
import Testing

@Suite struct AugmentationTests {
  /// What becomes of `rows`, one plane.
  private func changed(_ rows: [[Double]], _ text: String, seed: UInt64 = 1) throws -> [[Double]] {
    var generator = SplitMix64(seed: seed)
    let (height, width) = (rows.count, rows[0].count)
    var pixels = rows.flatMap(\.self)
    let augmentation = try Augmentation(parsing: text)
    pixels.withUnsafeMutableBufferPointer { pixels in
      augmentation.change(pixels, height: height, width: width, channels: 1, using: &generator)
    }
    return (0..<height).map { Array(pixels[($0 * width)..<(($0 + 1) * width)]) }
  }

  private let picture: [[Double]] = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]

  @Test func nothingIsNothing() throws {
    #expect(try changed(picture, "shift=0,rotate=0,noise=0,flip=false") == picture)
    #expect(try Augmentation(parsing: "shift=0").isNone)
  }

  /// All nine shifts by at most one, each exact, with zeros that come in.
  @Test func shiftsAreExact() throws {
    func shifted(_ down: Int, _ along: Int) -> [[Double]] {
      (0..<3).map { row in
        (0..<3).map { column in
          let (r, c) = (row - down, column - along)
          return (0..<3).contains(r) && (0..<3).contains(c) ? picture[r][c] : 0
        }
      }
    }
    let expected = Set((-1...1).flatMap { down in (-1...1).map { shifted(down, $0) } })
    let seen = Set(try (0..<200).map { try changed(picture, "shift=1", seed: $0) })
    #expect(seen == expected)
  }

  @Test func flipsMirrorLeftAndRight() throws {
    let seen = Set(try (0..<40).map { try changed(picture, "flip=true", seed: $0) })
    #expect(seen == [picture, [[3, 2, 1], [6, 5, 4], [9, 8, 7]]])
  }

  /// A turn keeps the middle, and turns back to what was there for a smooth picture's mass.
  @Test func turnsKeepTheMiddleAndTheSum() throws {
    let heap: [[Double]] = [
      [0, 0, 0, 0, 0], [0, 1, 2, 1, 0], [0, 2, 4, 2, 0], [0, 1, 2, 1, 0], [0, 0, 0, 0, 0],
    ]
    var turned = false
    for seed in 0..<20 {
      let result = try changed(heap, "rotate=45", seed: UInt64(seed))
      #expect(abs(result[2][2] - 4) < 1e-12)
      #expect(abs(result.joined().reduce(0, +) - 16) < 0.8)
      // What was symmetric stays so.
      #expect(abs(result[1][2] - result[3][2]) < 1e-12 && abs(result[2][1] - result[1][2]) < 1e-12)
      turned = turned || result != heap
    }
    #expect(turned)
  }

  @Test func noiseHasItsDeviation() throws {
    let flat = [[Double]](repeating: [Double](repeating: 0.5, count: 100), count: 100)
    let moves = try changed(flat, "noise=0.1").joined().map { $0 - 0.5 }
    let variance = moves.reduce(0) { $0 + $1 * $1 } / 10_000
    #expect(abs(variance.squareRoot() - 0.1) < 0.003)
  }

  @Test func theSeedDeterminesTheChange() throws {
    let text = "shift=1,rotate=30,noise=0.1,flip=true"
    #expect(try changed(picture, text, seed: 4) == changed(picture, text, seed: 4))
    #expect(try changed(picture, text, seed: 4) != changed(picture, text, seed: 5))
  }

  @Test(arguments: ["shift=1", "rotate=10", "shift=2,rotate=7.5,noise=0.1,flip=true", ""])
  func textsReadBack(_ text: String) throws {
    let augmentation = text.isEmpty ? Augmentation() : try Augmentation(parsing: text)
    #expect(augmentation.description == text)
  }

  @Test(arguments: [
    ("", "\"\" is not a change of pictures: write for example shift=1,rotate=10,noise=0.1"),
    ("shift", "\"shift\" is not a change of pictures: write for example shift=1,rotate=10,noise=0.1"),
    ("shift=1,shift=2", "\"shift\" is given twice"),
    ("zoom=2", "pictures cannot be changed by \"zoom\"; there are shift, rotate, noise, flip"),
    ("shift=1.5", "shift must be a whole number from 0 to 100, not \"1.5\""),
    ("shift=-1", "shift must be a whole number from 0 to 100, not \"-1\""),
    ("rotate=nan", "rotate must be a number from 0 to 180, not \"nan\""),
    ("noise=inf", "noise must be a number from 0 to 1000, not \"inf\""),
    ("flip=1", "flip must be true or false, not \"1\""),
  ])
  func refusals(_ text: String, _ sentence: String) {
    #expect { try Augmentation(parsing: text) } throws: { "\($0)" == sentence }
  }
}
