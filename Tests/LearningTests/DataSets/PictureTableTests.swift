import Autodiff
import Learning
import TestSupport
import Testing

@Suite struct PictureTableTests {
  private static func read(
    _ text: String, shape: Volume? = nil, scale: Double = 1,
    testShare: Double = 0
  ) throws -> DataSet {
    var table = PictureTable()
    (table.shape, table.scale, table.testShare) = (shape, scale, testShare)
    return try DataSet(title: "", picturesIn: Array(text.utf8), as: table)
  }

  @Test func theDigitsAreRead() throws {
    let beside = #filePath.replacing("DataSets/", with: "")
    var table = PictureTable()
    table.scale = 16
    let data = try DataSet(
      title: "", picturesIn: Array(try Fixture.data("digits.csv", beside: beside)), as: table)
    #expect(data.shape == .maps(8, channels: 1) && data.classes.count == 10)
    #expect(data.training.count == 1_438 && data.test.count == 359)
    #expect(data.training.classes.prefix(12) == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1])
    #expect(data.training[0].prefix(6).map { $0 * 16 } == [0, 0, 5, 13, 9, 1])
  }

  /// Pixel by pixel in the file, plane by plane in the network.
  @Test func channelsBecomePlanes() throws {
    let data = try Self.read(
      "1,2,3, 4,5,6, 0\n7,8,9, 10,11,12, 1\n", shape: .maps(Extent(height: 1, width: 2), channels: 3),
      scale: 0.5)
    #expect(data.shape == .maps(Extent(height: 1, width: 2), channels: 3))
    #expect(data.training[0] == [2, 8, 4, 10, 6, 12])
    #expect(data.training[1] == [14, 20, 16, 22, 18, 24])
  }

  @Test func testsComeFromTheEnd() throws {
    let rows = (0..<10).map { "\($0),\($0 % 2)" }.joined(separator: "\n")
    let data = try Self.read(rows, testShare: 0.25)
    #expect(data.training.count == 7 && data.test.count == 3)
    #expect((0..<3).map { data.test[$0] } == [[7], [8], [9]])
  }

  @Test func classesMayHaveNamesAndColumnsToo() throws {
    let data = try Self.read("a;kind\n1,5;cat\n2;dog\n3;cat\n")
    #expect(data.classes == ["cat", "dog"])
    #expect(data.training.classes == [0, 1, 0])
    #expect(data.training[0] == [1.5])
    #expect(try Self.read("1,1\n2,-1\n3,1\n").classes == ["1", "-1"])
    #expect(try Self.read("1,2\n2,0.0\n").training.classes == [2, 0])
    #expect(try Self.read("1,1.5\n2,cat\n").classes == ["1.5", "cat"])
  }

  @Test(arguments: [
    ("", "there are no numbers: at least one is needed"),
    ("a,b,c,d,class\n", "there are no numbers: at least one is needed"),
    ("7\n8\n", "line 1: a class in the last column, behind the numbers, is missing"),
    ("1,2,3,4,0\n1,2,3,0\n", "line 2 has 4 cells where the first row has 5"),
    ("1,2,3,4,0\n1,2,x,4,0\n", "line 2, column 3: \"x\" is not a number"),
    ("1,2,3,4,0\n1,2,inf,4,0\n", "line 2, column 3: \"inf\" is not finite"),
    ("1,2,3,4,0\n1,2,3,4,\n", "line 2: a class in the last column, behind the numbers, is missing"),
    (
      "1,2,0\n3,4,1\n5,6,1.5\n",
      "line 3: the class 1.5 is no whole number, as classes that are numbers have to be"
    ),
    (
      "1,2,3,0\n",
      "its rows hold 3 pixels, which make no square; say what shape they have, as in --columns 28x28x1"
    ),
  ])
  func refusals(_ text: String, _ sentence: String) {
    #expect { try Self.read(text) } throws: { "\($0)" == sentence }
  }

  @Test func whatDoesNotFit() {
    #expect(throws: DataSetError.pixels(4, wanted: .maps(Extent(height: 2, width: 3), channels: 1))) {
      try Self.read("1,2,3,4,0\n", shape: .maps(Extent(height: 2, width: 3), channels: 1))
    }
    #expect(throws: DataSetError.pixels(4, wanted: .maps(Extent(.max), channels: 1))) {
      try Self.read("1,2,3,4,0\n", shape: .maps(Extent(.max), channels: 1))
    }
    #expect(throws: DataSetError.nothingToLearn(rows: 1)) { try Self.read("1,0\n", testShare: 0.9) }
    let many = (0...1_000).map { "1,c\($0)" }.joined(separator: "\n")
    #expect(throws: DataSetError.table(.tooManyClasses)) { try Self.read(many) }
  }
}
