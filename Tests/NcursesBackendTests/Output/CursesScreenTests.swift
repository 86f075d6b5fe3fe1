import Glibc
import TerminalUI
import Testing

@testable import NcursesBackend

extension Curses {
  /// What is sent for frames.
  @Suite struct CursesScreenTests {
    /// A screen that writes into a file.
    private final class WrittenScreen {
      let screen: CursesScreen
      private let file: UnsafeMutablePointer<FILE>
      private var position = 0

      init(_ plan: ColourPlan, size: Size) throws {
        file = try #require(tmpfile())
        screen = try CursesScreen(plan, size: size, output: file)
      }

      /// What has been sent since the last call.
      func take() -> String {
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = max(0, pread(fileno(file), &bytes, bytes.count, position))
        position += count
        return String(decoding: bytes[..<count], as: UTF8.self)
      }

      /// What is sent for `frame`.
      func sent(_ frame: Frame) -> String {
        screen.show(frame)
        return take()
      }
    }

    private func screen(
      _ name: String = "xterm-256color", wish: ColourDepth? = nil, size: Size = Size(width: 40, height: 10)
    ) throws -> WrittenScreen {
      _ = TerminalLocale.adopt(TerminalEnvironment { $0 == "LANG" ? "C.UTF-8" : nil })
      let type = try #require(TerminalType(named: name))
      let plan = ColourPlan(type: type, wish: wish, environment: TerminalEnvironment { _ in nil })
      let screen = try WrittenScreen(plan, size: size)
      _ = screen.sent(Frame(size: size))
      return screen
    }

    @Test func aFrameThatIsShownCostsNothing() throws {
      let screen = try screen()
      var frame = Frame(size: screen.screen.size)
      frame.write("loss 漢 ⣿", x: 3, y: 2, .accent)
      #expect(screen.sent(frame).contains("loss"))
      #expect(screen.sent(frame) == "")
    }

    @Test func onlyWhatChangedIsSent() throws {
      let screen = try screen()
      var frame = Frame(size: screen.screen.size)
      frame.box(frame.bounds)
      _ = screen.sent(frame)
      frame.write("7", x: 5, y: 5)
      let bytes = screen.sent(frame)
      #expect(bytes.contains("7"))
      #expect(bytes.utf8.count < 80)
    }

    @Test func wideGlyphsAreSentWholeAndOnce() throws {
      let screen = try screen()
      var frame = Frame(size: screen.screen.size)
      frame.write("漢字", x: 4, y: 1)
      let bytes = screen.sent(frame)
      #expect(bytes.contains("漢字"))
      frame.write("x", x: 4, y: 1)
      #expect(screen.sent(frame).contains("x"))
    }

    @Test func coloursFollowTheDepth() throws {
      var frame = Frame(size: Size(width: 40, height: 10))
      frame.write("up", x: 1, y: 1, Style(.positive, on: .heat(0.9)))
      #expect(try screen().sent(frame).contains("\u{1B}[38;5;215m"))
      #expect(try !screen(wish: .never).sent(frame).contains("38;5"))
      #expect(try screen("linux").sent(frame).contains("\u{1B}[4"))
      #expect(try screen("vt100").sent(frame).contains("up"))
    }

    @Test func theWindowIsReversedWithoutColours() throws {
      var frame = Frame(size: Size(width: 40, height: 10))
      frame.write("3", x: 1, y: 1, Style(.plain, on: .window))
      #expect(try screen(wish: .never).sent(frame).contains("\u{1B}[0;7m"))
    }

    @Test func moreStylesThanPairsAreShownAllTheSame() throws {
      let screen = try screen("linux", size: Size(width: 64, height: 64))
      var frame = Frame(size: screen.screen.size)
      for y in 0..<64 {
        for x in 0..<64 {
          frame.put("a", x: x, y: y, Style(.heat(Double(x) / 64), on: .diverging(Double(y) / 32 - 1)))
        }
      }
      #expect(screen.sent(frame).filter { $0 == "a" }.count > 60)
    }

    @Test func theCursorIsSeenOnlyWhileALineIsEdited() throws {
      let screen = try screen()
      var frame = Frame(size: screen.screen.size)
      frame.cursor = Point(x: 7, y: 3)
      #expect(screen.sent(frame).contains("\u{1B}[?25h"))
      #expect(screen.sent(frame) == "")
      frame.cursor = nil
      #expect(screen.sent(frame).contains("\u{1B}[?25l"))
      frame.cursor = Point(x: 700, y: 3)
      #expect(screen.sent(frame) == "")
    }

    @Test(arguments: [(0, 0), (1, 1), (20, 5), (80, 24), (400, 200)])
    func framesOfAnySizeFitScreensOfAnySize(_ width: Int, _ height: Int) throws {
      let screen = try screen()
      for size in [Size(width: 1, height: 1), Size(width: 0, height: 0), Size(width: 200, height: 60)] {
        screen.screen.resize(to: size)
        var frame = Frame(size: Size(width: width, height: height))
        frame.fill(frame.bounds, with: "#")
        if width > 3 { frame.put("漢", x: width - 2, y: 0) }
        frame.cursor = Point(x: width - 1, y: height - 1)
        #expect(!screen.sent(frame).isEmpty)
      }
    }

    @Test func aScreenTakenBackIsDrawnInFull() throws {
      let screen = try screen()
      var frame = Frame(size: screen.screen.size)
      frame.write("kernel", x: 2, y: 2)
      _ = screen.sent(frame)
      screen.screen.leave()
      #expect(screen.take().contains("\u{1B}[?1049l"))
      screen.screen.enter()
      #expect(screen.take().contains("\u{1B}[?1049h"))
      #expect(screen.sent(frame).contains("kernel"))
    }

    @Test func aThemeChangesTheColoursOfTheSameCells() throws {
      let screen = try screen()
      var frame = Frame(size: screen.screen.size)
      frame.write("kernel", x: 2, y: 2, .accent)
      _ = screen.sent(frame)
      var light = Frame(size: screen.screen.size, look: Look(theme: .light))
      light.write("kernel", x: 2, y: 2, .accent)
      let bytes = screen.sent(light)
      #expect(bytes.contains("kernel") && bytes.contains("48;5;231"))
      #expect(screen.sent(light) == "")
    }

    @Test func readingADescriptionLeavesTheOpenScreenAlone() throws {
      let screen = try screen()
      #expect(TerminalType(named: "vt100")?.colours == 0)
      #expect(TerminalType(named: "no-such") == nil)
      var frame = Frame(size: screen.screen.size)
      frame.write("up", x: 1, y: 1, Style(.positive))
      #expect(screen.sent(frame).contains("38;5;215"))
    }
  }
}
