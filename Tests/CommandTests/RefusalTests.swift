import Testing

/// Every refusal is one line on stderr, nothing on stdout, and the right exit code.
@Suite struct RefusalTests {
  /// A command line, what is said about it and how it ends.
  struct Case: CustomTestStringConvertible {
    let arguments: [String]
    let sentence: String
    let status: Int32
    var testDescription: String { String(arguments.joined(separator: " ").prefix(80)).debugDescription }

    init(_ words: String, _ sentence: String, _ status: Int32) {
      self.init(words.split(separator: " ").map(String.init), sentence, status)
    }

    init(_ arguments: [String], _ sentence: String, _ status: Int32) {
      (self.arguments, self.sentence, self.status) = (arguments, sentence, status)
    }

    func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
      let run = try StriderRun(arguments)
      #expect(run.errors == "strider: \(sentence)\n", sourceLocation: sourceLocation)
      #expect(run.output == "", sourceLocation: sourceLocation)
      #expect(run.status == status, sourceLocation: sourceLocation)
    }

    /// As `check`, where the sentence goes on.
    func checkBeginning(sourceLocation: SourceLocation = #_sourceLocation) throws {
      let run = try StriderRun(arguments)
      #expect(run.errors.hasPrefix("strider: \(sentence)"), "\(run.errors)", sourceLocation: sourceLocation)
      #expect(run.errors.count { $0.isNewline } == 1, sourceLocation: sourceLocation)
      #expect(run.output == "", sourceLocation: sourceLocation)
      #expect(run.status == status, sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: [
    Case("siz --input 7", "there is no command \"siz\"; did you mean size?", 64),
    Case("help siz", "there is no command \"siz\"; did you mean size?", 64),
    Case("open conv:galway --json", "this command has no option --json", 64),
    Case(
      "size --input 7 --kernel 3 --theme midnight",
      "--theme: \"midnight\" is not known; there are dark, light, projector-dark, projector-light "
        + "(see strider size --help)", 64),
    Case("--vresion", "there is no option --vresion; did you mean --version?", 64),
    Case("size", "missing expected argument '--input <input>' (see strider size --help)", 64),
    Case("size --input", "missing value for '--input <input>' (see strider size --help)", 64),
    Case("size --input --kernel 3", "--input needs a value, but the option --kernel follows it", 64),
    Case("size --input 7 --kernal 3", "there is no option --kernal; did you mean --kernel?", 64),
    Case("size --input 7 --kernel 3 --json --text", "--json and --text exclude each other", 64),
    Case(
      "size --input 7 --kernel 3 more", "unexpected argument 'more' (see strider size --help)", 64),
    Case(
      ["size", "--input", "7", "--kernel", "3", "\u{1B}[31m"],
      "unexpected argument '\\u{1b}[31m' (see strider size --help)", 64),
    Case(
      ["size", "--input", "7", "--kernel", "3", String(repeating: "a", count: 5000)],
      "unexpected argument '\(String(repeating: "a", count: 57))...' (see strider size --help)", 64),
  ])
  func ofTheCommandLine(_ example: Case) throws { try example.check() }

  /// Options are what is called so exactly; what only begins like one is a value where a value stands.
  @Test(arguments: [
    Case("conv --bias ---1", "--bias: \"---1\" is not a finite number", 64),
    Case("grad x --at ---1", "--at: \"---1\" is not a value: write NAME=NUMBER, as in x=1,y=2", 64),
    Case("grad -x^2 --at x=3 --jsom", "there is no option --jsom; did you mean --json?", 64),
    Case("grad --x", "--at: the variable \"x\" has no value: write for example x=1", 64),
    Case("grad -- -x", "--at: the variable \"x\" has no value: write for example x=1", 64),
    Case(
      "grad -- x y",
      "an expression is wanted, but 2 arguments were given; quote it, as in: strider grad \"x*y + sin(x)\" --at x=1,y=2",
      64),
    Case("grad -- x --at x=1", "the option --at stands after --, where options end; write it before", 64),
    Case(
      "size -- --input 7",
      "\"--input\" stands after --, where options end; this command takes nothing but options", 64),
    Case("present --foo", "there is no option --foo", 64),
    Case("learn --foo", "there is no option --foo", 64),
    Case("race --frob 3", "there is no option --frob", 64), Case("--foo", "there is no option --foo", 64),
    Case(
      "size --input 7 --kernel 3 --grid galway",
      "strider size has no option --grid (see strider size --help)", 64),
  ])
  func ofOptionsAndWhatLooksLikeThem(_ example: Case) throws { try example.check() }

  @Test(
    arguments: [
      (["grad", "--at+1", "--at", "at=2"], 3.0), (["grad", "--jsonx", "--at", "jsonx=4"], 4),
      (["grad", "---x", "--at", "x=1"], -1), (["grad", "--at", "x=2", "--", "--x"], 2),
      (["grad", "-x^2", "--at=x=-3"], -9), (["grad", "--json+1", "--at", "json=1"], 2),
    ] as [([String], Double)])
  func expressionsMayBeginLikeOptions(_ arguments: [String], _ value: Double) throws {
    let run = try StriderRun(arguments + (arguments.contains("--") ? [] : ["--json"]))
    #expect(run.status == 0 && run.errors == "")
    if arguments.contains("--") {
      #expect(run.output.contains("value  \(Int(value))"))
    } else {
      #expect(try run.json["value"] as? Double == value)
    }
  }

  /// A column of nine.
  static let nine = repeatElement("1", count: 9).joined(separator: ";")

  @Test func ofAnUnknownCommand() throws {
    let run = try StriderRun("transmogrify 7")
    #expect(run.errors.hasPrefix("strider: there is no command \"transmogrify\"; there are size, conv"))
    #expect(run.status == 64)
  }

  @Test(arguments: [
    Case(["conv", "--kernel", Self.nine], "the kernel does not fit: it has 9 rows, the input only 7", 65),
    Case("conv --stride 0", "the stride must be 1 or more, not 0", 64),
    Case("conv --padding -1", "the padding must be 0 or more, not -1", 64),
    Case("conv --padding 1000000", "the output 2000005x2000005 is beyond the limit of 1,000,000 cells", 64),
    Case("conv --at 5,0", "position 5,0 is outside the 5x5 output, whose last cell is 4,4", 65),
    Case("conv --at -1,0", "position -1,0 is outside the 5x5 output, whose last cell is 4,4", 65),
    Case("conv --at 5", "--at: \"5\" is not a position: write ROW,COL counted from 0, as in 0,2", 64),
    Case("conv --upstream 1", "the upstream gradient is 1x1 where the output is 5x5", 65),
    Case(["conv", "--upstream", "1 x"], "--upstream: row 1, column 2: \"x\" is not a number", 65),
    Case("conv --bias inf", "--bias: \"inf\" is not a finite number", 64),
    Case("conv --bias", "missing value for '--bias <bias>' (see strider conv --help)", 64),
    Case("conv --grid galwy", "--grid: \"galwy\" is neither a preset nor a file; did you mean galway?", 66),
    Case(["conv", "--grid", "1 2; 3"], "--grid: row 2 has 1 cell where the first row has 2", 65),
    Case(["conv", "--grid", "1 2; 3 x"], "--grid: row 2, column 2: \"x\" is not a number", 65),
    Case(["conv", "--grid", ""], "--grid: there are no numbers: at least one is needed", 65),
    Case(
      ["conv1d", "--signal", "1 2", "--kernel", "1 2 3", "--mode", "same"],
      "mode same needs a kernel no longer than the signal: it has 3 weights for 2 samples", 65),
    Case(
      ["conv1d", "--signal", "1 2; 3 4", "--kernel", "1"],
      "--signal: one row of numbers is wanted, not 2x2", 65),
    Case(
      "size --input 7 --kernel 3 --padding 1,2",
      "--padding: \"1,2\" is not a padding: write 1, 1x2 (height x width), top,left,bottom,right or same", 64),
    Case("conv --padding 1,0,-1,0", "the padding must be 0 or more, not -1", 64),
    Case(
      "size --input 7 --kernel 3 --padding same --rule exact",
      "--padding same and --rule exact exclude each other", 64),
    Case(
      "size --input 2 --kernel 3 --rule ceil", "the kernel does not fit: it has 3 rows, the input only 2", 65),
    Case(
      ["conv", "--grid", "1 2 / 3 4"],
      "--grid: a slash between blanks parts channels, and 2 of them are too many: one grid is wanted here", 65
    ),
    Case(["pool", "--grid", "1 2 / 3"], "--grid: channel 2 is 1x1 where the first is 1x2", 65),
    Case(
      ["pool", "--grid", "1 2 / "],
      "--grid: channel 2 is empty: a slash between blanks parts channels, as in 1 2 / 3 4", 65),
    Case("pool --across --size 2", "--across and --size exclude each other", 64),
    Case("pool --exclude-padding", "--exclude-padding: only an average is divided by a number of cells", 64),
    Case("pool --size 0", "the size must be 1 or more, not 0", 64),
    Case("pool --kind median", "--kind: \"median\" is not known; there are max, average, sum, l2", 64),
  ])
  func ofGrids(_ example: Case) throws { try example.check() }

  @Test(arguments: [
    Case("size --input 7 --kernel 9", "the kernel does not fit: it has 9 rows, the input only 7", 65),
    Case("size --input 7 --kernel 3 --stride 0", "the stride must be 1 or more, not 0", 64),
    Case("size --input 7 --kernel 3 --padding -1", "the padding must be 0 or more, not -1", 64),
    Case("size --input 7 --kernel 3 --padding=-1", "the padding must be 0 or more, not -1", 64),
    Case("size --input 7 --kernel 3 --dilation 0", "the dilation must be 1 or more, not 0", 64),
    Case(
      "size --input 9223372036854775807 --kernel 3",
      "the input 9223372036854775807 is beyond the limit of 1,000,000", 64),
    Case(
      "size --input 9223372036854775808 --kernel 3",
      "--input: \"9223372036854775808\" is beyond the limit of 1,000,000", 64),
    Case(
      "size --input 7.5 --kernel 3", "--input: \"7.5\" is not a size: write 7 or 7x9 (height x width)", 64),
    Case(
      "size --input 7 --kernel 3 --rule flor", "--rule: \"flor\" is not known; did you mean floor?", 64),
    Case(
      "size --input 7 --kernel 3 --rule up",
      "--rule: \"up\" is not known; there are floor, exact, same, ceil", 64),
  ])
  func ofSizes(_ example: Case) throws { try example.check() }
}
