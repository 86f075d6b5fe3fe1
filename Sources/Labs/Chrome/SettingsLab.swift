import Learning
import TerminalUI

/// A lab whose picture follows from its settings alone; the timeline says how much of it is shown.
///
/// Such a lab writes its settings, its picture and its keys. Undo, examples, reopening and refusals are the same for all.
protocol SettingsLab: TopicLab
where State: SteppedScene, State.Setup == State, Version == SettingsVersion<State> {
  /// What follows from the settings.
  associatedtype Picture: SettingsPicture where Picture.Settings == State

  /// What is computed and how; its `step` stays 0, since the timeline knows the step.
  var settings: State { get set }
  /// The scene that `restart` returns to.
  var opened: State { get }
  var picture: Picture { get set }

  /// The picture of changed settings, which lose what no longer fits them; made anew, all of it, unless told otherwise.
  ///
  /// - Throws: ``LabRefusal`` when they do not fit one another.
  func picture(of settings: inout State) throws(LabRefusal) -> Picture
  /// The scenes that the keys for examples go through.
  static var examples: [State] { get }
  /// Whether `example` is what is shown, whatever the step.
  func isShowing(_ example: State) -> Bool
  /// Brings focus and position to where they belong with other settings than the lab had `before`; nothing unless told
  /// otherwise.
  mutating func settle(after before: Self)
}

/// What follows from a lab's settings alone, worked out once for all steps.
protocol SettingsPicture: Equatable, Sendable {
  associatedtype Settings

  /// The picture of `settings`, whatever their step.
  ///
  /// - Throws: ``LabRefusal`` when they do not fit one another.
  init(_ settings: Settings) throws(LabRefusal)
  /// How many steps the timeline has.
  var stepCount: Int { get }
}

/// What undo returns to: settings, whose step is 0, and a position of the timeline.
struct SettingsVersion<Settings: SteppedScene>: Equatable, Sendable {
  let settings: Settings
  let position: Int
  /// Settings that a view has taken the place of, in a lab with such a view.
  let setAside: Settings?

  init(_ scene: Settings, setAside: Settings? = nil) {
    settings = scene.at(step: 0)
    position = scene.step
    self.setAside = setAside
  }
}

extension SettingsLab {
  /// What is on screen.
  var scene: State { settings.at(step: timeline.position) }

  var setup: State { settings }
  var version: Version { Version(settings.at(step: timeline.position)) }
  var openedVersion: Version { Version(opened) }

  func picture(of settings: inout State) throws(LabRefusal) -> Picture { try Picture(settings) }
  static var examples: [State] { [] }
  func isShowing(_ example: State) -> Bool { example.at(step: 0) == settings }
  mutating func settle(after before: Self) {}

  mutating func restore(_ version: Version) {
    do { try install(version.settings) } catch { return chrome.refuse(error.description) }
    timeline.jump(to: version.position)
  }

  /// Goes to the next or previous example, with the step it begins at. Of examples that differ in nothing but their step
  /// that of the present step is shown.
  mutating func openExample(by step: Int) {
    let all = Self.examples
    let alike = all.indices.filter { isShowing(all[$0]) }
    let shown = alike.first { all[$0].step == timeline.position } ?? alike.first
    open(Version(all.neighbour(ofIndex: shown, by: step)))
  }

  /// Takes other settings, whose step is 0. A position beyond the new end of the timeline moves to it.
  mutating func install(_ scene: State) throws(LabRefusal) {
    let before = self
    var scene = scene
    picture = try picture(of: &scene)
    settings = scene
    timeline.resize(to: picture.stepCount)
    settle(after: before)
  }
}
