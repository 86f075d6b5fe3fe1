/// The state of the convolution lab.
///
///     conv:GRID/KERNEL?padding=1&stride=2&dilation=2&rule=exact&flip=true&bias=1&relu=true&size=5&seed=3
///       &view=backward&order=rows&mode=same&upstream=1,0;0,1&axes=rows&step=5
///
/// GRID and KERNEL are presets or rows; both may be left out. `size` and `seed` belong to kernel presets that have them,
/// `order` to the unrolled view, `mode` to the signal view; `axes` are those that the keys of sizes move.
public struct ConvolutionScene: SteppedScene {
  /// What the lab shows.
  public enum View: Hashable, Sendable {
    /// The window on the grid and the growing output.
    case grid
    /// Cross-correlation and convolution side by side.
    case compare
    /// From an upstream gradient back to kernel, input and bias.
    case backward
    /// A step as one long dot product.
    case unrolled(FlattenOrder = .columns)
    /// One dimension: grid and kernel have one row each; padding, stride and dilation follow from the mode.
    case signal(SignalMode = .full)

    /// What views are called in scenes, in the order of the lab's key.
    public enum Kind: String, CaseIterable, Sendable {
      case grid, compare, backward, unrolled, signal
    }

    /// Which view it is.
    public var kind: Kind {
      switch self {
      case .grid: .grid
      case .compare: .compare
      case .backward: .backward
      case .unrolled: .unrolled
      case .signal: .signal
      }
    }

    /// A view as it is opened.
    public init(_ kind: Kind, order: FlattenOrder = .columns, mode: SignalMode = .full) {
      self =
        switch kind {
        case .grid: .grid
        case .compare: .compare
        case .backward: .backward
        case .unrolled: .unrolled(order)
        case .signal: .signal(mode)
        }
    }
  }

  /// What scenes call the lab.
  public static let lab = "conv"

  /// The input.
  public var grid: GridSource
  /// The kernel, before any flip.
  public var kernel: KernelSource
  /// Zeros on each side; not used under the same rule.
  public var padding: Padding
  /// Distances between windows.
  public var stride = Extent(1)
  /// Distances between kernel taps.
  public var dilation = Extent(1)
  /// How a remainder is treated; one of ``SizeRule/ofConvolutions``.
  public var rule = SizeRule.floor
  /// Whether the kernel is turned by 180°.
  public var isFlipped = false
  /// Added to every sum; finite.
  public var bias = 0.0
  /// Whether negative results become 0.
  public var hasReLU = false
  /// What is shown.
  public var view = View.grid
  /// The gradient that comes back to the output; `nil` is 1 everywhere.
  public var upstream: Grid?
  /// Which axes the lab's keys move.
  public var axes = AxisChoice.both
  /// Timeline position: how many output cells are done, 0 before the first.
  public var step = 0

  /// A scene at its beginning, with the preset's own kernel and padding unless others are given.
  public init(
    _ grid: GridSource = .preset(.galway), _ kernel: KernelSource? = nil, padding: Padding? = nil
  ) {
    self.grid = grid
    self.kernel = kernel ?? Self.usualKernel(for: grid)
    self.padding = padding ?? Self.usualPadding(for: grid)
  }

  /// The signal and kernel of CNN lecture 5.
  public static let lectureSignal: ConvolutionScene = {
    var scene = ConvolutionScene(
      .rows(Grid(width: 5, [0, 1, 2, 3, 4])), .rows(Grid(width: 3, [1, -1, 2])), padding: 0)
    scene.view = .signal()
    scene.isFlipped = true
    return scene
  }()

  /// The convolution in two dimensions that the scene describes.
  ///
  /// - Throws: ``GeometryError`` when the settings do not fit one another.
  public func convolution() throws(GeometryError) -> Convolution {
    try Convolution(
      input: grid.grid, kernel: kernel.grid, padding: padding, stride: stride, dilation: dilation, rule: rule,
      flipped: isFlipped, bias: bias, relu: hasReLU)
  }

  /// The convolution in one dimension that a scene with a signal view describes, of the first rows of grid and kernel.
  ///
  /// - Throws: ``SignalError`` when the settings do not fit one another.
  public func signal(_ mode: SignalMode) throws(SignalError) -> Convolution1D {
    let (grid, kernel) = (grid.grid, kernel.grid)
    return try Convolution1D(
      signal: Array(grid.cells.prefix(grid.width)), kernel: Array(kernel.cells.prefix(kernel.width)),
      mode: mode,
      flipped: isFlipped)
  }

  private static func usualKernel(for grid: GridSource) -> KernelSource {
    if case .preset(let preset) = grid { preset.kernel } else { .preset(.verticalEdge) }
  }

