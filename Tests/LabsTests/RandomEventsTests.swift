import Labs
import Learning
import TestSupport
import Testing

@Suite("RandomEvents")
struct RandomEventsTests {
  @Test func convolution() throws { expectRandomEventsAreSafe(try ConvLab(), seed: 1) }
  @Test func convolutionOfASignal() throws {
    expectRandomEventsAreSafe(try ConvLab(scene: .lectureSignal), seed: 2)
  }
  @Test func averages() throws { expectRandomEventsAreSafe(try AverageLab(), seed: 4) }
  @Test func race() throws { expectRandomEventsAreSafe(try RaceLab(), seed: 5) }
  @Test func graph() throws { expectRandomEventsAreSafe(try GraphLab(), seed: 6) }
  @Test func pooling() throws { expectRandomEventsAreSafe(try PoolLab(), seed: 9) }
  @Test func poolingBackward() throws {
    var scene = PoolingScene()
    (scene.kind, scene.padding, scene.view) = (.l2, Extent(1), .backward)
    expectRandomEventsAreSafe(try PoolLab(scene: scene), seed: 8)
  }
  // Keys that are locked change nothing for a while, and most keys mean nothing to notes.
  @Test func presentation() {
    expectRandomEventsAreSafe(Screen(presenting: PresentedLesson.value), seed: 8, changing: 0.1)
  }
  @Test func notes() {
    expectRandomEventsAreSafe(Screen(notesFor: PresentedLesson.value), seed: 11, changing: 0.1)
  }
  @Test func everythingFromTheHomeScreen() { expectRandomEventsAreSafe(Screen.home, seed: 3) }
}
