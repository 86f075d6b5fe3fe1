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
  /// Where and why numbers are not finite, and the choices made at kinks.
  public let remarks: [TapeRemark]
}

extension Expression {
  /// Evaluates and differentiates at a point.
  ///
  /// - Parameter values: a value for each variable, and for other names as well if need be.
  /// - Throws: ``ExpressionError/Problem/missingValue(_:given:)`` at the first column where the variable stands.
  public func recorded(at values: [String: Double]) throws(ExpressionError) -> ExpressionRecord {
    var arguments: [Double] = []
    for (index, name) in variables.enumerated() {
      guard let value = values[name] else {
        let place = program.firstIndex(of: .variable(index))
        throw ExpressionError(
          column: place.map { columns[$0] } ?? 1, .missingValue(name, given: values.keys.sorted()))
      }
      arguments.append(value)
    }
    return recorded(arguments, besides: values.keys.filter { !variables.contains($0) })
  }

  /// Evaluates and differentiates.
  ///
  /// - Parameters:
  ///   - arguments: the values of ``variables``, in that order.
  ///   - others: names that the expression lacks; their gradient is 0.
  /// - Precondition: there is one argument per variable.
  func recorded(_ arguments: [Double], besides others: [String] = []) -> ExpressionRecord {
    precondition(arguments.count == variables.count, "one argument per variable")
    let tape = Tape<Double>(listsConstants: true)
    let inputs = zip(variables, arguments).map { name, value in tape.variable(value, named: name) }
    let output = evaluate(constant: { tape.constant($0) }, variable: { inputs[$0] })
    tape.sweep(from: output)
    let (nodes, last) = (tape.nodes, output.index ?? 0)
    // Behind the variables every instruction but a variable's appended one node.
    let operations = zip(program, columns).filter { if case .variable = $0.0 { false } else { true } }
    let slopes = zip(variables, inputs.map(tape.adjoint(of:))) + others.map { ($0, 0) }
    return ExpressionRecord(
      value: output.value, gradient: Dictionary(uniqueKeysWithValues: slopes), nodes: nodes, output: last,
      remarks: TapeRemark.all(on: nodes, from: last) { node in
        node < variables.count ? nil : operations[node - variables.count].1
      })
  }
}
