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
      (scene.kind, scene.size, scene.stride, scene.padding) == (.average, Extent(3), Extent(1), Extent(1)))
    #expect(scene.upstream?.extent == Extent(4))
    #expect(Scene(scene).description == text)
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
