import Learning

extension Given {
  /// A series: a name, typed numbers, or a column of a CSV file.
  func averageData(column: String?) throws -> AverageData {
    let named: AverageData?
    do {
      named = try AverageData(parsing: text)
    } catch AverageError.unknownData {
      named = nil
    } catch {
      throw UsageError.refused(option: name, sentence: error.description, fault: error.fault)
    }
    guard let named else { return try columnOfFile(column) }
    guard column == nil else {
      throw UsageError.refused(
        option: "--column", sentence: "only a CSV file in \(name) has columns", fault: .request)
    }
    return named
  }

  private func columnOfFile(_ column: String?) throws -> AverageData {
    let contents: String
    do {
      contents = try InputFile.text(at: text)
    } catch FileError.missing where !text.contains("/") && !text.contains(".") {
      throw UsageError.neitherPresetNorFile(option: name, text: text, presets: AverageData.names)
    } catch {
      throw UsageError.refused(option: name, sentence: error.description, fault: error.fault)
    }
    do {
      let table = try DelimitedTable(parsing: contents)
      guard let column else {
        let names = Echo.escape(table.columns.joined(separator: ", "))
        throw UsageError.refused(
          option: name, sentence: "name one column of the file with --column: \(names)", fault: .request)
      }
      return try AverageData(samples: table.numbers(in: column))
    } catch let error as any InputError where !(error is UsageError) {
      throw UsageError.refused(
        option: name, sentence: "the file \(Echo.quote(text)): \(error.description)", fault: error.fault)
    }
  }
}
