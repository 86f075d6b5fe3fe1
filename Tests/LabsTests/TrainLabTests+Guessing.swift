import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

extension TrainLabTests {
  @Test func updatesOfAnEpochAreGuessed() throws {
    var lab = try Self.lab()
    lab.resize(120, 40)
    lab.press("g 4 4 enter")
    #expect(lab.drawn(120, 40).text.contains("44 comes out without the last, smaller batch"))
    lab.press("g 4 5 enter")
    #expect(lab.score.right == 1 && lab.score.asked == 2)
  }

  @Test func theShareOfTheNextEpochIsGuessedWithinTwoPoints() throws {
    var lab = try Self.lab("\(Self.small)?step=50")
    lab.press("g")
    guard case .accuracy(let prediction, 90)? = lab.prompt?.purpose else {
      Issue.record("something else is asked")
      return
    }
    lab.prompt?.editor = LineEditor(prompt: "", text: Numeral.format(prediction.answer - 1.5) + "%")
    lab.press("enter")
    #expect(lab.score.right == 1 && lab.timeline.position == 90)
    let share = try #require(lab.run.trainer.epochs.last?.test?.accuracy)
    #expect(abs(share * 100 - prediction.answer) < 0.06)
  }

  @Test func theScoresAreKeptBackWhileTheClassIsGuessed() throws {
    var lab = try Self.lab("train:digits-cnn?step=45&view=inside&layer=8")
    lab.press("g")
    #expect(lab.drawn(80, 24).text.contains("says ?") && lab.viewState.digit == 1)
    #expect(!lab.paragraph.contains("is said to be"))
    lab.press("\(try #require(lab.moment?.path).said) enter")
    #expect(lab.score.right == 1 && !lab.drawn(80, 24).text.contains("says ?"))
  }

  /// A lesson may ask for the updates of an epoch.
  @Test func theUpdatesOfAnEpochAreKeptBack() throws {
    var lab = try Self.lab()
    #expect(lab.drawn(80, 24).text.contains("= 45 updates"))
    lab.cover(true)
    #expect(!lab.drawn(80, 24).text.contains("45"))
  }
}
