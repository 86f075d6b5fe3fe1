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
        == #"{"asking":false,"blanked":false,"event":"moment","index":2,"lesson":"stride","locked":false,"revealed":false,"seconds":7,"step":"hops","stopped":false,"v":1}"#
    )
  }

  @Test(arguments: [
    "", "{}", "[]", "null", #"{"v":1}"#, #"{"v":2,"event":"ended"}"#, #"{"v":1,"event":"dance"}"#,
    #"{"v":1,"event":"moment","lesson":"stride"}"#, #"{"v":1,"event":"moment","lesson":"stride","index":-1}"#,
    #"{"v":1,"event":"moment","lesson":"stride","index":1,"seconds":-5}"#,
    #"{"v":1,"event":"moment","lesson":"stride","index":1e300}"#,
    #"{"v":1,"event":"moment","lesson":"stride","index":9223372036854775807}"#,
    #"{"v":1,"event":"moment","lesson":"stride","index":1,"seconds":9223372036854775807}"#,
    #"{"v":9223372036854775808,"event":"ended"}"#,
    #"{"v":1,"event":"ended","note":""# + String(repeating: "x", count: 5_000) + #""}"#,
  ])
  func anythingElseIsNotUnderstood(_ line: String) {
    #expect(PresentMessage(line: line) == nil)
  }

  private static func asking(_ votes: [PresentVote]) -> PresentMessage {
    var moment = PresentMoment(lesson: "stride", step: "hops", index: 2, isAsking: true)
    moment.votes = votes
    return .moment(moment)
  }

  @Test func votesGoWithTheMoment() {
    let message = Self.asking([PresentVote("3", hands: 14), PresentVote("b, \"a\"", hands: 0)])
    #expect(PresentMessage(line: message.line) == message)
    #expect(message.line.contains(#""votes":[{"answer":"3","hands":14},{"#))
    #expect(!Self.asking([]).line.contains("votes"))
  }

  @Test func howeverManyVotesALineIsShortEnough() {
    // Six bytes each in JSON, more than any other character.
    let long = String(repeating: "\u{1}", count: 1_000)
    let message = Self.asking((0..<100).map { PresentVote(long, hands: $0 * 1_000) })
    #expect(message.line.utf8.count <= PresentMessage.longestLine)
    guard case .moment(let moment)? = PresentMessage(line: message.line) else {
      Issue.record("a line of ours is not understood: \(message.line.utf8.count) bytes")
      return
    }
    #expect(moment.votes.count == PresentVote.most)
    #expect(moment.votes.allSatisfy { $0.text.count == PresentVote.longest && $0.hands <= 9_999 })
  }

  @Test(arguments: [
    #""votes":3"#, #""votes":[3]"#, #""votes":[{"answer":"a"}]"#, #""votes":[{"answer":"a","hands":-1}]"#,
    #""votes":[{"answer":"a","hands":10000000}]"#,
    "\"votes\":[" + Array(repeating: #"{"answer":"a","hands":1}"#, count: 13).joined(separator: ",") + "]",
  ])
  func votesThatAreNoneAreNotUnderstood(_ votes: String) {
    let start = #"{"v":1,"event":"moment","lesson":"stride","index":1,"#
    #expect(PresentMessage(line: start + votes + "}") == nil)
  }

  @Test func allOfAMomentIsToldOf() {
    var moment = PresentMoment(lesson: "stride", step: "hops", index: 2, seconds: 7)
    (moment.isLocked, moment.isClockStopped) = (true, true)
    #expect(PresentMessage(line: PresentMessage.moment(moment).line) == .moment(moment))
  }

  @Test(arguments: PresentWish.allCases) func wishesAreReadAsTheyWereWritten(_ wish: PresentWish) {
    #expect(PresentWish(line: wish.line) == wish)
    #expect(wish.line == #"{"event":"wish","v":1,"wish":"\#(wish.rawValue)"}"#)
    #expect(PresentMessage(line: wish.line) == nil, "it is for the other end")
  }

  @Test(arguments: [
    "", "{}", "[]", #"{"v":1,"event":"wish"}"#, #"{"v":2,"event":"wish","wish":"next"}"#,
    #"{"v":1,"event":"wish","wish":"dance"}"#, #"{"v":1,"event":"ended","wish":"next"}"#,
    #"{"v":1,"event":"wish","wish":"next","note":""# + String(repeating: "x", count: 5_000) + #""}"#,
  ])
  func otherWishesAreNotUnderstood(_ line: String) {
    #expect(PresentWish(line: line) == nil)
  }

  @Test func whatIsNewIsPassedOver() {
    #expect(PresentMessage(line: #"{"v":1,"event":"ended","mood":"good"}"#) == .ended)
  }
}
