/// Kinds of files that hold pictures, told by their first bytes.
public enum PictureFormat: String, CaseIterable, Sendable {
  case png = "PNG"
  case jpeg = "JPEG"
  case gif = "GIF"
  case bmp = "BMP"
  case tiff = "TIFF"
  case webp = "WebP"
  case pam = "PAM"
  case gzip = "gzip"

  /// The kind of a file that begins with `bytes`, unless it is PGM, PPM or PBM, or unknown.
  init?(of bytes: [UInt8]) {
    guard let format = Self.allCases.first(where: { $0.beginnings.contains { bytes.starts(with: $0) } })
    else { return nil }
    let isOtherRIFF = format == .webp && !(bytes.count >= 12 && bytes[8..<12].elementsEqual("WEBP".utf8))
    guard !isOtherRIFF else { return nil }
    self = format
  }

  private var beginnings: [[UInt8]] {
    switch self {
    case .png: [[0x89] + Array("PNG".utf8)]
    case .jpeg: [[0xFF, 0xD8, 0xFF]]
    case .gif: [Array("GIF8".utf8)]
    case .bmp: [Array("BM".utf8)]
    case .tiff: [Array("II*\0".utf8), Array("MM\0*".utf8)]
    case .webp: [Array("RIFF".utf8)]
    case .pam: [Array("P7\n".utf8)]
    case .gzip: [[0x1F, 0x8B]]
    }
  }

  /// The command that makes a PPM file of `file`, or the file inside it: `convert photo.png photo.ppm`.
  public func conversion(of file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
    return self == .gzip
      ? "gunzip \(Self.quoted(file))" : "convert \(Self.quoted(file)) \(Self.quoted(stem + ".ppm"))"
  }

  /// As one word for the shell.
  private static func quoted(_ text: some StringProtocol) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "._-/+".unicodeScalars.contains($0)
    }
    return isPlain && !text.hasPrefix("-") ? String(text) : "'\(String(text).replacing("'", with: "'\\''"))'"
  }
}
