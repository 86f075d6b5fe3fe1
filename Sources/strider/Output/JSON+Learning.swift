import Learning

extension JSON {
  /// `[height, width]`.
  static func extent(_ extent: Extent) -> JSON { .numbers([extent.height, extent.width]) }

  /// `[top, left, bottom, right]`.
  static func padding(_ padding: Padding) -> JSON {
    .numbers([padding.top, padding.left, padding.bottom, padding.right])
  }

  /// A list of rows.
  static func grid(_ grid: Grid) -> JSON { .rows(grid.rows) }

  /// The settings of an optimizer by their names.
  static func settings(_ settings: [(name: String, value: SettingValue)]) -> JSON {
    .object(
      Dictionary(
        uniqueKeysWithValues: settings.map { setting in
          switch setting.value {
          case .number(let number): (setting.name, .number(number))
          case .flag(let flag): (setting.name, .bool(flag))
          case .word(let word): (setting.name, .string(word))
          }
        }))
  }
}
