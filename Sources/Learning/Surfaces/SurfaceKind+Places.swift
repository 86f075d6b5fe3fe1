extension SurfaceKind {
  /// The part of the plane where the surface is usually shown.
  public var window: SurfaceWindow {
    switch self {
    case .bowl, .twoWells, .twoWellsSteep, .saddle, .saddlePlain, .sineSaddle, .ellipticBowl, .ripples,
      .goldsteinPrice:
      SurfaceWindow(-2...2, -2...2)
    case .ravine: SurfaceWindow(-5.5...1, -3...1)
    case .rotatedBowl: SurfaceWindow(-3...3, -3...3)
    case .rosenbrock: SurfaceWindow(-2...2, -1...3)
    case .mildBanana: SurfaceWindow(-2...2, -0.27...1.07)
    case .beale: SurfaceWindow(-4.5...4.5, -4.5...4.5)
    case .plateau: SurfaceWindow(-4...4, -4...4)
    case .himmelblau, .styblinskiTang, .ackley, .quadratic: SurfaceWindow(-5...5, -5...5)
    case .rastrigin: SurfaceWindow(-5.12...5.12, -5.12...5.12)
    case .camel: SurfaceWindow(-2...2, -1...1)
    case .threeHumpCamel: SurfaceWindow(-2.5...2.5, -2.5...2.5)
    case .booth, .matyas: SurfaceWindow(-10...10, -10...10)
    }
  }

  /// Where descents usually start.
  public var start: SurfacePoint {
    switch self {
    case .bowl, .twoWellsSteep, .sineSaddle, .ellipticBowl, .ripples: SurfacePoint(x: 1.5, y: 1.5)
    case .ravine: SurfacePoint(x: -5, y: -2)
    case .rotatedBowl: SurfacePoint(x: 2.83, y: 0)
    case .rosenbrock: SurfacePoint(x: -1.2, y: 1)
    case .mildBanana: SurfacePoint(x: -1.21, y: 0.853)
    case .beale: SurfacePoint(x: 1, y: 1.5)
    case .twoWells: SurfacePoint(x: 1, y: 1.25)
    case .saddle, .saddlePlain: SurfacePoint(x: 1.5, y: 0.001)
    case .plateau: SurfacePoint(x: 3.5, y: 2.5)
    case .himmelblau: SurfacePoint(x: 0, y: 0)
    case .rastrigin: SurfacePoint(x: -2, y: 3.5)
    case .camel: SurfacePoint(x: -1.6, y: 0.9)
    case .threeHumpCamel: SurfacePoint(x: -2, y: 1)
    case .styblinskiTang: SurfacePoint(x: 0.2, y: 0.4)
    case .booth: SurfacePoint(x: -8, y: -6)
    case .matyas: SurfacePoint(x: -8, y: 6)
    case .goldsteinPrice: SurfacePoint(x: -1.5, y: 1)
    case .ackley: SurfacePoint(x: 3.5, y: -3)
    case .quadratic: SurfacePoint(x: 4, y: 1)
    }
  }

  /// The minima that matter: all global ones and the well-known local ones, the lowest first.
  public var minima: [SurfaceMinimum] {
    switch self {
    case .bowl, .ravine, .rotatedBowl, .quadratic, .plateau, .matyas, .rastrigin, .threeHumpCamel:
      [SurfaceMinimum(0, 0, value: 0)]
    case .rosenbrock: [SurfaceMinimum(1, 1, value: 0)]
    case .mildBanana: [SurfaceMinimum(1, 1.0 / 3, value: 0)]
    case .beale: [SurfaceMinimum(3, 0.5, value: 0)]
    case .booth: [SurfaceMinimum(1, 3, value: 0)]
    case .goldsteinPrice: [SurfaceMinimum(0, -1, value: 3)]
    case .ellipticBowl: [SurfaceMinimum(0, 0, value: -1)]
    case .sineSaddle: [SurfaceMinimum(-.pi / 2, 0, value: -1)]
    case .saddlePlain: []
    case .saddle:
      [SurfaceMinimum(0, 2.0.squareRoot(), value: -1), SurfaceMinimum(0, -2.0.squareRoot(), value: -1)]
    case .twoWells:
      [
        SurfaceMinimum(-0.9363006340109187, 0, value: -2.0630902517681946),
        SurfaceMinimum(0.905317899160115, 0, value: -1.0927319992017408),
      ]
    case .twoWellsSteep:
      [
        SurfaceMinimum(-0.9675774464554597, 0, value: -5.032339968658436),
        SurfaceMinimum(0.9053178606008482, 0, value: -1.092732038481015),
      ]
    case .himmelblau:
      [
        SurfaceMinimum(3, 2, value: 0), SurfaceMinimum(-2.805118086952745, 3.131312518250573, value: 0),
        SurfaceMinimum(-3.779310253377747, -3.2831859912861696, value: 0),
        SurfaceMinimum(3.5844283403304917, -1.8481265269644036, value: 0),
      ]
    case .camel:
      [
        SurfaceMinimum(0.08984201310031806, -0.7126564030207396, value: -1.0316284534898774),
        SurfaceMinimum(-0.08984201310031806, 0.7126564030207396, value: -1.0316284534898774),
      ]
    case .styblinskiTang:
      [SurfaceMinimum(-2.903534027771177, -2.903534027771177, value: -78.33233140754284)]
    case .ackley: [SurfaceMinimum(0, 0, value: 0, isSmooth: false)]
    case .ripples: [SurfaceMinimum(0, 0, value: -0.9999823334166664, isSmooth: false)]
    }
  }
}
