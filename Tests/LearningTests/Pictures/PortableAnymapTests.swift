import Learning
import Testing

@Suite struct PortableAnymapTests {
  /// A file and the rows of each of its channels.
  struct Case: CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let channels: [[[Double]]]
    let maximum: Int
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ raster: [UInt8], _ channels: [[[Double]]], maximum: Int = 255) {
      (self.name, self.channels, self.maximum) = (name, channels, maximum)
      bytes = Array(text.utf8) + raster
    }

    init(_ name: String, _ text: String, _ channels: [[[Double]]], maximum: Int = 255) {
      self.init(name, text, [], channels, maximum: maximum)
    }
  }

  @Test(arguments: [
    Case("P1, digits together", "P1 3 2\n010\n111", [[[1, 0, 1], [0, 0, 0]]], maximum: 1),
    Case("P1, digits apart", "P1\n# bitmap\n3 2\n0 1 0\n1 1 1\n", [[[1, 0, 1], [0, 0, 0]]], maximum: 1),
    Case("P2", "P2\n2 2\n15\n0 15\n7 3\n", [[[0, 15], [7, 3]]], maximum: 15),
    Case("P2, comments everywhere", "P2# a\n#b\n2#c\n1 # d\n255 # e\n1 # f\n2", [[[1, 2]]]),
    Case("P2, 16 bit", "P2 2 1 65535 0 65535", [[[0, 65535]]], maximum: 65535),
    Case("P3", "P3 2 1 255  1 2 3  4 5 6", [[[1, 4]], [[2, 5]], [[3, 6]]]),
    Case(
      "P4, rows begin with a byte", "P4 9 2\n", [0x80, 0x00, 0x7F, 0x80],
      [[[0, 1, 1, 1, 1, 1, 1, 1, 1], [1, 0, 0, 0, 0, 0, 0, 0, 0]]], maximum: 1),
    Case("P5", "P5\n2 2 255\n", [0, 128, 255, 7], [[[0, 128], [255, 7]]]),
    Case("P5, a comment before the raster", "P5 2 1 # wide\n255\n", [9, 10], [[[9, 10]]]),
    Case(
      "P5, 16 bit, the high byte first", "P5 2 1 65535\n", [1, 2, 0xFF, 0xFF], [[[258, 65535]]],
      maximum: 65535),
    Case("P5, raster that looks like a comment", "P5 2 1 255\n", [35, 10], [[[35, 10]]]),
    Case("P5, with more behind", "P5 1 1 255\n", [3, 4, 5], [[[3]]]),
    Case("P6", "P6 1 2 255 ", [1, 2, 3, 4, 5, 6], [[[1], [4]], [[2], [5]], [[3], [6]]]),
    Case("P6, 16 bit", "P6 1 1 1000\n", [0, 1, 3, 232, 0, 0], [[[1]], [[1000]], [[0]]], maximum: 1000),
  ])
  func reads(_ example: Case) throws {
    let picture = try PortableAnymap.picture(example.bytes)
    #expect(picture.channels.map(\.rows) == example.channels)
    #expect(picture.maximum == example.maximum)
  }

  /// Bytes that are no picture, and why.
  struct Refusal: CustomTestStringConvertible {
    let bytes: [UInt8]
    let error: PictureError
    var testDescription: String { "\(error)" }

    init(_ text: String, _ raster: [UInt8], _ error: PictureError) {
      (bytes, self.error) = (Array(text.utf8) + raster, error)
    }

    init(_ text: String, _ error: PictureError) { self.init(text, [], error) }
  }

  @Test(arguments: [
    Refusal("", .unknownFormat), Refusal("P", .unknownFormat), Refusal("P8 1 1", .unknownFormat),
    Refusal("hello", .unknownFormat), Refusal("P5", .header("blank")),
    Refusal("P512 1 255\n", .header("blank")),
    Refusal("P5 ", .header("width")), Refusal("P5 3", .header("height")),
    Refusal("P5 -3 4", .header("width")),
    Refusal("P5 3 4", .header("number for white")), Refusal("P5 3 4 255", .header("blank")),
    Refusal("P5 3.5 4 255\n", .header("height")),
    Refusal("P5 0 4 255\n", .emptySide(width: 0, height: 4)),
    Refusal("P1 3 0\n", .emptySide(width: 3, height: 0)),
    Refusal("P6 2049 1 255\n", .tooLarge(width: 2049, height: 1)),
    Refusal("P6 999999999999 999999999999 255\n", .tooLarge(width: 1_000_000, height: 1_000_000)),
    Refusal("P5 99999999999999999999999999 1 255\n", .tooLarge(width: 1_000_000, height: 1)),
    Refusal("P5 2 2 0\n", .maximum(0)), Refusal("P5 2 2 65536\n", .maximum(65536)),
    Refusal("P5 2 2 255\n", [1, 2, 3], .truncated(3, expected: 4)),
    Refusal("P6 2048 2048 65535\n", [1, 2], .truncated(1, expected: 12_582_912)),
    Refusal("P4 9 2\n", [0, 0, 0], .truncated(9, expected: 18)),
    Refusal("P2 2 2 255 1 2 3", .truncated(3, expected: 4)), Refusal("P1 2 2 01", .truncated(2, expected: 4)),
    Refusal("P2 2 1 255 1 x", .notASample(index: 1)), Refusal("P1 2 1 12", .notASample(index: 1)),
    Refusal("P2 1 1 255 256", .aboveMaximum(256, maximum: 255)),
    Refusal("P5 1 1 100\n", [101], .aboveMaximum(101, maximum: 100)),
    Refusal("P5 1 1 300\n", [1, 45], .aboveMaximum(301, maximum: 300)),
    Refusal("", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], .foreign(.png)),
    Refusal("", [0xFF, 0xD8, 0xFF, 0xE0], .foreign(.jpeg)),
    Refusal("GIF89a", .foreign(.gif)), Refusal("P7\nWIDTH 3", .foreign(.pam)),
    Refusal("BM1234", .foreign(.bmp)),
    Refusal("RIFF1234WEBPVP8 ", .foreign(.webp)), Refusal("RIFF1234WAVE", .unknownFormat),
    Refusal("", [0x1F, 0x8B, 8], .foreign(.gzip)),
  ])
  func refuses(_ example: Refusal) {
    #expect(throws: example.error) { try PortableAnymap.picture(example.bytes) }
  }

  @Test func everyCutOfAFileIsRefused() throws {
    let whole = PortableAnymap.bytes(PicturePreset.shapes.picture)
    #expect(try PortableAnymap.picture(whole) == PicturePreset.shapes.picture)
    for length in stride(from: 0, to: whole.count, by: 97) {
      #expect(throws: PictureError.self) { try PortableAnymap.picture(Array(whole.prefix(length))) }
    }
  }

  @Test(arguments: ["P2 2 2 7 0 7 3 1", "P3 1 1 300 0 299 300", "P2 1 1 65535 65534"])
  func writesWhatItReads(_ text: String) throws {
    let picture = try PortableAnymap.picture(Array(text.utf8))
    #expect(try PortableAnymap.picture(PortableAnymap.bytes(picture)) == picture)
  }

  @Test(arguments: [
    (PictureFormat.png, "photo.png", "convert photo.png photo.ppm"),
    (.jpeg, "/a b/it's.jpg", "convert '/a b/it'\\''s.jpg' 'it'\\''s.ppm'"),
    (.jpeg, "-x", "convert '-x' '-x.ppm'"),
    (.gzip, "x.pgm.gz", "gunzip x.pgm.gz"),
  ])
  func conversions(_ format: PictureFormat, _ file: String, _ command: String) {
    #expect(format.conversion(of: file) == command)
  }
}
