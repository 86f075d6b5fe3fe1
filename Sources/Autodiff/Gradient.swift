extension Tape {
  /// f(x, y) with ∂f/∂x and ∂f/∂y, recorded on this tape after emptying it.
  ///
  /// Nothing is allocated once the tape has been used for a function of that length. The recording remains readable
  /// in `nodes` until the next one.
  @inlinable
  public func valueAndGradient<Failure: Error>(
    at x: Element, _ y: Element,
    of function: (Variable<Element>, Variable<Element>) throws(Failure) -> Variable<Element>
  ) throws(Failure) -> (value: Element, dx: Element, dy: Element) {
    begin()
    defer { end() }
    let (x, y) = (variable(x), variable(y))
    let output = try function(x, y)
    sweep(from: output)
    return (output.value, adjoint(of: x), adjoint(of: y))
  }

  /// f(x) with f′(x), recorded on this tape after emptying it.
  @inlinable
  public func valueAndDerivative<Failure: Error>(
    at x: Element, of function: (Variable<Element>) throws(Failure) -> Variable<Element>
  ) throws(Failure) -> (value: Element, derivative: Element) {
    begin()
    defer { end() }
    let x = variable(x)
    let output = try function(x)
    sweep(from: output)
    return (output.value, adjoint(of: x))
  }

  /// f(x₀, x₁, …) with all its partial derivatives, recorded on this tape after emptying it.
  @inlinable
  public func valueAndGradient<Failure: Error>(
    at point: [Element], of function: ([Variable<Element>]) throws(Failure) -> Variable<Element>
  ) throws(Failure) -> (value: Element, gradient: [Element]) {
    begin()
    defer { end() }
    let variables = point.map { variable($0) }
    let output = try function(variables)
    sweep(from: output)
    return (output.value, variables.map { adjoint(of: $0) })
  }

  @inlinable
  func begin() {
    precondition(!storage.pointee.isRecording, "A tape records one function at a time.")
    reset()
    storage.pointee.isRecording = true
  }

  @inlinable
  func end() { storage.pointee.isRecording = false }
}

/// The gradient of `function` at `point`, on a tape of its own.
///
/// For many evaluations keep a `Tape` and call its `valueAndGradient(at:of:)`.
@inlinable
public func gradient<Element: Precision, Failure: Error>(
  of function: ([Variable<Element>]) throws(Failure) -> Variable<Element>, at point: [Element]
) throws(Failure) -> [Element] {
  try Tape<Element>().valueAndGradient(at: point, of: function).gradient
}
