import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite struct SoftmaxLabTests {
  private static let screens = [
    ScreenCase(name: "start", scene: "softmax:3,1,0.2"),
    ScreenCase(name: "stage", scene: "softmax:3,1,0.2?step=4", keys: "tab"),
    ScreenCase(name: "all", scene: "softmax:3,1,0.2?step=6"),
    ScreenCase(name: "large", scene: "softmax:1000,1001,999?step=6", keys: "v"),
    ScreenCase(name: "binary", scene: "softmax:2,-1,0.5", keys: "v v end"),
    ScreenCase(name: "guess", scene: "softmax:3,1,0.2?step=3", keys: "g 0 . 5 enter"),
    ScreenCase(name: "code", scene: "softmax:3,1,0.2", keys: "c"),
  ]

  @Test(arguments: screens, ScreenCase.sizes)
  func looksAsRecorded(_ example: ScreenCase, _ size: Size) throws {
    try example.expectRecorded("softmax-", size)
  }

  private func lab(_ scene: String) throws -> SoftmaxLab { try SoftmaxLab.opened(scene) }

  /// Bars are compared by their lengths: they stay low on large screens, and have one zero line.
  @Test(arguments: [(80, 24), (120, 40), (200, 50)])
  func barsAreLowAndShareTheirZero(_ columns: Int, _ rows: Int) throws {
    var lab = try lab("softmax:2,1,0.1?step=6")
    lab.resize(columns, rows)
    let area = lab.chromeLayout.body
    let frame = lab.drawn(columns, rows)
    let lines = (area.y + 1..<area.bottom).map { y in (area.x..<area.right).map { frame[$0, y].glyph } }
    #expect(lines.count { $0.contains("█") } <= 2 * 3)
    let table = lines.prefix { !$0.contains("m") }.reversed().drop { !$0.contains("│") }
    let zeros = (0..<area.width).filter { x in table.allSatisfy { $0[x] == "│" } }
    #expect(table.count >= 3 && zeros.count == 2, "scores and gradients have both signs")
  }

  @Test func stagesAppearOneByOne() throws {
    var lab = try lab("softmax:3,1,0.2")
    for stage in 0...6 {
      #expect(lab.timeline.position == stage)
      let text = lab.drawn(80, 24).text
      #expect(text.contains("0.836") == (stage >= 4), "stage \(stage):\n\(text)")
      #expect(text.contains("-0.164") == (stage >= 6))
      lab.press("right")
    }
    lab.press("left left left")
    #expect(!lab.drawn(80, 24).text.contains("0.836"))
  }

  @Test func theNaiveFormOverflowsBesideTheStableOne() throws {
    let text = try lab("softmax:3,1,0.2?view=naive&shift=1000&step=6").drawn(80, 24).text
    #expect(text.contains("inf/inf has no value") && text.contains("Watch for nan: inf/inf"))
    #expect(text.contains("0.836") && text.contains("inf/inf = nan"))
  }

  @Test func aConstantChangesNothing() throws {
    var lab = try lab("softmax:3,1,0.2?step=6")
    let before = lab.picture.stable.probabilities
    lab.press("a a a")
    #expect(lab.settings.shift == 100)
    #expect(zip(lab.picture.stable.probabilities, before).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func aLargeConstantLeavesTheTenthsOfScores() throws {
    var lab = try lab("softmax:3,1,0.2?view=naive&shift=1000&step=6")
    lab.press("tab tab")
    let rows = lab.drawn(80, 24).text.split(separator: "\n")
    #expect(rows.contains { $0.contains("2") && $0.contains("1000.2") && $0.contains("0.0508") })
    lab.press("home")
    #expect(lab.drawn(80, 24).text.contains("z2 = 1000.2, that is 0.2 + 1000"))
  }

  @Test func scoresAreRaisedTypedAndDragged() throws {
    var lab = try lab("softmax:3,1,0.2?step=6")
    lab.press("tab s")
    #expect(lab.settings.logits == [3, 1.5, 0.2])
    let area = lab.chromeLayout.body
    let row = try #require(
      (area.y..<area.bottom).first { lab.table.row(at: Point(x: area.x, y: $0), in: area) == 2 })
    let columns = (area.x..<area.right).filter { lab.table.value(at: Point(x: $0, y: row), in: area) != nil }
    #expect(columns.count >= 5)
    lab.click(at: Point(x: columns[0], y: row))
    #expect(lab.focus == 2 && lab.settings.logits[2] < 0)
    lab.press("t")
    lab.press("backspace backspace backspace backspace backspace backspace backspace backspace backspace")
    lab.press("escape t")
    #expect(lab.prompt != nil)
    lab.press("escape u u")
    #expect(lab.settings.logits == [3, 1, 0.2])
  }

  @Test func guessesNameSlips() throws {
    var lab = try lab("softmax:3,1,0.2")
    lab.press("g")
    lab.press("0.836 enter")
    #expect(lab.timeline.position == 4 && lab.chrome.toast?.text.contains("is right") == true)
    lab.press("g")
    lab.press("0.2584 enter")
    #expect(lab.chrome.toast?.text.contains("to base 2") == true && lab.timeline.position == 5)
    lab.press("g")
    lab.press("0.836 enter")
    #expect(lab.chrome.toast?.text.contains("when y is left out") == true)
  }

  @Test func theBinaryViewAddsThePenalty() throws {
    let text = try lab("softmax:2.2,-1.4,0.4?view=binary&step=6").drawn(80, 24).text
    #expect(text.contains("0.1·(1^2 + (-2)^2 + 0.5^2) = 0.525"))
    #expect(text.contains("C = "))
  }

  /// Every scene of the examples and more, at every stage: what is said holds, and nothing is cut.
  @Test func whatIsSaidHolds() throws {
    let others = [
      "softmax:1000,0", "softmax:1000,0?target=1", "softmax:-1000,-1001?view=naive",
      "softmax:5,5,5,5,5,5,5,5?temperature=0.01",
      "softmax:800,0?view=naive&temperature=2", "softmax:-700,-760?view=naive",
      "softmax:1,2,3,4,5,6,7,8?view=binary",
    ]
    for scene in try SoftmaxLab.examples
      + others.compactMap({ try Scene(parsing: $0).state as? SoftmaxScene })
    {
      for stage in 0...SoftmaxScene.stages {
        var scene = scene
        scene.step = stage
        var lab = try SoftmaxLab(scene: scene)
        lab.resize(80, 24)
        let line = SoftmaxWords.hint(for: lab)
        let (picture, naive) = (lab.picture.stable, lab.picture.naive)
        switch line {
        case _ where line.contains("each stage makes one column"): #expect(stage < 6)
        case _ where line.contains("no power exceeds 1"): #expect(picture.powers.allSatisfy { $0 <= 1 })
        case _ where line.contains("none is 0"):
          #expect(
            picture.probabilities.allSatisfy { $0 > 0 } && abs(picture.probabilities.reduce(0, +) - 1) < 1e-12
          )
        case _ where line.contains("p = 0"):
          let logarithms = try scene.softmax().logProbabilities
          #expect(picture.probabilities.contains(0) && logarithms.allSatisfy { $0.isFinite })
        case _ where line.contains("alone has a minus"):
          #expect(picture.gradient.indices.allSatisfy { (picture.gradient[$0] < 0) == ($0 == scene.target) })
        case _ where line.contains("all the probability"):
          #expect(picture.gradient.allSatisfy { abs($0) < 1e-12 })
        case _ where line.contains("inf/inf"):
          #expect(naive.probabilities.contains("nan") && naive.overflows)
        case _ where line.contains("a power was too small, though"):
          #expect(naive.probabilities.contains("0") && picture.probabilities.allSatisfy { $0 > 0 })
        case _ where line.contains("0/0"):
          #expect(naive.probabilities.contains("nan") && naive.vanishes)
        case _ where line.contains("the same numbers as long"):
          #expect(naive.probabilities == picture.probabilities.map { Numeral.format($0, digits: 3) })
        case _ where line.contains("the stable way to the same"):
          #expect(!naive.probabilities.contains("nan"))
        case _ where line.contains("709"), _ where line.contains("it chooses which"),
          _ where line.contains("weights alone"):
          break
        default: Issue.record("\(line) is checked by nothing")
        }
        let frame = lab.drawn(80, 24)
        #expect(frame.faults.isEmpty)
        // A sum may say that it has more terms.
        #expect(!frame.text.replacing(/\+ …/, with: "").contains("…"), "\(frame.text)")
      }
    }
  }
}
