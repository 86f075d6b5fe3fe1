import Autodiff
import Learning
import Testing

@Suite struct MovedResponseTests {
  private func moved(
    _ preset: PicturePreset, _ kernels: [String], _ motion: MovedResponse.Motion,
    padding: PaddingChoice = .sides(0), stride: Extent = Extent(1)
  ) throws -> MovedResponse {
    let kernels = try kernels.map { try PictureKernel(parsing: $0) }
    return try MovedResponse(
      FilteredPicture(preset.picture, kernels, padding: padding, stride: stride), motion)
  }

  private func largest(_ moved: MovedResponse) -> Double {
    moved.difference.reduce(0) { $1.cells.reduce($0) { $1.isNaN ? $0 : max($0, abs($1)) } }
  }

  /// To the last bit, wherever the window sees pixels that both pictures have.
  @Test(arguments: [
    ("3,5", "0", 1, 1), ("-7,2", "2", 1, 1), ("0,-9", "same", 1, 1), ("4,6", "1", 2, 2),
    ("6,-12", "same", 3, 4),
  ])
  func shiftsGoThrough(_ shift: String, _ padding: String, _ down: Int, _ across: Int) throws {
    let pixels = shift.split(separator: ",").compactMap { Int($0) }
    let padding = try PaddingChoice(parsing: padding)
    let stride = Extent(height: down, width: across)
    for preset in PicturePreset.allCases {
      for kernels in [["sobel-x"], ["gaussian:size=5", "laplacian"], ["1,2;3,4;5,6"]] {
        let moved = try moved(
          preset, kernels, .shift(rows: pixels[0], columns: pixels[1]), padding: padding, stride: stride)
        guard moved.isWhole else { continue }
        #expect(moved.isComparable)
        #expect(moved.difference.allSatisfy { $0.cells.allSatisfy { $0.isNaN || $0 == 0 } })
        // The number compared is the one that the cursor's line names.
        for row in moved.rows {
          for column in moved.columns {
            let origin = try #require(moved.origin(of: Position(row: row, column: column)))
            #expect(moved.expected[0][row, column] == moved.still.response[0][origin])
          }
        }
      }
    }
  }

  @Test func whatIsComparedIsAllThatCanBe() throws {
    let moved = try moved(.face, ["sobel-x"], .shift(rows: 3, columns: -5))
    #expect(moved.rows == 3..<62 && moved.columns == 0..<57)
    let padded = try self.moved(.face, ["sobel-x"], .shift(rows: 3, columns: -5), padding: .sides(1))
    #expect(padded.rows == 4..<63 && padded.columns == 1..<58)
    #expect(try !self.moved(.face, ["mean:size=9"], .shift(rows: 60, columns: 0)).isComparable)
  }

  @Test func aShiftOfHalfAStrideDoesNotGoThrough() throws {
    let moved = try moved(.face, ["sobel-x"], .shift(rows: 3, columns: 6), stride: Extent(2))
    #expect(!moved.isWhole && largest(moved) > 100)
  }

  @Test func turnsGoThroughForKernelsThatAreTheSameTurned() throws {
    #expect(try largest(moved(.face, ["sobel-x"], .turn)) > 100)
    for kernel in ["gaussian", "mean:size=5", "laplacian", "identity"] {
      #expect(try PictureKernel(parsing: kernel).isSameTurned)
      #expect(try largest(moved(.face, [kernel], .turn)) < 1e-9)
    }
    let moved = try moved(.face, ["1,2,1"], .turn)
    #expect(!moved.isComparable)
    let edges = try self.moved(.text, ["sobel-x"], .turn)
    let cell = Position(row: 5, column: 9)
    let origin = try #require(edges.origin(of: cell))
    #expect(edges.expected[0][cell] == edges.still.response[0][origin])
  }

  @Test func kernelsReadBack() throws {
    for text in ["sobel-x", "gaussian:sigma=2,size=9", "1,2;3,4", "mean:size=5", "random:seed=3,size=7"] {
      let kernel = try PictureKernel(parsing: text)
      #expect(kernel.text == text)
      #expect(try PictureKernel(parsing: kernel.text) == kernel)
    }
    let gaussian = try PictureKernel(parsing: "gaussian")
    let wider = try gaussian.setting("sigma", to: "2").setting("size", to: "9").setting("sigma", to: "3")
    #expect(wider.text == "gaussian:sigma=3,size=9" && wider.setting("sigma") == "3")
    #expect(throws: PictureError.self) { try PictureKernel(parsing: "1,2").setting("size", to: "3") }
    #expect(throws: PictureError.self) { try PictureKernel(parsing: "sobelx") }
    #expect(throws: PictureError.self) { try PictureKernel(parsing: "1,2;3") }
  }

  @Test func stepsAreTheNumbersOfTheResponse() throws {
    let kernels = try ["gaussian:size=5", "sobel-y"].map { try PictureKernel(parsing: $0) }
    let filtered = try FilteredPicture(
      PicturePreset.shapes.picture, kernels, padding: .same, stride: Extent(height: 2, width: 3))
    for channel in 0..<3 {
      for row in 0..<filtered.extent.height {
        for column in 0..<filtered.extent.width {
          let cell = Position(row: row, column: column)
          #expect(filtered.step(at: cell, channel: channel).sum == filtered.response[channel][cell])
        }
      }
    }
    #expect(filtered.reach == Extent(height: 5 + 2 * 2, width: 5 + 3 * 2))
    #expect(filtered.step == Extent(height: 4, width: 9))
  }
}
