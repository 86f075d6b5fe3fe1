import Learning
import TerminalUI
import TestSupport

@testable import Labs

/// A lab whose scene string is tried: whatever keys were pressed, the string has to open the same picture.
protocol Reopenable: Lab {
  /// The lab as a scene.
  var shown: Scene { get }
  /// The lab that `scene` opens.
  static func opened(_ scene: Scene) throws -> Self
  /// Takes over from `other` what scenes leave out on purpose: what was answered last, open editors and cards, the cursor,
  /// the speed, and whether the timeline plays.
  mutating func adoptTransients(of other: Self)
}

extension Reopenable {
  /// The lab of the scene spelled `text`, on a screen of 80x24.
  static func opened(_ text: String) throws -> Self {
    var lab = try opened(Scene(parsing: text))
    lab.resize(80, 24)
    return lab
  }
}

extension Reopenable where Self: GridLab {
  mutating func adoptTransients(of other: Self) {
    (chrome, timeline, prompt) = (other.chrome, other.timeline, nil)
    (cursor, typed, focus) = (nil, "", other.focus)
    refreshMoment()
  }
}

extension RaceLab: Reopenable {
  var shown: Scene { .race(scene) }
  static func opened(_ scene: Scene) throws -> RaceLab {
    guard case .race(let scene) = scene else { throw LabRefusal("another lab") }
    return try RaceLab(scene: scene)
  }
  mutating func adoptTransients(of other: RaceLab) {
    (chrome, timeline, prompt, isMovingStart) = (other.chrome, other.timeline, nil, false)
  }
}

extension AverageLab: Reopenable {
  var shown: Scene { .average(scene) }
  static func opened(_ scene: Scene) throws -> AverageLab {
    guard case .average(let scene) = scene else { throw LabRefusal("another lab") }
    return try AverageLab(scene: scene)
  }
  mutating func adoptTransients(of other: AverageLab) {
    (chrome, timeline, prompt) = (other.chrome, other.timeline, nil)
  }
}

extension GraphLab: Reopenable {
  var shown: Scene { .graph(scene) }
  static func opened(_ scene: Scene) throws -> GraphLab {
    guard case .graph(let scene) = scene else { throw LabRefusal("another lab") }
    return try GraphLab(scene: scene)
  }
  mutating func adoptTransients(of other: GraphLab) {
    (chrome, timeline, prompt) = (other.chrome, other.timeline, nil)
  }
}

extension ConvLab: Reopenable {
  var shown: Scene { .convolution(scene) }
  static func opened(_ scene: Scene) throws -> ConvLab {
    guard case .convolution(let scene) = scene else { throw LabRefusal("another lab") }
    return try ConvLab(scene: scene)
  }
}

extension PoolLab: Reopenable {
  var shown: Scene { .pooling(scene) }
  static func opened(_ scene: Scene) throws -> PoolLab {
    guard case .pooling(let scene) = scene else { throw LabRefusal("another lab") }
    return try PoolLab(scene: scene)
  }
}
