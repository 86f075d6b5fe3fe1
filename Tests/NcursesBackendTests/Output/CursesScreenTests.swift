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
  }
}
