import Autodiff
import RealModule

/// A kernel for pictures, at most 15x15: typed rows, or a name with settings.
///
///     gaussian                     sigma 1, as large as three deviations on either side need: 7x7
///     gaussian:sigma=2,size=9
///     mean:size=5                  the mean of the window: a box that keeps brightness
///     sobel-x, sharpen, box:size=5, random:seed=3, …   the kernels of ``KernelPreset``
public struct PictureKernel: Hashable, Sendable {
  /// Its name with settings; `nil` if its numbers were typed.
  public let name: String?
  /// Its numbers, as cross-correlation applies them.
  public let grid: Grid

  /// What it is called: its name with settings, or its size.
  public var title: String { name ?? grid.extent.product }
  /// The text that reads back as this kernel: its name with settings, or its rows.
  public var text: String { name ?? grid.typed }

  /// Most cells along either side.
  public static let longestSide = 15
  /// All names, each of which may stand alone.
  public static let names = Family.allCases.map(\.name)

  /// What a kernel with a name is made by.
  public enum Family: Hashable, Sendable {
    /// One of those that convolutions have, in its usual size.
    case preset(KernelPreset)
    /// The mean of the window.
    case mean
    /// Weights that fall off from the middle as a normal distribution does.
    case gaussian

    /// Every family.
    public static let allCases = KernelPreset.allCases.map(Family.preset) + [.mean, .gaussian]

    /// What commands and scenes call it.
    public var name: String {
      switch self {
      case .preset(let preset): preset.name
      case .mean: "mean"
      case .gaussian: "gaussian"
      }
    }

    /// The family called `name`.
    init?(named name: String) {
      guard let family = Self.allCases.first(where: { $0.name == name }) else { return nil }
      self = family
    }

    /// The settings that it has, in words.
    fileprivate var settings: String {
      switch self {
      case .gaussian: "sigma and size"
      case .mean, .preset(.box), .preset(.identity): "a size only"
      case .preset(.random): "size and seed"
      case .preset(.verticalEdge), .preset(.horizontalEdge), .preset(.sobelX), .preset(.sobelY),
        .preset(.scharrX), .preset(.scharrY), .preset(.laplacian), .preset(.sharpen):
        "no settings"
      }
    }
  }

  /// A kernel of typed numbers.
  ///
  /// - Throws: ``PictureError/kernelTooLarge(_:)``
  public init(_ grid: Grid) throws(PictureError) {
    try self.init(name: nil, grid)
  }

  private init(name: String?, _ grid: Grid) throws(PictureError) {
    guard max(grid.height, grid.width) <= Self.longestSide else { throw .kernelTooLarge(grid.extent) }
    (self.name, self.grid) = (name, grid)
  }

  /// The kernel of that name; `nil` when there is none.
  ///
  /// - Throws: ``PictureError`` for a setting that it lacks, or a value that is out of range.
  public init?(named text: String) throws(PictureError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let family = Family(named: parts[0]) else { return nil }
    var settings = try Settings(parts.count > 1 ? parts[1] : "")
    let grid: Grid
    switch family {
    case .gaussian:
      let sigma = try settings.sigma() ?? 1
      let reach = min(7, Int((3 * sigma).rounded(.up)))
      grid = Self.gaussian(sigma: sigma, size: try settings.size() ?? 2 * max(1, reach) + 1)
    case .mean:
      let size = try settings.size() ?? 3
      grid = Grid(Extent(size), repeating: 1 / Double(size * size))
    case .preset(let preset):
      var resized = preset
      if preset.resized(to: preset.size) != nil, let size = try settings.size() {
        resized = preset.resized(to: Extent(size)) ?? preset
      }
      if case .random(let size, _) = resized, let seed = try settings.seed() {
        resized = .random(size, seed: seed)
      }
      grid = resized.grid
    }
    try settings.finish(family)
    try self.init(name: text, grid)
  }

  /// exp(−(r² + c²)/2σ²), r and c counted from the middle, divided by the sum of all, so that brightness is kept.
  private static func gaussian(sigma: Double, size: Int) -> Grid {
    let middle = Double(size - 1) / 2
    let weights = (0..<size).map { index in
      let away = (Double(index) - middle) / sigma
      return Double.exp(-away * away / 2)
    }
    let sum = weights.reduce(0, +)
    let cells = weights.flatMap { row in weights.map { row / sum * ($0 / sum) } }
    return Grid(extent: Extent(size), cells: cells)
  }

  /// The settings after a colon, each used once.
  private struct Settings {
    private var values: [String: String] = [:]

    init(_ text: String) throws(PictureError) {
      for part in text.split(separator: ",", omittingEmptySubsequences: true) {
        let sides = part.split(separator: "=", omittingEmptySubsequences: false).map { String($0).trimmed }
        guard sides.count == 2, values.updateValue(sides[1], forKey: sides[0]) == nil else {
          throw .setting(String(part), "a setting: write name=value once, as in gaussian:sigma=2")
        }
      }
    }

    mutating func size() throws(PictureError) -> Int? {
      guard let text = values.removeValue(forKey: "size") else { return nil }
      guard let size = Int(text), (1...PictureKernel.longestSide).contains(size) else {
        throw .setting("size=\(text)", "a size from 1 to \(PictureKernel.longestSide)")
      }
      return size
    }

    mutating func sigma() throws(PictureError) -> Double? {
      guard let text = values.removeValue(forKey: "sigma") else { return nil }
      guard let sigma = Numeral.parse(text), sigma >= 0.1, sigma <= 100 else {
        throw .setting("sigma=\(text)", "a sigma from 0.1 to 100")
      }
      return sigma
    }

    mutating func seed() throws(PictureError) -> UInt64? {
      guard let text = values.removeValue(forKey: "seed") else { return nil }
      guard let seed = UInt64(text) else { throw .setting("seed=\(text)", "a seed, a whole number from 0") }
      return seed
    }

    /// Refuses what nobody has asked for.
    func finish(_ family: Family) throws(PictureError) {
      guard let (setting, value) = values.min(by: { $0.key < $1.key }) else { return }
      throw .setting(
        "\(setting)=\(value)", "a setting of \(family.name), which has \(family.settings)")
    }
  }
}
