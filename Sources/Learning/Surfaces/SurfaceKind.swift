/// The surfaces with a name, by the names of the command line: a function of two parameters, to be minimised.
public enum SurfaceKind: String, CaseIterable, Codable, Sendable {
  case bowl, ravine, rosenbrock, beale, himmelblau, saddle
  case twoWells = "two-wells"
  case rastrigin, camel
  case styblinskiTang = "styblinski-tang"
  case plateau, booth, matyas
  case goldsteinPrice = "goldstein-price"
  case ackley
  case rotatedBowl = "rotated-bowl"
  case mildBanana = "mild-banana"
  case twoWellsSteep = "two-wells-steep"
  case saddlePlain = "saddle-plain"
  case sineSaddle = "sine-saddle"
  case ellipticBowl = "elliptic-bowl"
  case ripples
  case threeHumpCamel = "three-hump-camel"
  case quadratic

  /// A name for headings.
  public var title: String {
    switch self {
    case .bowl: "Bowl"
    case .ravine: "Ravine"
    case .rosenbrock: "Rosenbrock's valley"
    case .beale: "Beale"
    case .himmelblau: "Himmelblau"
    case .saddle: "Saddle, bounded"
    case .twoWells: "Two wells"
    case .rastrigin: "Rastrigin"
    case .camel: "Six-hump camel"
    case .styblinskiTang: "Styblinski-Tang"
    case .plateau: "Gaussian plateau"
    case .booth: "Booth"
    case .matyas: "Matyas"
    case .goldsteinPrice: "Goldstein-Price"
    case .ackley: "Ackley"
    case .rotatedBowl: "Ill-conditioned bowl"
    case .mildBanana: "Mild banana"
    case .twoWellsSteep: "Two wells, steeper"
    case .saddlePlain: "Saddle"
    case .sineSaddle: "Sine saddle"
    case .ellipticBowl: "Elliptic bowl"
    case .ripples: "Ripples"
    case .threeHumpCamel: "Three-hump camel"
    case .quadratic: "Quadratic"
    }
  }

  /// The formula as it is printed.
  public var formula: String {
    switch self {
    case .bowl: "x² + y²"
    case .ravine: "0.1x² + 2y²"
    case .rosenbrock: "(1 - x)² + 100(y - x²)²"
    case .beale: "(1.5 - x + xy)² + (2.25 - x + xy²)² + (2.625 - x + xy³)²"
    case .himmelblau: "(x² + y - 11)² + (x + y² - 7)²"
    case .saddle: "x² - y² + y⁴/4"
    case .twoWells: "x² + y² - 2e^(-((x-1)² + y²)/0.2) - 3e^(-((x+1)² + y²)/0.2)"
    case .rastrigin: "20 + x² + y² - 10cos 2πx - 10cos 2πy"
    case .camel: "(4 - 2.1x² + x⁴/3)x² + xy + 4(y² - 1)y²"
    case .styblinskiTang: "(x⁴ - 16x² + 5x + y⁴ - 16y² + 5y)/2"
    case .plateau: "1 - e^(-(x² + y²)/2) + 0.001(x² + y²)"
    case .booth: "(x + 2y - 7)² + (2x + y - 5)²"
    case .matyas: "0.26(x² + y²) - 0.48xy"
    case .goldsteinPrice:
      "(1 + (x+y+1)²(19-14x+3x²-14y+6xy+3y²))(30 + (2x-3y)²(18-32x+12x²+48y-36xy+27y²))"
    case .ackley: "20 + e - 20e^(-0.2√((x² + y²)/2)) - e^((cos 2πx + cos 2πy)/2)"
    case .rotatedBowl: "(u² + 100v²)/2, (u, v) turned by 45°"
    case .mildBanana: "(1 - x)² + 20(3y - x²)²"
    case .twoWellsSteep: "x² + (1.4y)² - 2e^(-((x-1)² + (1.4y)²)/0.2) - 6e^(-((x+1)² + (1.4y)²)/0.2)"
    case .saddlePlain: "x² - y²"
    case .sineSaddle: "sin x + y²"
    case .ellipticBowl: "u² + v²/2 - e^(-(u² + 5v²)), u = x/2, v = y/2"
    case .ripples: "0.01r² - sin(r)/r, r = 10√(x² + y²) + 0.01"
    case .threeHumpCamel: "2x² - 1.05x⁴ + x⁶/6 + xy + y²"
    case .quadratic: "(x² + 10y²)/2"
    }
  }

  /// What to look at, in one line.
  public var watchFor: String {
    switch self {
    case .bowl: "watch for the slope: it points at the minimum from everywhere"
    case .ravine: "watch for the valley: its walls are 20 times as steep as its floor"
    case .rosenbrock: "watch for the curved valley: steep walls, and a floor that hardly falls"
    case .beale: "watch for flat ground to the left and cliffs in the corners"
    case .himmelblau: "watch for four minima, all equally deep"
    case .saddle: "watch for the line y = 0: on it the slope across is 0"
    case .twoWells: "watch for the two wells: the one on the right is the higher"
    case .rastrigin: "watch for the dimples: every whole number holds a local minimum"
    case .camel: "watch for two equal minima among six"
    case .styblinskiTang: "watch for four wells, of which one is deepest"
    case .plateau: "watch for the flat outskirts, where gradients nearly vanish"
    case .booth: "watch for a valley that no axis is parallel to"
    case .matyas: "watch for a valley floor that is nearly flat along the diagonal"
    case .goldsteinPrice: "watch for values over a million at the rim and 3 at the minimum"
    case .ackley: "watch for ripples on the way to a minimum as sharp as a needle"
    case .rotatedBowl: "watch for the valley at 45°: no axis is parallel to it"
    case .mildBanana: "watch for the bend of the valley"
    case .twoWellsSteep: "watch for the two wells, both narrow across"
    case .saddlePlain: "watch for the fall without end: there is no minimum"
    case .sineSaddle: "watch for the ridge between two valleys of the sine"
    case .ellipticBowl: "watch for the small pit in the middle of a wide bowl"
    case .ripples: "watch for the rings that hold small steps"
    case .threeHumpCamel: "watch for two local minima beside the middle one"
    case .quadratic: "watch for y: across it is 10 times as steep as along"
    }
  }
}
