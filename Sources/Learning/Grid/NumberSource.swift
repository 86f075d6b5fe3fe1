/// Where the numbers of a grid or a kernel come from: a name, or rows as typed or read from a file.
public enum NumberSource<Preset: NamedNumbers>: Hashable, Sendable {
  /// Numbers with a name.
  case preset(Preset)
  /// Numbers as typed, or read from a file.
  case rows(Grid)

  /// Reads numbers as rows, and anything else as the name of a preset; `nil` when there is no such preset.
  ///
  /// - Throws: ``TableError`` for a text that begins as rows do and then goes wrong.
  public init?(parsing text: String) throws(TableError) {
    if NumberColumn.isTyped(text) {
      self = .rows(try Grid(parsing: text))
    } else if let preset = Preset(named: text) {
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

  /// Text that reads back as this source, but for the size and seed of a kernel: a name or rows.
  public var text: String {
    switch self {
    case .preset(let preset): preset.name
    case .rows(let grid): grid.typed
    }
  }
}

/// Numbers that commands and scenes call by a name.
public protocol NamedNumbers: Hashable, Sendable {
  /// The numbers called `name`; `nil` when none are.
  init?(named name: some StringProtocol)
  /// What commands and scenes call them.
  var name: String { get }
  /// The numbers.
  var grid: Grid { get }
}

/// Where a grid's numbers come from: a grid of a lecture has a name.
public typealias GridSource = NumberSource<GridPreset>

/// Where a kernel's numbers come from.
public typealias KernelSource = NumberSource<KernelPreset>
