extension TrainScene {
  /// Reads the settings and checks that they fit one another; files are not read.
  public init(_ string: SceneString) throws(SceneError) {
    var reader = try SceneReader(string, parts: 1)
    self.init()
    if let text = reader.part(0) {
      do { network = try NetworkSource(parsing: text) } catch { throw SceneError(error) }
    }
    try readData(&reader)
    try readTraining(&reader)
    try readUpdates(&reader)
    try readView(&reader)
    try reader.finish()
    guard !hasUnreadFiles else { return }
    do { _ = try training() } catch { throw SceneError(error) }
  }

  private mutating func readData(_ reader: inout SceneReader) throws(SceneError) {
    let name = try reader.text("data") ?? TrainData.digits.name
    let (shape, scale, share) = (
      try reader.text("columns"), try reader.number("scale"), try reader.share("test")
    )
    if !TrainData.isTable(name),
      let key = shape != nil ? "columns" : scale != nil ? "scale" : share != nil ? "test" : nil
    {
      throw .needless(key: key, without: "a table of pictures, data=FILE.csv")
    }
    guard name != TrainData.digits.name else { return }
    var table = PictureTable()
    if let shape { do { table.shape = try Volume(parsing: shape) } catch { throw SceneError(error) } }
    table.scale = scale ?? table.scale
    guard table.scale > 0 else {
      throw .badValue(key: "scale", Numeral.exact(table.scale), expected: .positiveNumber)
    }
    table.testShare = share ?? table.testShare
    data = TrainData(name: name, nil, table: table)
  }

  private mutating func readTraining(_ reader: inout SceneReader) throws(SceneError) {
    if let path = try reader.text("load") { weights = TrainWeights(path: path, nil) }
    if let start = try reader.choice("init", ParameterStart.self) {
      guard weights == nil else {
        throw .needless(key: "init", without: "weights that do not come from a file")
      }
      self.start = start
    }
    seed = try reader.seed("seed") ?? seed
    isShuffled = try reader.flag("shuffle") ?? isShuffled
    if let text = try reader.text("augment") {
      do { augmentation = try Augmentation(parsing: text) } catch { throw SceneError(error) }
    }
  }

  private mutating func readView(_ reader: inout SceneReader) throws(SceneError) {
    view = try reader.choice("view", View.self) ?? view
    let places = 1...Limits.steps
    digit = try reader.wholeNumber("digit", in: places).map { $0 - 1 } ?? digit
    layer = try reader.wholeNumber("layer", in: 1...Network.mostLayers).map { $0 - 1 }
    map = try reader.wholeNumber("map", in: places).map { $0 - 1 } ?? map
    if let (row, column) = try reader.twoPlaces("cell") { cell = Position(row: row, column: column) }
    if let (truth, said) = try reader.twoPlaces("pair") { pair = Pair(truth: truth, said: said) }
    isListing = try reader.flag("list") ?? isListing
  }

  /// The settings that differ from the usual ones.
  public var string: SceneString {
    var string = SceneString(lab: Self.lab, path: [network.text])
    string.set("data", data.name, usually: TrainData.digits.name, \.self)
    if let shape = data.table.shape { string.query.append(.init("columns", shape.description)) }
    string.set("scale", data.table.scale, usually: PictureTable().scale, Numeral.exact)
    string.set("test", data.table.testShare, usually: PictureTable().testShare, Numeral.exact)
    if let weights { string.query.append(.init("load", weights.path)) }
    if weights == nil { string.set("init", start, usually: .he) }
    string.set("seed", seed, usually: 1, \.description)
    string.set("shuffle", isShuffled, usually: true, \.description)
    writeUpdates(to: &string) { $0.set("augment", augmentation, usually: Augmentation(), \.description) }
    string.set("view", view, usually: .curves)
    string.set("digit", digit, usually: 0) { "\($0 + 1)" }
    if let layer { string.query.append(.init("layer", "\(layer + 1)")) }
    string.set("map", map, usually: 0) { "\($0 + 1)" }
    if let cell { string.query.append(.init("cell", "\(cell.row),\(cell.column)")) }
    string.set("pair", pair, usually: Pair(truth: 0, said: 0)) { "\($0.truth),\($0.said)" }
    string.set("list", isListing)
    string.set("step", step, usually: 0, \.description)
    return string
  }
}

extension SceneReader {
  /// Two places that count from 0, as in `2,5`.
  fileprivate mutating func twoPlaces(_ key: String) throws(SceneError) -> (Int, Int)? {
    guard let text = try text(key) else { return nil }
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let first = numbers[0], let second = numbers[1],
      [first, second].allSatisfy((0..<Limits.steps).contains)
    else { throw .badValue(key: key, text, expected: .places) }
    return (first, second)
  }
}
