import Learning
import TerminalUI
import TestSupport

@testable import Labs

/// A lab with more that scenes leave out on purpose than every lab has.
protocol Reopenable: TopicLab {
  /// Takes over from `other` what scenes leave out, such as a cursor or the pane in focus.
  mutating func adoptTransients(of other: Self)
}

extension TopicLab {
  /// The lab of `scene`.
  static func opened(_ scene: Scene) throws -> Self {
    guard let lab = try showing(scene) else { throw LabRefusal("another lab") }
    return lab
  }

  /// The lab of the scene spelled `text`, on a screen of 80x24.
  static func opened(_ text: String) throws -> Self {
    var lab = try opened(Scene(parsing: text))
    lab.resize(80, 24)
    return lab
  }

  /// The lab with what scenes leave out taken over from `other`: what was answered last, open editors and cards, the
  /// speed, whether the timeline plays, and what is ``Reopenable`` of it.
  func asReopened(_ other: Self) -> Self {
    var lab = self
    (lab.chrome, lab.timeline, lab.prompt) = (other.chrome, other.timeline, nil)
    func adopt<Content: Reopenable>(_ content: Content) -> Self? {
      guard var content = lab as? Content, let other = other as? Content else { return nil }
      content.adoptTransients(of: other)
      return content as? Self
    }
    return (lab as? any Reopenable).flatMap { adopt($0) } ?? lab
  }
}

extension Reopenable where Self: GridLab {
  mutating func adoptTransients(of other: Self) {
    (cursor, typed, focus) = (nil, "", other.focus)
    refreshGradients()
  }
}

extension ConvLab: Reopenable {}
extension PoolLab: Reopenable {}
extension NetworkLab: Reopenable {
  mutating func adoptTransients(of other: NetworkLab) { cursor = other.cursor }
}
extension LayerLab: Reopenable {
  mutating func adoptTransients(of other: LayerLab) { (focus, cursor) = (other.focus, other.cursor) }
}
extension RaceLab: Reopenable {
  mutating func adoptTransients(of other: RaceLab) { isMovingStart = false }
}
extension SoftmaxLab: Reopenable {
  mutating func adoptTransients(of other: SoftmaxLab) { focus = other.focus }
}
extension NormLab: Reopenable {
  mutating func adoptTransients(of other: NormLab) { focus = other.focus }
}
extension DepthLab: Reopenable {
  mutating func adoptTransients(of other: DepthLab) { choice = other.choice }
}
extension GraphLab: Reopenable {
  mutating func adoptTransients(of other: GraphLab) { element = other.element }
}
extension FitLab: Reopenable {
  /// A scene does not say how far a network has learned yet; it opens when all is learned.
  mutating func adoptTransients(of other: FitLab) {
    picture.learn(.max)
    focus = other.focus
  }
}
