import Learning

extension Given {
  /// A grid: typed rows, else a preset, else a CSV file.
  func grid() throws -> GridSource {
    let source = try refusals { () throws(GridError) in try GridSource(parsing: text) }
    return try source ?? .rows(file(orOneOf: GridPreset.allCases.map(\.name)))
  }

  /// A kernel: typed rows, else a preset, else a CSV file.
  func kernel() throws -> KernelSource {
    let source = try refusals { () throws(GridError) in try KernelSource(parsing: text) }
    return try source ?? .rows(file(orOneOf: KernelPreset.allCases.map(\.name)))
  }

  /// Typed rows, else a CSV file.
  func rows() throws -> Grid {
    let source = try refusals { () throws(GridError) in try GridSource(parsing: text) }
    if case .rows(let grid)? = source { return grid }
    return try file(orOneOf: [])
  }

  /// A list of numbers: one row or one column of ``rows()``.
  func list() throws -> [Double] {
    let grid = try rows()
    guard grid.height == 1 || grid.width == 1 else {
      let sentence = "one row of numbers is wanted, not \(grid.extent.product)"
      throw UsageError.refused(option: name, sentence: sentence, fault: .data)
    }
    return grid.cells
  }

  private func file(orOneOf presets: [String]) throws -> Grid {
    let contents: String
    do {
      contents = try InputFile.text(at: text)
    } catch FileError.missing where !presets.isEmpty && !text.contains("/") && !text.contains(".") {
      throw UsageError.neitherPresetNorFile(option: name, text: text, presets: presets)
    } catch {
      throw UsageError.refused(option: name, sentence: error.description, fault: error.fault)
    }
    do {
      return try Grid(parsingCSV: contents)
    } catch {
      throw UsageError.refused(
        option: name, sentence: "the file \(Echo.quote(text)): \(error)", fault: error.fault)
    }
  }
}
