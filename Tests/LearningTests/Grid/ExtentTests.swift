import Learning
import Testing

@Suite struct ExtentTests {
  @Test(
    arguments: [
      ("7", 7, 7), ("7x9", 7, 9), ("-1", -1, -1), ("0x3", 0, 3), ("+2", 2, 2),
      ("9223372036854775807", Int.max, Int.max),
    ] as [(String, Int, Int)])
  func reads(text: String, height: Int, width: Int) throws {
    #expect(try Extent(parsing: text) == Extent(height: height, width: width))
  }

  @Test(arguments: ["", "x", "7x", "x7", "7x9x1", "7 9", "7X9", "1.5", "seven", "٧", "--1", "7xx9", "-"])
  func refuses(text: String) {
    #expect(throws: ExtentError.malformed(text)) { try Extent(parsing: text) }
  }

  @Test(
    arguments: [
      ("1", PaddingChoice.sides(1)), ("1x2", .sides(Padding(height: 1, width: 2))), ("same", .same),
      ("1,0,2,-3", .sides(Padding(top: 1, left: 0, bottom: 2, right: -3))),
      ("1, 0, 2, 3", .sides(Padding(top: 1, left: 0, bottom: 2, right: 3))),
    ])
  func readsPadding(text: String, padding: PaddingChoice) throws {
    #expect(try PaddingChoice(parsing: text) == padding)
    guard case .sides(let sides) = padding else { return }
    #expect(try Padding(parsing: sides.description) == sides)
  }

  @Test(arguments: ["", "1,2", "1,2,3", "1,2,3,4,5", "1,2,3,", "1x2,3,4,5", "Same", "one"])
  func refusesPadding(text: String) {
    #expect(throws: ExtentError.malformedPadding(text)) { try PaddingChoice(parsing: text) }
  }

  @Test func namesTheLimitForNumbersThatNoIntegerHolds() {
    let text = "99999999999999999999"
    #expect(throws: ExtentError.beyondLimit(text)) { try Extent(parsing: text) }
    #expect(
      ExtentError.beyondLimit(text).description == "\"99999999999999999999\" is beyond the limit of 1,000,000"
    )
  }

  @Test func readsBackWhatItWrites() throws {
    for extent in [Extent(7), Extent(height: 7, width: 9), Extent(-1), Extent(height: 1, width: 0)] {
      #expect(try Extent(parsing: extent.description) == extent)
    }
    #expect(Extent(7).product == "7x7")
    #expect(Extent(Int.max).area == nil)
  }
}
