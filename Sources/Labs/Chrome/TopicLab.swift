import Curriculum
import Learning
import TerminalUI

/// A lab about one topic: a timeline, edits that can be taken back, predictions, and words for what is on the screen.
///
/// The screen is drawn again when a lab is no longer equal to what it was. A lab with much state, such as a network in
/// training, writes its own `==` over its scene and the number of its latest change rather than over all of its numbers.
protocol TopicLab: Lab where Request == Labs.Request {
  /// Its whole state, as data.
  associatedtype State: LabScene

  /// The lab showing `scene`.
  ///
  /// - Throws: ``LabRefusal`` when it cannot.
  init(scene: State) throws(LabRefusal)
  /// What is on the screen, without cursor, focus and open editors.
  var scene: State { get }

  /// The rows that open it from the home screen, at least one.
  static var homeEntries: [HomeEntry] { get }
  /// What else the search finds that opens here; nothing unless told otherwise.
  static var searchEntries: [SearchEntry] { get }

  /// What a line of text is asked for.
  associatedtype Purpose: Equatable & Sendable
  /// What its keys do.
  associatedtype Action: Hashable & Sendable
  /// What undo returns to.
  associatedtype Version: Equatable, Sendable

  var chrome: LabChrome { get set }
  var timeline: Timeline { get set }
  var history: UndoStack<Version> { get set }
  var prompt: Prompt<Purpose>? { get set }
  var score: Score { get set }

  /// What the lab is called, and the steps of its timeline.
  static var title: String { get }
  static var noun: String { get }
  /// Where everything but the picture stands.
  var chromeLayout: LabLayout { get }
  /// The settings line, which takes clicks.
  var settingsLine: SettingsLine { get }
  /// What is computed and how: what edits change, and from which all else that is computed follows.
  var setup: State.Setup { get }
  /// Takes another set-up, with all that follows from it, without recording anything.
  ///
  /// - Throws: ``LabRefusal`` when it does not fit together; nothing is changed then.
  mutating func install(_ setup: State.Setup) throws(LabRefusal)
  /// The present version, and the lab's as it was opened.
  var version: Version { get }
  var openedVersion: Version { get }
  /// Puts `version` back, without recording anything.
  mutating func restore(_ version: Version)
  /// What is on the screen: as lines for the libraries, in words; and all keys.
  var code: [TextOverlay.Block] { get }
  var paragraph: String { get }
  var helpSections: [HelpSection] { get }
  /// The keys that mean something at this moment; all unless told otherwise.
  var keysAtWork: [HelpSection] { get }

  /// Its keys; those of a part that can be open are apart.
  static var bindings: Bindings<Action> { get }
  /// Draws what the lab is about on a screen that is large enough, and says what surrounds it.
  func drawPicture(into frame: inout Frame) -> ChromeContent
  /// Does what a key asks for.
  mutating func perform(_ action: Action) -> Effect?
  /// Does what `key` means in the lab, if anything.
  mutating func press(_ key: Key) -> Effect?
  /// Takes a key while no line of text is asked for; it may be for a part of the lab that is open.
  mutating func take(_ key: Key) -> Effect?
  /// What a paste into the open line of text is there: rows of numbers may have several lines.
  func line(pasted text: String, for purpose: Purpose) -> String
  /// Takes a paste while no line of text is asked for.
  mutating func take(pasted text: String)
  /// Takes what a file holds that the lab has asked for.
  mutating func take(file bytes: [UInt8], at path: String)
  /// Takes a click into the picture.
  mutating func click(at point: Point)

  /// Uses what was typed.
  ///
  /// - Throws: ``LabRefusal``; the text stays then, to be mended.
  mutating func accept(_ text: String, for purpose: Purpose) throws(LabRefusal)
  /// Asks for what comes next.
  mutating func openGuess()
  /// The focus `step` panes on.
  mutating func moveFocus(by step: Int)
  /// Lets arrows move in the pane in focus.
  mutating func openPane()
  /// Leaves what is open within the lab, and says whether there was something.
  mutating func leavePane() -> Bool
  /// Goes back to the scene as it was opened.
  mutating func restart()

