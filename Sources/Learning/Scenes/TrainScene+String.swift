extension TrainScene {
  /// Reads the settings and checks that they fit one another; files are not read.
  public init(_ string: SceneString) throws(SceneError) {
    var reader = try SceneReader(string, parts: 1)
    self.init()
    if let text = reader.part(0) {
      do { setup.network = try NetworkSource(parsing: text) } catch { throw SceneError(error) }
    }
    try setup.readData(&reader)
    try setup.readStart(&reader)
    try readUpdates(&reader)
    try viewState.read(&reader)
    try reader.finish()
    guard !setup.hasUnreadFiles else { return }
    do { _ = try setup.training() } catch { throw SceneError(error) }
  }

  /// The settings that differ from the usual ones.
  public var string: SceneString {
    var string = SceneString(lab: Self.lab, path: [setup.network.text])
    string.set("data", setup.data.name, usually: TrainData.digits.name, \.self)
    if let shape = setup.data.table.shape { string.query.append(.init("columns", shape.description)) }
    string.set("scale", setup.data.table.scale, usually: PictureTable().scale, Numeral.exact)
    string.set("test", setup.data.table.testShare, usually: PictureTable().testShare, Numeral.exact)
    if let weights = setup.weights { string.query.append(.init("load", weights.path)) }
    if setup.weights == nil { string.set("init", setup.start, usually: .he) }
    string.set("seed", setup.seed, usually: 1, \.description)
    string.set("shuffle", setup.isShuffled, usually: true, \.description)
    writeUpdates(to: &string) {
      $0.set("augment", setup.augmentation, usually: Augmentation(), \.description)
    }
    string.set("view", viewState.view, usually: .curves)
    string.set("digit", viewState.digit, usually: 0) { "\($0 + 1)" }
    if let layer = viewState.layer { string.query.append(.init("layer", "\(layer + 1)")) }
    string.set("map", viewState.map, usually: 0) { "\($0 + 1)" }
    if let cell = viewState.cell { string.query.append(.init("cell", "\(cell.row),\(cell.column)")) }
    string.set("pair", viewState.pair, usually: Pair(truth: 0, said: 0)) { "\($0.truth),\($0.said)" }
    string.set("list", viewState.isListing)
    string.set("step", step, usually: 0, \.description)
    return string
  }
}

extension TrainScene.Setup {
  fileprivate mutating func readData(_ reader: inout SceneReader) throws(SceneError) {
    let name = try reader.text("data") ?? TrainData.digits.name
    let (shape, scale, share) = (
      try reader.value("columns", Volume.init(parsing:)), try reader.number("scale"), try reader.share("test")
    )
    if !TrainData.isTable(name),
      let key = shape != nil ? "columns" : scale != nil ? "scale" : share != nil ? "test" : nil
    {
      throw .needless(key: key, without: "a table of pictures, data=FILE.csv")
    }
    guard name != TrainData.digits.name else { return }
    var table = PictureTable()
    table.shape = shape ?? table.shape
    table.scale = scale ?? table.scale
    guard table.scale > 0 else {
      throw .badValue(key: "scale", Numeral.exact(table.scale), expected: .positiveNumber)
    }
    table.testShare = share ?? table.testShare
    data = TrainData(name: name, nil, table: table)
  }

  fileprivate mutating func readStart(_ reader: inout SceneReader) throws(SceneError) {
    if let path = try reader.text("load") { weights = TrainWeights(path: path, nil) }
    if let start = try reader.choice("init", ParameterStart.self) {
      guard weights == nil else {
        throw .needless(key: "init", without: "weights that do not come from a file")
      }
      self.start = start
    }
    seed = try reader.seed("seed") ?? seed
    isShuffled = try reader.flag("shuffle") ?? isShuffled
    augmentation = try reader.value("augment", Augmentation.init(parsing:)) ?? augmentation
  }
}

extension TrainScene.ViewState {
  fileprivate mutating func read(_ reader: inout SceneReader) throws(SceneError) {
    view = try reader.choice("view", TrainScene.View.self) ?? view
    let places = 1...Limits.steps
    digit = try reader.wholeNumber("digit", in: places).map { $0 - 1 } ?? digit
    layer = try reader.wholeNumber("layer", in: 1...Network.mostLayers).map { $0 - 1 }
    map = try reader.wholeNumber("map", in: places).map { $0 - 1 } ?? map
    if let (row, column) = try reader.twoPlaces("cell") { cell = Position(row: row, column: column) }
    if let (truth, said) = try reader.twoPlaces("pair") { pair = TrainScene.Pair(truth: truth, said: said) }
    isListing = try reader.flag("list") ?? isListing
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
