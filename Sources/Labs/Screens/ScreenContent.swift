import Curriculum
import Learning
import TerminalUI

/// Something that can be on the screen: a menu, a lesson, a lab.
protocol ScreenContent: Lab where Request == Labs.Request {
  /// What surrounds it.
  var chrome: LabChrome { get set }
  /// The scene it shows; none unless told otherwise.
  var shownScene: Scene? { get }
  /// Whether messages are for it alone: a presentation and its notes talk to each other.
  var hearsMessages: Bool { get }
  /// Shows what is known of lessons and learner now, where it shows any of that.
  mutating func take(_ library: Library)
}

extension ScreenContent {
  var shownScene: Scene? { nil }
  var hearsMessages: Bool { false }
  mutating func take(_ library: Library) {}
}

/// Something on the screen that shows what is known of lessons and learner.
protocol LibraryScreen: ScreenContent {
  var library: Library { get set }
}

extension LibraryScreen {
  mutating func take(_ library: Library) { self.library = library }
}

extension HomeScreen: LibraryScreen {}
extension LessonList: LibraryScreen {}
extension ProgressScreen: LibraryScreen {}
extension QuizMenu: LibraryScreen {}
extension LessonPlayer: LibraryScreen {
  var shownScene: Scene? { scene?.scene }
}
extension SceneLab: ScreenContent {
  var shownScene: Scene? { scene }
}
extension PresentScreen: ScreenContent {
  var hearsMessages: Bool { true }
  var shownScene: Scene? { scene?.scene }
}
extension NotesScreen: ScreenContent {
  var hearsMessages: Bool { true }
}
extension QuizScreen: ScreenContent {}
extension SearchScreen: ScreenContent {}
