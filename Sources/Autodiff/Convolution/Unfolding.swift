/// How the windows of a convolution lie in memory as the columns of a matrix, so that it becomes a matrix product.
///
/// The matrix has a row for every cell (c, u, v) of a kernel and a column for every window. With stride 1 it need
/// not be made: in the padded image, the inputs that meet one kernel cell in consecutive windows are consecutive
/// themselves. Row (c, u, v) then simply starts at that cell's own offset, all rows overlap, and a column exists for
/// every position along the padded row; the few that wrap around its end are computed and dropped.
/// With larger strides the rows are copied out (im2col; Chellapilla, Puri & Simard, 2006).
struct Unfolding: BitwiseCopyable {
  let shape: ConvolutionShape
  /// The padded image.
  let padded: Extent
  /// Columns from one row of windows to the next.
  let pitch: Int
  /// The number of columns, from the first window to the last.
  let columns: Int
  /// Room for a row with vector loads past its end.
  let rowLength: Int
  /// Whether the matrix has to be copied out.
  let isCopied: Bool

  init(_ shape: ConvolutionShape) {
    self.shape = shape
    padded = Extent(
      height: shape.input.height + shape.padding.total.height,
      width: shape.input.width + shape.padding.total.width)
    isCopied = shape.stride != 1
    pitch = isCopied ? shape.output.width : padded.width
    columns = (shape.output.height - 1) * pitch + shape.output.width
    rowLength = (columns + 31) & ~31
  }

  /// The number of the matrix's rows: the cells of all channels.
  var rows: Int { shape.channels * cells }
  /// The cells of one filter, which meets the rows of its group's channels.
  var filterRows: Int { shape.channelsPerGroup * cells }
  /// The cells of a kernel in one channel.
  var cells: Int { shape.kernel.height * shape.kernel.width }
  /// The elements of a padded plane.
  var plane: Int { padded.height * padded.width }
  /// The elements of one padded image, with room for vector loads past its end.
  var imageLength: Int { (shape.channels * plane + 2 * Kernels.slack + 15) & ~15 }
  /// The elements of one unfolded image.
  var pageLength: Int { isCopied ? rows * rowLength + Kernels.slack : imageLength }

  /// How many rows of windows are dealt with at a time, so that intermediate results stay in the cache.
  var stripHeight: Int { Swift.max(1, Swift.min(shape.output.height, 2048 / pitch)) }

  /// The columns of the rows of windows from `first` on, up to a strip's height.
  func stripColumns(from first: Int) -> Int {
    (Swift.min(stripHeight, shape.output.height - first) - 1) * pitch + shape.output.width
  }

  /// Room for the columns of a strip with vector loads past their end.
  var stripLength: Int { (stripColumns(from: 0) + 31) & ~31 }

  /// Writes where the matrix's rows start.
  func writeRowStarts(_ starts: UnsafeMutablePointer<Int>) {
    var row = 0
    for channel in 0..<shape.channels {
      for u in 0..<shape.kernel.height {
        for v in 0..<shape.kernel.width {
          starts[row] = isCopied ? row * rowLength : offset(channel, u, v)
          row += 1
        }
      }
    }
  }

  /// Where a kernel cell lies on the padded image when the window is at the start.
  func offset(_ channel: Int, _ u: Int, _ v: Int) -> Int {
    channel * plane + u * shape.dilation.height * padded.width + v * shape.dilation.width
  }
}

extension Unfolding {
  /// Copies an image into its padded frame, whose border must be zero already.
  func pad<E: Precision>(_ image: UnsafePointer<E>, into frame: UnsafeMutablePointer<E>) {
    let (height, width) = (shape.input.height, shape.input.width)
    var source = image
    for channel in 0..<shape.channels {
      var target = frame + channel * plane + shape.padding.top * padded.width + shape.padding.left
      for _ in 0..<height {
        target.update(from: source, count: width)
        source += width
        target += padded.width
      }
    }
  }

  /// Adds the inside of a padded frame to an image.
  func addInside<E: Precision>(of frame: UnsafePointer<E>, to image: UnsafeMutablePointer<E>) {
    let (height, width) = (shape.input.height, shape.input.width)
    var target = image
    for channel in 0..<shape.channels {
      var source = frame + channel * plane + shape.padding.top * padded.width + shape.padding.left
      for _ in 0..<height {
        for column in 0..<width { target[column] += source[column] }
        target += width
        source += padded.width
      }
    }
  }

  /// Copies the windows of a padded image into the rows of the matrix.
  func unfold<E: Precision>(_ frame: UnsafePointer<E>, into matrix: UnsafeMutablePointer<E>) {
    forEachWindowRow { matrixOffset, frameOffset in
      for column in 0..<shape.output.width {
        matrix[matrixOffset + column] = frame[frameOffset + column * shape.stride.width]
      }
    }
  }

  /// Adds the rows of the matrix back to where they were taken from.
  func fold<E: Precision>(
    _ matrix: UnsafePointer<E>, channel: Int, onto frame: UnsafeMutablePointer<E>, rowLength: Int
  ) {
    var row = matrix
    for u in 0..<shape.kernel.height {
      for v in 0..<shape.kernel.width {
        var target = frame + offset(channel, u, v)
        for windowRow in 0..<shape.output.height {
          let source = row + windowRow * pitch
          for column in 0..<shape.output.width { target[column * shape.stride.width] += source[column] }
          target += shape.stride.height * padded.width
        }
        row += rowLength
      }
    }
  }

  private func forEachWindowRow(_ body: (_ matrixOffset: Int, _ frameOffset: Int) -> Void) {
    var row = 0
    for channel in 0..<shape.channels {
      for u in 0..<shape.kernel.height {
        for v in 0..<shape.kernel.width {
          let start = offset(channel, u, v)
          for windowRow in 0..<shape.output.height {
            body(row * rowLength + windowRow * pitch, start + windowRow * shape.stride.height * padded.width)
          }
          row += 1
        }
      }
    }
  }
}
