/// The state of the graph lab.
///
///     graph:EXPRESSION?at=x=1,y=2&view=nodes&step=5
///
/// EXPRESSION may also be the name of a ``GraphPreset``, which brings values that `at` can change.
public struct GraphScene: SteppedScene {
  /// Where the computation comes from.
  public enum Source: Hashable, Sendable {
    case preset(GraphPreset)
    case typed(Expression)
  }

  /// How the tape is shown.
  public enum View: String, CaseIterable, Sendable {
    /// Line by line.
    case table
    /// Drawn as nodes with edges between them.
    case nodes
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

  /// The computation.
  ///
  /// - Throws: ``ExpressionError`` never for a scene that was read or made by an initialiser.
  public func expression() throws(ExpressionError) -> Expression {
    switch source {
    case .preset(let preset): try Expression(parsing: preset.expression)
    case .typed(let expression): expression
    }
  }

  /// The values of all variables.
  public var point: [String: Double] {
    switch source {
    case .preset(let preset): preset.values.merging(values) { $1 }
    case .typed: values
    }
  }
}

extension GraphScene {
  /// Reads the settings and checks that they fit one another.
  public init(_ string: SceneString) throws(SceneError) {
    var reader = try SceneReader(string, parts: 1)
    let text = reader.part(0) ?? GraphPreset.sharedInput.rawValue
    let values: [String: Double]
    let typed = try reader.text("at") ?? ""
    do { values = try VariableValues.parse(typed) } catch { throw .values(key: "at", error) }
    if let preset = GraphPreset(rawValue: text) {
      self.init(preset)
      self.values = values
    } else {
      do { try self.init(Expression(parsing: text), at: values) } catch { throw SceneError(error) }
    }
    view = try reader.choice("view", View.self) ?? view
    step = try reader.wholeNumber("step", in: 0...Limits.steps) ?? step
    try reader.finish()
  }

  /// The settings that differ from the usual ones.
  public var string: SceneString {
    var string = SceneString(lab: Self.lab)
    switch source {
    case .preset(let preset): string.path = [preset.rawValue]
    case .typed(let expression): string.path = [expression.source]
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
