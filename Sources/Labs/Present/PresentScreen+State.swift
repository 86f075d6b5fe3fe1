import Curriculum

/// What is kept of a presentation, so that it can be resumed.
extension PresentScreen {
  /// The page, the lock, the time and all votes.
  var state: PresentState {
    let kept = votes.keys.sorted().compactMap { index -> PresentState.StepVotes? in
      guard let vote = votes[index], !vote.isEmpty else { return nil }
      return PresentState.StepVotes(
        lesson.steps[index].id, vote.question, vote.proposals.map { PresentVote($0.text, hands: $0.count) })
    }
    return PresentState(moment, votes: kept)
  }

  /// Goes on as in `state`, and says so. Of a lesson that has been edited since, what is still there counts.
  mutating func resume(_ state: PresentState) {
    for kept in state.votes {
      guard let index = lesson.steps.firstIndex(where: { $0.id == kept.step }),
        let vote = lesson.steps[index].exercise?.view.vote(resuming: kept.votes), kept.answers(vote.question)
      else { continue }
      votes[index] = vote
    }
    let moment = state.moment
    guard let target = position(of: moment) else {
      return chrome.refuse("The step where it was left is gone from the lesson: it begins anew.")
    }
    // The picture of an answer follows from the one of its question.
    if places[target].stage == .answer { go(to: target - 1) }
    if target != position { go(to: target) }
    seconds = moment.seconds.map(Double.init) ?? seconds
    (isLocked, isClockStopped) = (moment.isLocked, moment.isClockStopped)
    let words = [votes.isEmpty ? nil : "with its votes", isLocked ? "locked (L unlocks)" : nil]
      .compactMap { $0 }.joined(separator: ", ")
    chrome.say("Resumed \(pageWords)\(words.isEmpty ? "" : " " + words). To begin anew: --restart")
  }

  /// Begins at step `index`, counted from 0.
  mutating func open(atStep index: Int) {
    go(toStep: index)
    chrome.say(votes.isEmpty ? "Begins \(pageWords)." : "Begins \(pageWords), with the votes of before.")
  }

  private var pageWords: String {
    switch place {
    case .title: "at the title"
    case .step(let index, _): "at step \(index + 1)"
    case .end: "at the last page"
    }
  }

  private func position(of moment: PresentMoment) -> Int? {
    guard let step = moment.step else { return moment.index == 0 ? 0 : places.count - 1 }
    guard let index = lesson.steps.firstIndex(where: { $0.id == step }) else { return nil }
    let stage: PresentPlace.Stage = moment.isRevealed ? .answer : moment.isAsking ? .question : .text
    return places.firstIndex(of: .step(index, stage)) ?? places.firstIndex(of: .step(index, .text))
  }
}
