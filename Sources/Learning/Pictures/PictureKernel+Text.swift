extension PictureKernel {
  /// Reads a name with settings, or rows of numbers.
  ///
  /// - Throws: ``PictureError``
  public init(parsing text: String) throws(PictureError) {
    guard !NumberColumn.isTyped(text) else {
      let grid: Grid
      do { grid = try Grid(parsing: text) } catch { throw .rows(error) }
      try self.init(grid)
      return
    }
    guard let kernel = try PictureKernel(named: text) else { throw .unknownKernel(text) }
    self = kernel
  }

  /// What its numbers are made by; `nil` if they were typed.
  public var family: Family? { name.flatMap { Family(named: String($0.prefix { $0 != ":" })) } }

  /// The setting `key` as it is written in the name; `nil` where it has its usual value or there is none.
  public func setting(_ key: String) -> String? {
    Self.settings(name ?? "").first { $0.key == key }?.value
  }

  /// The same kernel with another value of a setting.
  ///
  /// - Throws: ``PictureError`` when it has no such setting, or not that value.
  public func setting(_ key: String, to value: String) throws(PictureError) -> PictureKernel {
    guard let family else { throw .setting("\(key)=\(value)", "a setting of typed numbers, which have none") }
    var settings = Self.settings(name ?? "")
    if let index = settings.firstIndex(where: { $0.key == key }) {
      settings[index].value = value
    } else {
      settings.append((key, value))
    }
    let text = family.name + ":" + settings.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
    guard let kernel = try PictureKernel(named: text) else { throw .unknownKernel(text) }
    return kernel
  }

  private static func settings(_ name: String) -> [(key: String, value: String)] {
    guard let colon = name.firstIndex(of: ":") else { return [] }
    return name[name.index(after: colon)...].split(separator: ",").compactMap { part in
      let sides = part.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
      return sides.count == 2 ? (sides[0], sides[1]) : nil
    }
  }

  /// All its numbers added up: what an even area of brightness 1 comes out as.
  public var sum: Double { grid.cells.reduce(0, +) }

  /// Whether an even area comes out as 0, up to rounding.
  public var isBalanced: Bool { abs(sum) <= 1e-12 * grid.cells.reduce(0) { $0 + abs($1) } }

  /// Whether it is the same after a quarter turn.
  public var isSameTurned: Bool { grid.turned == grid }
}
