import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

/// What every lab has to keep to; a lab is tried as soon as it is in the list.
@Suite struct EveryLabTests {
  private static let sizes = [(60, 18), (80, 24), (100, 30), (120, 40), (200, 50), (240, 67)]
  private static let looks = [
    Look(), Look(glyphs: .block, isColoured: false, isProjected: true),
    Look(glyphs: .ascii, isProjected: true),
  ]

  @Test func `every kind of scene has a lab, and its row on the home screen`() throws {
    let opened = try HomeEntry.all.map { try Scene(parsing: $0.scene) }
    for kind in Scene.kinds {
      let scene = try Scene(parsing: kind.lab)
      #expect(try SceneLab(scene).scene.description == scene.description)
      #expect(opened.contains { type(of: $0.state) == kind }, "\(kind.lab)")
    }
    #expect(SceneLab.all.allSatisfy { !$0.homeEntries.isEmpty })
    #expect(SceneLab.all.count == Scene.kinds.count)
  }

  @Test func `names of labs and keys of rows are unique`() {
    #expect(Set(Scene.labs).count == Scene.labs.count)
    let keys = HomeEntry.all.map(\.key) + Array("nlzwv/?qm#jk")
    #expect(Set(keys).count == keys.count)
  }

  @Test func `every text of a home row fits its columns`() {
    for entry in HomeEntry.all {
      #expect(TextWidth.columns(of: entry.title) <= 24 && TextWidth.columns(of: entry.summary) <= 43)
    }
  }

  @Test(arguments: HomeEntry.all.map(\.scene))
  func `every size and look is drawn without faults, at the start and at the end`(_ scene: String) throws {
    var lab = try SceneLab(Scene(parsing: scene))
    for (width, height) in Self.sizes {
      lab.resize(width, height)
      for keys in ["home", "end", "?", "escape i", "escape c", "escape y", "escape g", "escape"] {
        lab.press(keys)
        for look in Self.looks {
          let frame = lab.drawn(width, height, look: look)
          #expect(frame.faults.isEmpty, "\(keys), \(look):\n\(frame.text)")
          if look.glyphs == .ascii {
            #expect(frame.text.utf8.allSatisfy { $0 < 128 }, "\(keys):\n\(frame.text)")
          }
        }
      }
    }
  }

  @Test(arguments: Scene.labs)
  func `a lab changed in a copy leaves the other as it was, and differs from it`(_ scene: String) throws {
    var lab = try SceneLab(Scene(parsing: scene))
    lab.resize(80, 24)
    lab.press("home")
    let (before, frame) = (lab, lab.drawn(80, 24))
    #expect(lab == before)
    lab.press("right")
    #expect(lab != before && lab.timeline.position == 1 && before.timeline.position == 0)
    #expect(before.drawn(80, 24) == frame)
    lab.press("home")
    #expect(lab.timeline.position == 0)
  }

  /// How many prepared examples each lab has.
  private static let examples: [String: Int] = [
    "conv": ConvLab.watchedExamples.count, "pool": PoolLab.watchedExamples.count,
    "image": ImageLab.examples.count, "layer": LayerPreset.allCases.count,
    "net": NetworkPreset.allCases.count, "ema": 4, "race": RacePreset.allCases.count,
    "graph": GraphPreset.allCases.count, "curve": CurveLab.examples.count,
    "softmax": SoftmaxLab.examples.count, "norm": NormLab.examples.count, "depth": DepthLab.examples.count,
    "fit": FitLab.examples.count, "classify": ClassifyPreset.allCases.count,
    "train": TrainPreset.allCases.count,
  ]

  @Test(arguments: Scene.labs)
  func `e goes through all examples and comes round, and E back through them`(_ scene: String) throws {
    let count = try #require(Self.examples[scene])
    var lab = try SceneLab(Scene(parsing: scene))
    lab.resize(80, 24)
    func shown(after key: String) -> String {
      lab.press(key)
      return lab.scene.description
    }
    let forward = (0..<count).map { _ in shown(after: "e") }
    #expect(Set(forward).count == count, "\(forward)")
    #expect(shown(after: "e") == forward[0])
    let back = (0..<count).map { _ in shown(after: "E") }
    #expect(back == forward.reversed())
  }

  @Test func `labs of two kinds differ`() throws {
    let (one, other) = (try Scene(parsing: "conv"), try Scene(parsing: "pool"))
    #expect(try SceneLab(one) != SceneLab(other))
    #expect(one != other)
  }

  /// A lesson asks for output cells of those that say they have some.
  @Test(arguments: Scene.labsWithOutput)
  func `labs with output make and mark the cell that is asked for`(_ scene: String) throws {
    let cell = Position(row: 0, column: 1)
    let made = try #require(try Scene(parsing: scene).making(cell))
    #expect(made.description != scene && made.making(cell) == made)
    #expect(made.making(Position(row: 99, column: 99)) == nil)
    var lab = try SceneLab(Scene(parsing: scene))
    lab.resize(80, 24)
    let before = lab
    lab.ask(for: cell)
    #expect(lab != before)
  }

  @Test(arguments: Scene.labs)
  func `what a question asks for is kept back and shown again`(_ scene: String) throws {
    var lab = try SceneLab(Scene(parsing: scene))
    lab.resize(80, 24)
    let frame = lab.drawn(80, 24)
    lab.cover(true)
    #expect(lab.chrome.isCovered && lab.drawn(80, 24).faults.isEmpty)
    lab.cover(false)
    #expect(lab.drawn(80, 24) == frame)
  }
}
