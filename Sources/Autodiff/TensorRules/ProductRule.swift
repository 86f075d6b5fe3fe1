/// The lengths of a matrix product: [rows, inner] · [inner, columns].
struct ProductDetails: BitwiseCopyable {
  var rows: Int
  var inner: Int
  var columns: Int
}

extension TapeStorage {
  /// C = A · B.
  mutating func evaluateProduct(_ node: Int32) {
    let size = details(of: node, as: ProductDetails.self).pointee
    let inputs = record(of: node).pointee.inputs
    let bRows = rowStarts(size.inner, every: size.columns)
    Kernels.product(
      rows: size.rows, columns: size.columns, inner: size.inner,
      values(of: inputs.0), aRow: size.inner, aColumn: 1, values(of: inputs.1), bRows: bRows,
      into: values(of: node), cRow: size.columns, adding: false)
  }

  /// ∂A += ∂C · Bᵀ and ∂B += Aᵀ · ∂C.
  mutating func pullBackProduct(_ node: Int32) {
    guard let dc = adjoints(of: node) else { return }
    let size = details(of: node, as: ProductDetails.self).pointee
    let inputs = record(of: node).pointee.inputs
    if let da = adjoints(of: inputs.0) {
      let (transposed, bRows) = transpose(values(of: inputs.1), size)
      Kernels.product(
        rows: size.rows, columns: size.inner, inner: size.columns,
        dc, aRow: size.columns, aColumn: 1, transposed, bRows: bRows,
        into: da, cRow: size.inner, adding: true)
    }
    if let db = adjoints(of: inputs.1) {
      let dcRows = rowStarts(size.rows, every: size.columns)
      Kernels.product(
        rows: size.inner, columns: size.columns, inner: size.rows,
        values(of: inputs.0), aRow: 1, aColumn: size.inner, dc, bRows: dcRows,
        into: db, cRow: size.columns, adding: true)
    }
  }

  /// Where the rows of a matrix start, in the emptied workspace.
  mutating func rowStarts(_ count: Int, every columns: Int) -> UnsafePointer<Int> {
    workspace.count = 0
    let place = workspace.allocate(count, of: Int.self)
    let starts = workspace.pointer(at: place, to: Int.self)
    for row in 0..<count { starts[row] = row * columns }
    return UnsafePointer(starts)
  }

  /// Bᵀ with the starts of its rows, in the emptied workspace.
  mutating func transpose(
    _ b: UnsafePointer<Element>, _ size: ProductDetails
  ) -> (UnsafePointer<Element>, UnsafePointer<Int>) {
    workspace.count = 0
    let startsPlace = workspace.allocate(size.columns, of: Int.self)
    let place = workspace.allocate(size.inner * size.columns, of: Element.self)
    let starts = workspace.pointer(at: startsPlace, to: Int.self)
    let transposed = workspace.pointer(at: place, to: Element.self)
    for column in 0..<size.columns {
      starts[column] = column * size.inner
      for row in 0..<size.inner { transposed[column * size.inner + row] = b[row * size.columns + column] }
    }
    return (UnsafePointer(transposed), UnsafePointer(starts))
  }
}
