/// Takes a ``SceneString`` apart setting by setting, and refuses what nobody asked for.
struct SceneReader {
  private let scene: SceneString
  private var known: [String] = []

  /// - Throws: ``SceneError/tooManyParts(lab:_:allowed:)``
  init(_ scene: SceneString, parts: Int) throws(SceneError) {
    guard scene.path.count <= parts else {
      throw .tooManyParts(lab: scene.lab, scene.path.count, allowed: parts)
    }
    self.scene = scene
  }

  /// Path part `index`, or `nil` when the path is shorter.
  func part(_ index: Int) -> String? {
    index < scene.path.count ? scene.path[index] : nil
  }

  /// The value of a setting that may be given once.
  mutating func text(_ key: String) throws(SceneError) -> String? {
    let values = all(key)
    guard values.count <= 1 else { throw .repeatedKey(key) }
    return values.first
  }

  /// What `parse` makes of a setting that may be given once; what it refuses is refused in the setting's name.
  mutating func value<Value, Problem: InputError>(
    _ key: String, _ parse: (String) throws(Problem) -> Value
  ) throws(SceneError) -> Value? {
    guard let text = try text(key) else { return nil }
    do { return try parse(text) } catch { throw SceneError(key, error) }
  }

  /// The values of a setting that may be given any number of times.
  mutating func all(_ key: String) -> [String] {
    known.append(key)
    return scene.query.filter { $0.name == key }.map(\.value)
  }

  mutating func flag(_ key: String) throws(SceneError) -> Bool? {
    switch try text(key) {
    case nil: nil
    case "true"?: true
    case "false"?: false
    case let value?: throw .badValue(key: key, value, expected: .flag)
    }
  }

  mutating func number(_ key: String) throws(SceneError) -> Double? {
    guard let value = try text(key) else { return nil }
    guard let number = Numeral.parse(value), number.isFinite else {
      throw .badValue(key: key, value, expected: .number)
    }
    return number
  }

  /// A share: at least 0, below 1.
  mutating func share(_ key: String) throws(SceneError) -> Double? {
    guard let share = try number(key) else { return nil }
    guard (0..<1).contains(share) else {
      throw .badValue(key: key, Numeral.exact(share), expected: .share)
    }
    return share
  }

  mutating func wholeNumber(_ key: String, in range: ClosedRange<Int>) throws(SceneError) -> Int? {
    guard let value = try text(key) else { return nil }
    guard let number = Int(value), range.contains(number) else {
      throw .badValue(key: key, value, expected: .wholeNumber(range))
    }
    return number
  }

  mutating func seed(_ key: String) throws(SceneError) -> UInt64? {
    guard let value = try text(key) else { return nil }
    guard let seed = UInt64(value) else { throw .badValue(key: key, value, expected: .seed) }
    return seed
  }

  mutating func extent(_ key: String) throws(SceneError) -> Extent? {
    try value(key, Extent.init(parsing:))
  }

  /// The padding and the rule among `rules`; `padding=same` is another way to write `rule=same`.
  mutating func padding(
    rules: [SizeRule] = SizeRule.allCases
  ) throws(SceneError) -> (sides: Padding?, rule: SizeRule?) {
    let padding = try value("padding", PaddingChoice.init(parsing:))
    let rule = try choice("rule", among: rules)
    switch padding {
    case nil: return (nil, rule)
    case .sides(let sides): return (sides, rule)
    case .same:
      guard rule == nil || rule == .same else {
        throw .needless(key: "padding=same", without: "the rule same, or none")
      }
      return (nil, .same)
    }
  }

  mutating func rows(_ key: String) throws(SceneError) -> Grid? {
    try value(key, Grid.init(parsing:))
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Choice.Type
  ) throws(SceneError) -> Choice? where Choice.RawValue == String {
    try choice(key, among: Array(type.allCases))
  }

  mutating func choice<Choice: RawRepresentable>(
    _ key: String, among choices: [Choice]
  ) throws(SceneError) -> Choice? where Choice.RawValue == String {
    guard let value = try text(key) else { return nil }
    guard let choice = choices.first(where: { $0.rawValue == value }) else {
      throw .badValue(key: key, value, expected: .oneOf(choices.map(\.rawValue)))
    }
    return choice
  }

  /// A grid preset or rows in path part `index`.
  func grid(part index: Int) throws(SceneError) -> GridSource? {
    guard let text = part(index) else { return nil }
    let source: GridSource?
    do { source = try GridSource(parsing: text) } catch { throw SceneError("grid", error) }
    guard let source else {
      throw .unknownPart(
        text, what: "grid", known: GridPreset.allCases.map(\.name), example: "rows such as 1,0;0,1")
    }
    return source
  }

  /// A kernel preset or rows in path part `index`.
  func kernel(part index: Int) throws(SceneError) -> KernelSource? {
    guard let text = part(index) else { return nil }
    let source: KernelSource?
    do { source = try KernelSource(parsing: text) } catch { throw SceneError("kernel", error) }
    guard let source else {
      throw .unknownPart(
        text, what: "kernel", known: KernelPreset.allCases.map(\.name), example: "rows such as 1,0;0,1")
    }
    return source
  }

  /// To be called last: refuses settings that were never asked for.
  func finish() throws(SceneError) {
    if let item = scene.query.first(where: { !known.contains($0.name) }) {
      throw .unknownKey(item.name, lab: scene.lab, known: known)
    }
  }
}

extension SceneString {
  /// Adds a setting unless it has its usual value.
  mutating func set<Value: Equatable>(
    _ key: String, _ value: Value, usually usual: Value, _ text: (Value) -> String
  ) {
    if value != usual { query.append(Item(key, text(value))) }
  }

  mutating func set(_ key: String, _ value: Extent, usually usual: Extent) {
    set(key, value, usually: usual, \.description)
  }

  mutating func set(_ key: String, _ value: Padding, usually usual: Padding) {
    set(key, value, usually: usual, \.description)
  }

  mutating func set(_ key: String, _ value: Bool) {
    set(key, value, usually: false, \.description)
  }

  mutating func set<Choice: RawRepresentable & Equatable>(
    _ key: String, _ value: Choice, usually usual: Choice
  ) where Choice.RawValue == String {
    set(key, value, usually: usual, \.rawValue)
  }
}
