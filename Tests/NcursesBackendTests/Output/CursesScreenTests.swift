import TerminalUI
import Testing

@testable import NcursesBackend

extension Curses {
  /// What is sent for frames.
  @Suite struct CursesScreenTests {
    private func screen(
      _ name: String = "xterm-256color", wish: ColourDepth? = nil, size: Size = Size(width: 40, height: 10)
    ) throws -> CursesScreen {
      _ = TerminalLocale.adopt(TerminalEnvironment { $0 == "LANG" ? "C.UTF-8" : nil })
      let type = try #require(TerminalType(named: name))
      let plan = ColourPlan(type: type, wish: wish, environment: TerminalEnvironment { _ in nil })
      let screen = try CursesScreen(plan, theme: .dark, size: size)
      screen.show(Frame(size: size))
      _ = screen.take()
      return screen
    }

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

    private func sent(_ screen: CursesScreen, _ frame: Frame) -> String {
      screen.show(frame)
      return String(decoding: screen.take(), as: UTF8.self)
    }

    @Test func aFrameThatIsShownCostsNothing() throws {
      let screen = try screen()
      var frame = Frame(size: screen.size)
      frame.write("loss 漢 ⣿", x: 3, y: 2, .accent)
      #expect(sent(screen, frame).contains("loss"))
      #expect(sent(screen, frame) == "")
    }

    @Test func onlyWhatChangedIsSent() throws {
      let screen = try screen()
      var frame = Frame(size: screen.size)
      frame.box(frame.bounds)
      _ = sent(screen, frame)
      frame.write("7", x: 5, y: 5)
      let bytes = sent(screen, frame)
      #expect(bytes.contains("7"))
      #expect(bytes.utf8.count < 16)
    }

    @Test func wideGlyphsAreSentWholeAndOnce() throws {
      let screen = try screen()
      var frame = Frame(size: screen.size)
      frame.write("漢字", x: 4, y: 1)
      let bytes = sent(screen, frame)
      #expect(bytes.contains("漢字"))
      frame.write("x", x: 4, y: 1)
      #expect(sent(screen, frame).contains("x"))
    }

    @Test func coloursFollowTheDepth() throws {
      var frame = Frame(size: Size(width: 40, height: 10))
      frame.write("up", x: 1, y: 1, Style(.positive, on: .heat(0.9)))
      #expect(try sent(screen(), frame).contains("\u{1B}[38;5;215m"))
      #expect(try !sent(screen(wish: .never), frame).contains("38;5"))
      #expect(try sent(screen("linux"), frame).contains("\u{1B}[4"))
      #expect(try sent(screen("vt100"), frame).contains("up"))
    }

    @Test func theWindowIsReversedWithoutColours() throws {
      var frame = Frame(size: Size(width: 40, height: 10))
      frame.write("3", x: 1, y: 1, Style(.plain, on: .window))
      #expect(try sent(screen(wish: .never), frame).contains("\u{1B}[0;7m"))
    }

    @Test func moreStylesThanPairsAreShownAllTheSame() throws {
      let screen = try screen("linux", size: Size(width: 64, height: 64))
      var frame = Frame(size: screen.size)
      for y in 0..<64 {
        for x in 0..<64 {
          frame.put("a", x: x, y: y, Style(.heat(Double(x) / 64), on: .diverging(Double(y) / 32 - 1)))
        }
      }
      #expect(sent(screen, frame).filter { $0 == "a" }.count > 60)
    }

    @Test func theCursorIsSeenOnlyWhileALineIsEdited() throws {
      let screen = try screen()
      var frame = Frame(size: screen.size)
      frame.cursor = Point(x: 7, y: 3)
      #expect(sent(screen, frame).contains("\u{1B}[?25h"))
      #expect(sent(screen, frame) == "")
      frame.cursor = nil
      #expect(sent(screen, frame).contains("\u{1B}[?25l"))
      frame.cursor = Point(x: 700, y: 3)
      #expect(sent(screen, frame) == "")
    }

    @Test(arguments: [(0, 0), (1, 1), (20, 5), (80, 24), (400, 200)])
    func framesOfAnySizeFitScreensOfAnySize(_ width: Int, _ height: Int) throws {
      let screen = try screen()
      for size in [Size(width: 1, height: 1), Size(width: 0, height: 0), Size(width: 200, height: 60)] {
        screen.resize(to: size)
        var frame = Frame(size: Size(width: width, height: height))
        frame.fill(frame.bounds, with: "#")
        if width > 3 { frame.put("漢", x: width - 2, y: 0) }
        frame.cursor = Point(x: width - 1, y: height - 1)
        #expect(!sent(screen, frame).isEmpty)
      }
    }

    @Test func afterAChangeOfSizeAllRowsScroll() throws {
      let screen = try screen()
      screen.resize(to: Size(width: 50, height: 33))
      #expect(sent(screen, Frame(size: screen.size)).hasPrefix("\u{1B}7\u{1B}[1;33r\u{1B}8"))
    }

    @Test func aScreenTakenBackIsDrawnInFull() throws {
      let screen = try screen()
      var frame = Frame(size: screen.size)
      frame.write("kernel", x: 2, y: 2)
      _ = sent(screen, frame)
      screen.leave()
      #expect(String(decoding: screen.take(), as: UTF8.self).contains("\u{1B}[?1049l"))
      screen.enter()
      #expect(String(decoding: screen.take(), as: UTF8.self).contains("\u{1B}[?1049h"))
      #expect(sent(screen, frame).contains("kernel"))
    }

    @Test func aProjectorChangesTheColoursOfTheSameCells() throws {
      let screen = try screen()
      var frame = Frame(size: screen.size)
      frame.write("kernel", x: 2, y: 2, .accent)
      _ = sent(screen, frame)
      var projected = Frame(size: screen.size, look: Look(isProjected: true))
      projected.write("kernel", x: 2, y: 2, .accent)
      #expect(sent(screen, projected).contains("kernel"))
    }

    @Test func readingADescriptionLeavesTheOpenScreenAlone() throws {
      let screen = try screen()
      #expect(TerminalType(named: "vt100")?.colours == 0)
      #expect(TerminalType(named: "no-such") == nil)
      var frame = Frame(size: screen.size)
      frame.write("up", x: 1, y: 1, Style(.positive))
      #expect(sent(screen, frame).contains("38;5;215"))
    }

    /// Curses starts as if there were 24 rows.
    @Test func tallScreensScrollNowhere() throws {
      let size = Size(width: 40, height: 50)
      _ = TerminalLocale.adopt(TerminalEnvironment { $0 == "LANG" ? "C.UTF-8" : nil })
      let type = try #require(TerminalType(named: "xterm-256color"))
      let plan = ColourPlan(type: type, wish: nil, environment: TerminalEnvironment { _ in nil })
      let screen = try CursesScreen(plan, theme: .dark, size: size)
      var emulator = TerminalEmulator(size)
      var frame = Frame(size: size)
      for round in 0..<3 {
        for y in 0..<50 where y % 2 == round % 2 { frame.put("│", x: 3, y: y, .accent) }
        frame.write("row 40, \(round)", x: 9, y: 40)
        screen.show(frame)
        emulator.receive(screen.take())
        let rows = (0..<50).map { y in
          String(String.UnicodeScalarView((0..<40).map { x in frame[x, y].glyph }))
        }
        #expect(emulator.text == rows.joined(separator: "\n"), "round \(round)")
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
