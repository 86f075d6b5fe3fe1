import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

extension TrainLab: Reopenable {
  mutating func adoptTransients(of other: TrainLab) {
    (isInPicture, way) = (false, TrainingWay())
    refreshMoment()
  }
}

@Suite("Learning digits in the lab")
struct TrainLabTests {
  /// Before training or after few updates: processors add up in orders of their own, and what that changes grows.
  static let cases: [ScreenCase] = [
    ScreenCase(name: "start", scene: "train:digits-cnn"),
    ScreenCase(name: "curves", scene: "train:digits-mlp?batch=1024&step=6"),
    ScreenCase(name: "rate", scene: "train:digits-mlp?step=5&batch=512&schedule=cosine:steps=15"),
    ScreenCase(name: "filters", scene: "train:digits-cnn?step=2&view=filters"),
    ScreenCase(name: "channels", scene: "train:digits-cnn?view=filters", keys: "tab k k"),
    ScreenCase(name: "units", scene: "train:FLATTEN,%20FC%2010?step=2&view=filters", keys: "enter right"),
    ScreenCase(name: "inside", scene: "train:digits-cnn?view=inside&layer=2&map=3&cell=2,5"),
    ScreenCase(
      name: "inside-deep", scene: "train:digits-cnn?view=inside&layer=5&map=3&digit=8",
      keys: "enter down right"),
    ScreenCase(name: "inside-pool", scene: "train:digits-cnn?view=inside&layer=3&map=2&cell=1,1"),
    ScreenCase(name: "inside-units", scene: "train:digits-cnn?view=inside&layer=8&map=4"),
    ScreenCase(name: "confusion", scene: "train:digits-cnn?view=confusion&pair=8,1", keys: "enter down"),
    ScreenCase(name: "listing", scene: "train:digits-cnn?view=confusion&pair=1,1", keys: "enter enter"),
    ScreenCase(name: "mistakes", scene: "train:digits-cnn?view=mistakes"),
    ScreenCase(name: "gradients", scene: "train", keys: "e e e"),
    ScreenCase(name: "guess", scene: "train:digits-cnn?view=inside", keys: "g"),
  ]

  @Test(arguments: cases, ScreenCase.sizes)
  func looksAsRecorded(_ example: ScreenCase, _ size: Size) throws {
    try example.expectRecorded("train-", size)
  }

  /// A network whose updates are cheap.
  static let small = "train:FLATTEN,%20FC%2010"

  static func lab(_ text: String = small) throws -> TrainLab { try TrainLab.opened(text) }

  static func passTicks(_ count: Int, _ lab: inout TrainLab) {
    for _ in 0..<count { _ = lab.update(.tick(seconds: 1.0 / 60)) }
  }

  /// Lets a far jump arrive.
  static func arrive(_ lab: inout TrainLab) {
    for _ in 0..<200 where lab.way.goal != nil { passTicks(1, &lab) }
    #expect(lab.way.goal == nil)
  }

  // MARK: The timeline

  /// Forward and back through the timeline by keys and by ticks, bit for bit.
  @Test func steppingBackIsExact() throws {
    var lab = try Self.lab()
    for _ in 0..<3 { lab.press("right") }
    let there = lab.run.trainer.state
    lab.press("space")
    Self.passTicks(60, &lab)
    lab.press("space")
    #expect(lab.timeline.position == 63 && lab.run.trainer.state.update == 63)
    let later = lab.run.trainer.state
    for _ in 0..<60 { lab.press("left") }
    #expect(lab.run.trainer.state == there)
    for _ in 0..<60 { lab.press("right") }
    #expect(lab.run.trainer.state == later)
    lab.press("end home right right right")
    #expect(lab.run.trainer.state == there)
  }

  @Test func thePaceIsUpdatesATick() throws {
    var lab = try Self.lab()
    lab.press("p p")
    #expect(lab.scene.pace == 4)
    lab.press("space")
    Self.passTicks(10, &lab)
    #expect(lab.timeline.position == 40 && lab.timeline.isPlaying)
    // A change of pace on the way neither stops nor jumps.
    lab.press("P +")
    Self.passTicks(5, &lab)
    #expect(lab.timeline.position == 60 && lab.timeline.isPlaying && lab.timeline.speed == 2)
    #expect(try Self.lab(lab.shown.description).run.trainer.state == lab.run.trainer.state)
  }

