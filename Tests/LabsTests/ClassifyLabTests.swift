import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

extension ClassifyLab: Reopenable {
  mutating func adoptTransients(of other: ClassifyLab) { (isAmongWeights, way) = (false, TrainingWay()) }
}

@Suite("The playground")
struct ClassifyLabTests {
  static let cases: [ScreenCase] = [
    ScreenCase(name: "start", scene: "classify:moons"),
    ScreenCase(name: "trained", scene: "classify:moons?step=400"),
    ScreenCase(name: "weights", scene: "classify:moons?step=100&view=weights", keys: "tab enter down right"),
    ScreenCase(name: "curves", scene: "classify:moons?step=1000&view=curves"),
    ScreenCase(name: "guess", scene: "classify:xor?optimizer=sgd:lr=0.1&step=20", keys: "g"),
    ScreenCase(name: "dead", scene: "classify:moons?step=100", keys: "E end"),
  ]

  @Test(arguments: cases, ScreenCase.sizes)
  func looksAsRecorded(_ example: ScreenCase, _ size: Size) throws {
    try example.expectRecorded("classify-", size)
  }

  private static func lab(_ text: String = "classify:moons") throws -> ClassifyLab {
    try ClassifyLab.opened(text)
  }

  /// Forward and back through the timeline by keys and by ticks, bit for bit.
  @Test func steppingBackIsExact() throws {
    var lab = try Self.lab()
    for _ in 0..<3 { lab.press("right") }
    let there = lab.run.trainer.state
    lab.press("+ + space")
    for _ in 0..<30 { _ = lab.update(.tick(seconds: 0.4)) }
    lab.press("space")
    // Four updates a tick, however long it took.
    #expect(lab.timeline.position == 123 && lab.run.trainer.state.update == 123)
    for _ in 0..<120 { lab.press("left") }
    #expect(lab.run.trainer.state == there)
    lab.press("end home right right right")
    #expect(lab.run.trainer.state == there)
  }

