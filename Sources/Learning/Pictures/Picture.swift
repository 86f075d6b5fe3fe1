public import Autodiff

/// A picture: one plane of numbers if it is grey, three (red, green, blue) if it is coloured.
public struct Picture: Hashable, Sendable {
  /// The planes, all of one size; cells lie in 0…``maximum``.
  public let channels: [Grid]
  /// What full brightness is called, 1…65,535; 0 is black.
  public let maximum: Int

  /// Most pixels along either side.
  public static let longestSide = 2048

  /// A picture of the given planes.
  ///
  /// - Precondition: there are one or three planes of one size, and `maximum` is 1 to 65,535.
  init(channels: [Grid], maximum: Int) {
    precondition([1, 3].contains(channels.count) && channels.allSatisfy { $0.extent == channels[0].extent })
    precondition((1...65_535).contains(maximum))
    (self.channels, self.maximum) = (channels, maximum)
  }

  /// Height and width in pixels.
  public var extent: Extent { channels[0].extent }

  /// Whether it has three channels.
  public var isColoured: Bool { channels.count == 3 }

  /// What its channels are called, in their order.
  public var channelNames: [String] { isColoured ? ["red", "green", "blue"] : ["grey"] }

  /// Weighted as the eye does (ITU-R BT.601): 0.299 red + 0.587 green + 0.114 blue.
  public var grey: Grid {
    guard isColoured else { return channels[0] }
    let cells = channels[0].cells.indices.map { pixel in
      0.299 * channels[0].cells[pixel] + 0.587 * channels[1].cells[pixel] + 0.114 * channels[2].cells[pixel]
    }
    return Grid(extent: extent, cells: cells)
  }
}

extension Picture {
  /// The same with three channels, all alike if it was grey.
  public var coloured: Picture {
    isColoured ? self : Picture(channels: [channels[0], channels[0], channels[0]], maximum: maximum)
  }

  /// Moved down and to the right by so many pixels; what comes in from outside is black.
  public func shifted(rows: Int, columns: Int) -> Picture {
    mapped { $0.shifted(rows: rows, columns: columns) }
  }

  /// Turned by 90° clockwise.
  public var turned: Picture { mapped(\.turned) }

  /// Made smaller, if it is larger than `size` on either side, by a whole number: each pixel becomes the mean of a square
  /// of them.
  public func fitted(into size: Extent) -> Picture {
    let factor = max(
      (extent.height + size.height - 1) / max(1, size.height),
      (extent.width + size.width - 1) / max(1, size.width), 1)
    return factor == 1 ? self : mapped { $0.shrunk(by: factor) }
  }

  private func mapped(_ transform: (Grid) -> Grid) -> Picture {
    Picture(channels: channels.map(transform), maximum: maximum)
  }
}

extension Grid {
  /// Moved down and to the right, with zeros coming in.
  public func shifted(rows: Int, columns: Int) -> Grid {
    var moved = Grid(extent, repeating: 0)
    for row in 0..<height where (0..<height).contains(row - rows) {
      for column in 0..<width where (0..<width).contains(column - columns) {
        moved[row, column] = self[row - rows, column - columns]
      }
    }
    return moved
  }

  /// Turned by 90° clockwise.
  public var turned: Grid {
    let cells = (0..<width).flatMap { column in (0..<height).reversed().map { self[$0, column] } }
    return Grid(extent: Extent(height: width, width: height), cells: cells)
  }

  /// Means of squares of `factor` times `factor` cells; those at the far ends may be cut.
  func shrunk(by factor: Int) -> Grid {
    let small = Extent(height: (height + factor - 1) / factor, width: (width + factor - 1) / factor)
    var sums = [Double](repeating: 0, count: small.height * small.width)
    var counts = sums
    for row in 0..<height {
      for column in 0..<width {
        let place = row / factor * small.width + column / factor
        sums[place] += cells[row * width + column]
        counts[place] += 1
      }
    }
    return Grid(extent: small, cells: zip(sums, counts).map { $0 / $1 })
  }
}
