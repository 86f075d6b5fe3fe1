import TerminalUI
import Testing

@testable import NcursesBackend

extension Curses {
  /// What is seen on a terminal after many frames.
  @Suite struct ShownFramesTests {
    /// A screen and what it has sent so far, from its opening on.
    private func opened(_ name: String, size: Size) throws -> (screen: CursesScreen, bytes: [UInt8]) {
      _ = TerminalLocale.adopt(TerminalEnvironment { $0 == "LANG" ? "C.UTF-8" : nil })
      let type = try #require(TerminalType(named: name))
      let plan = ColourPlan(type: type, wish: nil, environment: TerminalEnvironment { _ in nil })
      let screen = try CursesScreen(plan, theme: .dark, size: size)
      var bytes = screen.take()
      screen.show(Frame(size: size))
      bytes += screen.take()
      return (screen, bytes)
    }

    /// Curses starts as if there were 24 rows.
    @Test func tallScreensScrollNowhere() throws {
      let size = Size(width: 40, height: 50)
      let (screen, opening) = try opened("xterm-256color", size: size)
      var emulator = TerminalEmulator(size)
      emulator.receive(opening)
      var frame = Frame(size: size)
      for round in 0..<3 {
        for y in 0..<50 where y % 2 == round % 2 { frame.put("│", x: 3, y: y, .accent) }
        frame.write("row 40, \(round)", x: 9, y: 40)
        screen.show(frame)
        emulator.receive(screen.take())
        #expect(emulator.text == text(of: frame), "round \(round)")
        if round == 1 {
          screen.leave()
          screen.enter()
        }
      }
    }

    /// A screen that was changed little by little looks like one that was drawn at once.
    @Test(arguments: ["xterm-256color", "tmux-256color", "linux", "vt100", "rxvt"], [12, 40])
    func manySmallChangesComeOutAsDrawn(_ name: String, _ rows: Int) throws {
      let size = Size(width: 40, height: rows)
      let (screen, opening) = try opened(name, size: size)
      var gradual = TerminalEmulator(size)
      gradual.receive(opening)
      var frame = Frame(size: size)
      var chance = Noise(seed: 11)
      let glyphs: [Unicode.Scalar] = ["a", "│", "─", "漢", "●", " ", "⣿", "7"]
      for round in 0..<150 {
        for _ in 0..<Int.random(in: 0..<(round % 10 == 0 ? 300 : 12), using: &chance) {
          let style = Style(
            .series(Int.random(in: 0..<5, using: &chance)),
            on: Bool.random(using: &chance) ? .plain : .window,
            Bool.random(using: &chance) ? [] : .bold)
          let glyph = glyphs.randomElement(using: &chance) ?? "a"
          let x = Int.random(in: 0..<size.width - 1, using: &chance)
          frame.put(glyph, x: x, y: Int.random(in: 0..<size.height, using: &chance), style)
        }
        // Runs of one glyph, which curses may have repeated by the terminal, with a mark that moves along.
        let place = Int.random(in: 2..<36, using: &chance)
        for x in 1..<38 { frame.put(x < place ? "━" : "─", x: x, y: 6, Style(.series(x < place ? 1 : 2))) }
        frame.put("●", x: place, y: 6, Style(.series(1)))
        frame.put("●", x: place, y: 2, Style(.series(1)))
        frame.cursor = round % 7 == 0 ? Point(x: round % 40, y: round % rows) : nil
        screen.show(frame)
        gradual.receive(screen.take())
      }
      screen.resize(to: size)
      screen.show(frame)
      var atOnce = TerminalEmulator(size)
      atOnce.receive(screen.take())
      #expect(gradual.text == atOnce.text)
      #expect(gradual.places == atOnce.places)
      #expect(gradual.unknown.isEmpty)
    }

    /// Where rows have moved, curses lets the terminal scroll a part of its screen.
    @Test(arguments: ["xterm-256color", "tmux-256color", "linux", "rxvt"], [20, 40])
    func rowsThatMoveComeOutAsDrawn(_ name: String, _ rows: Int) throws {
      let size = Size(width: 60, height: rows)
      let (screen, opening) = try opened(name, size: size)
      var gradual = TerminalEmulator(size)
      gradual.receive(opening)
      var frame = Frame(size: size)
      var scrolls = 0
      for round in 0..<40 {
        frame = Frame(size: size)
        // A block of rows in the middle goes up and down while its surroundings stay.
        for row in 0..<rows where !(6..<14).contains(row) {
          frame.write("this row stays in its place \(row) \(round / 10)", x: 2, y: row)
        }
        let top = 4 + [2, 1, 0, 1, 2, 3][round % 6]
        for row in 0..<7 {
          frame.write("moving row number \(row) of a picture", x: 5, y: top + row, Style(.accent))
        }
        screen.show(frame)
        let bytes = screen.take()
        scrolls += String(decoding: bytes, as: UTF8.self).contains("r\u{1B}[") ? 1 : 0
        gradual.receive(bytes)
        #expect(gradual.text == text(of: frame), "round \(round)")
        guard gradual.text == text(of: frame) else { return }
      }
      #expect(name != "tmux-256color" || scrolls > 0, "the test is about scrolling")
    }

    private func text(of frame: Frame) -> String {
      (0..<frame.size.height).map { y in
        String(String.UnicodeScalarView((0..<frame.size.width).map { frame[$0, y].glyph }))
      }
      .joined(separator: "\n")
    }
  }
}
