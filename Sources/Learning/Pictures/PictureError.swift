public import Autodiff

/// Why bytes are no picture, or a text no kernel for one.
public enum PictureError: InputError {
  /// Another kind of picture, which has to be converted.
  case foreign(PictureFormat)
  /// No kind of picture that is known.
  case unknownFormat
  /// The header ends, or something in it is no number; what was to be read.
  case header(String)
  /// No pixels along a side.
  case emptySide(width: Int, height: Int)
  /// More pixels along a side than are accepted; the numbers as the header has them.
  case tooLarge(width: Int, height: Int)
  /// A number for full brightness that is not 1 to 65,535.
  case maximum(Int)
  /// The file ends too early: numbers found, and wanted.
  case truncated(Int, expected: Int)
  /// A sample that is no number, counted from 0.
  case notASample(index: Int)
  /// A sample above the number for full brightness.
  case aboveMaximum(Int, maximum: Int)
  /// A kernel larger than is accepted.
  case kernelTooLarge(Extent)
  /// A kernel has no such setting, or not such a value: the setting as typed, and what would be right.
  case setting(String, String)
  /// Rows of a kernel that cannot be read.
  case rows(TableError)
  /// A kernel that does not fit the picture, or padding and stride out of range.
  case geometry(GeometryError)
  /// A word that names no kernel.
  case unknownKernel(String)
  /// A response of more pixels than are accepted.
  case responseTooLarge(Extent)

  /// Who has to change something.
  public var fault: InputFault {
    switch self {
    case .foreign, .unknownFormat, .header, .emptySide, .maximum, .truncated, .notASample, .aboveMaximum:
      .data
    case .rows(let error): error.fault
    case .geometry(let error): error.fault
    case .tooLarge, .kernelTooLarge, .setting, .unknownKernel, .responseTooLarge: .request
    }
  }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .foreign(let format):
      "it is \(format.rawValue), and only PGM, PPM and PBM are read: \(format.conversion(of: "FILE"))"
    case .unknownFormat: "it is no picture that is known: PGM, PPM or PBM are read, which begin with P1 to P6"
    case .header(let wanted): "its header has no \(wanted) where one is expected"
    case .emptySide(let width, let height):
      "it is \(width)x\(height) (width x height), which is no pixel at all"
    case .tooLarge(let width, let height):
      "it claims a width of \(Self.claim(width)) and a height of \(Self.claim(height)) pixels, beyond the limit of "
        + "\(Picture.longestSide)x\(Picture.longestSide)"
    case .maximum(let maximum): "its number for white is \(maximum), where 1 to 65535 are possible"
    case .truncated(let found, let expected):
      "it ends after \(Numeral.grouped(found)) of \(Numeral.grouped(expected)) samples"
    case .notASample(let index): "its sample \(Numeral.grouped(index + 1)) is not a number"
    case .aboveMaximum(let sample, let maximum):
      "it has a sample \(sample) above its number for white, \(maximum)"
    case .kernelTooLarge(let extent):
      "a kernel for pictures has at most \(PictureKernel.longestSide)x\(PictureKernel.longestSide) cells, "
        + "not \(extent.product)"
    case .setting(let text, let form): "\(Echo.quote(text)) is not \(form)"
    case .rows(let error): error.description
    case .geometry(let error): error.description
    case .unknownKernel(let text):
      "\(Echo.quote(text)) is no kernel: write rows such as 1 0 -1; 2 0 -2 or one of "
        + PictureKernel.names.joined(separator: ", ")
    case .responseTooLarge(let extent):
      "the response \(extent.product) is beyond the limit of \(Picture.longestSide)x\(Picture.longestSide)"
    }
  }

  /// Numbers without end are read as a million.
  private static func claim(_ side: Int) -> String { side < 1_000_000 ? "\(side)" : "a million or more" }
}
