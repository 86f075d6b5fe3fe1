/// In which order a grid is laid out as one long vector.
public enum FlattenOrder: String, CaseIterable, Sendable {
  /// Column after column, as deck K does.
  case columns
  /// Row after row, as PyTorch and Keras do.
  case rows
}

/// One convolution step as a dot product (deck K): the input laid out as one vector, and a vector of zeros in which the
/// kernel's numbers stand at the matching places.
public struct UnrolledWindow: Hashable, Sendable {
  /// How the grids are laid out.
  public let order: FlattenOrder
  /// The input cell behind each element.
  public let positions: [Position]
  /// The input, flattened.
  public let input: [Double]
  /// The weight each element meets; 0 outside the window.
  public let weights: [Double]
  /// Which elements lie under a kernel cell, also under one that holds 0.
  public let isInWindow: [Bool]
}

extension Convolution {
  /// The dot product behind one output cell.
  ///
  /// - Throws: ``GeometryError/outsideOutput(_:_:)``
  public func unrolled(at position: Position, order: FlattenOrder = .columns) throws(GeometryError)
    -> UnrolledWindow
  {
    guard geometry.hasWindow(at: position) else { throw .outsideOutput(position, geometry.windows) }
    let kernel = appliedKernel
    var weights = Grid(input.extent, repeating: 0)
    var isInWindow = [Bool](repeating: false, count: input.cells.count)
    for tap in geometry.window(of: position) {
      guard let cell = tap.input else { continue }
      weights[cell] = kernel[tap.kernel]
      isInWindow[cell.row * input.width + cell.column] = true
    }
    let positions = input.positions(in: order)
    return UnrolledWindow(
      order: order, positions: positions, input: positions.map { input[$0] },
      weights: positions.map { weights[$0] },
      isInWindow: positions.map { isInWindow[$0.row * input.width + $0.column] })
  }
}

extension Grid {
  /// Every cell once, column after column or row after row.
  public func positions(in order: FlattenOrder) -> [Position] {
    cells.indices.map { index in
      switch order {
      case .rows: position(at: index)
      case .columns: Position(row: index % height, column: index / height)
      }
    }
  }
}
