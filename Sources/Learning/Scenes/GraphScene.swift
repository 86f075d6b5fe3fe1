/// The state of the graph lab.
///
///     graph:EXPRESSION?at=x=1,y=2&view=nodes&step=5
///     graph:NETWORK?input=1,0.5&target=1&seed=2&view=nodes
///
/// EXPRESSION may also be the name of a ``GraphPreset``, which brings values that `at` can change. With `input`, the rows of
/// an example, the path is a network, whose tape holds tensors; `target` is the right class, from 0, or the value that a
/// single output should have, and `seed` determines the weights.
public struct GraphScene: SteppedScene {
  /// Where the computation comes from.
  public enum Source: Hashable, Sendable {
    case preset(GraphPreset)
    case typed(Expression)
    case network(NetworkExample)
  }

  /// How the tape is shown.
  public enum View: String, CaseIterable, Sendable {
    /// Line by line.
    case table
    /// Drawn as nodes with edges between them.
    case nodes

    /// Whether there is a drawing.
    public var isDrawn: Bool {
      switch self {
      case .table: false
      case .nodes: true
      }
    }
  }

  /// What scenes call the lab.
  public static let lab = "graph"

  /// Where the computation comes from.
  public var source: Source
  /// The values of variables, of a preset only those that were changed; finite.
  public var values: [String: Double]
  /// How the tape is shown.
  public var view = View.table
  /// Timeline position: first the nodes as they are computed, then the shares as they arrive; 0 before the first.
  public var step = 0

  /// A preset at its own values.
  public init(_ preset: GraphPreset = .sharedInput) {
    (source, values) = (.preset(preset), [:])
  }

  /// A typed expression at a point.
  ///
  /// - Throws: ``ExpressionError/Problem/missingValue(_:)`` if a variable has no value.
  public init(_ expression: Expression, at values: [String: Double]) throws(ExpressionError) {
    (source, self.values) = (.typed(expression), values)
    _ = try expression.recorded(at: values)
  }

  /// A network on tensors.
  ///
  /// - Throws: ``NetworkExampleError``
  public init(_ example: NetworkExample) throws(NetworkExampleError) {
    (source, values) = (.network(example), [:])
    _ = try example.shaped()
  }

  /// Shows another network on tensors, in the present view.
  ///
  /// - Throws: ``NetworkExampleError``
  public mutating func show(_ example: NetworkExample) throws(NetworkExampleError) {
    let present = self
    self = try GraphScene(example)
    view = present.view
  }

  /// What is computed.
  public enum Computation: Hashable, Sendable {
    case expression(Expression)
    case network(NetworkExample)
  }

  /// What is computed.
  ///
  /// - Throws: ``ExpressionError`` never for a scene that was read or made by an initialiser.
  public func computation() throws(ExpressionError) -> Computation {
    switch source {
    case .preset(let preset):
      switch preset.computation {
      case .expression(let text, _): .expression(try Expression(parsing: text))
      case .network(let example): .network(example)
      }
    case .typed(let expression): .expression(expression)
    case .network(let example): .network(example)
    }
  }

  /// The values of all variables of an expression.
  public var point: [String: Double] {
    switch source {
    case .preset(let preset):
      switch preset.computation {
      case .expression(_, let usual): usual.merging(values) { $1 }
      case .network: [:]
      }
    case .typed: values
    case .network: [:]
    }
  }
}

extension GraphScene {
  /// Reads the settings and checks that they fit one another.
  public init(_ string: SceneString) throws(SceneError) {
    var reader = try SceneReader(string, parts: 1)
    let text = reader.part(0) ?? GraphPreset.sharedInput.rawValue
    if let planes = try reader.value("input", Grid.planes(parsing:)) {
      guard GraphPreset(rawValue: text) == nil else {
        throw .needless(key: "input", without: "a network, as in graph:FC 2?input=1,2")
      }
      try self.init(reading: Self.example(text, planes, &reader))
    } else {
      try self.init(text, &reader)
    }
    view = try reader.choice("view", View.self) ?? view
    step = try reader.wholeNumber("step", in: 0...Limits.steps) ?? step
    try reader.finish()
  }

  /// An expression or a preset, with its values.
  private init(_ text: String, _ reader: inout SceneReader) throws(SceneError) {
    let typed = try reader.value("at", VariableValues.parse)
    guard let preset = GraphPreset(rawValue: text) else {
      do { try self.init(Expression(parsing: text), at: typed ?? [:]) } catch { throw SceneError(error) }
      return
    }
    self.init(preset)
    switch preset.computation {
    case .expression: values = typed ?? [:]
    case .network: if typed != nil { throw .needless(key: "at", without: "an expression") }
    }
  }

  /// A network with what it is put on.
  private static func example(
    _ text: String, _ planes: [Grid], _ reader: inout SceneReader
  ) throws(SceneError) -> NetworkExample {
    var example: NetworkExample
    do {
      example = NetworkExample(try NetworkSource(parsing: text).network, planes: planes)
    } catch { throw SceneError(error) }
    example.target = try reader.number("target") ?? example.target
    example.seed = try reader.seed("seed") ?? example.seed
    return example
  }

  private init(reading example: NetworkExample) throws(SceneError) {
    do throws(NetworkExampleError) {
      try self.init(example)
    } catch { throw SceneError(error) }
  }

  /// The settings that differ from the usual ones.
  public var string: SceneString {
    var string = SceneString(lab: Self.lab)
    switch source {
    case .preset(let preset): string.path = [preset.rawValue]
    case .typed(let expression): string.path = [expression.source]
    case .network(let example):
      let usual = NetworkExample(example.network, planes: example.planes)
      string.path = [example.network.description]
      string.query.append(.init("input", example.typedPlanes))
      string.set("target", example.target, usually: usual.target, Numeral.exact)
      string.set("seed", example.seed, usually: usual.seed, \.description)
    }
    if !values.isEmpty {
      let pairs = values.sorted { $0.key < $1.key }.map { "\($0.key)=\(Numeral.exact($0.value))" }
      string.query.append(.init("at", pairs.joined(separator: ",")))
    }
    string.set("view", view, usually: .table)
    string.set("step", step, usually: 0, \.description)
    return string
  }
}
