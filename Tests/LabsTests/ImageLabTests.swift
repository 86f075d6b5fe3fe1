import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite struct ImageLabTests {
  private func lab(_ scene: String) throws -> ImageLab { try ImageLab.opened(scene) }

  // MARK: Screens

  private static let screens = [
    ScreenCase(name: "edges", scene: "image:face?step=62"),
    ScreenCase(name: "half-way", scene: "image:text?kernel=laplacian&step=30"),
    ScreenCase(name: "chain", scene: "image:face?kernel=gaussian:sigma=2&then=sobel-x&view=chain&step=200"),
    ScreenCase(name: "shift", scene: "image:face?view=shift&step=62"),
    ScreenCase(name: "turn", scene: "image:face?view=turn&step=62"),
    ScreenCase(name: "colours", scene: "image:shapes?kernel=mean:size=5&step=62"),
    ScreenCase(name: "close", scene: "image:digits?step=62&close=true&cursor=20,40", keys: "enter"),
    ScreenCase(name: "guess", scene: "image:gradient?step=62", keys: "g"),
    ScreenCase(
      name: "words", scene: "image:stripes?kernel=box:size=5&padding=same&stride=2&step=32", keys: "i"),
    ScreenCase(name: "code", scene: "image:shapes?kernel=gaussian&padding=1&step=62", keys: "c"),
  ]

  @Test(arguments: screens, ScreenCase.sizes)
  func screensAreAsRecorded(_ screen: ScreenCase, _ size: Size) throws {
    try screen.expectRecorded("image-", size)
  }

  // MARK: The response

  @Test func rowsAppearOneByOneAndGoAgain() throws {
    var lab = try lab("image:stripes?kernel=vertical-edge")
    #expect(lab.timeline.count == 62 && lab.timeline.position == 0)
    let start = lab.drawn(80, 24)
    lab.press("end")
    let end = lab.drawn(80, 24)
    lab.press("left")
    #expect(lab.drawn(80, 24) != end)
    lab.press("right")
    #expect(lab.drawn(80, 24) == end)
    lab.press("home")
    #expect(lab.drawn(80, 24) == start)
  }

  @Test func aChainMakesTheFirstResponseFirst() throws {
    var lab = try lab("image:face?kernel=gaussian&then=sobel-x&view=chain")
    #expect(lab.timeline.count == 58 + 56)
    lab.press("end")
    #expect(lab.isMade)
    while lab.timeline.position > 58 { lab.press("left") }
    #expect(!lab.isMade)
    #expect(lab.drawn(80, 24).text.contains("= ?"))
  }

  @Test func theWindowUnderTheCursorIsWorkedOut() throws {
    var lab = try lab("image:gradient?step=62&cursor=10,20")
    let picture = PicturePreset.gradient.picture.channels[0]
    let expected = 4 * (picture[10, 20] - picture[10, 22])
    let text = lab.drawn(80, 24).text
    #expect(ImageWords.arithmetic(for: lab)[0].text.hasSuffix("= \(Numeral.format(expected))"))
    #expect(text.contains("\(Numeral.format(picture[10, 20]))"))
    lab.press("enter right down")
    #expect(lab.cursor == Position(row: 11, column: 21))
    #expect(lab.shown.description.contains("cursor=11,21"))
    lab.press("< < < <")
    #expect(lab.cursor == Position(row: 11, column: 0))
    lab.press("escape right")
    #expect(lab.cursor == Position(row: 11, column: 0))
  }

  @Test func everyNumberOfAColouredPictureHasItsLine() throws {
    let lab = try lab("image:shapes?kernel=mean&step=62&cursor=19,19")
    let response = lab.picture.filtered.response
    let lines = ImageWords.arithmetic(for: lab)
    for (index, name) in ["red", "green", "blue"].enumerated() {
      #expect(lines[index].name == name)
      #expect(lines[index].text.hasSuffix("= \(Numeral.format(response[index][lab.cursor]))"))
    }
  }

  @Test func aClickTakesTheCursorThere() throws {
    var lab = try lab("image:face?step=62")
    let layout = ImageLayout(lab)
    for index in 0...1 {
      let area = layout.panes[index].place.area
      lab.click(at: Point(x: area.x + area.width / 4, y: area.y + area.height / 4))
      #expect((10...20).contains(lab.cursor.row) && (10...20).contains(lab.cursor.column), "\(lab.cursor)")
      lab.click(at: Point(x: area.right - 1, y: area.bottom - 1))
      #expect(lab.cursor.row > 55 && lab.cursor.column > 55)
    }
  }

  // MARK: The window in the convolution lab

  @Test(arguments: [
    "image:face?step=62&cursor=20,30", "image:face?step=62&cursor=0,0&padding=1", "image:face?cursor=61,61",
    "image:shapes?kernel=gaussian:size=15&channel=green&padding=same&cursor=3,60",
    "image:face?kernel=gaussian&then=sobel-x&stride=2&cursor=5,6",
    "image:text?kernel=1,2;3,4&stride=3x5&cursor=4,4",
    "image:face?view=shift&cursor=30,30", "image:face?view=turn&cursor=9,30",
  ])
  func enterOpensTheWindowAndBackReturns(_ scene: String) throws {
    var screen = try Screen(scene: Scene(parsing: scene))
    screen.resize(120, 40)
    screen.press("enter")
    let before = screen.drawn(120, 40)
    let lab = try ImageLab.opened(Scene(parsing: scene))
    screen.press("enter")
    let conv = try #require(screen.scene?.state as? ConvolutionScene)
    let convolution = try conv.convolution()
    let step = try convolution.step(at: convolution.geometry.position(ofStep: conv.step - 1))
    let expected = lab.picture.response.step(at: lab.cursor, channel: 0)
    #expect(step.window == expected.window && step.kernel == expected.kernel)
    #expect(step.value == lab.picture.response.response[0][lab.cursor])
    screen.press("q")
    #expect(screen.drawn(120, 40) == before)
  }

  // MARK: Settings

  @Test func keysChangeKernels() throws {
    var lab = try lab("image:face?step=62")
    lab.press("t")
    lab.press("backspace backspace backspace backspace backspace backspace backspace")
    for key in "gaussian:sigma=2 then sobel-y" { _ = lab.update(.key(key == " " ? .space : .character(key))) }
    lab.press("enter")
    #expect(lab.settings.kernels.map(\.text) == ["gaussian:sigma=2", "sobel-y"])
    #expect(lab.timeline.isAtEnd)
    lab.press("h")
    #expect(lab.settings.kernel.text == "gaussian:sigma=3")
    lab.press("Z Z")
    #expect(lab.settings.kernel.text == "gaussian:sigma=3,size=11")
    lab.press("z z z")
    #expect(lab.settings.kernel.grid.extent == Extent(15))
    #expect(lab.chrome.toast?.text.contains("1x1 to 15x15") == true)
    lab.press("u u u u u u")
    #expect(lab.settings.kernels.map(\.text) == ["sobel-x"])
  }

  /// Responses are kept where they stay the same, and made anew where they do not.
  @Test func whatIsKeptIsWhatWouldBeMade() throws {
    var lab = try lab("image:shapes?view=shift")
    for key in ["o", "v", "o", "v", "v", "p", "v", "s", "k", "n", "v", "d", "w"] {
      lab.press(key)
      #expect(try lab.picture == ImagePicture(lab.settings), "after \(key)")
    }
  }

  @Test func paddingStrideAndShadesAreKept() throws {
    var lab = try lab("image:face?step=62")
    lab.press("p s o d")
    #expect(lab.shown.description == "image?padding=1&stride=2&shades=size&step=32")
    #expect(lab.chrome.toast?.text.contains("in the view shift") == true)
    lab.press("v d d X")
    #expect(lab.settings.shift == Position(row: 6, column: 5))
    lab.press("v v")
    #expect(lab.settings.view == .chain && lab.settings.second != nil)
  }

  @Test func guessesAreJudgedAndHideWhatTheyAskFor() throws {
    var lab = try lab("image:gradient?step=62&cursor=10,20")
    let answer = lab.picture.filtered.response[0][10, 20]
    lab.press("g")
    #expect(!lab.isMade && !lab.drawn(80, 24).text.contains("= \(Numeral.format(answer))"))
    _ = lab.update(.paste(Numeral.format(-answer)))
    lab.press("enter")
    #expect(lab.chrome.toast?.text.contains("turned round") == true)
    #expect(lab.timeline.isAtEnd && lab.isMade)
    lab.press("g escape")
    #expect(lab.timeline.isAtEnd)
    #expect(try self.lab("image:shapes").settings.hasColours)
    var coloured = try self.lab("image:shapes")
    coloured.press("g")
    #expect(coloured.prompt == nil && coloured.chrome.toast?.kind == .wrong)
  }

  @Test func aFileThatHasNotBeenReadIsRefused() throws {
    let scene = try Scene(parsing: "image:photos/cat.pgm?kernel=mean")
    #expect(scene.description == "image:photos/cat.pgm?kernel=mean")
    #expect(throws: LabRefusal.self) { try SceneLab(scene) }
    var screen = Screen(home: Library())
    screen.resize(80, 24)
    #expect(screen.scene == nil)
  }

  @Test func aFileIsShownByItsNameAndKeptByItsPath() throws {
    let bytes = Array("P2 6 5 9  ".utf8) + Array((0..<30).map { "\($0 % 10)" }.joined(separator: " ").utf8)
    var scene = ImageScene()
    scene.source = .file(PictureFile(path: "/tmp/a b/cat.pgm").holding(try PortableAnymap.picture(bytes)))
    var lab = try ImageLab(scene: scene)
    lab.resize(80, 24)
    let text = lab.drawn(80, 24).text
    #expect(text.contains("cat.pgm 5x6") && !text.contains("a b"))
    #expect(lab.shown.description.hasPrefix("image:/tmp/a%20b/cat.pgm"))
    lab.press("n")
    #expect(lab.settings.source == .preset(.shapes))
    lab.press("u")
    #expect(lab.settings.source.title == "cat.pgm" && lab.drawn(80, 24).text.contains("cat.pgm 5x6"))
  }

  // MARK: What is said

  /// Every example, and others, at the end and half way: what the hint says holds.
  @Test func whatIsSaidHolds() throws {
    #expect(ImageExample.all.count == 13)
    let others = [
      "image:text?kernel=identity", "image:text?kernel=box", "image:text?kernel=gaussian&then=laplacian",
      "image:face?then=mean&view=chain", "image:face?view=shift&shift=64,64",
      "image:face?view=shift&shift=-3,0&padding=2",
      "image:gradient?view=shift&stride=2&shift=3,0", "image:face?view=turn&kernel=1,2,1",
      "image:gradient?view=turn&kernel=identity&stride=4&padding=1",
      "image:face?view=turn&kernel=mean&stride=2",
      "image:face?view=turn&kernel=mean&padding=1,0,0,0", "image:face?view=turn&kernel=1,1;1,1&padding=same",
      "image:stripes?view=turn&kernel=0,0;0,0",
    ]
    var scenes = ImageExample.all.map(\.scene)
    for text in others {
      var scene = try #require(try Scene(parsing: text).state as? ImageScene)
      scene.step = 4096
      scenes.append(scene)
    }
    for scene in scenes {
      for step in [10, 4096] {
        var lab = try ImageLab(scene: scene.at(step: step))
        lab.resize(80, 24)
        let line = ImageWords.hint(for: lab)
        #expect(TextWidth.columns(of: line) <= 78, "\(line)")
        #expect(try Self.holds(line, lab), "\(lab.shown): \(line)")
        #expect(lab.drawn(80, 24).faults.isEmpty)
      }
    }
  }

  private static func holds(_ line: String, _ lab: ImageLab) throws -> Bool {
    let (picture, settings) = (lab.picture, lab.settings)
    let filtered = picture.filtered
    let response = filtered.response
    let pixels = filtered.picture.channels
    /// Whether the response is `factor` times the pixel wherever its window is even.
    func evenAreasGive(_ factor: Double) -> Bool {
      let reach = filtered.reach
      var found = 0
      for row in 0..<filtered.extent.height {
        for column in 0..<filtered.extent.width {
          let corner = filtered.corner(of: Position(row: row, column: column))
          guard corner.row >= 0, corner.column >= 0, corner.row + reach.height <= pixels[0].height,
            corner.column + reach.width <= pixels[0].width
          else { continue }
          let first = pixels[0][corner]
          let isEven = (0..<reach.height).allSatisfy { r in
            (0..<reach.width).allSatisfy { pixels[0][corner.row + r, corner.column + $0] == first }
          }
          guard isEven else { continue }
          found += 1
          if abs(response[0][row, column] - factor * first) > 1e-9 * max(1, abs(factor * first)) {
            return false
          }
        }
      }
      return found > 0
    }
    let same = picture.largestDifference <= 1e-9 * picture.largest
    switch line {
    case _ where line.contains("a window goes along each"): return lab.timeline.position < lab.timeline.count
    case _ where line.contains("bright on the window's left is plus"):
      return lab.settings.kernel.grid.rows.allSatisfy { $0[0] > 0 && $0[2] < 0 }
    case _ where line.contains("upright stripes answer"):
      return (0..<response[0].height).allSatisfy { row in
        (0..<28).contains { response[0][row, $0] != 0 }
          && (34..<response[0].width).allSatisfy { response[0][row, $0] == 0 }
      }
    case _ where line.contains("answers alike"):
      return response[0].cells.allSatisfy { $0 < 0 && abs($0 - response[0].cells[0]) <= 3 }
    case _ where line.contains("plus on one side, minus on the other"):
      // Above and below the topmost level stroke, which begins in row 14.
      let column = 12
      return response[0][12, column] < 0 && response[0][14, column] > 0
    case _ where line.contains("have edges of their own"):
      return response[0].cells.contains { $0 != 0 } && settings.source == .preset(.digits)
    case _ where line.contains("contrasts grow"):
      return (filtered.maxima[0] > pixels[0].cells.max() ?? 0)
        && (filtered.minima[0] < pixels[0].cells.min() ?? 0)
        && evenAreasGive(1)
    case _ where line.contains("dark rim"):
      return (0..<64).allSatisfy { response[0][0, $0] < response[0][10, $0] || $0 > 6 }
        && response[0][0, 0] < response[0][4, 4]
    case _ where line.contains("filtered by itself"): return response.count == 3
    case _ where line.contains("only the large edges"):
      let sharp = try FilteredPicture(filtered.picture, [filtered.kernels[1]], padding: .same)
      let strong = { (grid: Grid) in grid.cells.count { abs($0) > 200 } }
      return strong(response[0]) < strong(sharp.response[0]) && strong(response[0]) > 0
    case _ where line.contains("none; it does not matter"): return same && picture.moved?.isComparable == true
    case _ where line.contains("does not go through"), _ where line.contains("is no multiple of the stride"):
      return !same && picture.moved?.isWhole == false
    case _ where line.contains("none here, though stride"): return same && picture.moved?.isWhole == false
    case _ where line.contains("leaves no window"): return picture.moved?.isComparable == false
    case _ where line.contains("upright edges became level ones"):
      return !same && settings.kernel == ImageScene.usualKernel
    case _ where line.contains("a Gaussian is the same turned"),
      _ where line.contains("the same when turned"):
      return same && filtered.kernels.allSatisfy { $0.grid.turned == $0.grid }
    case _ where line.contains("none in this picture, though"):
      return same && filtered.kernels.contains { $0.grid.turned != $0.grid }
    case _ where line.contains("would have to be turned as well"):
      guard !same, settings.padding == .sides(0), settings.stride == Extent(1) else { return false }
      let turned = try filtered.kernels.map { try PictureKernel($0.grid.turned) }
      let other = try FilteredPicture(filtered.picture.turned, turned)
      return zip(other.response[0].cells, response[0].turned.cells).allSatisfy { abs($0 - $1) < 1e-6 }
    case _ where line.contains("fall on other rows"):
      return !same && filtered.kernels.allSatisfy { $0.grid.turned == $0.grid }
    case _ where line.contains("differ in them"):
      return picture.moved?.moved.extent != filtered.response[0].turned.extent
    case _ where line.contains("sees"):
      let reach = filtered.kernels.reduce(1) { $0 + $1.grid.height - 1 }
      return line.contains(" \(reach)x") && settings.stride == Extent(1)
    case _ where line.contains("add up to 0"): return evenAreasGive(0)
    case _ where line.contains("keep their brightness"): return evenAreasGive(1)
    case _ where line.contains("times that"):
      return evenAreasGive(filtered.kernels.reduce(1) { $0 * $1.grid.cells.reduce(0, +) })
    default: return false
    }
  }

  @Test func withoutColoursTheLegendsSpeakOfGrey() throws {
    let lab = try lab("image:face?step=62")
    #expect(lab.drawn(80, 24).text.contains("blue below 0"))
    let plain = lab.drawn(80, 24, look: Look(isColoured: false)).text
    #expect(plain.contains("mid-grey is 0") && !plain.contains("blue"))
  }
}

extension ImageLab: Reopenable {
  mutating func adoptTransients(of other: ImageLab) { isCursorOpen = false }
}
