import Curriculum
import Labs
import Learning
import TerminalUI

/// The scene of a step for those who read line by line: names of keys go in, the picture comes out as characters.
struct TextScene {
  private var opened: Scene?
  private var playback: Playback?
  /// Whether no key was pressed since the scene was opened.
  private var isFresh = true

  private static let size = Size(width: 76, height: 24)
  /// How long a scene may play by itself after a key: a minute.
  private static let longestPlay = 3600
  private static let arrows = ["→": "right", "←": "left", "↑": "up", "↓": "down", "esc": "escape"]

  /// The picture after `request`, without the rows that only name keys.
  mutating func lines(for request: TextSession.SceneRequest) -> [String] {
    do {
      switch request {
      case .look(let scene): try open(scene)
      case .press(let words, let scene):
        try open(scene)
        try press(words)
      }
    } catch {
      return TextLines.wrapped("\(error)")
    }
    return picture
  }

  private mutating func open(_ scene: Scene) throws {
    guard opened != scene || playback == nil else { return }
    playback = try Self.playback(scene)
    (opened, isFresh) = (scene, true)
  }

  private static func playback(_ scene: Scene) throws -> Playback {
    try Playback(Screen(scene: scene), size: size, look: Look(isColoured: false))
  }

  private mutating func press(_ words: [String]) throws {
    guard !words.isEmpty else { throw TextSceneError.missingKey }
    var keys = try words.map { word in
      let name = Self.arrows[word.lowercased()] ?? word
      guard let key = Key(named: name.count > 1 ? name.lowercased() : name) else {
        throw TextSceneError.unknownKey(word)
      }
      return key
    }
    // On the screen the first Tab gives the keys to the scene; here it has them already.
    if isFresh, keys.first == .tab { keys.removeFirst() }
    isFresh = false
    for key in keys { try take(.key(key)) }
    for _ in 0..<Self.longestPlay where playback?.screen.isMoving == true {
      try take(.tick(seconds: SnapshotWriter.tick))
    }
  }

  /// Lets `event` happen; a scene that is left stays as it was.
  private mutating func take(_ event: Event) throws {
    playback?.take(event)
    guard let left = playback, left.isOver else { return }
    playback = try left.screen.scene.map(Self.playback)
    isFresh = true
  }

  private var picture: [String] {
    guard let frame = playback?.frame else { return [] }
    var rows = TextWriter.text(of: frame).split(separator: "\n", omittingEmptySubsequences: false)
    rows.removeLast()
    while rows.last?.isEmpty == true { rows.removeLast() }
    return rows.map(String.init)
  }
}

/// Why the keys of a line are not pressed.
enum TextSceneError: Error, Equatable, CustomStringConvertible {
  /// The line names none.
  case missingKey
  /// There is no key of that name.
  case unknownKey(String)

  var description: String {
    switch self {
    case .missingKey: "press: name a key, as in: press right"
    case .unknownKey(let word):
      "press: there is no key \(Echo.quote(word)); name keys as in: press right right tab space end k"
    }
  }
}