  private static func usualPadding(for grid: GridSource) -> Padding {
    if case .preset(let preset) = grid { Padding(preset.padding) } else { 0 }
  }
}

extension ConvolutionScene {
  /// Reads the settings and checks that they fit one another.
  ///
  /// - Throws: ``SceneError``
  public init(_ string: SceneString) throws(SceneError) {
    var reader = try SceneReader(string, parts: 2)
    let padding = try reader.padding(rules: SizeRule.ofConvolutions)
    try self.init(
      reader.grid(part: 0) ?? .preset(.galway), reader.kernel(part: 1), padding: padding.sides)
    rule = padding.rule ?? rule
    stride = try reader.extent("stride") ?? stride
    dilation = try reader.extent("dilation") ?? dilation
    isFlipped = try reader.flag("flip") ?? isFlipped
    bias = try reader.number("bias") ?? bias
    hasReLU = try reader.flag("relu") ?? hasReLU
    kernel = try Self.adjusted(
      kernel, size: reader.extent("size"), seed: reader.seed("seed"))
    view = try Self.view(
      reader.choice("view", View.Kind.self), order: reader.choice("order", FlattenOrder.self),
      mode: reader.choice("mode", SignalMode.self))
    upstream = try reader.rows("upstream")
    axes = try reader.choice("axes", AxisChoice.self) ?? axes
    step = try reader.wholeNumber("step", in: 0...Limits.steps) ?? step
    try reader.finish()
    try checkFit()
  }

  /// The settings that differ from the usual ones, in a fixed order.
  public var string: SceneString {
    var string = SceneString(lab: Self.lab, path: [grid.text, kernel.text])
    string.set("padding", padding, usually: Self.usualPadding(for: grid))
    string.set("stride", stride, usually: Extent(1))
    string.set("dilation", dilation, usually: Extent(1))
    string.set("rule", rule, usually: .floor)
    string.set("flip", isFlipped)
    string.set("bias", bias, usually: 0, Numeral.exact)
    string.set("relu", hasReLU)
    if case .preset(let preset) = kernel {
      string.set("size", preset.size, usually: Extent(3))
      if case .random(_, let seed) = preset { string.set("seed", seed, usually: 1, \.description) }
    }
    string.set("view", view.kind, usually: .grid)
    if case .unrolled(let order) = view { string.set("order", order, usually: .columns) }
    if case .signal(let mode) = view { string.set("mode", mode, usually: .full) }
    if let upstream { string.query.append(.init("upstream", upstream.typed)) }
    string.set("axes", axes, usually: .both)
    string.set("step", step, usually: 0, \.description)
    return string
  }

  private static func adjusted(
    _ kernel: KernelSource, size: Extent?, seed: UInt64?
  ) throws(SceneError) -> KernelSource {
    var kernel = kernel
    if let size {
      for side in [size.height, size.width] where !GeometrySetting.kernel.allowed.contains(side) {
        throw SceneError(GeometryError.outOfRange(.kernel, side))
      }
      guard case .preset(let preset) = kernel, let resized = preset.resized(to: size) else {
        throw .needless(key: "size", without: "one of the kernels box, identity, random")
      }
      guard size.height * size.width <= Limits.cells else {
        throw SceneError(GeometryError.windowTooLarge(size))
      }
      kernel = .preset(resized)
    }
    if let seed {
      guard case .preset(.random(let size, _)) = kernel else {
        throw .needless(key: "seed", without: "the kernel random")
      }
      kernel = .preset(.random(size, seed: seed))
    }
    return kernel
  }

  private static func view(
    _ kind: View.Kind?, order: FlattenOrder?, mode: SignalMode?
  ) throws(SceneError) -> View {
    if order != nil, kind != .unrolled { throw .needless(key: "order", without: "view=unrolled") }
    if mode != nil, kind != .signal { throw .needless(key: "mode", without: "view=signal") }
    return View(kind ?? .grid, order: order ?? .columns, mode: mode ?? .full)
  }

  private func checkFit() throws(SceneError) {
    if case .signal(let mode) = view {
      guard grid.grid.height == 1, kernel.grid.height == 1 else {
        throw .needless(key: "view=signal", without: "a grid and a kernel of one row each")
      }
      do { _ = try signal(mode) } catch { throw SceneError(error) }
      guard upstream == nil else { throw .needless(key: "upstream", without: "another view than signal") }
    } else {
      let windows: Extent
      do { windows = try convolution().geometry.windows } catch { throw SceneError(error) }
      if let upstream, upstream.extent != windows {
        throw SceneError(GeometryError.upstreamShape(upstream.extent, expected: windows))
      }
    }
  }
}
