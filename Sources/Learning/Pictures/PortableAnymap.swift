import Autodiff

/// Reads and writes the portable formats of Netpbm: PBM (P1, P4), PGM (P2, P5) and PPM (P3, P6).
///
/// Samples above 255 take two bytes, the high one first. In bitmaps 1 is black, so that white is 1 here. Comments, from `#`
/// to the end of the line, may stand wherever blanks do in a header or among written numbers. What follows the first
/// picture of a file is left alone.
public enum PortableAnymap {
  /// The picture in a file.
  ///
  /// Nothing is set aside for what the header claims before as many bytes are there.
  ///
  /// - Throws: ``PictureError``
  public static func picture(_ bytes: [UInt8]) throws(PictureError) -> Picture {
    var reader = Reader(bytes: bytes)
    return try reader.picture()
  }

  /// The file of a picture: P5 if it is grey, P6 if it is coloured.
  public static func bytes(_ picture: Picture) -> [UInt8] {
    let (extent, maximum) = (picture.extent, picture.maximum)
    let header = "P\(picture.isColoured ? 6 : 5)\n\(extent.width) \(extent.height)\n\(maximum)\n"
    var bytes = Array(header.utf8)
    let isWide = maximum > 255
    bytes.reserveCapacity(
      bytes.count + picture.channels.count * extent.height * extent.width * (isWide ? 2 : 1))
    for pixel in 0..<extent.height * extent.width {
      for channel in picture.channels {
        let sample = Int(channel.cells[pixel].rounded())
        if isWide { bytes.append(UInt8(sample >> 8)) }
        bytes.append(UInt8(sample & 255))
      }
    }
    return bytes
  }

  private struct Reader {
    /// Larger numbers are taken for this one, which is beyond every limit.
    static let mostClaimed = 1_000_000
    let bytes: [UInt8]
    var place = 0

    mutating func picture() throws(PictureError) -> Picture {
      guard bytes.count >= 2, bytes[0] == UInt8(ascii: "P"),
        (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(bytes[1])
      else {
        if let format = PictureFormat(of: bytes) { throw .foreign(format) }
        throw .unknownFormat
      }
      let kind = Int(bytes[1] - UInt8(ascii: "0"))
      place = 2
      guard place < bytes.count, Self.isBlank(bytes[place]) || bytes[place] == Byte.hash else {
        throw .header("blank")
      }
      let width = try number("width")
      let height = try number("height")
      guard width > 0, height > 0 else { throw .emptySide(width: width, height: height) }
      guard max(width, height) <= Picture.longestSide else { throw .tooLarge(width: width, height: height) }
      let isBitmap = kind == 1 || kind == 4
      let maximum = isBitmap ? 1 : try number("number for white")
      guard (1...65_535).contains(maximum) else { throw .maximum(maximum) }
      let extent = Extent(height: height, width: width)
      let channels = kind == 3 || kind == 6 ? 3 : 1
      let samples: [Double]
      if kind <= 3 {
        samples = try written(width * height * channels, upTo: maximum, isBitmap: isBitmap)
      } else {
        // One blank ends the header.
        guard place < bytes.count, Self.isBlank(bytes[place]) else { throw .header("blank") }
        place += 1
        samples =
          try isBitmap ? packed(extent) : raw(width * height * channels, upTo: maximum)
      }
      let planes = (0..<channels).map { channel in
        let cells =
          channels == 1 ? samples : stride(from: channel, to: samples.count, by: channels).map { samples[$0] }
        return Grid(extent: extent, cells: cells)
      }
      return Picture(channels: planes, maximum: maximum)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == Byte.space || (9...13).contains(byte) }

    /// The next whole number of the header; one too large to be any is the largest.
    private mutating func number(_ name: String) throws(PictureError) -> Int {
      skipBlanks()
      guard let number = digits() else { throw .header(name) }
      return number
    }

    private mutating func skipBlanks() {
      while place < bytes.count {
        if bytes[place] == Byte.hash {
          while place < bytes.count, !Byte.endsLine(bytes[place]) { place += 1 }
        } else if Self.isBlank(bytes[place]) {
          place += 1
        } else {
          return
        }
      }
    }

    private mutating func digits() -> Int? {
      let start = place
      var number = 0
      while place < bytes.count, Byte.isDigit(bytes[place]) {
        number = min(number * 10 + Int(bytes[place] - UInt8(ascii: "0")), Self.mostClaimed)
        place += 1
      }
      return place > start ? number : nil
    }

    /// Numbers as text. Those of bitmaps are single digits, with or without blanks between.
    private mutating func written(
      _ count: Int, upTo maximum: Int, isBitmap: Bool
    ) throws(PictureError) -> [Double] {
      var samples: [Double] = []
      while samples.count < count {
        skipBlanks()
        guard place < bytes.count else { throw .truncated(samples.count, expected: count) }
        let sample: Int
        if isBitmap {
          guard bytes[place] == UInt8(ascii: "0") || bytes[place] == UInt8(ascii: "1") else {
            throw .notASample(index: samples.count)
          }
          sample = bytes[place] == UInt8(ascii: "0") ? 1 : 0
          place += 1
        } else {
          guard let number = digits() else { throw .notASample(index: samples.count) }
          guard number <= maximum else { throw .aboveMaximum(number, maximum: maximum) }
          sample = number
        }
        samples.append(Double(sample))
      }
      return samples
    }

    /// Samples of one byte, or of two above 255.
    private func raw(_ count: Int, upTo maximum: Int) throws(PictureError) -> [Double] {
      let size = maximum > 255 ? 2 : 1
      guard (bytes.count - place) / size >= count else {
        throw .truncated((bytes.count - place) / size, expected: count)
      }
      var samples = [Double](repeating: 0, count: count)
      for index in 0..<count {
        let start = place + index * size
        let sample = size == 1 ? Int(bytes[start]) : Int(bytes[start]) << 8 | Int(bytes[start + 1])
        guard sample <= maximum else { throw .aboveMaximum(sample, maximum: maximum) }
        samples[index] = Double(sample)
      }
      return samples
    }

    /// Eight pixels a byte, the leftmost in the highest bit; every row begins with a byte of its own.
    private func packed(_ extent: Extent) throws(PictureError) -> [Double] {
      let rowBytes = (extent.width + 7) / 8
      let rows = (bytes.count - place) / rowBytes
      guard rows >= extent.height else {
        throw .truncated(rows * extent.width, expected: extent.height * extent.width)
      }
      return (0..<extent.height).flatMap { row in
        (0..<extent.width).map { column in
          let byte = bytes[place + row * rowBytes + column / 8]
          return byte >> UInt8(7 - column % 8) & 1 == 1 ? 0 : 1
        }
      }
    }
  }
}
