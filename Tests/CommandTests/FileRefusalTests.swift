import Foundation
import TestSupport
import Testing

/// Files that cannot be a grid are refused by name, with what is wrong and where.
@Suite struct FileRefusalTests {
  /// A file's bytes, what is said after its name, and how the command ends.
  struct Case: CustomTestStringConvertible {
    let name: String
    let bytes: @Sendable () -> [UInt8]
    let problem: String
    let status: Int32
    var testDescription: String { name }

    init(_ name: String, _ bytes: @escaping @Sendable () -> [UInt8], _ problem: String, _ status: Int32) {
      (self.name, self.bytes, self.problem, self.status) = (name, bytes, problem, status)
    }

    init(_ name: String, _ text: String, _ problem: String, _ status: Int32) {
      self.init(name, { Array(text.utf8) }, problem, status)
    }
  }

  @Test(arguments: [
    Case("ragged", "1,2,3\n4,5\n", ": line 2 has 2 cells where the first row has 3", 65),
    Case("escape", "1,2\n\u{1B}[31m3,4\n", ": line 2, column 1: \"\\u{1b}[31m3\" is not a number", 65),
    Case("empty", "", ": there are no numbers: at least one is needed", 65),
    Case("binary", { (0...255).reversed() }, " is not text", 65),
    Case(
      "UTF-16 with its mark", { [0xFF, 0xFE] + "1,2\n3,4\n".utf16.flatMap { [UInt8($0), 0] } },
      " is UTF-16, not UTF-8; convert it: iconv -f UTF-16 -t UTF-8 \"PATH\" > utf8.csv", 65),
    Case(
      "UTF-16 without", { "1,2\n3,4\n".utf16.flatMap { [0, UInt8($0)] } },
      " is UTF-16, not UTF-8; convert it: iconv -f UTF-16 -t UTF-8 \"PATH\" > utf8.csv", 65),
    Case(
      "Latin-1", { Array("1,2\n".utf8) + [0xFC, 0x0A] },
      " is Latin-1, not UTF-8; convert it: iconv -f LATIN1 -t UTF-8 \"PATH\" > utf8.csv", 65),
    Case(
      "cut within a letter", { Array("# Zürich, São Paulo\n1,2\n# é".utf8.dropLast()) },
      " is cut or damaged: line 3 holds bytes that are no UTF-8", 65),
    Case("infinite", "1,2\n3,1e999\n", ": line 2, column 2: \"1e999\" is not finite", 65),
    Case("hole", "1,,2\n", ": line 1, column 2: a number is missing", 65),
    Case("words", "one,two\n", ": line 1, column 1: \"one\" is not a number", 65),
    Case(
      "many", { Array(String(repeating: "1,", count: 1_000_001).utf8) },
      ": the numbers are beyond the limit of 1,000,000 cells", 64),
    Case(
      "large", { [UInt8](repeating: 49, count: 16 * 1024 * 1024 + 1) }, " is beyond the limit of 16 MB",
      64),
  ])
  func file(_ example: Case) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("g.csv", example.bytes())
    let run = try StriderRun(["conv", "--grid", path, "--kernel", "1", "--json"])
    #expect(
      run.errors == "strider: --grid: the file \"\(path)\"\(example.problem.replacing("PATH", with: path))\n")
    #expect(run.output == "")
    #expect(run.status == example.status)
  }

  @Test func missingFile() throws {
    let run = try StriderRun("conv --grid /nonexistent/g.csv")
    #expect(run.errors == "strider: --grid: there is no file \"/nonexistent/g.csv\"\n")
    #expect(run.status == 66)
  }

  @Test func folder() throws {
    let run = try StriderRun("conv --grid /tmp")
    #expect(run.errors == "strider: --grid: the file \"/tmp\" cannot be read: is a directory\n")
    #expect(run.status == 66)
  }

  @Test func aPipeThatNobodyMayWriteTo() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    let run = try StriderRun(["conv", "--grid", path])
    #expect(
      run.errors
        == "strider: --grid: the file \"\(path)\" cannot be read: it is a pipe that may have no writer; "
        + "name a file, or write <(command)\n")
    #expect(run.status == 66)
  }

  @Test func aPipeOfACommandThatRuns() throws {
    let script =
      "(sleep 0.1; printf '1 2') | '\(StriderRun.program)' conv --grid /dev/fd/0 --kernel 1 --json"
    #expect(
      try ChildProcess.run(["sh", "-c", script], environment: ["PATH": "/usr/bin:/bin"]).output.contains(
        "\"shape\": [1, 2]"))
  }

  @Test func longNamesAreCut() throws {
    let run = try StriderRun(["conv", "--grid", "./" + String(repeating: "n", count: 300)])
    #expect(run.errors.contains("\"./" + String(repeating: "n", count: 55) + "...\""))
    #expect(run.status == 66)
  }

  @Test func goodFileWithCarriageReturnsAndByteOrderMark() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("g.csv", "\u{FEFF}1,2\r\n3,4\r\n\r\n".utf8)
    let run = try StriderRun(["pool", "--grid", path, "--json"])
    #expect(try run.json["output"] as? [[Int]] == [[4]])
  }
}
