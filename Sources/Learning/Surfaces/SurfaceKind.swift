/// A surface with a name: a function of two parameters, to be minimised, with all that is known of it.
///
/// A surface is one value, with its formula beside it; ``allCases`` has a line for it.
public struct SurfaceKind: RawRepresentable, CaseIterable, Hashable, Sendable {
  /// All surfaces, in the order of lists.
  public static let allCases: [SurfaceKind] = [
    .bowl, .ravine, .rosenbrock, .beale, .himmelblau, .saddle, .twoWells, .rastrigin, .camel,
    .styblinskiTang, .plateau, .booth, .matyas, .goldsteinPrice, .ackley, .rotatedBowl, .mildBanana,
    .twoWellsSteep, .saddlePlain, .sineSaddle, .ellipticBowl, .ripples, .threeHumpCamel, .quadratic,
  ]

  /// The name on the command line.
  public let rawValue: String
  /// A name for headings.
  public let title: String
  /// The formula as it is printed.
  public let formula: String
  /// What to look at, in one line.
  public let watchFor: String
  /// The part of the plane where the surface is usually shown.
  public let window: SurfaceWindow
  /// Where descents usually start.
  public let start: SurfacePoint
  /// The minima that matter: all global ones and the well-known local ones, the lowest first.
  public let minima: [SurfaceMinimum]
  /// The surface as a quadratic, if it is one; those can be turned and stretched.
  let quadratic: Quadratic?
  /// What is computed.
  let function: any SurfaceFunction

  /// - Parameter quadratic: what the surface is as a quadratic when `function` is not one but the sum of its well-known
  ///   formula.
  init(
    _ rawValue: String, _ title: String, _ formula: String, watchFor: String,
    window: (x: ClosedRange<Double>, y: ClosedRange<Double>) = (-2...2, -2...2), start: (Double, Double),
    minima: [SurfaceMinimum], _ function: any SurfaceFunction, quadratic: Quadratic? = nil
  ) {
    (self.rawValue, self.title, self.formula, self.watchFor) = (rawValue, title, formula, watchFor)
    self.window = SurfaceWindow(window.x, window.y)
    self.start = SurfacePoint(x: start.0, y: start.1)
    (self.minima, self.function) = (minima, function)
    self.quadratic = quadratic ?? function as? Quadratic
  }

  /// The surface that is called `rawValue`, if there is one.
  public init?(rawValue: String) {
    guard let kind = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = kind
  }

  /// Surfaces are the same when their names are.
  public static func == (one: SurfaceKind, other: SurfaceKind) -> Bool { one.rawValue == other.rawValue }

  /// The name stands for the surface.
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
