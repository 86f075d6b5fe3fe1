import Learning
import Testing

@Suite struct SceneStringTests {
  @Test func splitsLabPathAndQuery() throws {
    let scene = try SceneString(parsing: "race:ravine?racer=sgd:lr=0.4&racer=adam:lr=0.3&start=-5,-2")
    #expect(scene.lab == "race")
    #expect(scene.path == ["ravine"])
    #expect(
      scene.query == [
        .init("racer", "sgd:lr=0.4"), .init("racer", "adam:lr=0.3"), .init("start", "-5,-2"),
      ])
    #expect(scene.description == "race:ravine?racer=sgd:lr=0.4&racer=adam:lr=0.3&start=-5,-2")
  }

  @Test(arguments: ["conv", "conv:", "conv?", "conv:?"])
  func theLabAloneIsEnough(text: String) throws {
    #expect(try SceneString(parsing: text) == SceneString(lab: "conv"))
  }

  @Test func anythingCanBeEscaped() throws {
    let scene = SceneString(
      lab: "graph", path: ["x/y?z", "50% & more", ""],
      query: [.init("a=b", "c=d&e"), .init("ü", "\u{1b}\n 大")])
    #expect(try SceneString(parsing: scene.description) == scene)
    let isPlain = scene.description.utf8.filter { $0 <= 32 || $0 >= 127 }.isEmpty
    #expect(isPlain)
  }

  @Test(
    arguments: [
      ("", .malformed("")), ("Conv:galway", .malformed("Conv:galway")),
      ("/etc/passwd", .malformed("/etc/passwd")),
      ("conv:galway?padding", .malformed("conv:galway?padding")), ("conv:a?=1", .malformed("conv:a?=1")),
      ("conv:a?b=1&", .malformed("conv:a?b=1&")), ("conv:%zz", .badEscape("%zz")),
      ("conv:a%4", .badEscape("a%4")),
      ("conv:%FF", .badEscape("%FF")), ("conv:a?b=%+1", .badEscape("%+1")),
    ] as [(String, SceneError)])
  func refuses(text: String, error: SceneError) {
    #expect(throws: error) { try SceneString(parsing: text) }
  }
}
