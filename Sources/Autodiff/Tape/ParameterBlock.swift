/// The parameters of a model on a tape: tensors that stay when the tape is reset, in one block of numbers, with all
/// their gradients in another.
///
/// So a step of training records nothing and copies nothing of them: the forward pass reads the block, a sweep fills in
/// the gradients, and an optimizer runs over both from end to end.
///
/// ```swift
/// let tape = Tape<Float>()
/// let block = tape.keepParameters([[10, 64], [10]])
/// block.withValues { $0.update(fromContentsOf: initial) }
/// for batch in batches {
///   tape.reset()
///   tape.sweep(from: loss(of: batch, block.variables))
///   block.withValuesAndGradients { w, g in for i in w.indices { w[i] -= rate * g[i] } }
/// }
/// ```
public struct ParameterBlock<Element: Precision> {
  /// The tensors, in order.
  public let variables: [TensorVariable<Element>]
  /// The number of elements of all tensors together.
  public let count: Int
  private let storage: UnsafeMutablePointer<TapeStorage<Element>>
  private let generation: UInt32
  private let values: Int
  private let adjoints: Int

  fileprivate init(_ shapes: [[Int]], in storage: UnsafeMutablePointer<TapeStorage<Element>>) {
    var counts: [Int] = []
    for shape in shapes {
      do { counts.append(try elementCount(of: shape)) } catch {
        preconditionFailure("A parameter cannot be: \(error).")
      }
    }
    count = counts.reduce(0, +)
    precondition(count <= Int32.max, "A model has at most two thousand million parameters.")
    self.storage = storage
    generation = storage.pointee.generation
    values = storage.pointee.arena.allocate(count, of: Element.self)
    adjoints = storage.pointee.arena.allocate(count, of: Element.self)
    storage.pointee.arena.pointer(at: values, to: Element.self).update(repeating: 0, count: count)
    storage.pointee.arena.pointer(at: adjoints, to: Element.self).update(repeating: 0, count: count)
    let none = Node<Element>.none
    var offset = 0
    var variables: [TensorVariable<Element>] = []
    for (shape, count) in zip(shapes, counts) {
      precondition(!shape.isEmpty, "A parameter has at least one axis.")
      let place = offset * MemoryLayout<Element>.stride
      let node = storage.pointee.appendTensor(
        .variable, rank: shape.count, inputs: (none, none, none), place: (values + place, adjoints + place)
      ) { axes, _ in _ = axes.update(fromContentsOf: shape) }
      variables.append(TensorVariable(storage: storage, node: node))
      offset += count
    }
    self.variables = variables
  }

  /// Reads and writes all elements in place, one tensor after the other, each in row-major order.
  public func withValues<Result, Failure: Error>(
    _ body: (UnsafeMutableBufferPointer<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeMutableBufferPointer(start: pointer(values), count: count))
  }

  /// The same, beside ∂output/∂element of the last sweep; zeros for tensors that it did not reach.
  public func withValuesAndGradients<Result, Failure: Error>(
    _ body: (UnsafeMutableBufferPointer<Element>, UnsafeBufferPointer<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    storage.pointee.isSwept = true
    for variable in variables where !storage.pointee.nodes[Int(variable.node)].isReached {
      // The first request for adjoints clears them.
      _ = storage.pointee.adjoints(of: variable.node)
    }
    return try body(
      UnsafeMutableBufferPointer(start: pointer(values), count: count),
      UnsafeBufferPointer(start: pointer(adjoints), count: count))
  }

  /// Takes over all elements.
  public func load(_ elements: [Element]) {
    precondition(elements.count == count, "The block has \(count) elements, not \(elements.count).")
    withValues { values in _ = values.update(fromContentsOf: elements) }
  }

  /// Copies all elements into an array of as many.
  public func store(to elements: inout [Element]) {
    precondition(elements.count == count, "The block has \(count) elements, not \(elements.count).")
    elements.withUnsafeMutableBufferPointer { target in
      withValues { values in _ = target.update(fromContentsOf: values) }
    }
  }

  /// Whether no element is infinite or NaN.
  public var hasFiniteValues: Bool { withValues(Self.areAllFinite) }

  /// Whether no gradient of the last sweep is infinite or NaN.
  public var hasFiniteGradients: Bool {
    withValuesAndGradients { _, gradients in
      Self.areAllFinite(UnsafeMutableBufferPointer(mutating: gradients))
    }
  }

  private static func areAllFinite(_ elements: UnsafeMutableBufferPointer<Element>) -> Bool {
    elements.baseAddress.map { areFinite($0, elements.count) } ?? true
  }

  private func pointer(_ place: Int) -> UnsafeMutablePointer<Element> {
    storage.pointee.requireCurrent(generation)
    return storage.pointee.arena.pointer(at: place, to: Element.self)
  }
}

extension Tape {
  /// Clears the tape and records parameters of these shapes, all 0, which stay there until it is cleared again.
  public func keepParameters(_ shapes: [[Int]]) -> ParameterBlock<Element> {
    clear()
    let block = ParameterBlock<Element>(shapes, in: storage)
    keep()
    return block
  }
}