  /// Keeps sizes and counts back, because a question asks for them, or shows them.
  mutating func cover(_ isCovered: Bool)
  /// Marks the output cell that a question asks for, where the lab has cells.
  mutating func ask(for cell: Position?)
  /// How much is seen in a picture of `size` beside or below a text.
  func sight(in size: Size) -> PictureSight
}

extension TopicLab {
  /// Takes in one event.
  public mutating func update(_ event: Event) -> Effect? { react(to: event) }

  mutating func press(_ key: Key) -> Effect? { Self.bindings[key].flatMap { perform($0) } }

  /// Draws the lab, or, on a screen too small, the size needed.
  public func draw(into frame: inout Frame) {
    guard chrome.fits(frame.size) else { return MinimumSize.draw(into: &frame) }
    let content = drawPicture(into: &frame)
    chrome.draw(content, into: &frame, layout: chromeLayout)
    chrome.drawOverlay(into: &frame)
  }

  /// Whether the timeline plays on a screen large enough to see it.
  public var isMoving: Bool { timeline.isPlaying && chrome.letsTimePass }

  mutating func take(file bytes: [UInt8], at path: String) {}
  mutating func openPane() {}
  mutating func leavePane() -> Bool { false }
  mutating func restart() { open(openedVersion) }

  static var searchEntries: [SearchEntry] { [] }
  mutating func cover(_ isCovered: Bool) { chrome.isCovered = isCovered }
  mutating func ask(for cell: Position?) {}
  /// Curves, maps and graphs take any room; from these rows on they are pleasant to look at.
  func sight(in size: Size) -> PictureSight { size.height >= 12 ? .whole : .bare }

  /// What is on the screen as a scene string.
  var sceneText: String { scene.string.description }

  /// Carries out what the keys that every lab has ask for.
  mutating func perform(_ action: CommonAction) -> Effect? {
    switch action {
    case .nextPane: moveFocus(by: 1)
    case .previousPane: moveFocus(by: -1)
    case .openPane: openPane()
    case .leavePane: _ = leavePane()
    case .undo: undo()
    case .redo: redo()
    case .restart: restart()
    case .guess: openGuess()
    case .scene: return showScene()
    case .code: chrome.show(TextOverlay(title: "In code", code))
    case .info: chrome.show(TextOverlay(title: "In words", [.words(paragraph)]))
    case .chrome(.back): return leavePane() ? nil : .back
    case .chrome(let action):
      return chrome.perform(action, title: Self.title, help: helpSections)
    }
    return nil
  }

  /// The longest scene that is shown as a command: systems take some 130,000 bytes in one word of a command line, and
  /// quotes and escapes come on top.
  private static var longestScene: Int { 100_000 }

  private mutating func showScene() -> Effect? {
    let text = sceneText
    guard text.utf8.count <= Self.longestScene else {
      chrome.refuse("These numbers are too many for a command line: open their file again.")
      return nil
    }
    return chrome.showScene(text)
  }

  /// Gives a key or a paste to the open line editor.
  mutating func updatePrompt(_ event: Event) {
    guard var open = prompt else { return }
    // The text has one owner, so that a key does not copy it; and what is accepted may lead to the next question.
    prompt = nil
    switch open.editor.update(event) {
    case .editing: prompt = open
    case .cancelled: break
    case .accepted(let text):
      do {
        try accept(text, for: open.purpose)
      } catch {
        open.editor.complaint = error.description
        prompt = open
      }
    }
  }

  /// Judges a typed prediction, and shows the truth by going to `position`.
  mutating func judge(
    _ text: String, against prediction: Prediction, revealing position: Int
  ) throws(LabRefusal) {
    let guesses = AnswerReader(kind: .number).readings(of: text).compactMap { reading in
      if case .number(let number) = reading { number } else { nil }
    }
    guard let guess = guesses.first(where: { prediction.verdict(on: $0) == .right }) ?? guesses.first else {
      throw LabRefusal("\(Echo.quote(text)) is not a number\(Numeral.advice(on: text.trimmed))")
    }
    score.count(prediction.verdict(on: guess))
    let answer = prediction.sentence(for: guess)
    chrome.say(Toast("\(answer.text)  (\(score.text))", answer.kind))
    timeline.jump(to: position)
  }
}