  @Test func thePaceIsPartOfTheScene() throws {
    var lab = try Self.lab("classify:moons?pace=5&step=10")
    #expect(lab.preset == .moons)
    lab.press("space")
    for _ in 0..<3 { _ = lab.update(.tick(seconds: 0.4)) }
    #expect(lab.timeline.position == 25)
    lab.press("]")
    #expect(lab.shown.description.contains("pace=10") && lab.timeline.isPlaying)
    for _ in 0..<3 { _ = lab.update(.tick(seconds: 0.4)) }
    #expect(lab.timeline.position == 55)
    lab.press("[ [ [ [")
    #expect(
      lab.scene.pace == 1
        && lab.chrome.toast?.text == "Slower than an update a tick: - plays slower.")
    lab.press("u")
    #expect(lab.scene.pace == 2 && lab.timeline.position == 55)
  }

  @Test func smallWeightsAreWrittenToo() throws {
    var lab = try Self.lab("classify:spiral?view=weights&step=400&network=FC 16, TANH, FC 16, TANH, FC 2")
    lab.resize(200, 50)
    let rows = lab.drawn(200, 50).text.split(separator: "\n").filter { $0.contains(#/ unit [0-9]+ +[-0-9]/#) }
    #expect(rows.count == 16)
    // Each has two weights and a bias behind its name.
    for row in rows {
      let words = row[row.range(of: " unit ")!.upperBound...].split(separator: " ")
      #expect(words.count == 4, "\(row)")
    }
  }

  /// However small the weights of an input are beside those of the other, its largest one is drawn.
  @Test func noInputLooksUnconnected() throws {
    var lab = try Self.lab("classify:moons?optimizer=adam:lr=0.03&step=300")
    lab.resize(200, 50)
    let text = lab.drawn(200, 50).text
    #expect(text.contains(#/ x [\u{2801}-\u{28FF}]/#) && text.contains(#/ y [\u{2801}-\u{28FF}]/#), "\(text)")
  }

  @Test func theRateChangesFromHereOnAndIsTakenBack() throws {
    var lab = try Self.lab("classify:moons?step=50")
    let there = lab.run.trainer.state
    lab.press("l")
    #expect(lab.setup.changes == [TrainingChange(update: 50, settings: "lr=0.02")])
    #expect(lab.run.trainer.state == there)
    lab.press("end")
    let end = lab.run.trainer.state
    let reopened = try Self.lab(lab.shown.description)
    #expect(reopened.run.trainer.state == end)
    lab.press("u")
    #expect(lab.setup.changes.isEmpty && lab.timeline.position == 50)
    lab.press("end")
    #expect(lab.run.trainer.state != end)
  }

  /// What the line of the weight in focus says is what happens.
  @Test func theNextWeightIsTheOneThatWasTold() throws {
    var lab = try Self.lab("classify:moons?step=30&view=weights")
    lab.press("tab enter down right")
    let place = lab.viewState.weight
    #expect(lab.layer.cell(of: place)?.unit == 1 && lab.layer.cell(of: place)?.input == 1)
    let next = try #require(lab.moment.next)
    lab.press("escape right")
    #expect(lab.run.trainer.state.parameters[place] == next.update.next)
    lab.press("g")
    #expect(lab.drawn(80, 24).text.contains("= ?"))
    let answer = try #require(lab.moment.next).update.next
    lab.prompt?.editor = LineEditor(prompt: "", text: Numeral.format(answer))
    lab.press("enter")
    #expect(lab.score.right == 1 && lab.timeline.position == 32)
  }

  @Test func trainingEndsByItselfAndSaysWhy() throws {
    var lab = try Self.lab("classify:blobs?stop=loss:0.3")
    lab.press("end")
    let end = try #require(lab.run.trainer.ending)
    #expect(lab.timeline.position == end.lastUpdate && lab.timeline.position < lab.timeline.count)
    #expect(lab.drawn(80, 24).text.contains("the loss of the epoch is below 0.3"))
    var wild = try Self.lab("classify:moons?network=FC 8, RELU, FC 2&optimizer=sgd:lr=1e300")
    wild.press("end")
    #expect(wild.drawn(80, 24).text.contains("diverged at update"))
  }

  @Test func keysChangeLayersAndData() throws {
    var lab = try Self.lab()
    lab.press("K a w d")
    #expect(lab.setup.layers.map(\.description) == ["FC 9", "RELU", "FC 2"])
    #expect(lab.setup.points.source == .pattern(.spiral))
    lab.press("K K")
    #expect(lab.setup.layers.map(\.description) == ["FC 2"])
    lab.press("k f")
    #expect(lab.setup.layers.map(\.description) == ["FC 8", "TANH", "DROPOUT 0.1", "FC 2"])
    for _ in 0..<8 { lab.press("u") }
    #expect(lab.scene == ClassifyScene())
    lab.press("t")
    lab.prompt?.editor = LineEditor(prompt: "", text: "0,0,a;1,0,b;0,1,c;1,1,a;2,2,b;3,3,c")
    lab.press("enter")
    #expect(lab.setup.layers.last == .dense(units: 3) && lab.run.data.classes == ["a", "b", "c"])
  }

  @Test(arguments: [
    "classify:moons?points=5000", "classify:moons?epochs=100000",
    "classify:moons?network=FC%20200,%20TANH,%20FC%20200,%20TANH,%20FC%202",
  ])
  func whatIsTooLargeIsRefused(_ scene: String) throws {
    #expect(throws: LabRefusal.self) { try Self.lab(scene) }
  }

  // MARK: What the hints claim

  private static func trained(_ preset: ClassifyPreset) throws -> ClassifyRun {
    var run = try ClassifyRun(preset.setup)
    run.trainer.seek(to: run.updates)
    return run
  }

  @Test func eachHintIsTrue() throws {
    #expect(try #require(Self.trained(.moons).trainer.epochs.last?.test?.accuracy) >= 0.95)
    #expect(try #require(Self.trained(.straight).trainer.epochs.last?.training.accuracy) <= 0.75)
    for preset in [ClassifyPreset.ring, .corners, .spiral] {
      #expect(try #require(Self.trained(preset).trainer.epochs.last?.training.accuracy) >= 0.95, "\(preset)")
    }
    // Hardly anything for a while: a tenth of the way the spiral's loss is still above half of the first.
    let spiral = try Self.trained(.spiral).trainer.epochs
    #expect(spiral[39].training.loss > spiral[0].training.loss / 2)
    let overfitting = try Self.trained(.overfitting).trainer.epochs
    let tests = overfitting.compactMap(\.test?.loss)
    #expect(try #require(tests.last) > 1.5 * (try #require(tests.min())))
    #expect(try #require(overfitting.last).training.loss < overfitting[overfitting.count / 2].training.loss)
    let decayed = try Self.trained(.decay).trainer.epochs
    #expect(try #require(decayed.last?.test?.loss) < (try #require(tests.last)))
    let fast = try Self.trained(.tooFast)
    let moment = ClassifyMoment(fast, ClassifyMoment.Key(0, fast.trainer, ClassifyScene.ViewState()))
    #expect(moment.count(.dead) > 8)
  }
}
