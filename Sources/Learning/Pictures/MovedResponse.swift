public import Autodiff

/// A picture that is moved and then filtered, beside the same picture filtered and then moved: whether it makes a
/// difference which comes first.
///
/// For a shift by whole strides it makes none, bit by bit, wherever a window sees nothing of the borders. For a turn it
/// makes one, unless the kernel is the same after the turn.
public struct MovedResponse: Hashable, Sendable {
  /// What is done to the picture, and to the response.
  public enum Motion: Hashable, Sendable {
    /// Down and to the right by so many pixels.
    case shift(rows: Int, columns: Int)
    /// By 90° clockwise.
    case turn
  }

  /// What is done.
  public let motion: Motion
  /// The picture as it is, filtered.
  public let still: FilteredPicture
  /// The moved picture, filtered.
  public let moved: FilteredPicture
  /// The response of the picture as it is, moved; one plane for each channel.
  public let expected: [Grid]
  /// Where the two are compared: rows and columns of the moved picture's response. Empty where nothing can be compared.
  public let rows, columns: Range<Int>

  /// Moves `still`'s picture and its response.
  ///
  /// - Throws: ``PictureError`` when a kernel does not fit the turned picture.
  public init(_ still: FilteredPicture, _ motion: Motion) throws(PictureError) {
    (self.still, self.motion) = (still, motion)
    let (rowSpan, columnSpan) = (still.span(\.rows), still.span(\.columns))
    switch motion {
    case .shift(let down, let right):
      moved = try still.filtering(still.picture.shifted(rows: down, columns: right))
      expected = still.response.map {
        $0.shifted(rows: down / rowSpan.stride, columns: right / columnSpan.stride)
      }
      rows = rowSpan.inside(still.picture.extent.height, shift: down, of: still.extent.height)
      columns = columnSpan.inside(still.picture.extent.width, shift: right, of: still.extent.width)
    case .turn:
      moved = try still.filtering(still.picture.turned)
      expected = still.response.map(\.turned)
      let isComparable = expected[0].extent == moved.extent
      rows = isComparable ? 0..<moved.extent.height : 0..<0
      columns = isComparable ? 0..<moved.extent.width : 0..<0
    }
  }

  /// Whether there is anything to compare.
  public var isComparable: Bool { !rows.isEmpty && !columns.isEmpty }

  /// Whether the shift is a whole number of strides; always for a turn.
  public var isWhole: Bool {
    switch motion {
    case .shift(let down, let right):
      down.isMultiple(of: still.span(\.rows).stride) && right.isMultiple(of: still.span(\.columns).stride)
    case .turn: true
    }
  }

  /// The moved picture's response less the moved response, for each channel; NaN where they are not compared.
  public var difference: [Grid] {
    zip(moved.response, expected).map { moved, expected in
      var difference = Grid(moved.extent, repeating: .nan)
      for row in rows {
        for column in columns { difference[row, column] = moved[row, column] - expected[row, column] }
      }
      return difference
    }
  }

  /// The cell of the response of the picture as it is that `cell` of ``expected`` comes from; `nil` where there is none.
  public func origin(of cell: Position) -> Position? {
    let origin: Position
    switch motion {
    case .shift(let down, let right):
      origin = Position(
        row: cell.row - down / still.span(\.rows).stride,
        column: cell.column - right / still.span(\.columns).stride)
    case .turn: origin = Position(row: still.extent.height - 1 - cell.column, column: cell.row)
    }
    return still.response[0].contains(origin) ? origin : nil
  }
}

extension FilteredPicture {
  /// What one number of the last response sees of the picture along an axis: `length` pixels, from pixel
  /// `stride`·index − `before` on.
  struct Span: Hashable, Sendable {
    var (length, stride, before) = (1, 1, 0)

    /// The responses, of `count`, that see only pixels of a side of `side` which a shift leaves and which it has brought.
    func inside(_ side: Int, shift: Int, of count: Int) -> Range<Int> {
      let (low, high) = (max(0, shift), side + min(0, shift))
      let first = (low + before + stride - 1) / stride
      let room = high - length + before
      guard room >= 0 else { return 0..<0 }
      let end = min(count, room / stride + 1)
      return first < end ? first..<end : 0..<0
    }
  }

  /// What one number of the response sees along `axis`.
  func span(_ axis: KeyPath<ConvolutionGeometry, ConvolutionAxis>) -> Span {
    geometries.reduce(into: Span()) { span, geometry in
      let next = geometry[keyPath: axis]
      span.before += span.stride * next.paddingBefore
      span.length += span.stride * (next.kernel - 1)
      span.stride *= next.stride
    }
  }

  /// Height and width of what one number of the response sees of the picture, padding included.
  public var reach: Extent { Extent(height: span(\.rows).length, width: span(\.columns).length) }

  /// Pixels of the picture from one number of the response to the next.
  public var step: Extent { Extent(height: span(\.rows).stride, width: span(\.columns).stride) }

  /// The top left pixel that the number at `cell` sees; outside the picture where that is padding.
  public func corner(of cell: Position) -> Position {
    let (rows, columns) = (span(\.rows), span(\.columns))
    return Position(
      row: cell.row * rows.stride - rows.before, column: cell.column * columns.stride - columns.before)
  }

  /// Another picture, filtered alike.
  ///
  /// - Throws: ``PictureError``
  func filtering(_ picture: Picture) throws(PictureError) -> FilteredPicture {
    try FilteredPicture(picture, kernels, padding: padding, stride: stride)
  }
}
