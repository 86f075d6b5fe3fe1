import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("Pasted numbers")
struct PastedNumbersTests {
  @Test(
    arguments: [
      ("1 2\n3 4\n", "1,2;3,4"), ("1 2\r\n3 4\r\n", "1,2;3,4"), ("1\t2\r3\t4\r", "1,2;3,4"),
      ("1,5\t2\n3\t4\n", "1.5,2;3,4"), ("[[1, 2],\n [3, 4]]\n", "1,2;3,4"), ("1/2 1\n1 1\n", "0.5,1;1,1"),
    ])
  func linesAreRows(pasted: String, typed: String) throws {
    var lab = try ConvLab.opened("conv:galway/2?padding=0")
    lab.press("t")
    _ = lab.update(.paste(pasted))
    lab.press("enter")
    #expect(lab.prompt == nil)
    #expect(lab.typedGrid(of: .input)?.text == typed)
    var pool = try PoolLab.opened("pool:galway")
    pool.press("enter")
    _ = pool.update(.paste(pasted))
    pool.press("enter")
    #expect(pool.typedGrid(of: .input)?.text == typed)
  }

  @Test(
    arguments: [
      ("1,5\t2,5", "row 1: \"1,5, 2,5\" can mean"), ("1\t\t3", "row 1, column 2: a number is missing"),
      ("1 2\n3 x\n", "row 2, column 2: \"x\" is not a number"),
    ])
  func whatIsUnclearIsRefusedAndStays(pasted: String, complaint: String) throws {
    var lab = try ConvLab.opened("conv:galway/2?padding=0")
    lab.press("t")
    _ = lab.update(.paste(pasted))
    lab.press("enter")
    #expect(
      lab.prompt?.editor.complaint?.hasPrefix(complaint) == true, "\(lab.prompt?.editor.complaint ?? "")")
  }

  @Test(
    arguments: [
      ("10\n12\n9\n", [10, 12, 9], nil), ("10\t12\t9", [10, 12, 9], nil), ("10\r12\r9\r", [10, 12, 9], nil),
      ("10,12,9", [10, 12, 9], nil), ("1,5\n2,5", [1, 2], "the series: \"1,5 2,5\" can mean"),
      ("1,5 2,5", [1, 2], "row 1: \"1,5 2,5\" can mean"),
      ("1\t\t3", [1, 2], "sample 2: a number is missing"),
    ] as [(String, [Double], String?)])
  func seriesAreReadFromLines(pasted: String, samples: [Double], complaint: String?) throws {
    var lab = try AverageLab(scene: AverageScene(AverageData(samples: [1, 2])))
    lab.resize(80, 24)
    lab.press("t")
    _ = lab.update(.paste(pasted))
    lab.press("enter")
    #expect(lab.settings.data.samples == samples)
    #expect(lab.prompt?.editor.complaint.map { $0.hasPrefix(complaint ?? "?") } ?? (complaint == nil))
  }

  @Test(arguments: ["3,5\n1,5\n", "3,5 1,5", "3,5; 1,5"])
  func listsWithDecimalCommasAreRefused(text: String) throws {
    func complaint(_ lab: some TopicLab, _ key: Character) -> String {
      var lab = lab
      _ = lab.update(.resized(Size(width: 80, height: 24)))
      for event in [Event.key(.character(key)), .key(.control("u")), .paste(text), .key(.enter)] {
        _ = lab.update(event)
      }
      return lab.prompt?.editor.complaint ?? "none"
    }
    let softmax = try SoftmaxLab.opened("softmax:3,1,0.2")
    #expect(complaint(softmax, "t").contains("\"3,5 1,5\" can mean \"3.5 1.5\" or \"3 5 1 5\""))
    let depth = try DepthLab.opened("depth:0.5x4")
    #expect(complaint(depth, "t").contains("can mean \"3.5 1.5\""))
    let norm = try NormLab.opened("norm:1;2")
    #expect(complaint(norm, "w").contains("can mean \"3.5 1.5\""))
    let averages = try AverageLab.opened("ema:1,2")
    #expect(complaint(averages, "o").contains("can mean \"3.5 1.5\""))
  }

  @Test func pastedRowsOfPointsAreRead() throws {
    var lab = try ClassifyLab.opened("classify:spiral")
    for event in [
      Event.key(.character("t")), .key(.control("u")), .paste("0,0,red\r\n1\t1\tblue\n"), .key(.enter),
    ] {
      _ = lab.update(event)
    }
    #expect(
      lab.prompt == nil && lab.setup.points.source.text == "0,0,red;1,1,blue", "\(lab.prompt as Any)")
  }

  @Test func rowsOfChannelsStayRows() throws {
    var lab = try LayerLab.opened("layer:cs231n")
    for event in [
      Event.key(.character("t")), .key(.control("u")), .paste("1 2\n3 4\n/\n5\t6\r\n7\t8\n"), .key(.enter),
    ] {
      _ = lab.update(event)
    }
    #expect(lab.prompt == nil)
    #expect(lab.settings.channels.map(\.typed) == ["1,2;3,4", "5,6;7,8"])
    #expect(
      PastedNumbers.planes("1 2 / 3 4") == "1 2 / 3 4" && PastedNumbers.planes("1\n2 / 3\n4") == "1; 2 / 3; 4"
    )
  }

  /// 100 kB, whatever they are; the bound is generous, since this is neither optimised nor alone on the machine.
  @Test(arguments: [
    ("conv:galway", "t"), ("conv:galway", "tab t"), ("conv:galway", "g"), ("pool:galway", "t"),
    ("ema:eur-usd", "t"), ("ema:eur-usd", "g"), ("race:ravine", "t"), ("graph:x*y?at=x=1,y=2", "t"),
  ])
  func longPastesAreAnsweredAtOnce(_ scene: String, _ keys: String) throws {
    for piece in ["1 2 3\n4 5 6\n", "1 2 3 4 ", "1\t2\r\n", "1,5\n", "1,", "x*y+", "[[", "√2 "] {
      let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
      var screen = try Screen(scene: Scene(parsing: scene))
      screen.resize(80, 24)
      screen.press(keys)
      let time = ContinuousClock().measure {
        _ = screen.update(.paste(text))
        _ = screen.drawn(80, 24)
        screen.press("enter")
        _ = screen.drawn(80, 24)
      }
      #expect(time < .seconds(5), "\(piece.debugDescription)")
    }
  }

  @Test func aNewVariableThatLooksLikeAProductIsRemarkedOn() throws {
    var lab = try GraphLab(scene: GraphScene(Expression(parsing: "x*y"), at: ["x": 2, "y": 3]))
    lab.resize(80, 24)
    lab.press("t")
    _ = lab.update(.paste("xy + x*y"))
    lab.press("enter")
    #expect(lab.prompt?.editor.complaint == "xy is a variable of its own; did you mean x*y?")
  }

  @Test func signsOfPrintReachTheLibrariesPlain() throws {
    let scene = try GraphScene(Expression(parsing: "√x·π − |x|²"), at: ["x": 2])
    let code = GraphCode.blocks(for: try GraphLab(scene: scene))
    #expect("\(code)".contains("f = torch.sqrt(x)*math.pi - torch.abs(x)**2"))
  }
}