  /// However fast it is to play, a tick makes no more updates than are bounded by their work.
  @Test func aTickIsBoundedByWork() throws {
    var lab = try Self.lab("train:digits-cnn?epochs=20")
    lab.press("+ + + + + + space")
    Self.passTicks(1, &lab)
    let most = lab.run.updates(within: .tick)
    #expect(lab.timeline.position == most && most < 64 && lab.timeline.isPlaying)
  }

  /// A far jump goes on tick by tick, is seen on its way, and can be stopped.
  @Test func aFarJumpShowsItsWay() throws {
    var lab = try Self.lab("train:digits-cnn?epochs=20")
    lab.press("end")
    let reached = lab.run.updates(within: .key)
    #expect(
      lab.timeline.position == reached && lab.way.goal == 900 && lab.isMoving && !lab.timeline.isPlaying)
    #expect(lab.drawn(80, 24).text.contains("On the way to update 900, now at \(reached): esc stops."))
    #expect(lab.shown.description.hasSuffix("step=\(reached)"))
    Self.passTicks(1, &lab)
    #expect(lab.timeline.position == reached + lab.run.updates(within: .tick))
    lab.press("escape")
    #expect(lab.way.goal == nil && !lab.isMoving)
    lab.press("right")
    #expect(lab.way.goal == nil && lab.timeline.position == reached + lab.run.updates(within: .tick) + 1)
  }

  /// Pictures a second come from the seconds of ticks.
  @Test func theSpeedIsShown() throws {
    var lab = try Self.lab("\(Self.small)?epochs=50")
    lab.resize(120, 40)
    lab.press("space")
    for _ in 0..<4 { _ = lab.update(.tick(seconds: 0.25)) }
    #expect(lab.way.speed.examplesPerSecond == 128)
    #expect(lab.drawn(120, 40).text.contains("(128 pictures a second)"))
  }

  // MARK: Changing

  @Test func theRateChangesFromHereOnAndIsTakenBack() throws {
    var lab = try Self.lab("\(Self.small)?step=50")
    let there = lab.run.trainer.state
    lab.press("l")
    #expect(lab.setup.changes == [TrainingChange(update: 50, settings: "lr=0.02")])
    #expect(lab.run.trainer.state == there)
    lab.press("end")
    let end = lab.run.trainer.state
    #expect(try Self.lab(lab.shown.description).run.trainer.state == end)
    lab.press("u")
    Self.arrive(&lab)
    #expect(lab.setup.changes.isEmpty && lab.timeline.position == 50 && lab.run.trainer.state == there)
    lab.press("end")
    #expect(lab.run.trainer.state != end)
  }

  /// A change from the beginning leads back to the same update, and plays on if it played.
  @Test func otherSettingsLeadToTheSameUpdate() throws {
    var lab = try Self.lab("train:digits-cnn?step=60")
    lab.press("space b s a")
    #expect(lab.setup.batch == 64 && lab.setup.seed == 2 && lab.setup.augmentation.shift == 1)
    Self.arrive(&lab)
    #expect(lab.timeline.position == 60 && lab.timeline.isPlaying)
    lab.press("space u u u")
    Self.arrive(&lab)
    #expect(lab.shown.description == "train:digits-cnn?step=60")
  }

  @Test func typedTextsAreTaken() throws {
    var lab = try Self.lab()
    func type(_ key: String, _ text: String) {
      lab.press(key)
      lab.prompt?.editor = LineEditor(prompt: "", text: text)
      lab.press("enter")
    }
    type("t", "digits-mlp")
    type("A", "noise=0.2")
    type("o", "rmsprop:lr=0.002")
    #expect(lab.shown.description == "train:digits-mlp?optimizer=rmsprop:lr=0.002&augment=noise=0.2")
    type("A", "")
    #expect(lab.setup.augmentation.isNone)
    type("t", "FC 3")
    #expect(lab.prompt?.editor.complaint?.contains("10 scores are wanted") == true)
  }

  // MARK: Files

  @Test func weightsAreWrittenAndRead() throws {
    var lab = try Self.lab("\(Self.small)?step=20")
    lab.press("w")
    guard case .request(.save(let path, let bytes))? = lab.update(.key(.enter)) else {
      Issue.record("nothing is written")
      return
    }
    #expect(path == "digits.safetensors")
    let learnt = lab.run.trainer.state.parameters
    lab.press("W")
    lab.prompt?.editor = LineEditor(prompt: "", text: path)
    #expect(lab.update(.key(.enter)) == .request(.load(path: path)))
    lab.take(file: bytes, at: path)
    #expect(
      lab.timeline.position == 0 && lab.run.trainer.state.parameters == learnt && lab.run.first == learnt)
    #expect(lab.shown.description == "\(Self.small)?load=digits.safetensors")
    lab.press("u")
    Self.arrive(&lab)
    #expect(lab.run.trainer.state.parameters == learnt && lab.timeline.position == 20)
    lab.take(file: [1, 2, 3], at: "broken")
    #expect(lab.drawn(80, 24).text.contains("the file \"broken\""))
    #expect(lab.timeline.position == 20)
  }

  /// Pictures as large as those of MNIST are seen whole in every view and size.
  @Test func largerPicturesAreDrawnSmaller() throws {
    let rows = (0..<30).map { row in
      ((0..<784).map { "\(($0 * (row + 3)) % 256)" } + ["\(row % 3)"]).joined(separator: ",") + "\n"
    }
    var scene = TrainScene()
    scene.setup.data = TrainData(
      name: "a.csv",
      try DataSet(
        title: "a", picturesIn: Array(rows.joined().utf8), as: PictureTable()))
    // A batch of more pictures than there are is one of all.
    scene.setup.batch = 1_000_000
    for view in TrainScene.View.allCases {
      for network in ["CONV 4 5x5, RELU, MAXPOOL 2, FLATTEN, FC 3", "FLATTEN, FC 3"] {
        (scene.setup.network, scene.viewState.view) = (.typed(try Network(parsing: network)), view)
        var lab = try TrainLab(scene: scene)
        for (width, height) in [(60, 18), (80, 24), (120, 40), (200, 50)] {
          lab.resize(width, height)
          let frame = lab.drawn(width, height)
          #expect(frame.faults.isEmpty, "\(view), \(width)x\(height):\n\(frame.text)")
          if view == .filters {
            #expect(frame.text.contains("before") && frame.text.contains("now") && frame.text.contains("▀▀▀"))
          }
        }
      }
    }
    #expect(scene.string.description.contains("data=a.csv"))
  }

  /// Names of classes that are too long for their place are cut with a mark, and stand whole beside it.
  @Test func longNamesOfClassesAreMarkedAsCut() throws {
    let names = ["aubergine", "banana", "fig"]
    let rows = (0..<30).map { row in
      ((0..<4).map { "\(($0 + row) % 3)" } + [names[row % 3]]).joined(separator: ",") + "\n"
    }
    var scene = TrainScene()
    scene.setup.data = TrainData(
      name: "a.csv", try DataSet(title: "a", picturesIn: Array(rows.joined().utf8), as: PictureTable()))
    scene.setup.network = .typed(try Network(parsing: "FLATTEN, FC 3"))
    (scene.viewState.view, scene.viewState.pair) = (.confusion, .init(truth: 0, said: 1))
    var lab = try TrainLab(scene: scene)
    lab.resize(80, 24)
    let table = lab.drawn(80, 24).text
    for words in [
      "aub…", "ban…", " fig ", "pictures of class aubergine are said to be banana", "lists its pictures.",
    ] {
      #expect(table.contains(words))
    }
    lab.press("V")
    let inside = lab.drawn(80, 24).text
    #expect(inside.contains("picture 1: ") && inside.contains("aub…"))
  }

  // MARK: From score to pixel

  /// Cells of both convolutions, of pooling and of units open in a lab that comes to the same numbers.
  @Test(arguments: [
    ("layer=1&map=3&cell=2,5", 1), ("layer=2&map=3&cell=2,5", 2), ("layer=4&map=9&cell=3,0", 4),
    ("layer=5&map=9&cell=1,2", 5), ("layer=8&map=7", 8),
  ])
  func aCellOpensInTheLayerLab(_ place: String, _ layer: Int) throws {
    var lab = try Self.lab("train:digits-cnn?step=30&view=inside&\(place)")
    lab.press("enter")
    guard case .request(.scene(let text))? = lab.update(.key(.enter)) else {
      Issue.record("nothing opens")
      return
    }
    let opened = try LayerLab.opened(text)
    let moment = try #require(opened.moment)
    let value = opened.picture.maps[moment.filter][moment.cell]
    #expect(abs(value - (try #require(lab.making).value)) < 1e-5)
    #expect(moment.filter == lab.map && (layer == 8 || moment.cell == lab.cell))
    #expect(opened.drawn(80, 24).faults.isEmpty)
  }

  /// Where none is chosen it is the cell with the largest number, whose window can be told best.
  @Test func theStrongestCellIsLookedAtFirst() throws {
    var lab = try Self.lab("train:digits-cnn?step=30&view=inside&layer=2&map=4")
    let numbers = try #require(lab.moment?.path).outputs[1][(3 * 64)..<(4 * 64)]
    #expect(lab.making?.value == numbers.max() && numbers.max() ?? 0 > 0)
    #expect(lab.viewState.cell == nil)
    let cell = lab.cell
    lab.press("enter left")
    #expect(lab.viewState.cell == Position(row: cell.row, column: max(0, cell.column - 1)))
  }

  /// On a wide screen all layers are seen with their maps, and a click goes to any of them.
  @Test func allLayersAreSeenOnAWideScreen() throws {
    var lab = try Self.lab("train:digits-cnn?view=inside")
    lab.resize(200, 50)
    let text = lab.drawn(200, 50).text
    #expect(text.contains("window") && text.contains("kernel") && text.contains("products, sum"))
    #expect(text.contains("6 MAXPOOL 2: 16 maps of 2x2") && text.contains("8 FC 10: 10 numbers"))
    let row = try #require(InsideLayout(lab).rows.first { $0.layer == 3 })
    let place = row.tiles[9].place
    lab.click(at: Point(x: place.x + 1, y: place.y))
    #expect(lab.layer == 3 && lab.map == 9)
    let vector = try #require(InsideLayout(lab).rows.last?.tiles[0].place)
    lab.click(at: Point(x: vector.x + 14, y: vector.y))
    #expect(lab.layer == 7 && lab.map == 7)
    lab.press("g")
    #expect(lab.drawn(200, 50).text.contains("says ?"))
  }

  /// Every cell of the table of classes can be clicked, however large cells are.
  @Test(arguments: [(80, 24), (120, 40), (200, 50)])
  func theTableOfClassesFillsItsRoom(_ width: Int, _ height: Int) throws {
    var lab = try Self.lab("\(Self.small)?view=confusion")
    lab.resize(width, height)
    let body = lab.chromeLayout.body
    let table = ConfusionTable(lab, in: body)
    let pairs = (body.y..<body.bottom).flatMap { y in
      (body.x..<body.right).compactMap { table.pair(at: Point(x: $0, y: y)) }
    }
    #expect(Set(pairs).count == 100 && table.rest(of: body).width >= 10)
  }

  @Test func aPooledCellOpensInThePoolingLab() throws {
    var lab = try Self.lab("train:digits-cnn?step=30&view=inside&layer=3&map=3&cell=1,2")
    lab.press("enter")
    guard case .request(.scene(let text))? = lab.update(.key(.enter)) else {
      Issue.record("nothing opens")
      return
    }
    let scene = try #require(Scene(parsing: text).state as? PoolingScene)
    #expect(try abs(scene.pooling().output()[1, 2] - (#require(lab.making).value)) < 1e-9 && scene.step == 7)
  }

  /// Going back from there leads to the same cell, from which a further one can be opened.
  @Test func goingBackLeadsToTheSameCell() throws {
    var screen = try Screen(scene: Scene(parsing: "train:digits-cnn?step=10&view=inside&layer=2&cell=0,0"))
    screen.resize(100, 30)
    screen.press("enter down right")
    let before = screen.scene?.description
    screen.press("enter")
    #expect(screen.scene?.description.hasPrefix("layer:") == true)
    screen.press("q")
    #expect(screen.scene?.description == before && before?.contains("cell=1,1") == true)
    screen.press("right")
    #expect(screen.scene?.description.contains("cell=1,2") == true)
  }

  /// From the table to its digits, to one of them, and inside.
  @Test func fromTheTableToTheDigit() throws {
    var lab = try Self.lab("train:digits-cnn?step=60&view=confusion")
    lab.press("enter down down right right enter")
    let digit = try #require(lab.tests?.results(of: .init(truth: 2, said: 2)).first)
    #expect(lab.viewState.isListing && lab.viewState.digit == digit.picture)
    lab.press("right enter")
    #expect(lab.viewState.view == .inside && lab.run.shown.classes[lab.viewState.digit] == 2)
    #expect(lab.moment?.path?.said == 2)
  }

  @Test func testDigitsAreLookedAtOnceAnEpochWhileItPlays() throws {
    var lab = try Self.lab("\(Self.small)?view=confusion&step=40")
    lab.press("space")
    Self.passTicks(4, &lab)
    #expect(lab.timeline.position == 44 && lab.tests?.update == 40)
    Self.passTicks(8, &lab)
    #expect(lab.tests?.epoch == 1)
    lab.press("space")
    #expect(lab.tests?.update == lab.timeline.position)
  }
}
