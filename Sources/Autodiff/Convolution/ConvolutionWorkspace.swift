/// The workspace of a convolution's backward pass, and the steps that are done in it.
struct ConvolutionWorkspace<Element: Precision> {
  let plan: Unfolding
  let starts: UnsafeMutablePointer<Int>
  /// Where the rows of ∂Y start, a constant distance apart.
  let gradientStarts: UnsafeMutablePointer<Int>
  /// One padded image; also where ∂X is collected.
  let frame: UnsafeMutablePointer<Element>
  /// Unfolded images, page by page.
  let pages: UnsafeMutablePointer<Element>
  /// ∂Y in the columns of the unfolded image, zero in those that wrap around, page by page.
  let gradients: UnsafeMutablePointer<Element>
  /// Wᵀ · ∂Y for the cells of one channel and one strip of windows, with zeros between the rows.
  let columns: UnsafeMutablePointer<Element>
  /// The zeros at either end of such a row: as many as neighbouring rows are shifted against each other.
  let margin: Int
  let columnsRow: Int

  init(_ plan: Unfolding, pages count: Int, foldsBack: Bool, in workspace: inout Arena, of _: Element.Type) {
    self.plan = plan
    margin = plan.isCopied ? 0 : (plan.shape.kernel.width - 1) * plan.shape.dilation.width
    columnsRow = ((plan.isCopied ? plan.columns : plan.stripLength) + margin + 15) & ~15
    workspace.count = 0
    let columnsCount = foldsBack ? plan.cells * columnsRow + 2 * margin + Kernels.slack : 0
    let places = (
      workspace.allocate(plan.rows, of: Int.self),
      workspace.allocate(plan.shape.filters, of: Int.self),
      workspace.allocate(plan.imageLength, of: Element.self),
      workspace.allocate(count * plan.pageLength, of: Element.self),
      workspace.allocate(count * plan.shape.filters * plan.rowLength, of: Element.self),
      workspace.allocate(columnsCount, of: Element.self)
    )
    starts = workspace.pointer(at: places.0, to: Int.self)
    gradientStarts = workspace.pointer(at: places.1, to: Int.self)
    frame = workspace.pointer(at: places.2, to: Element.self)
    pages = workspace.pointer(at: places.3, to: Element.self)
    gradients = workspace.pointer(at: places.4, to: Element.self)
    columns = workspace.pointer(at: places.5, to: Element.self)
    plan.writeRowStarts(starts)
    for filter in 0..<plan.shape.filters { gradientStarts[filter] = filter * plan.rowLength }
    frame.update(repeating: 0, count: plan.imageLength)
    pages.update(repeating: 0, count: count * plan.pageLength)
    gradients.update(repeating: 0, count: count * plan.shape.filters * plan.rowLength)
    columns.update(repeating: 0, count: columnsCount)
  }

  /// Lays one image's ∂Y out in the columns of the unfolded image.
  func spread(_ dy: UnsafePointer<Element>, image: Int, page: Int) {
    let (height, width) = (plan.shape.output.height, plan.shape.output.width)
    var source = dy + image * plan.shape.filters * height * width
    for filter in 0..<plan.shape.filters {
      var target = gradients + (page * plan.shape.filters + filter) * plan.rowLength
      for _ in 0..<height {
        target.update(from: source, count: width)
        source += width
        target += plan.pitch
      }
    }
  }

  /// Unfolds one image of X.
  func unfold(_ x: UnsafePointer<Element>, image: Int, page: Int) {
    let source = x + image * plan.shape.channels * plan.shape.input.height * plan.shape.input.width
    let target = pages + page * plan.pageLength
    if plan.isCopied {
      frame.update(repeating: 0, count: plan.imageLength)
      plan.pad(source, into: frame)
      plan.unfold(frame, into: target)
    } else {
      plan.pad(source, into: target)
    }
  }

  /// ∂W += ∂Y · unfold(X)ᵀ, summed over the pages.
  func addKernelShares(pages count: Int, to dw: UnsafeMutablePointer<Element>) {
    let inner = (plan.columns + 15) & ~15
    for first in stride(from: 0, to: inner, by: 4096) {
      for group in 0..<plan.shape.groups {
        let filter = group * plan.shape.filtersPerGroup
        Kernels.dots(
          pages: count, rows: plan.shape.filtersPerGroup, columns: plan.filterRows,
          inner: Swift.min(4096, inner - first),
          gradients + filter * plan.rowLength + first, aPage: plan.shape.filters * plan.rowLength,
          aRow: plan.rowLength, pages + first, bPage: plan.pageLength,
          bRows: starts + group * plan.filterRows, into: dw + filter * plan.filterRows, cRow: plan.filterRows)
      }
    }
  }

  /// ∂X += fold(Wᵀ · ∂Y) for one image.
  func addInputShares(
    _ w: UnsafePointer<Element>, page: Int, to dx: UnsafeMutablePointer<Element>, image: Int
  ) {
    let image = dx + image * plan.shape.channels * plan.shape.input.height * plan.shape.input.width
    let isFramed = plan.shape.padding != 0
    let target = isFramed ? frame : image
    if isFramed { frame.update(repeating: 0, count: plan.imageLength) }
    for channel in 0..<plan.shape.channels {
      let (group, place) = channel.quotientAndRemainder(dividingBy: plan.shape.channelsPerGroup)
      let filter = group * plan.shape.filtersPerGroup
      let shares = gradients + (page * plan.shape.filters + filter) * plan.rowLength
      let w = w + filter * plan.filterRows + place * plan.cells
      if plan.isCopied {
        multiply(w, shares, count: plan.columns)
        plan.fold(columns, channel: channel, onto: target, rowLength: columnsRow)
      } else {
        for first in stride(from: 0, to: plan.shape.output.height, by: plan.stripHeight) {
          let start = first * plan.pitch
          multiply(w, shares + start, count: plan.stripColumns(from: first))
          overlay(onto: target + plan.offset(channel, 0, 0) + start, count: plan.stripColumns(from: first))
        }
      }
    }
    if isFramed { plan.addInside(of: frame, to: image) }
  }

  /// `columns` = Wᵀ · ∂Y for one channel, over a stretch of columns.
  private func multiply(_ w: UnsafePointer<Element>, _ shares: UnsafePointer<Element>, count: Int) {
    Kernels.product(
      rows: plan.cells, columns: count, inner: plan.shape.filtersPerGroup, w, aRow: 1,
      aColumn: plan.filterRows,
      shares, bRows: gradientStarts, into: columns + margin, cRow: columnsRow, adding: false)
    // A shorter stretch leaves some of the longer one before it where the next row's zeros must be.
    if !plan.isCopied {
      for cell in 0..<plan.cells {
        (columns + margin + cell * columnsRow + count).update(repeating: 0, count: margin)
      }
    }
  }

  /// Adds the rows of `columns` to where they were taken from, a row of the kernel at a time.
  private func overlay(onto target: UnsafeMutablePointer<Element>, count: Int) {
    for u in 0..<plan.shape.kernel.height {
      Kernels.overlay(
        columns + margin + u * plan.shape.kernel.width * columnsRow, row: columnsRow,
        count: plan.shape.kernel.width, shift: plan.shape.dilation.width,
        onto: target + plan.offset(0, u, 0), length: count + margin)
    }
  }
}
