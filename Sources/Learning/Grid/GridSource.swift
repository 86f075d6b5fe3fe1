/// Where a grid's numbers come from.
public enum GridSource: Hashable, Sendable {
  /// A grid of a lecture.
  case preset(GridPreset)
  /// Numbers as typed, or read from a file.
  case rows(Grid)

  /// Reads numbers as rows, and anything else as the name of a preset; `nil` when there is no such preset.
  ///
  /// - Throws: ``GridError`` for a text that begins as rows do and then goes wrong.
  public init?(parsing text: String) throws(GridError) {
    if looksTyped(text) {
      self = .rows(try Grid(parsing: text))
    } else if let preset = GridPreset(rawValue: text) {
      self = .preset(preset)
    } else {
      return nil
    }
  }

  /// The numbers.
  public var grid: Grid {
    switch self {
    case .preset(let preset): preset.grid
    case .rows(let grid): grid
    }
  }

  /// Text that reads back as this source: a name or rows.
  public var text: String {
    switch self {
    case .preset(let preset): preset.name
    case .rows(let grid): grid.typed
    }
  }
}

/// Where a kernel's numbers come from.
public enum KernelSource: Hashable, Sendable {
  /// A kernel with a name.
  case preset(KernelPreset)
  /// Numbers as typed, or read from a file.
  case rows(Grid)

  /// Reads numbers as rows, and anything else as the name of a preset; `nil` when there is no such preset.
  ///
  /// - Throws: ``GridError`` for a text that begins as rows do and then goes wrong.
  public init?(parsing text: String) throws(GridError) {
    if looksTyped(text) {
      self = .rows(try Grid(parsing: text))
    } else if let preset = KernelPreset(named: text) {
      self = .preset(preset)
    } else {
      return nil
    }
  }

  /// The numbers.
  public var grid: Grid {
    switch self {
    case .preset(let preset): preset.grid
    case .rows(let grid): grid
    }
  }

  /// Text that reads back as this source, but for the size and seed of a preset: a name or rows.
  public var text: String {
    switch self {
    case .preset(let preset): preset.name
    case .rows(let grid): grid.typed
    }
  }
}

/// Whether `text` means rows: it begins with a number, or with what should have been one.
private func looksTyped(_ text: String) -> Bool {
  let word = text.drop { $0 == " " }.prefix { !" ,;\t\r\n".contains($0) && $0 != "\r\n" }
  return word.isEmpty || Numeral.parse(word) != nil
}
