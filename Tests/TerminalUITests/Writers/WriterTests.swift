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
      var writer = AnsiWriter(theme: .dark, depth: depth)
      return writer.row(y, of: Self.sample)
    }
    #expect(row(.never, 0) == "\(escape)0;1mab\(escape)0m 漢")
    #expect(row(.never, 1) == " \(escape)0;7m  \(escape)0m <&")
    #expect(row(.indexed, 0) == "\(escape)0;1;38;5;214mab\(escape)0m 漢")
    #expect(
      row(.direct, 1) == " \(escape)0;48;2;58;58;58m  \(escape)0m \(escape)0;38;2;95;175;255m<&\(escape)0m")
    #expect(row(.basic, 1).hasPrefix(" \(escape)0;7m  \(escape)0m \(escape)0;"), "a grey window is reversed")
    #expect(row(.direct, 2) == "")
  }

  @Test func basicColoursUseTheirSixteenCodes() {
    let theme = Theme.dark
    var writer = AnsiWriter(theme: theme, depth: .basic)
    for number in 0..<Paint.seriesCount {
      guard let colour = theme[.series(number)], !colour.isGreyish else { continue }
      let frame = drawn(1, 1) { $0.put("x", x: 0, y: 0, Style(.series(number))) }
      let index = Int(colour.basic16)
      let code = index < 8 ? 30 + index : 90 + index - 8
      #expect(writer.row(0, of: frame) == "\u{1B}[0;\(code)mx\u{1B}[0m")
    }
  }

  @Test(arguments: Theme.all)
  func plainBackgroundsAreTheTerminalsOwn(theme: Theme) {
    let frame = drawn(1, 1) { $0.put("x", x: 0, y: 0) }
    for depth in ColourDepth.allCases {
      let text = AnsiWriter.text(of: frame, theme: theme, depth: depth)
      #expect(
        !text.contains("48;") && !text.contains(";4") && !text.contains(";10"), "\(theme.name) \(depth)")
    }
    let svg = SvgWriter.text(of: frame, theme: theme)
    #expect(svg.split(separator: "<rect").count == 2, "the paper only")
  }

  @Test func blanksInInkAloneAreTrimmed() {
    let frame = drawn(6, 1) { frame in
      frame.write("a    ", x: 0, y: 0, Style(.accent, .bold))
    }
    var writer = AnsiWriter(theme: .dark, depth: .indexed)
    #expect(writer.row(0, of: frame).hasSuffix("ma\u{1B}[0m"))
  }

  @Test func nothingInAFrameCanCommandATerminal() {
    let frame = drawn(30, 1) { $0.write("\u{1B}]0;x\u{7}\u{9B}2J\u{7F}", x: 0, y: 0) }
    #expect(!frame.text.unicodeScalars.contains { TextWidth.isControl($0) })
    let ansi = AnsiWriter.text(of: frame, theme: .dark, depth: .never)
    #expect(!ansi.unicodeScalars.contains { TextWidth.isControl($0) })
  }

  @Test func svgEscapesAndPlacesItsText() {
    let svg = SvgWriter.text(of: Self.sample, theme: .dark, title: "a<b")
    #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"48\""))
    #expect(svg.contains("<title>a&lt;b</title>"))
    #expect(svg.contains(">&lt;&amp;</text>"))
    #expect(svg.contains("<rect x=\"8\" y=\"16\" width=\"16\" height=\"16\" fill=\"#3a3a3a\"/>"))
    #expect(svg.contains("font-weight=\"bold\""))
    #expect(svg.contains("textLength=\"16\" fill=\"#d0d0d0\">漢</text>"))
    #expect(svg.hasSuffix("</svg>\n"))
  }

  @Test func svgDrawsDotsBlocksAndLinesAsShapes() {
    let frame = drawn(4, 1) { $0.write("⠃▄─A", x: 0, y: 0) }
    let svg = SvgWriter.text(of: frame, theme: .light)
    #expect(svg.contains("M1 1h2v2h-2zM1 5h2v2h-2zM8 8h8v8h-8z"))
    #expect(svg.contains("M16 0m0 8h8"))
    #expect(svg.contains(">A</text>"))
    #expect(!svg.contains("⠃"))
  }

  @Test func castWritesOnlyRowsThatChanged() {
    var cast = CastRecording(
      size: Size(width: 8, height: 3), theme: .dark, depth: .never, title: "say \"hi\"")
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
    var cast = CastRecording(size: Size(width: 2, height: 1), theme: .dark)
    cast.append(drawn(2, 1) { $0.write("a", x: 0, y: 0) }, at: 2)
    cast.append(drawn(2, 1) { $0.write("b", x: 0, y: 0) }, at: .nan)
    cast.append(drawn(3, 1) { $0.write("c", x: 0, y: 0) }, at: 1)
    let lines = cast.text.split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("[2.0,") })
    #expect(lines[3] == "[2.0,\"r\",\"3x1\"]")
  }
}
