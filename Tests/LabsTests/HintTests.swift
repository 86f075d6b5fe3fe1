import Learning
import TestSupport
import Testing

@testable import Labs

@Suite("Hints fit into one line at 80 columns")
struct HintTests {
  /// 78 columns inside the margins, one of them for the full stop.
  private static let most = 77

  @Test func ofSurfaces() { #expect(SurfaceKind.allCases.filter { $0.watchFor.count > Self.most } == []) }
  /// The relief turns, so that left and right are no places of a surface.
  @Test func ofSurfacesHoldInEveryView() {
    #expect(SurfaceKind.allCases.filter { $0.watchFor.contains(/\b(left|right|above|below)\b/) } == [])
  }
  @Test func ofRaces() { #expect(RacePreset.allCases.filter { $0.watchFor.count > Self.most } == []) }
  @Test func ofGraphs() { #expect(GraphPreset.allCases.filter { $0.watchFor.count > Self.most } == []) }
  @Test func ofNetworks() throws {
    #expect(NetworkPreset.allCases.filter { $0.watchFor.count > Self.most + 1 } == [])
    #expect(LayerPreset.allCases.filter { $0.watchFor.count > Self.most + 1 } == [])
    #expect(TrainPreset.allCases.filter { $0.watchFor.count > Self.most + 1 } == [])
    for preset in LayerPreset.allCases {
      for view in LayerScene.View.allCases {
        var scene = preset.scene
        scene.view = view
        #expect(try LayerWords.hint(for: LayerLab(scene: scene)).count <= Self.most + 1)
      }
    }
  }
  @Test func ofPooling() throws {
    #expect(PoolLab.watchedExamples.map(\.watchFor).filter { $0.count > Self.most } == [])
    for view in PoolingScene.View.allCases {
      for kind in PoolingKind.allCases {
        var scene = PoolingScene(.preset(.cnn5))
        (scene.view, scene.kind) = (view, kind)
        let lab = try PoolLab(scene: scene)
        #expect(lab.currentView.hint.count <= Self.most + 1)
      }
    }
  }
  @Test func ofData() {
    let all: [AverageData] = [.euroDollar, .noise(), .step, .ramp, .numbers([1])]
    #expect(all.filter { $0.watchFor.count > Self.most } == [])
  }

  @Test func aLongHintTakesTwoLinesWhereTheScreenIsTall() throws {
    var lab = try ConvLab()
    lab.resize(66, 36)
    let words = lab.drawn(66, 36).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let hint = lab.currentView.hint
    #expect(hint.count > 64 && words.contains(hint))
  }

  @Test func hatchedCellsAreExplainedAlsoWhereRoomIsScarce() throws {
    var lab = try ConvLab(scene: ConvolutionScene())
    lab.resize(80, 24)
    lab.press("p s d")
    let text = lab.drawn(80, 24).text
    #expect(text.contains("╱2╱") && text.contains("4 rows, 4 columns never read"))
  }
}
