/// Numbers in a rectangular arrangement of any rank; rank 0 is a single number.
///
/// The elements are contiguous in row-major order: the last axis runs fastest. A tensor is a plain value without
/// history. To compute with it, and to differentiate, put it on a tape with `tape.variable(_:)` or
/// `tape.constant(_:)`.
public struct Tensor<Element: Precision>: Equatable, Sendable {
  /// The axes' lengths, outermost first; empty for a number.
  public private(set) var shape: [Int]
  private var storage: [Element]

  /// The elements in row-major order. They can be changed, in place, but not in number.
  public var elements: [Element] {
    get { storage }
    _modify {
      let count = storage.count
      yield &storage
      precondition(storage.count == count, "The elements must go on filling the shape.")
    }
  }

  /// A tensor of the given shape; the elements must fill it exactly.
  public init(shape: [Int], elements: [Element]) throws(ShapeError) {
    guard try elementCount(of: shape) == elements.count else {
      throw .count(elements: elements.count, shape: shape)
    }
    self.init(unchecked: shape, elements)
  }

  /// A vector.
  public init(vector elements: [Element]) { self.init(unchecked: [elements.count], elements) }

  init(unchecked shape: [Int], _ elements: [Element]) {
    self.shape = shape
    storage = elements
  }

  /// The number of axes.
  public var rank: Int { shape.count }

  /// The number of elements.
  public var count: Int { elements.count }

  /// The element at a position given by one index per axis.
  public subscript(position: Int...) -> Element {
    get { elements[offset(of: position)] }
    set { elements[offset(of: position)] = newValue }
  }

  private func offset(of position: [Int]) -> Int {
    precondition(position.count == rank, "A tensor of the shape \(shape) takes \(rank) indices.")
    var offset = 0
    for (index, length) in zip(position, shape) {
      precondition((0..<length).contains(index), "The position \(position) is outside the shape \(shape).")
      offset = offset * length + index
    }
    return offset
  }
}

/// The number of elements of a shape.
func elementCount(of shape: some Collection<Int>) throws(ShapeError) -> Int {
  var count = 1
  for length in shape {
    guard length >= 0 else {
      throw .range(what: "length of an axis", value: length, allowed: 0...Int(Int32.max))
    }
    let (product, overflow) = count.multipliedReportingOverflow(by: length)
    guard !overflow, product <= Int(Int32.max) else { throw .size(shape: Array(shape)) }
    count = product
  }
  return count
}
