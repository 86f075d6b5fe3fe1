import Learning
import TerminalUI

/// The lab of a scene, whichever it is.
enum SceneLab: Equatable, Sendable {
  case convolution(ConvLab)
  case average(AverageLab)
  case race(RaceLab)
  case graph(GraphLab)
  case pooling(PoolLab)
  /// Nobody is in while the lab is being changed: so its storage stays unshared and is changed in place.
  case vacant

  /// The lab that shows `scene`.
  ///
  /// - Throws: ``LabRefusal`` when the lab cannot show it.
  init(_ scene: Scene) throws(LabRefusal) {
    switch scene {
    case .convolution(let scene): self = .convolution(try ConvLab(scene: scene))
    case .average(let scene): self = .average(try AverageLab(scene: scene))
    case .race(let scene): self = .race(try RaceLab(scene: scene))
    case .graph(let scene): self = .graph(try GraphLab(scene: scene))
    case .pooling(let scene): self = .pooling(try PoolLab(scene: scene))
    }
  }

  var isMoving: Bool {
    switch self {
    case .convolution(let lab): lab.isMoving
    case .average(let lab): lab.isMoving
    case .race(let lab): lab.isMoving
    case .graph(let lab): lab.isMoving
    case .pooling(let lab): lab.isMoving
    case .vacant: false
    }
  }

  var scene: Scene? {
    switch self {
    case .convolution(let lab): .convolution(lab.scene)
    case .average(let lab): .average(lab.scene)
    case .race(let lab): .race(lab.scene)
    case .graph(let lab): .graph(lab.scene)
    case .pooling(let lab): .pooling(lab.scene)
    case .vacant: nil
    }
  }

  /// The position on the lab's timeline.
  var timeline: Timeline {
    switch self {
    case .convolution(let lab): lab.timeline
    case .average(let lab): lab.timeline
    case .race(let lab): lab.timeline
    case .graph(let lab): lab.timeline
    case .pooling(let lab): lab.timeline
    case .vacant: Timeline(count: 0)
    }
  }

  mutating func update(_ event: Event) -> Effect? {
    switch self {
    case .convolution(var lab):
      self = .vacant
      defer { self = .convolution(lab) }
      return lab.update(event)
    case .average(var lab):
      self = .vacant
      defer { self = .average(lab) }
      return lab.update(event)
    case .race(var lab):
      self = .vacant
      defer { self = .race(lab) }
      return lab.update(event)
    case .graph(var lab):
      self = .vacant
      defer { self = .graph(lab) }
      return lab.update(event)
    case .pooling(var lab):
      self = .vacant
      defer { self = .pooling(lab) }
      return lab.update(event)
    case .vacant: return nil
    }
  }

  /// What surrounds the lab's subject; nobody's when nobody is in.
  var chrome: LabChrome {
    get {
      switch self {
      case .convolution(let lab): lab.chrome
      case .average(let lab): lab.chrome
      case .race(let lab): lab.chrome
      case .graph(let lab): lab.chrome
      case .pooling(let lab): lab.chrome
      case .vacant: LabChrome()
      }
    }
    set {
      switch self {
      case .convolution(var lab):
        lab.chrome = newValue
        self = .convolution(lab)
      case .average(var lab):
        lab.chrome = newValue
        self = .average(lab)
      case .race(var lab):
        lab.chrome = newValue
        self = .race(lab)
      case .graph(var lab):
        lab.chrome = newValue
        self = .graph(lab)
      case .pooling(var lab):
        lab.chrome = newValue
        self = .pooling(lab)
      case .vacant: break
      }
    }
  }

  /// Keeps sizes and counts back, or shows them.
  mutating func cover(_ isCovered: Bool) {
    guard chrome.isCovered != isCovered else { return }
    chrome.isCovered = isCovered
    switch self {
    case .convolution(var lab):
      lab.refreshMoment()
      self = .convolution(lab)
    case .pooling(var lab):
      lab.refreshMoment()
      self = .pooling(lab)
    case .average, .race, .graph, .vacant: break
    }
  }

  /// Marks the output cell that is asked for, where the lab has cells.
  mutating func ask(for cell: Position?) {
    switch self {
    case .convolution(var lab):
      lab.asked = cell
      self = .convolution(lab)
    case .pooling(var lab):
      lab.asked = cell
      self = .pooling(lab)
    case .average, .race, .graph, .vacant: break
    }
  }

  func draw(into frame: inout Frame) {
    switch self {
    case .convolution(let lab): lab.draw(into: &frame)
    case .average(let lab): lab.draw(into: &frame)
    case .race(let lab): lab.draw(into: &frame)
    case .graph(let lab): lab.draw(into: &frame)
    case .pooling(let lab): lab.draw(into: &frame)
    case .vacant: break
    }
  }
}
