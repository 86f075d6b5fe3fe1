extension RacePreset {
  /// The race before its first step.
  public var scene: RaceScene { RaceScene(setup) }

  /// The race as it is set up.
  public var setup: RaceScene.Setup {
    switch self {
    case .zigzag:
      Self.setup(.ravine, rates: [0.4, 0.05, 0.05, 0.4, 0.1, 0.3, 0.3], withAdadelta: true, -5, -2)
    case .diverge:
      Self.setup(
        .ravine, [SGD(learningRate: 0.6), Self.momentum(0.6, 0.5), Self.momentum(0.6, 0.25)], -5, -2)
    case .adagradStall:
      Self.setup(.ravine, [AdaGrad(learningRate: 0.4), AdaGrad(learningRate: 2)], -5, -2)
    case .saddle:
      Self.setup(
        .saddle, rates: [0.05, 0.05, 0.05, 0.1, 0.05, 0.05, 0.05], withAdadelta: true, 1.5, 0.001)
    case .ridge:
      Self.setup(.saddle, rates: [0.05, 0.05, 0.05, 0.1, 0.05, 0.05, 0.05], withAdadelta: true, 1.5, 0)
    case .overshoot:
      Self.setup(.twoWells, rates: [0.05, 0.01, 0.01, 0.3, 0.02, 0.05, 0.05], -1, 1.75)
    case .luckyInertia:
      Self.setup(
        .twoWells, rates: [0.05, 0.01, 0.01, 0.3, 0.02, 0.05, 0.05], withAdadelta: true, 1, 1.25)
    case .longValley:
      Self.setup(.rosenbrock, rates: [0.001, 0.001, 0.001, 0.5, 0.01, 0.05, 0.05], -1.2, 1)
    case .plateau:
      Self.setup(.plateau, rates: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], withAdadelta: true, 3.5, 2.5)
    case .aligned: Self.valley(rotation: 0, 2, 2)
    case .rotated: Self.valley(rotation: nil, 2 * 2.0.squareRoot(), 0)
    case .limits: Self.besideTheLimits
    case .damping:
      Self.setup(
        .bowl,
        [
          Self.momentum(0.05, 0.468), Self.momentum(0.05, 0.9), Self.momentum(0.05, 0.95),
          SGD(learningRate: 0.05),
        ], 2, 0)
    case .neverSettles:
      Self.setup(.ravine, [RMSprop(learningRate: 0.4, beta: 0.9)], -5, -2)
    case .biasBug:
      Self.setup(.bowl, BiasCorrection.allCases.map(Self.adam), 2, 1)
    }
  }

  private static func setup(
    _ kind: SurfaceKind, _ racers: [any Optimizer], _ x: Double, _ y: Double
  ) -> RaceScene.Setup {
    RaceScene.Setup(Surface(kind), racers.map(OptimizerConfiguration.init), start: SurfacePoint(x: x, y: y))
  }

  /// The seven usual rules with these rates; momenta 0.9, RMSprop 0.9, Adadelta as it is with ρ = 0.95.
  private static func setup(
    _ kind: SurfaceKind, rates: [Double], withAdadelta: Bool = false, _ x: Double, _ y: Double
  ) -> RaceScene.Setup {
    setup(kind, field(rates) + (withAdadelta ? [Adadelta(decay: 0.95)] : []), x, y)
  }

  private static func field(_ rates: [Double]) -> [any Optimizer] {
    let rules: [any Optimizer] = [
      SGD(), Momentum(), Nesterov(), AdaGrad(), RMSprop(learningRate: 0.01, beta: 0.9), Adam(),
      Nadam(learningRate: 0.002, form: .constant),
    ]
    return zip(rules, rates).map { rule, rate in
      var rule = rule
      rule.learningRate = rate
      return rule
    }
  }

  private static func momentum(_ rate: Double, _ decay: Double) -> Momentum {
    Momentum(learningRate: rate, decay: decay)
  }

  private static func adam(_ correction: BiasCorrection) -> Adam {
    var adam = Adam(learningRate: 0.1)
    adam.correction = correction
    return adam
  }

  /// The start is (2, ±2) along the valley's own axes at both angles.
  private static func valley(rotation: Double?, _ x: Double, _ y: Double) -> RaceScene.Setup {
    RaceScene.Setup(
      .rotatedBowl(rotation: rotation),
      field([0.018, 0.01, 0.01, 0.5, 0.05, 0.1, 0.1]).map(OptimizerConfiguration.init),
      start: SurfacePoint(x: x, y: y))
  }

  /// 2% below and 2% above 2/λ, 2(1+μ)/λ and 2(1+μ)/((1+2μ)λ) for λ = 100 and μ = 0.9.
  private static var besideTheLimits: RaceScene.Setup {
    setup(
      .rotatedBowl,
      [
        SGD(learningRate: 0.0196), SGD(learningRate: 0.0204),
        momentum(0.03724, 0.9), momentum(0.03876, 0.9),
        Nesterov(learningRate: 0.0133), Nesterov(learningRate: 0.01384),
      ], 2.83, 0)
  }
}
