import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite struct CurveLabTests {
  private static let screens = [
    ScreenCase(name: "sigmoid", scene: "curve:sigmoid?step=20"),
    ScreenCase(name: "kink", scene: "curve:relu?step=40", keys: "k"),
    ScreenCase(name: "slopes", scene: "curve:tanh?step=30", keys: "v"),
    ScreenCase(name: "overlay", scene: "curve:sigmoid?step=50", keys: "o t a n h enter"),
    ScreenCase(name: "typed", scene: "curve:x^2", keys: "end"),
    ScreenCase(name: "guess", scene: "curve:tanh?step=40", keys: "g 1 enter"),
    ScreenCase(name: "code", scene: "curve:leaky?step=3", keys: "c"),
  ]

  @Test(arguments: screens, ScreenCase.sizes)
  func looksAsRecorded(_ example: ScreenCase, _ size: Size) throws {
    try example.expectRecorded("curve-", size)
  }

  private func lab(_ scene: String) throws -> CurveLab { try CurveLab.opened(scene) }

  /// Where each line of advice holds: at places on both sides of 0 and far from it.
  @Test(arguments: CurveLab.examples.map(\.curve) + Curve.names.compactMap { try? Curve(parsing: $0) })
  func whatIsSaidHolds(_ curve: Curve) throws {
    let line = CurveWords.hint(for: curve, in: .curves)
    let slope = { (x: Double) in curve.point(at: x).slope }
    let isTrue: Bool
    switch line {
    case _ where line.contains("0 on both sides of the jump"):
      isTrue = [-2, -0.1, 0.1, 2].allSatisfy { slope($0) == 0 } && curve.kink?.isJump == true
    case _ where line.contains("1 everywhere"): isTrue = [-3, 0, 2].allSatisfy { slope($0) == 1 }
    case _ where line.contains("1/4 at 0"):
      isTrue =
        slope(0) == 0.25
        && [0.5, 1, 2, 4].allSatisfy { slope($0) < slope($0 - 0.5) && abs(slope(-$0) - slope($0)) < 1e-15 }
    case _ where line.contains("1 at 0, its most"):
      isTrue =
        slope(0) == 1
        && [0.5, 1, 2, 4].allSatisfy { slope($0) < slope($0 - 0.5) && abs(slope(-$0) - slope($0)) < 1e-15 }
    case _ where line.contains("the slope is 0 there"): isTrue = [-3, -0.01].allSatisfy { slope($0) == 0 }
    case _ where line.contains("the slope is a there"):
      isTrue = [-3, -0.01].allSatisfy { slope($0) != 0 && slope($0) == slope(-1) }
    case _ where line.contains("a negative loss"): isTrue = curve.point(at: 2).value < 0
    case _ where line.contains("-1 or 1"): isTrue = [-3, -0.001, 0.001, 9].allSatisfy { abs(slope($0)) == 1 }
    case _ where line.contains("2·x"): isTrue = [-3, 0, 0.5].allSatisfy { slope($0) == 2 * $0 }
    case _ where line.contains("margins of 1 and more"):
      isTrue = [1, 1.5, 7].allSatisfy { slope($0) == 0 && curve.point(at: $0).value == 0 }
    case _ where line.contains("never quite 0"): isTrue = [-5, 0, 5, 30].allSatisfy { slope($0) < 0 }
    case _ where line.contains("small x"): isTrue = slope(0.01) < slope(0.1) && slope(0.1) < slope(0.5)
    case _ where line.contains("level where the slope is 0"): isTrue = true
    default: isTrue = false
    }
    #expect(isTrue, "\(line)")
    #expect(TextWidth.columns(of: line) <= 78)
  }

  @Test func examplesAreAllThere() throws {
    #expect(CurveLab.examples.count == 11)
    var lab = try lab("curve")
    for example in CurveLab.examples.dropFirst() {
      lab.press("e")
      #expect(lab.scene == example)
      #expect(lab.drawn(80, 24).faults.isEmpty)
    }
    lab.press("e E E E")
    #expect(lab.scene == CurveLab.examples[8])
  }

  @Test func theCursorWalksAndGuesses() throws {
    var lab = try lab("curve:sigmoid?step=40")
    #expect(lab.x == 0 && lab.point.slope == 0.25)
    lab.press("g")
    #expect(lab.prompt?.editor.prompt == "sigmoid: f(0.1) = 0.525, f'(0.1) =")
    lab.press("0.4988 enter")
    // 1 - f² would be tanh's rule: 1 - 0.525².
    #expect(lab.timeline.position == 41)
    lab.press("left g")
    lab.press("0.7244 enter")
    #expect(lab.chrome.toast?.text.contains("by the rule of tanh") == true)
  }

  @Test func curvesAreChosenLaidOverAndTakenAway() throws {
    var lab = try lab("curve:sigmoid?step=40")
    lab.press("a")
    #expect(lab.settings.curve == Curve(.tanh))
    lab.press("o")
    lab.press("x^2 enter")
    #expect(lab.settings.curves.map(\.name) == ["expression", "tanh"])
    lab.press("tab")
    #expect(lab.settings.curve == Curve(.tanh))
    lab.press("d l")
    #expect(lab.settings.curves.map(\.name) == ["zero-one"])
    lab.press("u u u u u")
    #expect(lab.shown.description == "curve:sigmoid?step=40")
    lab.press("t")
    lab.press("nonsense(x enter")
    #expect(lab.prompt?.editor.complaint != nil)
    lab.press("escape")
    #expect(lab.settings.curve == Curve(.sigmoid))
  }

  @Test func kinksAndParameters() throws {
    var lab = try lab("curve:relu?step=40")
    lab.press("k k k")
    #expect(lab.point.slope == 1)
    #expect(lab.chrome.toast?.text == "At x = 0 the slope is taken as 1 now: that on the right.")
    lab.press("a p")
    #expect(lab.settings.curve.formula == "x if x > 0, else 0.05·x")
    lab.press("l k")
    #expect(
      lab.chrome.toast?.text
        == "no slope can be chosen for zero-one loss: relu, leaky, parametric, absolute and hinge have kinks where one can."
    )
  }

  @Test func theRangeKeepsTheCursor() throws {
    var lab = try lab("curve:tanh?step=50")
    #expect(lab.x == 1)
    lab.press("x")
    #expect(lab.settings.range == -8...8 && lab.x == 1)
    lab.press("X X")
    #expect(lab.settings.range == -2...2 && lab.x == 1)
  }

  @Test func clicksGoToPlaces() throws {
    var lab = try lab("curve:tanh?with=relu&step=0")
    let layout = lab.layout
    let room = try #require(lab.plot.picture(in: layout.plot))
    lab.click(at: Point(x: room.x + room.width / 2, y: room.y + 2))
    #expect(abs(lab.x) <= 0.25)
    lab.click(at: Point(x: layout.table.x + 3, y: layout.table.y + 3))
    #expect(lab.settings.curve == Curve(.relu))
  }

  /// At 80x24 everything that the words mention is on the screen: nothing is cut.
  @Test(arguments: Curve.names + ["x^4-2*x^2", "log(x)", "1/x"])
  func nothingIsCutAt80x24(_ name: String) throws {
    for step in [0, 20, 40, 50, 80] {
      for view in CurveScene.View.allCases {
        var scene = CurveScene(try Curve(parsing: name))
        (scene.view, scene.step) = (view, step)
        var lab = CurveLab(scene: scene)
        lab.resize(80, 24)
        let frame = lab.drawn(80, 24)
        let lines = frame.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[4...].allSatisfy { !$0.contains("…") }, "\(frame.text)")
      }
    }
  }
}
