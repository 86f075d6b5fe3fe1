/// What the tape keeps about a tensor node, in its arena; the axes' lengths follow it in memory.
struct TensorRecord: BitwiseCopyable {
  /// The number of axes.
  var rank: Int
  /// The number of elements.
  var count = 1
  /// The nodes it was computed from; `none` where there are fewer than three.
  var inputs: (Int32, Int32, Int32)
  /// A number that restates the rule, as in a scalar node.
  var parameter: Int32
  /// Whether anything it was computed from is a variable.
  var needsAdjoint: Bool
  /// Where the elements lie in the arena; a tensor of rank 0 has its one element in the node.
  var values = 0
  /// Where the adjoints lie, if they are needed.
  var adjoints = 0
  /// Where the rule keeps what else it needs: a geometry, the positions of maxima.
  var details = 0
}

extension TapeStorage {
  /// Appends a tensor node and answers its index; its values are still to be computed.
  ///
  /// - Parameters:
  ///   - shared: where elements and adjoints lie in a larger block, for a tensor that is part of one.
  ///   - shape: writes the axes' lengths; it may read the inputs' shapes from the storage it is given.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  mutating func appendTensor(
    _ operation: Operation, rank: Int, inputs: (Int32, Int32, Int32), parameter: Int32 = 0,
    place shared: (values: Int, adjoints: Int)? = nil,
    shape: (UnsafeMutableBufferPointer<Int>, TapeStorage) -> Void
  ) -> Int32 {
    let needsAdjoint =
      operation == .variable || self.needsAdjoint(inputs.0) || self.needsAdjoint(inputs.1)
      || self.needsAdjoint(inputs.2)
    let header = MemoryLayout<TensorRecord>.stride
    let place = arena.allocate(header + rank * MemoryLayout<Int>.stride, of: UInt8.self)
    var record = TensorRecord(rank: rank, inputs: inputs, parameter: parameter, needsAdjoint: needsAdjoint)
    let axes = UnsafeMutableBufferPointer(
      start: arena.pointer(at: place + header, to: Int.self), count: rank)
    shape(axes, self)
    for length in axes {
      let (product, overflow) = record.count.multipliedReportingOverflow(by: length)
      precondition(!overflow && product <= Int32.max, "The shape \(Array(axes)) has too many elements.")
      record.count = product
    }
    if let shared {
      (record.values, record.adjoints) = shared
    } else if rank > 0 {
      record.values = arena.allocate(record.count, of: Element.self)
      if needsAdjoint { record.adjoints = arena.allocate(record.count, of: Element.self) }
    }
    arena.pointer(at: place, to: TensorRecord.self).initialize(to: record)
    return append(
      Node(operation, 0, first: Node<Element>.tensor, parameter: Int32(place / Arena.alignment)))
  }

  /// Keeps `details` with a tensor node.
  mutating func attach<Details: BitwiseCopyable>(_ details: Details, to node: Int32) {
    let place = arena.allocate(1, of: Details.self)
    arena.pointer(at: place, to: Details.self).initialize(to: details)
    record(of: node).pointee.details = place
  }

  /// Whether the node was appended as a tensor; else it is a plain number.
  func isTensor(_ node: Int32) -> Bool { nodes[Int(node)].first == Node<Element>.tensor }

  func record(of node: Int32) -> UnsafeMutablePointer<TensorRecord> {
    arena.pointer(at: Int(nodes[Int(node)].parameter) * Arena.alignment, to: TensorRecord.self)
  }

  func details<Details: BitwiseCopyable>(of node: Int32, as type: Details.Type) -> UnsafeMutablePointer<
    Details
  > {
    arena.pointer(at: record(of: node).pointee.details, to: type)
  }

  /// The axes' lengths; none for a number.
  func shape(of node: Int32) -> UnsafeBufferPointer<Int> {
    guard isTensor(node) else { return UnsafeBufferPointer(start: nil, count: 0) }
    let record = record(of: node)
    let axes = UnsafeRawPointer(record + 1).assumingMemoryBound(to: Int.self)
    return UnsafeBufferPointer(start: axes, count: record.pointee.rank)
  }

  /// The number of elements.
  func count(of node: Int32) -> Int { isTensor(node) ? record(of: node).pointee.count : 1 }

  /// The elements in row-major order, valid until the next allocation.
  func values(of node: Int32) -> UnsafeMutablePointer<Element> {
    if isTensor(node), record(of: node).pointee.rank > 0 {
      return arena.pointer(at: record(of: node).pointee.values, to: Element.self)
    }
    return UnsafeMutableRawPointer(nodes + Int(node)).assumingMemoryBound(to: Element.self)
  }

  /// Whether ∂output/∂node is of interest: it is not for constants and what is made of them alone.
  func needsAdjoint(_ node: Int32) -> Bool {
    if node < 0 { return false }
    return isTensor(node) ? record(of: node).pointee.needsAdjoint : nodes[Int(node)].operation != .constant
  }

  /// Where shares of the node's adjoint are to be added, in row-major order; `nil` if they are not of interest.
  ///
  /// Whoever asks brings a share, so the node counts as reached from then on; the first request clears the memory.
  func adjoints(of node: Int32) -> UnsafeMutablePointer<Element>? {
    guard needsAdjoint(node) else { return nil }
    let inline = nodes + Int(node)
    let isFirst = !inline.pointee.isReached
    inline.pointee.isReached = true
    guard isTensor(node), record(of: node).pointee.rank > 0 else {
      return UnsafeMutableRawPointer(inline).assumingMemoryBound(to: Element.self) + 1
    }
    let record = record(of: node)
    let adjoints = arena.pointer(at: record.pointee.adjoints, to: Element.self)
    if isFirst { adjoints.update(repeating: 0, count: record.pointee.count) }
    return adjoints
  }
}
