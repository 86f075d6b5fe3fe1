/// The state of the pooling lab.
///
///     pool:GRID?kind=average&size=3&stride=2&padding=1&dilation=2&rule=exact&exclude-padding=true&view=backward
///       &upstream=1,0;0,1&axes=rows&step=5
///
/// GRID is a preset or rows and may be left out; the stride is the size unless given; `axes` are those that the keys of
/// sizes move.
public struct PoolingScene: SteppedScene {
  /// What the lab shows.
  public enum View: String, CaseIterable, Sendable {
    /// The window on the grid and the growing output.
    case grid
    /// Where an upstream gradient goes back to.
    case backward
  }

  /// What scenes call the lab.
  public static let lab = "pool"

  /// The input.
  public var grid: GridSource
  /// What a window is reduced to.
  public var kind = PoolingKind.max
  /// Height and width of the window.
  public var size = Extent(2)
  /// Distances between windows.
  public var stride = Extent(2)
  /// Padding on each side; not used under the same rule.
  public var padding: Padding = 0
  /// Distances between the cells of a window.
  public var dilation = Extent(1)
  /// How a remainder is treated.
  public var rule = SizeRule.floor
  /// Whether an average is divided by the cells inside the input alone; for other kinds it has to be false.
  public var excludesPadding = false
  /// What is shown.
  public var view = View.grid
  /// The gradient that comes back to the output; `nil` is 1 everywhere.
  public var upstream: Grid?
  /// Which axes the lab's keys move.
  public var axes = AxisChoice.both
  /// Timeline position: how many output cells are done, 0 before the first.
  public var step = 0

  /// Maximum pooling 2x2 at its beginning.
  public init(_ grid: GridSource = .preset(.galway)) {
    self.grid = grid
  }

  /// The pooling that the scene describes.
  ///
  /// - Throws: ``GeometryError`` when the settings do not fit one another.
  public func pooling() throws(GeometryError) -> Pooling {
    try Pooling(
      input: grid.grid, kind: kind, size: size, stride: stride, padding: padding, dilation: dilation,
      rule: rule, excludesPadding: excludesPadding)
  }
}

extension PoolingScene {
  /// Reads the settings and checks that they fit one another.
  ///
  /// - Throws: ``SceneError``
  public init(_ string: SceneString) throws(SceneError) {
    var reader = try SceneReader(string, parts: 1)
    try self.init(reader.grid(part: 0) ?? .preset(.galway))
    kind = try reader.choice("kind", PoolingKind.self) ?? kind
    size = try reader.extent("size") ?? size
    stride = try reader.extent("stride") ?? size
    let asked = try reader.padding()
    (padding, rule) = (asked.sides ?? padding, asked.rule ?? rule)
    dilation = try reader.extent("dilation") ?? dilation
    excludesPadding = try reader.flag("exclude-padding") ?? false
    if excludesPadding, kind != .average {
      throw SceneError.needless(key: "exclude-padding", without: "kind=average")
    }
    view = try reader.choice("view", View.self) ?? view
    upstream = try reader.rows("upstream")
    axes = try reader.choice("axes", AxisChoice.self) ?? axes
    step = try reader.wholeNumber("step", in: 0...Limits.steps) ?? step
    try reader.finish()
    let windows: Extent
    do { windows = try pooling().geometry.windows } catch { throw SceneError(error) }
    if let upstream, upstream.extent != windows {
      throw SceneError(GeometryError.upstreamShape(upstream.extent, expected: windows))
    }
  }

  /// The settings that differ from the usual ones, in a fixed order.
  public var string: SceneString {
    var string = SceneString(lab: Self.lab, path: [grid.text])
    string.set("kind", kind, usually: .max)
    string.set("size", size, usually: Extent(2))
    string.set("stride", stride, usually: size)
    string.set("padding", padding, usually: 0)
    string.set("dilation", dilation, usually: Extent(1))
    string.set("rule", rule, usually: .floor)
    string.set("exclude-padding", excludesPadding)
    string.set("view", view, usually: .grid)
    if let upstream { string.query.append(.init("upstream", upstream.typed)) }
    string.set("axes", axes, usually: .both)
    string.set("step", step, usually: 0, \.description)
    return string
  }
}
