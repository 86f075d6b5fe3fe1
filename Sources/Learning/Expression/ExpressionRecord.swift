public import Autodiff

/// An expression evaluated on a tape of its own: value, gradient and every node with its adjoint.
public struct ExpressionRecord: Equatable, Sendable {
  /// The value of the expression.
  public let value: Double
  /// ∂value/∂name for every name a value was given for; 0 for names the expression lacks.
  public let gradient: [String: Double]
  /// The tape in order of recording: variables first, then constants and operations as they are met.
  public let nodes: [TapeNode<Double>]
  /// The position of the node that holds the value.
  public let output: Int
}

extension Expression {
  /// Evaluates and differentiates at a point.
  ///
  /// - Parameter values: a value for each variable, and for other names as well if need be.
  /// - Throws: ``ExpressionError/Problem/missingValue(_:given:)`` at the first column where the variable stands.
  public func recorded(at values: [String: Double]) throws(ExpressionError) -> ExpressionRecord {
    let tape = Tape<Double>(listsConstants: true)
    var inputs: [Variable<Double>] = []
    for (index, name) in variables.enumerated() {
      guard let value = values[name] else {
        let place = program.firstIndex(of: .variable(index))
        throw ExpressionError(
          column: place.map { columns[$0] } ?? 1, .missingValue(name, given: values.keys.sorted()))
      }
      inputs.append(tape.variable(value, named: name))
    }
    let output = evaluate(constant: { tape.constant($0) }, variable: { inputs[$0] })
    tape.sweep(from: output)
    let slots = Dictionary(uniqueKeysWithValues: zip(variables, inputs))
    return ExpressionRecord(
      value: output.value,
      gradient: values.mapValues { _ in 0 }.merging(slots.mapValues(tape.adjoint(of:))) { $1 },
      nodes: tape.nodes, output: output.index ?? 0)
  }
}
