import Learning
import TerminalUI

/// The lab of a scene, whichever it is: a box around what every lab has. What is in it is changed in place.
struct SceneLab: Lab {
  /// Every lab, in the order of the course; a further one adds its line.
  static let all: [any TopicLab.Type] = [
    ConvLab.self,
    PoolLab.self,
    GraphLab.self,
    AverageLab.self,
    RaceLab.self,
    ClassifyLab.self,
    TrainLab.self,
    LayerLab.self,
    NetworkLab.self,
    CurveLab.self,
    SoftmaxLab.self,
    NormLab.self,
    ImageLab.self,
    DepthLab.self,
    FitLab.self,
  ]

  private var lab: any TopicLab

  /// The lab that shows `scene`.
  ///
  /// - Throws: ``LabRefusal`` when the lab cannot show it.
  init(_ scene: Scene) throws(LabRefusal) {
    for kind in Self.all {
      if let lab = try kind.showing(scene) {
        self.lab = lab
        return
      }
    }
    throw LabRefusal("No lab shows \(scene)")
  }

  /// What is on the screen.
  var scene: Scene { lab.shown }
  /// The position on the lab's timeline.
  var timeline: Timeline { lab.timeline }
  /// What surrounds the lab's subject.
  var chrome: LabChrome {
    get { lab.chrome }
    set { lab.chrome = newValue }
  }

  var isMoving: Bool { lab.isMoving }
  var pace: Pace { lab.pace }

  mutating func update(_ event: Event) -> Effect? { lab.update(event) }
  func draw(into frame: inout Frame) { lab.draw(into: &frame) }

  /// Keeps sizes and counts back, or shows them.
  mutating func cover(_ isCovered: Bool) {
    if chrome.isCovered != isCovered { lab.cover(isCovered) }
  }

  /// Takes a file that the lab has asked for.
  mutating func take(file bytes: [UInt8], at path: String) { lab.take(file: bytes, at: path) }

  /// Marks the output cell that is asked for, where the lab has cells.
  mutating func ask(for cell: Position?) { lab.ask(for: cell) }

  /// How much is seen in a picture of `size`.
  func sight(in size: Size) -> PictureSight { lab.sight(in: size) }

  static func == (one: SceneLab, other: SceneLab) -> Bool { one.lab.isEqual(to: other.lab) }
}

extension TopicLab {
  /// The lab of `scene`; `nil` when that is another lab's.
  ///
  /// - Throws: ``LabRefusal`` when the lab cannot show it.
  static func showing(_ scene: Scene) throws(LabRefusal) -> Self? {
    guard let state = scene.state as? State else { return nil }
    return try Self(scene: state)
  }

  /// What is on the screen.
  var shown: Scene { Scene(scene) }
}

extension Lab {
  /// Whether `other` is of this type and equal.
  func isEqual(to other: any Lab) -> Bool { other as? Self == self }
}
