/// A tensor whose history is recorded on a tape, so that it can be differentiated.
///
/// It stands for a node; its elements lie in the tape's arena. It shares the tape with `Variable`: a number is a
/// tensor of rank 0 and the two convert into each other freely. A tensor variable is valid until its tape is reset
/// or released, which it does not prevent; a use after that stops the program.
///
/// How both precisions are fast: the rules are compiled once for `Float` and once for `Double`; matrix products and
/// convolutions run in small C kernels that the compiler builds for SSE2 (or NEON), AVX2 and AVX-512, chosen at run
/// time, with a tile of sums held in registers over the whole inner product. Nothing is allocated once the tape's
/// arena has grown to what a step needs.
public struct TensorVariable<Element: Precision> {
  private let home: UnsafeMutablePointer<TapeStorage<Element>>
  /// The recording it belongs to.
  private let generation: UInt32
  let node: Int32

  init(storage: UnsafeMutablePointer<TapeStorage<Element>>, node: Int32) {
    home = storage
    generation = storage.pointee.generation
    self.node = node
  }

  /// The tape it is on.
  var storage: UnsafeMutablePointer<TapeStorage<Element>> {
    home.pointee.requireCurrent(generation)
    return home
  }

  /// The position on the tape.
  public var index: Int { Int(node) }

  /// The axes' lengths, outermost first; empty for a number.
  public var shape: [Int] { Array(storage.pointee.shape(of: node)) }

  /// The number of axes.
  public var rank: Int { storage.pointee.shape(of: node).count }

  /// The number of elements.
  public var count: Int { storage.pointee.count(of: node) }

  /// A copy of the elements with their shape.
  public var tensor: Tensor<Element> {
    Tensor(unchecked: shape, Array(elements()))
  }

  /// Reads the elements in place, in row-major order.
  @inlinable
  public func withElements<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(elements())
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  @usableFromInline
  func elements() -> UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(start: storage.pointee.values(of: node), count: storage.pointee.count(of: node))
  }
}

/// A number is a tensor of rank 0.
extension TensorVariable {
  /// The same node as a tensor of rank 0. The variable must be on a tape.
  public init(_ number: Variable<Element>) {
    guard let storage = number.storage else {
      preconditionFailure("A constant is on no tape; put it there with `tape.constant(_:)`.")
    }
    self.init(storage: storage, node: number.node)
  }

  /// The same node as a number; it must have rank 0.
  public var number: Variable<Element> {
    precondition(rank == 0, "Only a tensor of rank 0 is a number, not one of the shape \(shape).")
    return Variable(storage, node, storage.pointee.nodes[Int(node)].value)
  }
}

extension Tape {
  /// A new independent variable; its elements are copied to the tape.
  public func variable(_ tensor: Tensor<Element>, named name: String? = nil) -> TensorVariable<Element> {
    let variable = append(tensor, .variable)
    if let name { self.name(variable.node, name) }
    return variable
  }

  /// A constant: no adjoint is kept or computed for it.
  public func constant(_ tensor: Tensor<Element>) -> TensorVariable<Element> { append(tensor, .constant) }

  /// A constant of some parts of one shape, one after the other along a first axis: a batch of examples.
  ///
  /// - Parameter fill: writes the elements of a part in place, in row-major order.
  public func constant(
    parts: Int, of shape: [Int], filledBy fill: (_ part: Int, UnsafeMutableBufferPointer<Element>) -> Void
  ) -> TensorVariable<Element> {
    let none = Node<Element>.none
    let node = storage.pointee.appendTensor(.constant, rank: shape.count + 1, inputs: (none, none, none)) {
      axes, _ in
      axes[0] = parts
      for (axis, length) in shape.enumerated() { axes[axis + 1] = length }
    }
    let length = parts == 0 ? 0 : storage.pointee.count(of: node) / parts
    for part in 0..<parts {
      let start = storage.pointee.values(of: node) + part * length
      fill(part, UnsafeMutableBufferPointer(start: start, count: length))
    }
    return TensorVariable(storage: storage, node: node)
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  private func append(_ tensor: Tensor<Element>, _ operation: Operation) -> TensorVariable<Element> {
    let none = Node<Element>.none
    let node = storage.pointee.appendTensor(operation, rank: tensor.rank, inputs: (none, none, none)) {
      axes, _ in
      for (axis, length) in tensor.shape.enumerated() { axes[axis] = length }
    }
    tensor.elements.withUnsafeBufferPointer { elements in
      if let start = elements.baseAddress {
        storage.pointee.values(of: node).update(from: start, count: elements.count)
      }
    }
    return TensorVariable(storage: storage, node: node)
  }
}
