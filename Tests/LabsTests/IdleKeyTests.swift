import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("Keys that do nothing, and numbers of steps")
struct IdleKeyTests {
  /// A scene of every lab.
  static let scenes = Scene.labs

  private func screen(_ scene: String, _ keys: String) throws -> Screen {
    var screen = try Screen(scene: Scene(parsing: scene))
    screen.resize(80, 24)
    screen.press(keys)
    return screen
  }

  @Test(arguments: scenes)
  func aKeyWithoutAMeaningSaysSo(_ scene: String) throws {
    let screen = try screen(scene, "f9")
    #expect(screen.drawn(80, 24).text.contains("F9 has no meaning here: ? lists the keys."))
  }

  @Test(arguments: scenes)
  func aKeyThatChangesNothingSaysSo(_ scene: String) throws {
    #expect(
      try screen(scene, "end right").drawn(80, 24).text.contains(
        "→ (one step forward) changes nothing here."))
    // One that does something answers with what it does alone.
    #expect(try !screen(scene, "end left").drawn(80, 24).text.contains("changes nothing"))
  }

  @Test(arguments: scenes)
  func aNumberAndEnterGoesToThatStep(_ scene: String) throws {
    // A digit that has a meaning of its own keeps it: the number begins with a 0 then.
    var screen = try screen(scene, "0 2")
    #expect(screen.drawn(80, 24).text.contains("(enter)"))
    screen.press("enter")
    #expect(screen.scene?.description.contains("step=2") == true)
    screen.press("0 2 right")
    #expect(screen.scene?.description.contains("step=3") == true)
    screen.press("9 9 9 9 9 enter")
    #expect(screen.drawn(80, 24).text.contains("99999"))
    #expect(screen.scene?.description.contains("step=3") == true)
  }

  @Test func digitsGoToTheCellOfAnOpenPane() throws {
    #expect(try screen("conv", "enter 7 enter").scene?.description.contains("7") == true)
    #expect(try screen("conv", "enter 7").drawn(80, 24).text.contains("cell 0,0 = 7_"))
  }

  // MARK: What is to be copied

  @Test(arguments: [20, 40, 70])
  func aCommandGoesOnAsShellsAllow(_ width: Int) {
    let command = SceneCommand.text(
      for: "conv:rows:1 2 3 4 5 6 7; 8 9 10 11 12 13 14; -1.5 0 2 4 5 5 5/sobel-x?padding=1&stride=2&step=3")
    let lines = SceneCommand.lines(command, width: width)
    #expect(lines.allSatisfy { $0.count <= width })
    // What a shell makes of it: a quote closed, a backslash before the line's end, and a quote opened vanish.
    var joined = lines[0]
    for line in lines.dropFirst() {
      #expect(joined.last == "\\")
      joined.removeLast()
      if joined.last == "'" {
        joined.removeLast()
        joined += line.dropFirst()
      } else {
        joined += line
      }
    }
    #expect(joined == command)
    for line in lines.dropLast() {
      let end = line.dropLast(line.hasSuffix("'\\") ? 2 : 1)
      #expect(" ;,:/?&".contains(end.last ?? "x"), "\(line)")
    }
  }

  @Test func pythonGoesOnWithinBrackets() {
    let line = "y = F.conv2d(x, k, bias=torch.tensor([2.]), stride=(2, 1), padding=(1, 2))   # a remark"
    let lines = PythonText.lines(line, width: 44)
    #expect(
      lines == [
        "# a remark", "y = F.conv2d(x, k, bias=torch.tensor([2.]),", "    stride=(2, 1), padding=(1, 2))",
      ])
    #expect(PythonText.lines("short = 1", width: 44) == ["short = 1"])
    // However many lines it takes, they begin in one column and no number is cut.
    let list = "d = [" + (1...90).map { "\(Double($0) / 8)" }.joined(separator: ", ") + "]"
    let pieces = PythonText.lines(list, width: 44)
    #expect(pieces.allSatisfy { $0.count <= 44 } && pieces.dropLast().allSatisfy { $0.hasSuffix(",") })
    #expect(Set(pieces.dropFirst().map { $0.prefix { $0 == " " }.count }) == [4])
    #expect(pieces.map(\.trimmed).joined(separator: " ") == list)
  }

  @Test(arguments: ScreenCase.sizes)
  func nothingThatIsToBeCopiedIsCutWithinAWord(_ size: Size) throws {
    var screen = try Screen(
      scene: Scene(parsing: "conv:galway/sobel-x?padding=1&stride=2&bias=2&relu=true&rule=same&view=backward")
    )
    screen.resize(size.width, size.height)
    screen.press("c")
    var text = screen.drawn(size.width, size.height).text
    screen.press("end")
    text += screen.drawn(size.width, size.height).text
    for word in ["requires_grad_();", "torch.ones_like(y))", "keras.ops.relu("] {
      #expect(text.contains(word), "\(word)")
    }
  }

  // MARK: The kernel's size

  @Test func aKernelGrowsOnAllSides() throws {
    let typed = KernelSource.rows(try Grid(rows: [[1, 2], [3, 4]]))
    let larger = try Grid(rows: [[0, 0, 0, 0], [0, 1, 2, 0], [0, 3, 4, 0], [0, 0, 0, 0]])
    #expect(typed.resized(by: 1, along: .both).grid == larger)
    #expect(
      typed.resized(by: 1, along: .columns).grid.rows == [[0, 1, 2, 0], [0, 3, 4, 0]].map { Array($0) })
    #expect(typed.resized(by: 1, along: .both).resized(by: -1, along: .both).grid == typed.grid)
    #expect(KernelSource.preset(.sobelX).resized(by: -1, along: .both).grid.cells == [0])
    #expect(
      KernelSource.preset(.box()).resized(by: 1, along: .rows).grid.extent == Extent(height: 4, width: 3))
  }

  // MARK: ASCII

  @Test func withoutLinesEmptyCellsOperatorAndKnobDiffer() throws {
    var screen = try Screen(scene: Scene(parsing: "conv:galway?step=12&stride=3"))
    screen.resize(80, 24)
    var frame = Frame(size: Size(width: 80, height: 24), look: Look(glyphs: .ascii))
    screen.press("left left left left left left left left left left left")
    screen.draw(into: &frame)
    let text = frame.text
    #expect(text.contains("*") && text.contains("  .") && text.contains("O---"))
    // Hatching has a legend.
    #expect(text.contains(":2:") && text.contains(": not read"))
  }
}
