import Learning

/// How a column of a file becomes a series.
struct ColumnOptions {
  /// The name or number of the column.
  var column: String?
  /// What to do about missing values.
  var missing: MissingRule?
  /// Whether to take the last line first.
  var isReversed = false

  /// The first of these options that was given.
  fileprivate var first: String? {
    column != nil ? "--column" : missing != nil ? "--missing" : isReversed ? "--reverse" : nil
  }
}

extension OptionText {
  /// A series: a name, typed numbers, or a column of a file; with what to know about it.
  func averageData(_ options: ColumnOptions) throws -> (AverageData, remarks: [NumberColumn.Remark]) {
    let data: AverageData
    do {
      data = try AverageData(parsing: text)
    } catch AverageError.unknownData {
      let column = try fromFile(orOneOf: AverageData.names) { contents throws(TableError) in
        try NumberColumn(
          parsingFile: contents, column: options.column, missing: options.missing,
          isReversed: options.isReversed)
      }
      return (
        try refusals { () throws(AverageError) in try AverageData(samples: column.numbers) }, column.remarks
      )
    } catch {
      throw UsageError.refused(option: name, sentence: error.description, fault: error.fault)
    }
    if let option = options.first {
      throw UsageError.refused(
        option: option, sentence: "only a file in \(name) has columns", fault: .request)
    }
    return (data, [])
  }

  /// A list of numbers, typed or in a file: one row or one column.
  func list() throws -> [Double] {
    guard NumberColumn.isTyped(text) else {
      return try fromFile(orOneOf: []) { contents throws(TableError) in
        try NumberColumn(parsingFile: contents, column: nil).numbers
      }
    }
    let grid = try rows()
    guard grid.height == 1 || grid.width == 1 else {
      let sentence = "one row of numbers is wanted, not \(grid.extent.product)"
      throw UsageError.refused(option: name, sentence: sentence, fault: .data)
    }
    return grid.cells
  }

  /// What `read` makes of the file that the text names.
  func fromFile<Value>(
    orOneOf presets: [String], _ read: ([UInt8]) throws(TableError) -> Value
  ) throws -> Value {
    let contents: String
    do {
      contents = try InputFile.text(at: text)
    } catch {
      if case .missing = error {
        if NumberColumn.seemsTyped(text) {
          _ = try refusals { () throws(TableError) in try Grid(parsing: text) }
        }
        if !presets.isEmpty, !text.contains("/"), !text.contains(".") {
          throw UsageError.neitherPresetNorFile(option: name, text: text, presets: presets)
        }
      }
      throw UsageError.refused(option: name, sentence: error.description, fault: error.fault)
    }
    do {
      return try read(Array(contents.utf8))
    } catch {
      throw UsageError.refused(
        option: name, sentence: "the file \(Echo.quote(text)): \(error)", fault: error.fault)
    }
  }
}
