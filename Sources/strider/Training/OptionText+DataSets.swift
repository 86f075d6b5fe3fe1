import Learning

/// How a table of pictures is read, as options say it.
struct PictureTableOptions {
  /// Height, width and channels, if they were given.
  var columns: String?
  /// What pixels are divided by.
  var scale: String?
  /// Which share of the rows is for testing.
  var test: String?

  /// The first of these options that was given.
  private var first: String? {
    columns != nil ? "--columns" : scale != nil ? "--scale" : test != nil ? "--test" : nil
  }

  /// What the options say of the pictures that `data` names.
  func table(of data: OptionText) throws -> PictureTable {
    if !TrainData.isTable(data.text), let option = first {
      throw UsageError.refused(
        option: option, sentence: "only a table of pictures, FILE.csv in \(data.name), has it",
        fault: .request)
    }
    var table = PictureTable()
    if let columns { table.shape = try OptionText("--columns", columns).volume() }
    if let scale { table.scale = try OptionText("--scale", scale).number(above: 0) }
    if let test { table.testShare = try OptionText("--test", test).testShare() }
    return table
  }
}

extension OptionText {
  /// Pictures with classes: the digits, the four IDX files of a folder or prefix, or a table.
  func pictures(as table: PictureTable) throws -> DataSet {
    guard TrainData.isTable(text) else {
      return text == TrainData.digits.name ? .digits : try IDXFiles(text, option: name).dataSet()
    }
    let bytes = try data()
    return try refusals(ofFile: text) { () throws(DataSetError) in
      try DataSet(title: text, picturesIn: bytes, as: table)
    }
  }

  /// The IDX files: pictures and classes to learn from, then those to test with; `nil` for pictures from elsewhere.
  var filesOfPictures: [String]? {
    if text == TrainData.digits.name || TrainData.isTable(text) { return nil }
    return IDXFiles(text, option: name).paths
  }

  /// A finite number above `bound`.
  func number(above bound: Double) throws -> Double {
    let number = try number()
    guard number > bound else {
      throw UsageError.malformed(option: name, text: text, form: "a number above \(Numeral.format(bound))")
    }
    return number
  }

  /// A share: at least 0, below 1.
  func testShare() throws -> Double {
    let share = try number()
    guard (0..<1).contains(share) else {
      throw UsageError.malformed(option: name, text: text, form: "a share of at least 0 and below 1")
    }
    return share
  }

  /// The bytes of the text file that the text names.
  func data() throws -> [UInt8] {
    let path = text
    return Array(try refusals { () throws(FileError) in try InputFile.text(at: path) }.utf8)
  }

  /// The result of `reading`; what it refuses is refused in the name of this option and of the file.
  func refusals<Value, Problem: InputError>(
    ofFile path: String, _ reading: () throws(Problem) -> Value
  ) throws -> Value {
    do {
      return try reading()
    } catch {
      throw UsageError.refused(
        option: name, sentence: "the file \(Echo.quote(path)): \(error)", fault: error.fault)
    }
  }
}

/// The four files of MNIST and its kin: below a folder, or with what they begin with.
private struct IDXFiles {
  let place: String
  let given: OptionText

  private static let pictures = ("train-images", "t10k-images")
  private static let classes = ("train-labels", "t10k-labels")

  init(_ place: String, option: String) {
    (self.place, given) = (place, OptionText(option, place))
  }

  /// Pictures and classes to learn from, then those to test with.
  var paths: [String] {
    [(Self.pictures.0, 3), (Self.classes.0, 1), (Self.pictures.1, 3), (Self.classes.1, 1)].map {
      path(of: $0.0, axes: $0.1)
    }
  }

  func dataSet() throws -> DataSet {
    guard paths.contains(where: InputFile.exists) else {
      throw UsageError.refused(
        option: given.name,
        sentence:
          "there are no pictures \(Echo.quote(place)): write digits, a table FILE.csv, or the folder or "
          + "common beginning of IDX files such as train-images-idx3-ubyte", fault: .access)
    }
    let pictures = try (read(Self.pictures.0, axes: 3), read(Self.pictures.1, axes: 3))
    let classes = try (read(Self.classes.0, axes: 1), read(Self.classes.1, axes: 1))
    return try given.refusals { () throws(DataSetError) in
      try DataSet(title: place, pictures: pictures, classes: classes)
    }
  }

  private func read(_ name: String, axes: Int) throws -> IDXFile {
    let path = path(of: name, axes: axes)
    let bytes = try given.refusals { () throws(FileError) in
      try InputFile.bytes(at: path, upTo: Limits.dataBytes)
    }
    return try given.refusals(ofFile: path) { () throws(DataSetError) in try IDXFile(bytes, axes: axes) }
  }

  /// The first of the usual names that is there; the first of all for a refusal.
  private func path(of name: String, axes: Int) -> String {
    let names = ["\(name)-idx\(axes)-ubyte", "\(name).idx\(axes)-ubyte"].flatMap { [$0, $0 + ".gz"] }
    let paths = names.map { InputFile.isFolder(place) ? "\(place)/\($0)" : place + $0 }
    return paths.first(where: InputFile.exists) ?? paths[0]
  }
}
