import Learning
import Testing

@Suite struct PoolingSceneTests {
  @Test func readsAndWritesItsSettings() throws {
    let text =
      "pool:kcl?kind=average&size=3&stride=1&padding=1&rule=exact&view=backward&upstream=1,0,0,0;0,0,0,0;0,0,0,0;0,0,0,1&step=2"
    guard let scene = try Scene(parsing: text).state as? PoolingScene else {
      Issue.record("not a pool scene")
      return
    }
    #expect(
      (scene.kind, scene.size, scene.stride, scene.padding) == (.average, Extent(3), Extent(1), Padding(1)))
    #expect(scene.upstream?.extent == Extent(4))
    #expect(Scene(scene).description == text)
  }

  @Test func paddingCanDifferOnEachSideOrFollowTheSameRule() throws {
    let text = "pool:kcl?padding=1,0,2,1&rule=ceil"
    guard let scene = try Scene(parsing: text).state as? PoolingScene else {
      Issue.record("not a pool scene")
      return
    }
    #expect(scene.padding == Padding(top: 1, left: 0, bottom: 2, right: 1))
    #expect(Scene(scene).description == text)
    #expect(try Scene(parsing: "pool:kcl?padding=same") == Scene(parsing: "pool:kcl?rule=same"))
    #expect(throws: SceneError.needless(key: "padding=same", without: "the rule same, or none")) {
      try Scene(parsing: "pool:kcl?padding=same&rule=floor")
    }
  }

  @Test func gapsAndTheCountOfAMeanCanBeSet() throws {
    let text = "pool:galway?kind=average&padding=1&dilation=2x1&exclude-padding=true"
    guard let scene = try Scene(parsing: text).state as? PoolingScene else {
      Issue.record("not a pool scene")
      return
    }
    #expect(scene.dilation == Extent(height: 2, width: 1) && scene.excludesPadding)
    #expect(Scene(scene).description == text)
    // Above the first window lies padding alone in its upper row: 2 of galway is a mean of itself.
    #expect(try scene.output(at: Position(row: 0, column: 0)).arithmetic == "(1) / 1 = 1")
    #expect(throws: SceneError.needless(key: "exclude-padding", without: "kind=average")) {
      try Scene(parsing: "pool:galway?exclude-padding=true")
    }
  }

  @Test func theStrideFollowsTheSize() throws {
    guard let scene = try Scene(parsing: "pool?size=3x2").state as? PoolingScene else {
      Issue.record("not a pool scene")
      return
    }
    #expect(scene.stride == Extent(height: 3, width: 2))
    #expect(Scene(scene).description == "pool:galway?size=3x2")
    #expect(try Scene(parsing: "pool") == Scene(PoolingScene()))
  }
}
