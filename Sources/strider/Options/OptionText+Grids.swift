import Learning

extension OptionText {
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

  /// A grid or the channels of an image: typed rows, parted by slashes, else a preset, else a CSV file; with what headings
  /// call them.
  func channels() throws -> (title: String, [Grid]) {
    let presets = GridPreset.allCases.map(\.name)
    let channels: [Grid]
    if let preset = GridPreset(named: text) {
      return (preset.title, [preset.grid])
    } else if NumberColumn.isTyped(text) {
      channels = try refusals { () throws(TableError) in try Grid.planes(parsing: text) }
    } else {
      channels = try fromFile(orOneOf: presets) { contents throws(TableError) in
        try Grid.planes(parsingFile: contents)
      }
    }
    let size = channels[0].extent.product
    return (channels.count == 1 ? "a \(size) grid" : "\(channels.count) channels of \(size)", channels)
  }

  private func file(orOneOf presets: [String]) throws -> Grid {
    try fromFile(orOneOf: presets) { contents throws(TableError) in try Grid(parsingFile: contents) }
  }
}
