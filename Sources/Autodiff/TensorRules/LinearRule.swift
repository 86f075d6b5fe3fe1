/// y = x · Wᵀ + bias, the layer in which every output sees every input, with W as PyTorch keeps it:
/// a row of weights for each output.
extension TapeStorage {
  mutating func evaluateLinear(_ node: Int32) {
    let size = details(of: node, as: ProductDetails.self).pointee
    let inputs = record(of: node).pointee.inputs
    let (transposed, rows) = transpose(
      values(of: inputs.1), ProductDetails(rows: 0, inner: size.columns, columns: size.inner))
    let y = values(of: node)
    if inputs.2 >= 0 {
      let bias = values(of: inputs.2)
      for row in 0..<size.rows { (y + row * size.columns).update(from: bias, count: size.columns) }
    }
    Kernels.product(
      rows: size.rows, columns: size.columns, inner: size.inner,
      values(of: inputs.0), aRow: size.inner, aColumn: 1, transposed, bRows: rows,
      into: y, cRow: size.columns, adding: inputs.2 >= 0)
  }

  /// ∂x += ∂y · W,  ∂W += ∂yᵀ · x,  ∂bias += Σ ∂y over the rows.
  mutating func pullBackLinear(_ node: Int32) {
    guard let dy = adjoints(of: node) else { return }
    let size = details(of: node, as: ProductDetails.self).pointee
    let inputs = record(of: node).pointee.inputs
    if inputs.2 >= 0, let dBias = adjoints(of: inputs.2) {
      for row in 0..<size.rows {
        let shares = dy + row * size.columns
        for column in 0..<size.columns { dBias[column] += shares[column] }
      }
    }
    if let dx = adjoints(of: inputs.0) {
      let rows = rowStarts(size.columns, every: size.inner)
      Kernels.product(
        rows: size.rows, columns: size.inner, inner: size.columns,
        dy, aRow: size.columns, aColumn: 1, values(of: inputs.1), bRows: rows,
        into: dx, cRow: size.inner, adding: true)
    }
    if let dw = adjoints(of: inputs.1) {
      let rows = rowStarts(size.rows, every: size.inner)
      Kernels.product(
        rows: size.columns, columns: size.inner, inner: size.rows,
        dy, aRow: 1, aColumn: size.columns, values(of: inputs.0), bRows: rows,
        into: dw, cRow: size.inner, adding: true)
    }
  }
}
