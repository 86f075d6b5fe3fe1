extension ClassifyScene {
  /// Reads the settings and checks that they fit one another.
  public init(_ string: SceneString) throws(SceneError) {
    var reader = try SceneReader(string, parts: 1)
    self.init()
    try setup.readPoints(&reader)
    setup.layers = try reader.value("network", Network.init(parsing:))?.layers ?? setup.layers
    setup.start = try reader.choice("init", ParameterStart.self) ?? setup.start
    setup.seed = try reader.seed("weights") ?? setup.seed
    try readUpdates(&reader)
    for text in reader.all("stop") { setup.stops.append(try TrainingStop(parsing: text)) }
    viewState.view = try reader.choice("view", View.self) ?? viewState.view
    viewState.weight =
      try reader.wholeNumber("weight", in: 0...ShapedNetwork.mostParameters) ?? viewState.weight
    try reader.finish()
    do { _ = try setup.training() } catch { throw SceneError(error.setting, error) }
  }

  /// The settings that differ from the usual ones.
  public var string: SceneString {
    var string = SceneString(lab: Self.lab, path: [setup.points.source.text])
    if setup.points.source.isDrawn {
      string.set("points", setup.points.count, usually: 200, \.description)
      string.set("noise", setup.points.noise, usually: 0.1, Numeral.exact)
    }
    string.set("seed", setup.points.seed, usually: 1, \.description)
    string.set("test", setup.testShare, usually: 0.5, Numeral.exact)
    string.set("network", setup.layers, usually: Setup.usualNetwork) { layers in
      layers.map(\.description).joined(separator: ", ")
    }
    string.set("init", setup.start, usually: .xavier)
    string.set("weights", setup.seed, usually: 1, \.description)
    writeUpdates(to: &string) { $0.query += setup.stops.map { SceneString.Item("stop", $0.text) } }
    string.set("view", viewState.view, usually: .units)
    string.set("weight", viewState.weight, usually: 0, \.description)
    string.set("step", step, usually: 0, \.description)
    return string
  }
}

extension ClassifyScene.Setup {
  fileprivate mutating func readPoints(_ reader: inout SceneReader) throws(SceneError) {
    if let text = reader.part(0) {
      do { points.source = try PointSource(parsing: text) } catch { throw SceneError(error) }
    }
    let (count, noise) = (
      try reader.wholeNumber("points", in: 2...PointSet.mostPoints), try reader.number("noise")
    )
    if !points.source.isDrawn, let key = count != nil ? "points" : noise != nil ? "noise" : nil {
      throw .needless(key: key, without: "points that are drawn")
    }
    points.count = count ?? points.count
    points.noise = noise ?? points.noise
    guard (0...PointSet.mostNoise).contains(points.noise) else {
      throw .badValue(
        key: "noise", Numeral.exact(points.noise), expected: .numberFrom(0...PointSet.mostNoise))
    }
    points.seed = try reader.seed("seed") ?? points.seed
    testShare = try reader.share("test") ?? testShare
  }
}

extension TrainingStop {
  /// Reads `loss:0.01` or `patience:20`.
  init(parsing text: String) throws(SceneError) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let number = parts.count == 2 ? Numeral.parse(parts[1]) : nil
    switch (parts.first, number) {
    case ("loss"?, let limit?) where limit > 0 && limit.isFinite: self = .lossBelow(limit)
    case ("patience"?, let count?) where count >= 1 && count <= 1_000_000 && count == count.rounded():
      self = .noProgress(epochs: Int(count))
    default: throw SceneError("stop", ClassifyError.malformedStop(text))
    }
  }

  /// `loss:0.01`, `patience:20`
  var text: String {
    switch self {
    case .lossBelow(let limit): "loss:\(Numeral.exact(limit))"
    case .noProgress(let epochs): "patience:\(epochs)"
    }
  }
}
