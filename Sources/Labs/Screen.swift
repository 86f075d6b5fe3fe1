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
    case average(AverageLab)
    case race(RaceLab)
    case graph(GraphLab)
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
    case .average(let scene): self = .average(try AverageLab(scene: scene))
    case .race(let scene): self = .race(try RaceLab(scene: scene))
    case .graph(let scene): self = .graph(try GraphLab(scene: scene))
    case .pooling: throw LabRefusal("the pooling lab cannot be opened yet")
    }
  }

  var isMoving: Bool {
    switch self {
    case .home(let lab): lab.isMoving
    case .convolution(let lab): lab.isMoving
    case .average(let lab): lab.isMoving
    case .race(let lab): lab.isMoving
    case .graph(let lab): lab.isMoving
    }
  }

  var scene: Scene? {
    switch self {
    case .home: nil
    case .convolution(let lab): .convolution(lab.scene)
    case .average(let lab): .average(lab.scene)
    case .race(let lab): .race(lab.scene)
    case .graph(let lab): .graph(lab.scene)
    }
  }

  mutating func update(_ event: Event) -> Effect? {
    // Taking the value out while it changes keeps its storage unshared.
    switch self {
    case .home(var lab):
      self = .home(HomeScreen())
      let effect = lab.update(event)
      self = .home(lab)
      return effect
    case .convolution(var lab):
      self = .home(HomeScreen())
      let effect = lab.update(event)
      self = .convolution(lab)
      return effect
    case .average(var lab):
      self = .home(HomeScreen())
      let effect = lab.update(event)
      self = .average(lab)
      return effect
    case .race(var lab):
      self = .home(HomeScreen())
      let effect = lab.update(event)
      self = .race(lab)
      return effect
    case .graph(var lab):
      self = .home(HomeScreen())
      let effect = lab.update(event)
      self = .graph(lab)
      return effect
    }
  }

  func draw(into frame: inout Frame) {
    switch self {
    case .home(let lab): lab.draw(into: &frame)
    case .convolution(let lab): lab.draw(into: &frame)
    case .average(let lab): lab.draw(into: &frame)
    case .race(let lab): lab.draw(into: &frame)
    case .graph(let lab): lab.draw(into: &frame)
    }
  }
}
