import Testing

@testable import Curriculum

@Suite struct PresentStateTests {
  private static let question = Question(
    prompt: "What is the side of the output?", kind: .number, answer: .number(3), wrong: [], hints: [],
    solution: "3")

  private static func state(steps: Int = 2, votes: [PresentVote] = [PresentVote("3", hands: 14)])
    -> PresentState
  {
    var moment = PresentMoment(lesson: "stride", step: "hops", index: 2, isAsking: true, seconds: 754)
    moment.isLocked = true
    moment.votes = votes
    return PresentState(
      moment, votes: (0..<steps).map { PresentState.StepVotes("step-\($0)", question, votes) })
  }

  @Test func isReadAsItWasWritten() throws {
    let time = 1_800_000_000.0
    let read = try #require(PresentState.read(Self.state().file(at: time)))
    #expect(read.state == Self.state() && read.written == time)
    #expect(read.state.moment.isLocked && read.state.moment.votes.isEmpty)
    #expect(read.state.votes[0].answers(Self.question))
  }

  @Test func votesBelongToTheirQuestion() {
    let other = Question(
      prompt: "What is the height of the output?", kind: .number, answer: .number(3), wrong: [], hints: [],
      solution: "3")
    #expect(!Self.state().votes[0].answers(other))
  }

  @Test func theFileStaysSmall() throws {
    let long = (0..<12).map { PresentVote(String(repeating: "\u{1}", count: 40), hands: $0) }
    let bytes = Self.state(steps: 100, votes: long).file(at: 1_800_000_000)
    #expect(bytes.count <= PresentState.largestFile)
    let state = try #require(PresentState.read(bytes)).state
    #expect(state.votes.count > 10 && state.votes.last?.step == "step-99", "the newest stay")
  }

  @Test(arguments: [
    "", "{", "[]", "null", #"{"v":1}"#,
    #"{"v":2,"at":1800000000,"moment":{"lesson":"stride","index":1},"votes":[]}"#,
    #"{"v":1,"at":1e300,"moment":{"lesson":"stride","index":1},"votes":[]}"#,
    #"{"v":1,"at":1800000000,"moment":{"lesson":"stride","index":9223372036854775807},"votes":[]}"#,
    #"{"v":1,"at":1800000000,"moment":{"lesson":"stride","index":1,"seconds":-1},"votes":[]}"#,
    #"{"v":1,"at":1800000000,"moment":{"lesson":"stride","index":1},"votes":[{"step":"a","asked":"","#
      + #""votes":[{"answer":"3","hands":9223372036854775807}]}]}"#,
    #"{"v":1,"at":1800000000,"moment":{"lesson":"stride","index":1},"votes":[],"x":""#
      + String(repeating: "x", count: 70_000) + #""}"#,
  ])
  func anythingElseIsDamaged(_ text: String) {
    #expect(PresentState.read(Array(text.utf8)) == nil)
  }
}
