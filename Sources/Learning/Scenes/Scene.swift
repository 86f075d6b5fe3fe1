/// A lab with its whole state, as data: what `strider open` takes, what the key `y` prints, what lessons show.
public enum Scene: Hashable, Sendable, CustomStringConvertible {
  /// `conv:…`
  case convolution(ConvolutionScene)
  /// `pool:…`
  case pooling(PoolingScene)
  /// `ema:…`
  case average(AverageScene)
  /// `race:…`
  case race(RaceScene)
  /// `graph:…`
  case graph(GraphScene)

  /// What the labs are called in scenes.
  public static let labs = [
    ConvolutionScene.lab, PoolingScene.lab, AverageScene.lab, RaceScene.lab, GraphScene.lab,
  ]

  /// Reads and checks a scene string; a scene that can be read can be shown.
  ///
  /// - Throws: ``SceneError``
  public init(parsing text: String) throws(SceneError) {
    let string = try SceneString(parsing: text)
    switch string.lab {
    case ConvolutionScene.lab: self = .convolution(try ConvolutionScene(string))
    case PoolingScene.lab: self = .pooling(try PoolingScene(string))
    case AverageScene.lab: self = .average(try AverageScene(string))
    case RaceScene.lab: self = .race(try RaceScene(string))
    case GraphScene.lab: self = .graph(try GraphScene(string))
    default: throw .unknownLab(string.lab, known: Self.labs)
    }
  }

  /// The one text for this scene; it reads back as the same scene.
  public var description: String {
    switch self {
    case .convolution(let scene): scene.string.description
    case .pooling(let scene): scene.string.description
    case .average(let scene): scene.string.description
    case .race(let scene): scene.string.description
    case .graph(let scene): scene.string.description
    }
  }
}

/// The state of one lab, without cursor and focus, that a ``SceneString`` can spell.
///
/// A further lab adds one file with its type and one case to ``Scene``.
public protocol LabScene: Hashable, Sendable {
  /// What scenes call the lab.
  static var lab: String { get }

  /// Reads the settings and checks that they fit one another.
  init(_ string: SceneString) throws(SceneError)

  /// The settings that differ from the usual ones, in a fixed order.
  var string: SceneString { get }
}
