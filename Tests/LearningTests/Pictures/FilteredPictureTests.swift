import Learning
import Testing

@Suite struct FilteredPictureTests {
  private func picture(_ text: String) throws -> Picture { try PortableAnymap.picture(Array(text.utf8)) }

  @Test func oneChannelByHand() throws {
    let grey = try picture("P2 3 3 9  1 2 3 4 5 6 7 8 9")
    let filtered = try FilteredPicture(grey, [PictureKernel(Grid(rows: [[1, 0], [0, -1]]))])
    #expect(filtered.response.map(\.rows) == [[[-4, -4], [-4, -4]]])
    #expect(filtered.minima == [-4] && filtered.maxima == [-4] && filtered.means == [-4])
    #expect(filtered.outside == (4, 0))
    #expect(filtered.shown.channels[0].rows == [[0, 0], [0, 0]])
  }

  @Test func channelsStayApart() throws {
    let coloured = try picture("P3 2 1 255  10 20 30  40 50 60")
    let filtered = try FilteredPicture(coloured, [PictureKernel(Grid(rows: [[1, 1]]))])
    #expect(filtered.response.map(\.cells) == [[50], [70], [90]])
  }

  @Test func chainsPadAndStrideEachKernel() throws {
    let face = PicturePreset.face.picture
    let kernels = try ["gaussian:sigma=1.5", "sobel-x"].map { try #require(try PictureKernel(named: $0)) }
    let filtered = try FilteredPicture(face, kernels, padding: .same, stride: 2)
    #expect(filtered.extent == Extent(16))
    let first = try FilteredPicture(face, [kernels[0]], padding: .same, stride: 2)
    let convolution = try Convolution(
      input: first.response[0], kernel: kernels[1].grid, stride: 2, rule: .same)
    #expect(filtered.response == [convolution.output()])
  }

  @Test func mostAndLeastAreTaken() throws {
    let filtered = try FilteredPicture(
      picture("P2 2 1 10  1 9"), [PictureKernel(Grid(rows: [[2.26]]))])
    #expect(filtered.shown.channels[0].cells == [2, 10])
    #expect(filtered.outside == (0, 1))
  }

  @Test(arguments: [
    ("gaussian", 7, 1), ("gaussian:sigma=0.5", 5, 1), ("gaussian:sigma=2,size=9", 9, 1),
    ("gaussian:sigma=50", 15, 1),
    ("mean:size=5", 5, 1), ("mean", 3, 1), ("box:size=5", 5, 25), ("sobel-x", 3, 0),
    ("identity:size=15", 15, 1),
  ])
  func namedKernels(_ text: String, _ size: Int, _ sum: Double) throws {
    let kernel = try #require(try PictureKernel(named: text))
    #expect(kernel.grid.extent == Extent(size))
    #expect(abs(kernel.grid.cells.reduce(0, +) - sum) < 1e-12)
  }

  /// exp(-(r² + c²)/2σ²) over the sum of all, worked out with NumPy.
  @Test func gaussianCells() throws {
    let kernel = try #require(try PictureKernel(named: "gaussian:sigma=1,size=3"))
    expectClose(
      kernel.grid.cells,
      [
        0.07511360795411151, 0.12384140315297398, 0.07511360795411151, 0.12384140315297398,
        0.2041799555716581,
        0.12384140315297398, 0.07511360795411151, 0.12384140315297398, 0.07511360795411151,
      ])
  }

  @Test(arguments: [
    "gaussian:sigma=0", "gaussian:sigma=nan", "gaussian:sgma=1", "mean:size=16", "mean:size=0",
    "sobel-x:size=5",
    "mean:size=3,size=5", "random:seed=-1", "box:sigma=1", "gaussian:sigma", "mean:size=99999999999999999999",
  ])
  func wrongSettings(_ text: String) {
    #expect(throws: PictureError.self) { try PictureKernel(named: text) }
  }

  @Test func limits() throws {
    #expect(try PictureKernel(named: "median") == nil)
    #expect(throws: PictureError.kernelTooLarge(Extent(height: 16, width: 1))) {
      try PictureKernel(Grid(Extent(height: 16, width: 1), repeating: 1))
    }
    let small = try picture("P2 1 1 9 5")
    let kernel = try PictureKernel(Grid(rows: [[1]]))
    #expect(throws: PictureError.responseTooLarge(Extent(2049))) {
      try FilteredPicture(small, [kernel], padding: .sides(1024))
    }
    #expect(throws: PictureError.self) { try FilteredPicture(small, [kernel], stride: 0) }
    let box = try #require(try PictureKernel(named: "box"))
    #expect(throws: PictureError.self) { try FilteredPicture(small, [box]) }
  }

  @Test(arguments: PicturePreset.allCases)
  func presetsAreWhole(_ preset: PicturePreset) {
    let picture = preset.picture
    #expect(picture.extent == Extent(64))
    #expect(
      picture.channels.allSatisfy { $0.cells.allSatisfy { (0...255).contains($0) && $0 == $0.rounded() } })
    #expect(Set(picture.grey.cells).count > 1)
  }

  /// What the hints say.
  @Test func hintsHold() throws {
    let edge = try #require(try PictureKernel(named: "vertical-edge"))
    let stripes = try FilteredPicture(PicturePreset.stripes.picture, [edge]).response[0]
    #expect((0..<stripes.height).allSatisfy { row in (0..<28).contains { stripes[row, $0] != 0 } })
    #expect(
      (0..<stripes.height).allSatisfy { row in (34..<stripes.width).allSatisfy { stripes[row, $0] == 0 } })
    let slope = try FilteredPicture(PicturePreset.gradient.picture, [edge]).response[0]
    let answers = Set(slope.cells)
    #expect(answers.allSatisfy { $0 < 0 } && (answers.max() ?? 0) - (answers.min() ?? 0) <= 3)
  }

  @Test func shiftsGoThroughAndTurnsDoNot() throws {
    let shapes = PicturePreset.face.picture
    let kernel = try #require(try PictureKernel(named: "sobel-x"))
    let response = try FilteredPicture(shapes, [kernel]).response[0]
    let shifted = try FilteredPicture(shapes.shifted(rows: 3, columns: 5), [kernel]).response[0]
    let expected = response.shifted(rows: 3, columns: 5)
    // Where the window lies inside the shifted picture.
    #expect(
      (3..<expected.height).allSatisfy { row in
        (5..<expected.width).allSatisfy { shifted[row, $0] == expected[row, $0] }
      })
    #expect(try FilteredPicture(shapes.turned, [kernel]).response[0] != response.turned)
    #expect(shapes.turned.turned.turned.turned == shapes)
    #expect(shapes.turned.channels[0][0, 63] == shapes.channels[0][0, 0])
  }

  @Test func fitting() throws {
    let grey = try picture("P2 4 3 9  1 3 5 7  1 3 5 7  2 4 6 8")
    #expect(grey.fitted(into: Extent(height: 3, width: 4)) == grey)
    #expect(grey.fitted(into: Extent(2)).channels[0].rows == [[2, 6], [3, 7]])
  }
}
