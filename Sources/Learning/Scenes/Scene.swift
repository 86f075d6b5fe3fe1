/// A lab with its whole state, as data: what `strider open` takes, what the key `y` prints, what lessons show.
public struct Scene: Hashable, Sendable, CustomStringConvertible {
  /// Every kind of scene, in the order in which refusals name them; a further lab adds its line.
  public static let kinds: [any LabScene.Type] = [
    ConvolutionScene.self,
    PoolingScene.self,
    AverageScene.self,
    RaceScene.self,
    GraphScene.self,
    ClassifyScene.self,
    TrainScene.self,
    NetworkScene.self,
    LayerScene.self,
    CurveScene.self,
    SoftmaxScene.self,
    NormScene.self,
    ImageScene.self,
    DepthScene.self,
    FitScene.self,
  ]

  /// What the labs are called in scenes.
  public static var labs: [String] { kinds.map { $0.lab } }

  /// The state of the lab, of whichever kind it is.
  public let state: any LabScene

  /// The lab in this state.
  public init(_ state: some LabScene) { self.state = state }

  /// Reads and checks a scene string; a scene that can be read can be shown.
  ///
  /// - Throws: ``SceneError``
  public init(parsing text: String) throws(SceneError) {
    let string = try SceneString(parsing: text)
    guard let kind = Self.kinds.first(where: { $0.lab == string.lab }) else {
      throw .unknownLab(string.lab, known: Self.labs)
    }
    state = try kind.init(string)
  }

  /// The one text for this scene; it reads back as the same scene.
  public var description: String { state.string.description }

  /// Scenes are equal when they are of one kind and hold the same.
  public static func == (a: Scene, b: Scene) -> Bool { a.state.isEqual(to: b.state) }

  /// By the state.
  public func hash(into hasher: inout Hasher) { state.hash(into: &hasher) }
}

extension LabScene {
  /// A scene that the program itself spells, such as an example. One that does not read is a fault of the program.
  public init(known spelling: String) {
    do { try self.init(SceneString(parsing: spelling)) } catch {
      preconditionFailure("The scene \(spelling) does not read: \(error)")
    }
  }
}

/// The state of one lab, without cursor and focus, that a ``SceneString`` can spell.
///
/// A further lab adds one file with its type and one line to ``Scene/kinds``.
public protocol LabScene: Hashable, Sendable {
  /// What is computed and how, wherever one stands and looks; the whole scene unless told otherwise.
  associatedtype Setup: Hashable & Sendable = Self

  /// What scenes call the lab.
  static var lab: String { get }

  /// Reads the settings and checks that they fit one another.
  init(_ string: SceneString) throws(SceneError)

  /// The settings that differ from the usual ones, in a fixed order.
  var string: SceneString { get }
}

/// The state of a lab that goes step by step.
public protocol SteppedScene: LabScene {
  /// How many steps are done; 0 before the first.
  var step: Int { get set }
}

extension SteppedScene {
  /// The same settings after `step` steps.
  public func at(step: Int) -> Self {
    var scene = self
    scene.step = step
    return scene
  }
}

extension LabScene {
  /// Whether `other` is of this kind and holds the same.
  fileprivate func isEqual(to other: any LabScene) -> Bool { other as? Self == self }
}
