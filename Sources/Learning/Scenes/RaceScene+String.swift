import Autodiff

extension RaceScene {
  /// Reads the settings and checks that they fit one another.
  public init(_ string: SceneString) throws(SceneError) {
    var reader = try SceneReader(string, parts: 1)
    let (rotation, condition) = (try reader.number("rotate"), try reader.number("condition"))
    let surface: Surface
    do {
      surface = try Surface(
        parsing: reader.part(0) ?? SurfaceKind.ravine.rawValue, rotation: rotation, condition: condition)
    } catch { throw SceneError(error) }
    var racers: [OptimizerConfiguration] = []
    for text in reader.all("racer") {
      do { racers.append(try OptimizerConfiguration(parsing: text)) } catch {
        throw SceneError("racer", error)
      }
    }
    self.init(Setup(surface, racers.isEmpty ? nil : racers))
    setup.start = try reader.value("start", SurfacePoint.init(parsing:))
    setup.schedule = try reader.value("schedule", Schedule.init(parsing:)) ?? setup.schedule
    setup.noise = try reader.number("noise") ?? setup.noise
    guard setup.noise >= 0 else { throw SceneError(SurfaceError.noise(Numeral.exact(setup.noise))) }
    setup.seed = try reader.seed("seed") ?? setup.seed
    do {
      for text in reader.all("change") { setup.changes += try Change.list(parsing: text) }
      _ = try setup.lineUp()
    } catch { throw SceneError(error) }
    try readShow(&reader)
    try reader.finish()
    guard setup.keepsFairness(on: Tape<Double>()) else {
      throw .needless(key: "fairness", without: "rates that are fair in this way")
    }
  }

  /// How the race is shown, how far it goes, and whether its rates are fair.
  private mutating func readShow(_ reader: inout SceneReader) throws(SceneError) {
    setup.fairness = try reader.choice("fairness", Fairness.self)
    viewState.view = try reader.choice("view", View.self) ?? viewState.view
    viewState.selected =
      try reader.wholeNumber("selected", in: 1...setup.racers.count).map { $0 - 1 } ?? viewState.selected
    viewState.shades = try reader.choice("shades", Shades.self) ?? viewState.shades
    viewState.turn = try reader.wholeNumber("turn", in: 0...359) ?? viewState.turn
    steps = try reader.wholeNumber("steps", in: 0...Limits.steps)
    step = try reader.wholeNumber("step", in: 0...(steps ?? Limits.steps)) ?? step
  }

  /// The settings that differ from the usual ones.
  public var string: SceneString {
    var string = SceneString(lab: Self.lab, path: [setup.surface.name])
    if !setup.hasUsualRacers {
      string.query += setup.racers.map { SceneString.Item("racer", $0.description) }
    }
    if let start = setup.start { string.query.append(.init("start", start.text)) }
    string.set("schedule", setup.schedule, usually: .constant, \.description)
    string.set("noise", setup.noise, usually: 0, Numeral.exact)
    string.set("seed", setup.seed, usually: 1, \.description)
    if let rotation = setup.surface.rotation { string.query.append(.init("rotate", Numeral.exact(rotation))) }
    if let condition = setup.surface.condition {
      string.query.append(.init("condition", Numeral.exact(condition)))
    }
    string.query += setup.changes.map { SceneString.Item("change", $0.text) }
    if let fairness = setup.fairness { string.query.append(.init("fairness", fairness.rawValue)) }
    string.set("view", viewState.view, usually: .table)
    string.set("selected", viewState.selected, usually: 0) { "\($0 + 1)" }
    string.set("shades", viewState.shades, usually: .logarithm)
    string.set("turn", viewState.turn, usually: Self.usualTurn, \.description)
    if let steps { string.query.append(.init("steps", "\(steps)")) }
    string.set("step", step, usually: 0, \.description)
    return string
  }
}

extension RaceScene.Change {
  /// Reads `20:2:lr=0.1`; several settings, separated by commas, are several changes.
  static func list(parsing text: String) throws(RaceError) -> [RaceScene.Change] {
    let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let step = Int(parts[0]), (0...Limits.steps).contains(step),
      let racer = Int(parts[1]), racer >= 1
    else { throw .malformedChange(text) }
    return parts[2].split(separator: ",", omittingEmptySubsequences: false).map {
      RaceScene.Change(step: step, racer: racer - 1, setting: String($0))
    }
  }

  /// `20:2:lr=0.1`
  var text: String { "\(step):\(racer + 1):\(setting)" }
}

extension Surface {
  /// Reads the name of a surface, or else an expression in x and y.
  ///
  /// - Throws: ``SurfaceError``
  public init(parsing text: String, rotation: Double? = nil, condition: Double? = nil) throws(SurfaceError) {
    if let kind = SurfaceKind(rawValue: text) {
      try self.init(kind, rotation: rotation, condition: condition)
      return
    }
    let isName =
      !text.isEmpty && text != "x" && text != "y"
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
      }
    do {
      try self.init(expression: text)
    } catch {
      throw isName ? .unknown(text) : error
    }
    guard rotation == nil, condition == nil else { throw .typedIsFixed }
  }
}
