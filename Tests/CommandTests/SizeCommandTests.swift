import Testing

@Suite struct SizeCommandTests {
  /// A command line and the JSON it prints, byte for byte.
  struct Case: CustomTestStringConvertible {
    let options: String
    let json: String
    var testDescription: String { options }
  }

  @Test(arguments: [
    Case(
      options: "--input 7 --kernel 3 --padding 1 --stride 2",
      json: """
        {
          "fits": true,
          "formula": "floor((7 + 2·1 - 3) / 2) + 1 = 4",
          "never_touched": [[], []],
          "output": [4, 4],
          "span": [3, 3],
          "unused": [0, 0]
        }

        """),
    Case(
      options: "--input 7 --kernel 3 --stride 3",
      json: """
        {
          "fits": false,
          "formula": "floor((7 + 2·0 - 3) / 3) + 1 = 2",
          "never_touched": [
            [6],
            [6]
          ],
          "output": [2, 2],
          "span": [3, 3],
          "unused": [1, 1]
        }

        """),
    Case(
      options: "--input 7 --kernel 3 --stride 3 --rule exact",
      json: """
        {
          "fits": false,
          "formula": "(7 + 2·0 - 3) / 3 + 1 = 2.333, cannot",
          "never_touched": [
            [6],
            [6]
          ],
          "output": null,
          "span": [3, 3],
          "unused": [1, 1]
        }

        """),
    Case(
      options: "--input 5x7 --kernel 3x2 --dilation 2x1 --stride 1x3 --rule same --padding 9",
      json: """
        {
          "fits": true,
          "formula": "rows ceil(5 / 1) = 5; columns ceil(7 / 3) = 3",
          "never_touched": [
            [],
            [2, 5]
          ],
          "output": [5, 3],
          "span": [5, 2],
          "unused": [0, 0]
        }

        """),
  ])
  func printsJSON(_ example: Case) throws {
    let run = try StriderRun("size \(example.options) --json")
    #expect(run.output == example.json)
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test func printsTextForReading() throws {
    let run = try StriderRun("size --input 7x9 --kernel 3 --dilation 2 --stride 2x3")
    #expect(
      run.output == """
        Output size
          input     7x9
          padding   0
          kernel    3x3
          stride    2x3
          dilation  2
          span      5x5: 2·(3 - 1) + 1 = 5
          rule      floor: what is left over is not used

        Result
          output         2x2
          formula        rows floor((7 + 2·0 - 5) / 2) + 1 = 2; columns floor((9 + 2·0 - 5) / 3) + 1 = 2
          left over      1 column
          never touched  rows: 1, 3, 5; columns: 1, 6, 8

        """)
  }
}
