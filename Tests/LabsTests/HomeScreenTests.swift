import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

/// The home screen has room for any number of labs, in groups.
@Suite struct HomeScreenTests {
  private static let sizes = [(60, 18), (80, 24), (120, 40), (200, 50)]

  /// As many rows and groups as the labs of all lectures would have.
  private static let groups =
    [String](repeating: "", count: 6)
    + ["Convolution", "Averages and optimizers", "Networks", "The tape"].flatMap {
      [String](repeating: $0, count: 6)
    }

  @Test(arguments: sizes)
  func `every row comes into view under its heading, however many there are`(_ width: Int, _ height: Int) {
    for selected in Self.groups.indices {
      let layout = HomeLayout(Self.groups, selected: selected, on: Size(width: width, height: height))
      let seen = layout.lines[layout.seen]
      #expect(seen.contains(.row(selected)) && layout.list.height == seen.count)
      #expect(
        layout.card.y >= 0 && layout.card.bottom <= height && layout.list.bottom <= layout.card.bottom - 2)
      let isFirst = selected == 6 || (selected > 0 && Self.groups[selected] != Self.groups[selected - 1])
      if isFirst { #expect(seen.contains(.heading(Self.groups[selected]))) }
    }
  }

  @Test(arguments: sizes)
  func `every row can be chosen by keys, and opens by a click where it is drawn`(_ width: Int, _ height: Int)
    throws
  {
    var screen = HomeScreen(CourseScreenTests.library)
    screen.resize(width, height)
    for (index, row) in screen.rows.enumerated() {
      #expect(screen.selected == index)
      let rows = screen.drawn(width, height).text.split(separator: "\n", omittingEmptySubsequences: false)
      let y = try #require(rows.firstIndex { $0.contains("› \(row.key)  \(row.title)") })
      var clicked = screen
      let point = Point(x: width / 2, y: y)
      #expect(clicked.update(.mouse(MouseEvent(.press, at: point))) == .request(row.request))
      #expect(screen.drawn(width, height).faults.isEmpty)
      screen.press("down")
    }
    screen.press("home")
    #expect(screen.selected == 0)
    screen.press("end")
    #expect(screen.selected == screen.rows.count - 1)
    screen.press("pageup")
    #expect(screen.selected < screen.rows.count - 1)
    screen.press("pageup pageup pageup pageup")
    #expect(screen.selected == 0)
  }

  @Test func `every lab opens by its key, stands under its group, in the help and in the search`() {
    var screen = HomeScreen()
    screen.resize(120, 60)
    let text = screen.drawn(120, 60).text
    screen.press("?")
    let help = screen.drawn(120, 60).text
    for entry in HomeEntry.all {
      #expect(text.contains(entry.group.rawValue) && text.contains(entry.summary))
      #expect(help.contains("\(entry.title): "), "\(entry.title)\n\(help)")
      var opened = HomeScreen()
      opened.resize(80, 24)
      #expect(opened.update(.key(.character(entry.key))) == .request(.scene(entry.scene)))
      #expect(SearchEntry.all.contains { $0.title == entry.title && $0.kind == "lab" })
    }
  }

  @Test(arguments: [("home", ""), ("home-end", "end")])
  func `looks as recorded on the smallest screen`(_ name: String, _ keys: String) throws {
    var screen = Screen(home: CourseScreenTests.library)
    screen.resize(60, 18)
    screen.press(keys)
    try expectScreen(screen.drawn(60, 18), named: "course-\(name)-60x18")
  }
}
