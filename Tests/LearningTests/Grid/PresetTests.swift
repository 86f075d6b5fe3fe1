import Learning
import Testing

@Suite struct PresetTests {
  @Test func gridsAreNamedAsTheCommandsSayAndHaveTheirSizes() {
    #expect(
      GridPreset.allCases.map(\.name) == [
        "galway", "edge-vertical", "edge-horizontal", "galway-padded", "kcl", "cnn5",
      ])
    #expect(GridPreset.allCases.map(\.grid.height) == [7, 7, 7, 7, 4, 5])
    #expect(GridPreset.allCases.map(\.grid.width) == [7, 7, 7, 7, 4, 5])
    #expect(GridPreset.galwayPadded.padding == 1)
  }

  @Test func kernelsAreNamedAsTheCommandsSay() {
    #expect(
      KernelPreset.allCases.map(\.name) == [
        "vertical-edge", "horizontal-edge", "sobel-x", "sobel-y", "scharr-x", "scharr-y", "laplacian",
        "sharpen",
        "box", "identity", "random",
      ])
    for preset in KernelPreset.allCases {
      #expect(KernelPreset(named: preset.name) == preset)
      #expect(preset.grid.extent == preset.size)
    }
    #expect(KernelPreset(named: "edge") == nil)
  }

  @Test func verticalAndHorizontalKernelsAreTransposes() {
    for (x, y) in [
      (KernelPreset.verticalEdge, KernelPreset.horizontalEdge), (.sobelX, .sobelY), (.scharrX, .scharrY),
    ] {
      let (x, y) = (x.grid, y.grid)
      for row in 0..<3 {
        for column in 0..<3 { #expect(x[row, column] == y[column, row]) }
      }
    }
  }

  @Test func someKernelsComeInOtherSizes() {
    let extent = Extent(height: 2, width: 5)
    #expect(KernelPreset.box().resized(to: extent)?.grid.cells == Array(repeating: 1, count: 10))
    #expect(KernelPreset.identity(extent).grid.rows == [[0, 0, 1, 0, 0], [0, 0, 0, 0, 0]])
    #expect(KernelPreset.random(extent, seed: 3).grid.cells.allSatisfy { (-2...2).contains($0) })
    #expect(KernelPreset.random(seed: 3).grid != KernelPreset.random(seed: 4).grid)
    #expect(KernelPreset.random(seed: 3).resized(to: extent) == .random(extent, seed: 3))
    #expect(KernelPreset.sobelX.resized(to: extent) == nil)
  }

  @Test func everyPresetSaysWhatToWatchFor() {
    #expect(GridPreset.allCases.allSatisfy { $0.watchFor.hasPrefix("watch for") })
    #expect(KernelPreset.allCases.allSatisfy { $0.watchFor.hasPrefix("watch for") })
  }

  @Test func sourcesReadNumbersAsRowsAndWordsAsNames() throws {
    #expect(try GridSource(parsing: "galway") == .preset(.galway))
    #expect(try GridSource(parsing: "7") == .rows(Grid(rows: [[7]])))
    #expect(try GridSource(parsing: "-1 2;3 4") == .rows(Grid(rows: [[-1, 2], [3, 4]])))
    #expect(try GridSource(parsing: "data/numbers.csv") == nil)
    #expect(try KernelSource(parsing: "box") == .preset(.box()))
    #expect(throws: TableError.empty) { try KernelSource(parsing: "") }
    #expect(throws: TableError.notFinite("nan", at: .cell(row: 0, column: 0))) {
      try KernelSource(parsing: "nan 1")
    }
    #expect(throws: TableError.notANumber("x", at: .cell(row: 0, column: 1))) {
      try GridSource(parsing: "1,x")
    }
  }
}
