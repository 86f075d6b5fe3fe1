/// What all racers of a race have in common: the surface, the start, and the noise on the gradients.
public struct DescentProblem: Hashable, Sendable {
  /// The function to be minimised.
  public var surface: Surface
  /// Where the descent starts; finite.
  public var start: SurfacePoint
  /// The standard deviation of what is added to both parts of every gradient; 0 for exact gradients.
  public var noise: Double
  /// Determines the noise, which is the same for all racers.
  public var seed: UInt64

  /// A descent on `surface` from its usual start unless another is given, with exact gradients unless noise is given.
  public init(_ surface: Surface, start: SurfacePoint? = nil, noise: Double = 0, seed: UInt64 = 1) {
    self.surface = surface
    self.start = start ?? surface.start
    (self.noise, self.seed) = (noise, seed)
  }
}
