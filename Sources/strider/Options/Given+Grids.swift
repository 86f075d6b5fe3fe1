import Learning

extension Given {
  /// A grid: typed rows, else a preset, else a CSV file.
  func grid() throws -> GridSource {
    let source = try refusals { () throws(TableError) in try GridSource(parsing: text) }
    return try source ?? .rows(file(orOneOf: GridPreset.allCases.map(\.name)))
  }

  /// A kernel: typed rows, else a preset, else a CSV file.
  func kernel() throws -> KernelSource {
    let source = try refusals { () throws(TableError) in try KernelSource(parsing: text) }
    return try source ?? .rows(file(orOneOf: KernelPreset.allCases.map(\.name)))
  }

  /// Typed rows, else a CSV file.
  func rows() throws -> Grid {
    let source = try refusals { () throws(TableError) in try GridSource(parsing: text) }
    if case .rows(let grid)? = source { return grid }
    return try file(orOneOf: [])
  }

  private func file(orOneOf presets: [String]) throws -> Grid {
    try fromFile(orOneOf: presets) { contents throws(TableError) in try Grid(parsingFile: contents) }
  }
}
