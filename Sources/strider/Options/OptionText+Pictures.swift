import Learning

extension OptionText {
  /// A picture: one that the program draws, else a file.
  func picture() throws -> (source: PictureSource, picture: Picture) {
    if let preset = PicturePreset(rawValue: text) { return (.preset(preset), preset.picture) }
    let bytes: [UInt8]
    do {
      bytes = try InputFile.bytes(at: text, upTo: Limits.dataBytes)
    } catch FileError.missing where !text.contains("/") && !text.contains(".") {
      throw UsageError.neitherPresetNorFile(
        option: name, text: text, presets: PicturePreset.allCases.map(\.rawValue))
    } catch {
      throw UsageError.refused(option: name, sentence: error.description, fault: error.fault)
    }
    do {
      let picture = try PortableAnymap.picture(bytes)
      return (.file(PictureFile(path: text).holding(picture)), picture)
    } catch {
      let sentence =
        if case .foreign(let format) = error {
          "the file is \(format.rawValue), and only PGM, PPM and PBM are read; convert it: "
            + Echo.escape(format.conversion(of: text))
        } else {
          "the file \(Echo.quote(text)): \(error)"
        }
      throw UsageError.refused(option: name, sentence: sentence, fault: error.fault)
    }
  }

  /// A kernel for pictures: typed rows, else a name with settings, else a CSV file.
  func pictureKernel() throws -> PictureKernel {
    if !NumberColumn.isTyped(text),
      let kernel = try refusals(of: { () throws(PictureError) in try PictureKernel(named: text) })
    {
      return kernel
    }
    let source = try refusals { () throws(TableError) in try GridSource(parsing: text) }
    let grid: Grid
    if case .rows(let rows)? = source {
      grid = rows
    } else {
      grid = try fromFile(orOneOf: PictureKernel.names) { contents throws(TableError) in
        try Grid(parsingFile: contents)
      }
    }
    return try refusals { () throws(PictureError) in try PictureKernel(grid) }
  }
}
