import Curriculum
import Testing

@Suite struct PresentMessageTests {
  @Test(arguments: [
    PresentMessage.ended,
    .moment(PresentMoment(lesson: "stride", step: nil, index: 0)),
    .moment(
      PresentMoment(
        lesson: "stride", step: "the-formula", index: 4, isAsking: true, isRevealed: true, isBlanked: true,
        seconds: 3_661)),
  ])
  func isReadAsItWasWritten(_ message: PresentMessage) {
    #expect(PresentMessage(line: message.line) == message)
    #expect(!message.line.contains("\n"))
  }

  @Test func isOneObjectWithSortedKeys() {
    let moment = PresentMoment(lesson: "stride", step: "hops", index: 2, seconds: 7)
    #expect(
      PresentMessage.moment(moment).line
        == #"{"asking":false,"blanked":false,"event":"moment","index":2,"lesson":"stride","revealed":false,"seconds":7,"step":"hops","v":1}"#
    )
  }

  @Test(arguments: [
    "", "{}", "[]", "null", #"{"v":1}"#, #"{"v":2,"event":"ended"}"#, #"{"v":1,"event":"dance"}"#,
    #"{"v":1,"event":"moment","lesson":"stride"}"#, #"{"v":1,"event":"moment","lesson":"stride","index":-1}"#,
    #"{"v":1,"event":"moment","lesson":"stride","index":1,"seconds":-5}"#,
    #"{"v":1,"event":"moment","lesson":"stride","index":1e300}"#,
    #"{"v":1,"event":"ended","note":""# + String(repeating: "x", count: 5_000) + #""}"#,
  ])
  func anythingElseIsNotUnderstood(_ line: String) {
    #expect(PresentMessage(line: line) == nil)
  }

  @Test func whatIsNewIsPassedOver() {
    #expect(PresentMessage(line: #"{"v":1,"event":"ended","mood":"good"}"#) == .ended)
  }
}
