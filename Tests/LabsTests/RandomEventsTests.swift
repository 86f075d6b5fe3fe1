import Learning
import TestSupport
import Testing

@testable import Labs

@Suite("RandomEvents")
struct RandomEventsTests {
  /// What the home screen opens, which has every lab, and views with mechanics of their own.
  static let scenes =
    HomeEntry.all.map(\.scene) + [
      "pool:galway?kind=l2&padding=1&view=backward", "pool:galway?kind=average&padding=0,1,1,0&rule=ceil",
    ]

  @Test(arguments: scenes.enumerated().map { ($0.element, UInt64($0.offset + 1)) })
  func everyLab(_ scene: String, _ seed: UInt64) throws {
    expectRandomEventsAreSafe(try SceneLab(Scene(parsing: scene)), seed: seed)
  }

  // Keys that are locked change nothing for a while, and most keys mean nothing to notes.
  @Test func presentation() {
    expectRandomEventsAreSafe(Screen(presenting: PresentedLesson.value), seed: 8, changing: 0.1)
  }
  @Test func notes() {
    expectRandomEventsAreSafe(Screen(notesFor: PresentedLesson.value), seed: 11, changing: 0.1)
  }
  @Test func everythingFromTheHomeScreen() { expectRandomEventsAreSafe(Screen(home: Library()), seed: 3) }
}
