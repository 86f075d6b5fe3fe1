import Learning
import TerminalUI

/// Everything that can be on the screen: the open labs, the last one in front.
///
/// Requests to open another scene and to go back are carried out here; only those that concern the terminal, the
/// learner's log or the program itself reach whoever runs it.
public struct Screen: Lab {
  /// One lab, whichever it is.
  enum Content: Equatable, Sendable {
    case home(HomeScreen)
    case lab(SceneLab)
  }

  private var stack: [Content]
  private var size = Size(width: 0, height: 0)

  private init(_ content: Content) { stack = [content] }

  /// The first screen.
  public static let home = Screen(.home(HomeScreen()))

  /// The lab that shows `scene`.
  ///
  /// - Throws: ``LabRefusal`` when the lab cannot show it, or when there is no lab for it yet.
  public init(scene: Scene) throws(LabRefusal) {
    self.init(.lab(try SceneLab(scene)))
  }

  /// Whether time has to pass for the lab in front.
  public var isMoving: Bool { stack.last?.isMoving ?? false }

  /// The scene in front; `nil` where there is none, as on the home screen.
  public var scene: Scene? { stack.last?.scene }

  /// Takes in one event.
  public mutating func update(_ event: Event) -> Effect? {
    if case .resized(let size) = event { self.size = size }
    switch stack[stack.count - 1].update(event) {
    case .request(.scene(let scene))?: return open(scene)
    case .back?: return back()
    case let effect: return effect
    }
  }

  private mutating func open(_ text: String) -> Effect? {
    do {
      var content = Content.lab(try SceneLab(try Scene(parsing: text)))
      _ = content.update(.resized(size))
      stack.append(content)
      return nil
    } catch {
      return .print("\(error)")
    }
  }

  /// Leaves the lab in front; from the last one, asks to leave the program.
  private mutating func back() -> Effect? {
    guard stack.count > 1 else { return .back }
    stack.removeLast()
    return stack[stack.count - 1].update(.resized(size))
  }

  /// Draws the lab in front.
  public func draw(into frame: inout Frame) { stack.last?.draw(into: &frame) }
}

extension Screen.Content {
  var isMoving: Bool {
    switch self {
    case .home(let home): home.isMoving
    case .lab(let lab): lab.isMoving
    }
  }

  var scene: Scene? {
    switch self {
    case .home: nil
    case .lab(let lab): lab.scene
    }
  }

  mutating func update(_ event: Event) -> Effect? {
    switch self {
    case .home(var home):
      defer { self = .home(home) }
      return home.update(event)
    case .lab(var lab):
      self = .lab(.vacant)
      defer { self = .lab(lab) }
      return lab.update(event)
    }
  }

  func draw(into frame: inout Frame) {
    switch self {
    case .home(let home): home.draw(into: &frame)
    case .lab(let lab): lab.draw(into: &frame)
    }
  }
}
