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
          "padding": [2, 0, 2, 1],
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

  /// The output, and the padding where the rule has chosen it.
  @Test(
    arguments: [
      ("--input 8 --kernel 3 --stride 2 --padding same", [4, 4], [0, 0, 1, 1]),
      ("--input 5x6 --kernel 3 --stride 2 --padding 1,0,2,3", [3, 4], nil),
      ("--input 6 --kernel 3 --stride 2 --rule ceil", [3, 3], nil),
      ("--input 5 --kernel 2 --stride 3 --padding 1 --rule ceil", [2, 2], nil),
      ("--input 2x5 --kernel 3 --stride 2 --rule ceil", [1, 2], nil),
    ] as [(String, [Int], [Int]?)])
  func paddingOnEachSide(options: String, output: [Int], padding: [Int]?) throws {
    let json = try StriderRun("size \(options) --json").json
    #expect(json["output"] as? [Int] == output)
    #expect(json["padding"] as? [Int] == padding)
  }

  @Test func whatRoundingUpDoesIsSaid() throws {
    let run = try StriderRun("size --input 6 --kernel 3 --stride 2 --padding 0,1,0,0 --rule ceil")
    #expect(run.output.contains("padding  top 0, left 1, bottom 0, right 0\n"))
    #expect(run.output.contains("left over      nothing; the last windows reach 1 row beyond\n"))
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
