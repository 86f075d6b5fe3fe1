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
    case convolution(ConvLab)
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
    self.init(try Content(scene))
  }

  /// Whether time has to pass for the lab in front.
  public var isMoving: Bool { stack.last?.isMoving ?? false }

  /// The scene in front; `nil` where there is none, as on the home screen.
  public var scene: Scene? { stack.last?.scene }

  /// Takes in one event.
  public mutating func update(_ event: Event) -> Effect? {
    if case .resized(let size) = event { self.size = size }
    switch stack[stack.count - 1].update(event) {
    case .open(let scene)?: return open(scene)
    case .back?: return back()
    case let effect: return effect
    }
  }

  private mutating func open(_ text: String) -> Effect? {
    do {
      var content = try Content(try Scene(parsing: text))
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
  init(_ scene: Scene) throws(LabRefusal) {
    switch scene {
    case .convolution(let scene): self = .convolution(try ConvLab(scene: scene))
    case .pooling: throw LabRefusal("the pooling lab cannot be opened yet")
    case .average: throw LabRefusal("the averages lab cannot be opened yet")
    case .race: throw LabRefusal("the race lab cannot be opened yet")
    case .graph: throw LabRefusal("the graph lab cannot be opened yet")
    }
  }

  var isMoving: Bool {
    switch self {
    case .home(let lab): lab.isMoving
    case .convolution(let lab): lab.isMoving
    }
  }

  var scene: Scene? {
    switch self {
    case .home: nil
    case .convolution(let lab): .convolution(lab.scene)
    }
  }

  mutating func update(_ event: Event) -> Effect? {
    // Taking the value out while it changes keeps its storage unshared.
    switch self {
    case .home(var lab):
      let effect = lab.update(event)
      self = .home(lab)
      return effect
    case .convolution(var lab):
      let effect = lab.update(event)
      self = .convolution(lab)
      return effect
    }
  }

  func draw(into frame: inout Frame) {
    switch self {
    case .home(let lab): lab.draw(into: &frame)
    case .convolution(let lab): lab.draw(into: &frame)
    }
  }
}
