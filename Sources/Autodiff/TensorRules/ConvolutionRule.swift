/// conv2d as a product of the filters with the unfolded image (`Unfolding`), and its three derivatives.
extension TapeStorage {
  /// Y = W · unfold(X) + bias, image by image.
  mutating func evaluateConvolution(_ node: Int32) {
    let plan = Unfolding(details(of: node, as: ConvolutionShape.self).pointee)
    let inputs = record(of: node).pointee.inputs
    workspace.count = 0
    let startsPlace = workspace.allocate(plan.rows, of: Int.self)
    let framePlace = workspace.allocate(plan.imageLength, of: Element.self)
    let matrixPlace = workspace.allocate(plan.isCopied ? plan.pageLength : 0, of: Element.self)
    let resultPlace = workspace.allocate(plan.shape.filters * plan.stripLength, of: Element.self)
    let starts = workspace.pointer(at: startsPlace, to: Int.self)
    let frame = workspace.pointer(at: framePlace, to: Element.self)
    let matrix = workspace.pointer(at: matrixPlace, to: Element.self)
    let result = workspace.pointer(at: resultPlace, to: Element.self)
    plan.writeRowStarts(starts)
    let needsFrame = plan.shape.padding != 0
    if needsFrame { frame.update(repeating: 0, count: plan.imageLength) }

    let (x, w, y) = (values(of: inputs.0), values(of: inputs.1), values(of: node))
    let bias = inputs.2 < 0 ? nil : values(of: inputs.2)
    let imageCount = plan.shape.channels * plan.shape.input.height * plan.shape.input.width
    let (height, width) = (plan.shape.output.height, plan.shape.output.width)
    for image in 0..<plan.shape.images {
      var page = x + image * imageCount
      if needsFrame {
        plan.pad(page, into: frame)
        page = frame
      }
      if plan.isCopied {
        plan.unfold(page, into: matrix)
        page = matrix
      }
      let target = y + image * plan.shape.filters * height * width
      for first in stride(from: 0, to: height, by: plan.stripHeight) {
        for group in 0..<plan.shape.groups {
          let filter = group * plan.shape.filtersPerGroup
          Kernels.product(
            rows: plan.shape.filtersPerGroup, columns: plan.stripColumns(from: first), inner: plan.filterRows,
            w + filter * plan.filterRows, aRow: plan.filterRows, aColumn: 1,
            page + first * plan.pitch, bRows: starts + group * plan.filterRows,
            into: result + filter * plan.stripLength, cRow: plan.stripLength, adding: false)
        }
        for filter in 0..<plan.shape.filters {
          let shift = bias?[filter] ?? 0
          for row in first..<Swift.min(first + plan.stripHeight, height) {
            let line = target + (filter * height + row) * width
            let source = result + filter * plan.stripLength + (row - first) * plan.pitch
            for column in 0..<width { line[column] = source[column] + shift }
          }
        }
      }
    }
  }

  /// ∂W += ∂Y · unfold(X)ᵀ,  ∂X += fold(Wᵀ · ∂Y),  ∂bias += Σ ∂Y.
  mutating func pullBackConvolution(_ node: Int32) {
    guard let dy = adjoints(of: node) else { return }
    let plan = Unfolding(details(of: node, as: ConvolutionShape.self).pointee)
    let inputs = record(of: node).pointee.inputs
    if let dBias = inputs.2 < 0 ? nil : adjoints(of: inputs.2) { addBiasShares(plan.shape, dy, to: dBias) }
    let dx = adjoints(of: inputs.0)
    let dw = adjoints(of: inputs.1)
    if dx == nil && dw == nil { return }
    let (x, w) = (values(of: inputs.0), values(of: inputs.1))
    guard areFinite(x, count(of: inputs.0)), areFinite(w, count(of: inputs.1)), areFinite(dy, count(of: node))
    else { return addProductShares(plan.shape, x, w, dy, toInput: dx, toKernel: dw) }

    // A few images at a time, so that their unfolded forms stay in the cache between the two products.
    let pageCount = plan.pageLength + plan.shape.filters * plan.rowLength
    let chunk = Swift.max(1, Swift.min(plan.shape.images, 65_536 / pageCount))
    let room = ConvolutionWorkspace(
      plan, pages: chunk, foldsBack: dx != nil, in: &workspace, of: Element.self)
    for first in stride(from: 0, to: plan.shape.images, by: chunk) {
      let pages = Swift.min(chunk, plan.shape.images - first)
      for page in 0..<pages { room.spread(dy, image: first + page, page: page) }
      if let dw {
        for page in 0..<pages { room.unfold(x, image: first + page, page: page) }
        room.addKernelShares(pages: pages, to: dw)
      }
      if let dx {
        for page in 0..<pages { room.addInputShares(w, page: page, to: dx, image: first + page) }
      }
    }
  }

  /// ∂W and ∂X product by product, as they are defined.
  ///
  /// The matrices above hold zeros where the image has nothing: around it, between its rows, behind them. Where a number
  /// is infinite those would make 0 · ∞ of products that do not exist.
  private func addProductShares(
    _ shape: ConvolutionShape, _ x: UnsafePointer<Element>, _ w: UnsafePointer<Element>,
    _ dy: UnsafePointer<Element>, toInput dx: UnsafeMutablePointer<Element>?,
    toKernel dw: UnsafeMutablePointer<Element>?
  ) {
    shape.forEachProduct { input, weight, output in
      dw?[weight] += dy[output] * x[input]
      dx?[input] += dy[output] * w[weight]
    }
  }

  private func addBiasShares(
    _ shape: ConvolutionShape, _ dy: UnsafePointer<Element>, to dBias: UnsafeMutablePointer<Element>
  ) {
    let count = shape.output.height * shape.output.width
    var plane = dy
    for _ in 0..<shape.images {
      for filter in 0..<shape.filters {
        dBias[filter] += Autodiff.sum(plane, count)
        plane += count
      }
    }
  }
}
