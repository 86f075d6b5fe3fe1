import Learning

/// A row of the home screen that opens a lab.
struct HomeEntry: Equatable, Sendable {
  /// What the rows are grouped by.
  enum Group: String, CaseIterable, Sendable {
    case convolution = "Convolution"
    case averages = "Averages and optimizers"
    case networks = "Networks"
    case tape = "The tape"
  }

  /// Where it stands.
  let group: Group
  /// The key that opens it.
  let key: Character
  /// Its name.
  let title: String
  /// What it is for, in one line.
  let summary: String
  /// The scene it opens with.
  let scene: String

  /// The row in `group` whose `key` opens `scene`.
  init(_ group: Group, key: Character, _ title: String, _ summary: String, scene: String) {
    (self.group, self.key, self.title, self.summary, self.scene) = (group, key, title, summary, scene)
  }

  /// The rows of every lab, group by group, within a group in the order of the course.
  static let all = Group.allCases.flatMap { group in
    SceneLab.all.flatMap { $0.homeEntries }.filter { $0.group == group }
  }
}
