import TestSupport
import Testing

@testable import TerminalUI

@Suite struct WriterTests {
  static let sample = drawn(8, 3) { frame in
    frame.write("ab", x: 0, y: 0, .accent)
    frame.write("漢", x: 3, y: 0)
    frame.fill(Rect(x: 1, y: 1, width: 2, height: 1), Style(.plain, on: .window))
    frame.write("<&", x: 4, y: 1, Style(.negative))
  }

  @Test func textDropsTrailingBlanksAndContinuations() {
    #expect(Self.sample.text == "ab 漢\n    <&\n")
    #expect(Frame(size: Size(width: 0, height: 0)).text == "")
    #expect(drawn(3, 1) { $0.put("\u{2800}", x: 1, y: 0) }.text == "")
  }

  @Test func ansiInTheDepthAskedFor() {
    let escape = "\u{1B}["
    func row(_ depth: ColourDepth, _ y: Int) -> String {
      var writer = AnsiWriter(depth: depth)
      return writer.row(y, of: Self.sample)
    }
    #expect(row(.never, 0) == "\(escape)0;1mab\(escape)0m 漢")
    #expect(row(.never, 1) == " \(escape)0;7m  \(escape)0m <&")
    #expect(row(.never, 2) == "")
    let plain = "\(escape)0;38;5;252;48;5;233m"
    #expect(row(.indexed, 0) == "\(escape)0;1;38;5;214;48;5;233mab\(plain) 漢   \(escape)0m")
    let (dark, window) = ("48;2;18;18;18m", "48;2;58;58;58m")
    let ink = "\(escape)0;38;2;208;208;208"
    #expect(
      row(.direct, 1)
        == "\(ink);\(dark) \(ink);\(window)  \(ink);\(dark) \(escape)0;38;2;95;175;255;\(dark)<&"
        + "\(ink);\(dark)  \(escape)0m")
    #expect(
      row(.basic, 1).hasPrefix("\(escape)0;37;40m \(escape)0;7;37;40m  "),
      "a window like the paper is reversed")
  }

  @Test(arguments: Theme.all, [ColourDepth.basic, .indexed, .direct])
  func everyCellHasABackground(theme: Theme, depth: ColourDepth) throws {
    let frame = drawn(9, 2, look: Look(theme: theme)) { frame in
      frame.write("ab", x: 1, y: 0, .accent)
      frame.write("漢", x: 4, y: 1, .quiet)
    }
    let paper = try #require(theme.rendering(of: .plain, depth: depth).background)
    let code =
      switch depth {
      case .never: ""
      case .basic: "\(paper.number < 8 ? 40 + paper.number : 92 + paper.number)m"
      case .indexed: "48;5;\(paper.number)m"
      case .direct: "48;2;\(paper.colour.red);\(paper.colour.green);\(paper.colour.blue)m"
      }
    for row in AnsiWriter.text(of: frame, depth: depth).split(separator: "\n") {
      let runs = row.split(separator: "\u{1B}[")
      #expect(runs.dropLast().allSatisfy { $0.split(separator: "m")[0].hasSuffix(code.dropLast()) })
      #expect(runs.last == "0m")
      let shown = runs.map { $0.drop { $0 != "m" }.dropFirst() }.joined()
      #expect(TextWidth.columns(of: shown) == 9)
    }
    let svg = SvgWriter.text(of: frame)
    #expect(svg.split(separator: "<rect").count == 2, "the paper only")
  }

  @Test func nothingInAFrameCanCommandATerminal() {
    let frame = drawn(30, 1) { $0.write("\u{1B}]0;x\u{7}\u{9B}2J\u{7F}", x: 0, y: 0) }
    #expect(!frame.text.unicodeScalars.contains { TextWidth.isControl($0) })
    let ansi = AnsiWriter.text(of: frame, depth: .never)
    #expect(!ansi.unicodeScalars.contains { TextWidth.isControl($0) })
  }

  @Test func svgEscapesAndPlacesItsText() {
    let svg = SvgWriter.text(of: Self.sample, title: "a<b")
    #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"48\""))
    #expect(svg.contains("<title>a&lt;b</title>"))
    #expect(svg.contains(">&lt;&amp;</text>"))
    #expect(svg.contains("<rect x=\"8\" y=\"16\" width=\"16\" height=\"16\" fill=\"#3a3a3a\"/>"))
    #expect(svg.contains("font-weight=\"bold\""))
    #expect(svg.contains("textLength=\"16\" fill=\"#d0d0d0\">漢</text>"))
    #expect(svg.hasSuffix("</svg>\n"))
  }

  @Test func svgDrawsDotsBlocksAndLinesAsShapes() {
    let frame = drawn(4, 1, look: Look(theme: .light)) { $0.write("⠃▄─A", x: 0, y: 0) }
    let svg = SvgWriter.text(of: frame)
    #expect(svg.contains("M1 1h2v2h-2zM1 5h2v2h-2zM8 8h8v8h-8z"))
    #expect(svg.contains("M16 0m0 8h8"))
    #expect(svg.contains(">A</text>"))
    #expect(!svg.contains("⠃"))
  }

  @Test func castWritesOnlyRowsThatChanged() {
    var cast = CastRecording(
      size: Size(width: 8, height: 3), depth: .never, title: "say \"hi\"")
    cast.append(Self.sample, at: 0)
    cast.append(Self.sample, at: 0.25)
    var next = Self.sample
    next.write("z", x: 0, y: 2)
    cast.append(next, at: 1.0 / 3)
    let lines = cast.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 4)
    #expect(lines[0] == "{\"version\":2,\"width\":8,\"height\":3,\"title\":\"say \\\"hi\\\"\"}")
    #expect(lines[1].hasPrefix("[0.0,\"o\",\"\\u001b[?25l\\u001b[0m\\u001b[2J\\u001b[1;1H\\u001b[0;1mab"))
    #expect(lines[2] == "[0.333333,\"o\",\"\\u001b[3;1Hz\\u001b[K\"]")
    #expect(lines[3].isEmpty)
  }

  @Test func castTimeNeverRunsBackAndSizesMayChange() {
    var cast = CastRecording(size: Size(width: 2, height: 1))
    cast.append(drawn(2, 1) { $0.write("a", x: 0, y: 0) }, at: 2)
    cast.append(drawn(2, 1) { $0.write("b", x: 0, y: 0) }, at: .nan)
    cast.append(drawn(3, 1) { $0.write("c", x: 0, y: 0) }, at: 1)
    let lines = cast.text.split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("[2.0,") })
    #expect(lines[3] == "[2.0,\"r\",\"3x1\"]")
  }
}
