import Curriculum
import Learning
import TerminalUI

extension Screen.Content {
  var isMoving: Bool {
    switch self {
    case .home(let home): home.isMoving
    case .lab(let lab): lab.isMoving
    case .lesson(let player): player.isMoving
    case .lessons(let list): list.isMoving
    case .notes(let notes): notes.isMoving
    case .present(let present): present.isMoving
    case .progress(let progress): progress.isMoving
    case .quiz(let quiz): quiz.isMoving
    case .quizzes(let menu): menu.isMoving
    case .search(let search): search.isMoving
    }
  }

  var pace: Pace {
    if case .present(let present) = self { return present.pace }
    return isMoving ? .frames : .still
  }

  /// Whether messages are for it alone: a presentation and its notes talk to each other.
  var hearsMessages: Bool {
    switch self {
    case .notes, .present: true
    case .home, .lab, .lesson, .lessons, .progress, .quiz, .quizzes, .search: false
    }
  }

  var scene: Scene? {
    switch self {
    case .lab(let lab): lab.scene
    case .lesson(let player): player.scene?.scene
    case .present(let present): present.scene?.scene
    case .home, .lessons, .notes, .progress, .quiz, .quizzes, .search: nil
    }
  }

  mutating func update(_ event: Event) -> Effect? {
    // Taking a value out while it changes keeps its storage unshared.
    let vacant = Screen.Content.lab(.vacant)
    switch self {
    case .home(var home):
      self = vacant
      defer { self = .home(home) }
      return home.update(event)
    case .lab(var lab):
      self = vacant
      defer { self = .lab(lab) }
      return lab.update(event)
    case .lesson(var player):
      self = vacant
      defer { self = .lesson(player) }
      return player.update(event)
    case .lessons(var list):
      self = vacant
      defer { self = .lessons(list) }
      return list.update(event)
    case .notes(var notes):
      self = vacant
      defer { self = .notes(notes) }
      return notes.update(event)
    case .present(var present):
      self = vacant
      defer { self = .present(present) }
      return present.update(event)
    case .progress(var progress):
      self = vacant
      defer { self = .progress(progress) }
      return progress.update(event)
    case .quiz(var quiz):
      self = vacant
      defer { self = .quiz(quiz) }
      return quiz.update(event)
    case .quizzes(var menu):
      self = vacant
      defer { self = .quizzes(menu) }
      return menu.update(event)
    case .search(var search):
      self = vacant
      defer { self = .search(search) }
      return search.update(event)
    }
  }

  func draw(into frame: inout Frame) {
    switch self {
    case .home(let home): home.draw(into: &frame)
    case .lab(let lab): lab.draw(into: &frame)
    case .lesson(let player): player.draw(into: &frame)
    case .lessons(let list): list.draw(into: &frame)
    case .notes(let notes): notes.draw(into: &frame)
    case .present(let present): present.draw(into: &frame)
    case .progress(let progress): progress.draw(into: &frame)
    case .quiz(let quiz): quiz.draw(into: &frame)
    case .quizzes(let menu): menu.draw(into: &frame)
    case .search(let search): search.draw(into: &frame)
    }
  }

  /// Shows what is known of lessons and learner now.
  mutating func take(_ library: Library) {
    switch self {
    case .home(var home):
      home.library = library
      self = .home(home)
    case .lesson(var player):
      player.library = library
      self = .lesson(player)
    case .lessons(var list):
      list.library = library
      self = .lessons(list)
    case .progress(var progress):
      progress.library = library
      self = .progress(progress)
    case .quizzes(var menu):
      menu.library = library
      self = .quizzes(menu)
    case .lab, .notes, .present, .quiz, .search: break
    }
  }

  /// What surrounds the content.
  var chrome: LabChrome {
    get {
      switch self {
      case .home(let home): home.chrome
      case .lab(let lab): lab.chrome
      case .lesson(let player): player.chrome
      case .lessons(let list): list.chrome
      case .notes(let notes): notes.chrome
      case .present(let present): present.chrome
      case .progress(let progress): progress.chrome
      case .quiz(let quiz): quiz.chrome
      case .quizzes(let menu): menu.chrome
      case .search(let search): search.chrome
      }
    }
    set {
      switch self {
      case .home(var home):
        home.chrome = newValue
        self = .home(home)
      case .lab(var lab):
        lab.chrome = newValue
        self = .lab(lab)
      case .lesson(var player):
        player.chrome = newValue
        self = .lesson(player)
      case .lessons(var list):
        list.chrome = newValue
        self = .lessons(list)
      case .notes(var notes):
        notes.chrome = newValue
        self = .notes(notes)
      case .present(var present):
        present.chrome = newValue
        self = .present(present)
      case .progress(var progress):
        progress.chrome = newValue
        self = .progress(progress)
      case .quiz(var quiz):
        quiz.chrome = newValue
        self = .quiz(quiz)
      case .quizzes(var menu):
        menu.chrome = newValue
        self = .quizzes(menu)
      case .search(var search):
        search.chrome = newValue
        self = .search(search)
      }
    }
  }
}
