public import Autodiff

/// The state of the layer lab: convolution with depth.
///
///     layer:PRESET?padding=1&stride=2&relu=true&view=stack&filter=2&step=5
///     layer:CHANNELS/FILTER/FILTER?bias=1,0&groups=2&upstream=ROWS
///
/// Channels, the kernels of a filter and upstream gradients are rows parted by a slash between blanks. A filter has a
/// kernel for each channel of its group.
public struct LayerScene: SteppedScene {
  /// What the lab shows.
  public enum View: String, CaseIterable, Sendable {
    /// Cell by cell, filter after filter: what each channel adds.
    case sums
    /// All maps, filled at once.
    case stack
    /// Only the middle weight of each kernel: a weighted sum of the channels at each place.
    case pointwise = "1x1"
    /// The kernels of the first filter, each for its channel alone: nothing is added up.
    case depthwise
    /// From upstream gradients back to the kernels, weight by weight.
    case backward
    /// What the layer costs, and what others between the same volumes would.
    case counts
  }

  /// What scenes call the lab.
  public static let lab = "layer"

  /// Where channels and filters come from; `nil` when they were typed.
  public var preset: LayerPreset?
  /// All of one size.
  public var channels: [Grid]
  /// With as many kernels each as a group has channels.
  public var filters: [ConvolutionLayer.Filter]
  /// Zeros on each side.
  public var padding: Padding = 0
  /// ``SizeRule/same`` pads by itself.
  public var rule = SizeRule.floor
  /// Distances between windows.
  public var stride: Extent = 1
  /// Distances between kernel taps.
  public var dilation: Extent = 1
  /// Runs of channels that see only filters of their own.
  public var groups = 1
  /// Whether negative totals become 0.
  public var hasReLU = false
  /// The gradients that come back to the maps; `nil` is 1 everywhere.
  public var upstream: [Grid]?
  /// What is shown.
  public var view = View.sums
  /// The filter whose kernels and sums the stack view shows, from 0; the other views go from filter to filter.
  public var filter = 0
  /// Timeline position, 0 before the first cell or weight.
  public var step = 0

  /// Typed channels and filters.
  public init(channels: [Grid], filters: [ConvolutionLayer.Filter]) {
    (self.channels, self.filters) = (channels, filters)
  }

  /// Most channels, and most filters.
  public static let mostMaps = 64
  /// Longest side of a channel or kernel.
  public static let longestSide = 32

  /// The layer that the numbers describe.
  ///
  /// - Throws: ``LayerError``
  public func layer() throws(LayerError) -> ConvolutionLayer {
    try ConvolutionLayer(
      channels: channels, filters: filters, groups: groups, padding: padding, stride: stride,
      dilation: dilation,
      rule: rule, relu: hasReLU)
  }

  /// The layer as the view shows it: with the middle of the kernels alone, or with one kernel for each channel.
  ///
  /// - Throws: ``LayerError``
  public func shownLayer() throws(LayerError) -> ConvolutionLayer {
    switch view {
    case .sums, .stack, .backward, .counts: return try layer()
    case .pointwise:
      let middles = filters.map { filter in
        ConvolutionLayer.Filter(
          kernels: filter.kernels.map { Grid(width: 1, [$0[$0.height / 2, $0.width / 2]]) }, bias: filter.bias
        )
      }
      return try ConvolutionLayer(channels: channels, filters: middles, groups: groups, relu: hasReLU)
    case .depthwise:
      _ = try layer()
      // The kernels that the channels meet, those of each group's first filter.
      let perGroup = filters.count / max(1, groups)
      let kernels = (0..<max(1, groups)).flatMap { group in
        filters[group * perGroup].kernels.map {
          ConvolutionLayer.Filter(kernels: [$0], bias: filters[group * perGroup].bias)
        }
      }
      return try ConvolutionLayer(
        channels: channels, filters: kernels, groups: channels.count, padding: padding, stride: stride,
        dilation: dilation, rule: rule, relu: hasReLU)
    }
  }
}

extension LayerScene {
  /// Reads the settings and checks that they fit one another.
  public init(_ string: SceneString) throws(SceneError) {
    var reader = try SceneReader(string, parts: 1 + Self.mostMaps)
    let first = reader.part(0) ?? LayerPreset.cs231n.name
    if let preset = LayerPreset(rawValue: first) {
      self = preset.scene
      guard string.path.count <= 1 else {
        throw .tooManyParts(lab: Self.lab, string.path.count, allowed: 1)
      }
    } else {
      guard NumberColumn.isTyped(first) else {
        throw .unknownPart(
          first, what: "layer", known: LayerPreset.allCases.map(\.name),
          example: "channels such as 1 0; 0 1 / 2 1; 1 0")
      }
      let channels = try Self.planes(first, "channels")
      var filters: [ConvolutionLayer.Filter] = []
      while let part = reader.part(filters.count + 1) {
        filters.append(.init(kernels: try Self.planes(part, "filter \(filters.count + 1)")))
      }
      self.init(channels: channels, filters: filters)
    }
    try readSettings(&reader)
    try reader.finish()
    try check()
  }

  private mutating func readSettings(_ reader: inout SceneReader) throws(SceneError) {
    if let rows = try reader.rows("bias") {
      guard rows.height == 1, rows.width == filters.count else {
        throw SceneError(LayerError.biasCount(rows.cells.count, filters: filters.count))
      }
      filters = zip(filters, rows.cells).map { .init(kernels: $0.kernels, bias: $1) }
    }
    let (sides, rule) = try reader.padding(rules: [.floor, .same])
    padding = sides ?? padding
    self.rule = rule ?? self.rule
    stride = try reader.extent("stride") ?? stride
    dilation = try reader.extent("dilation") ?? dilation
    groups = try reader.wholeNumber("groups", in: 1...Self.mostMaps) ?? groups
    hasReLU = try reader.flag("relu") ?? hasReLU
    if let text = try reader.text("upstream") { upstream = try Self.planes(text, "upstream") }
    view = try reader.choice("view", View.self) ?? view
    if let number = try reader.wholeNumber("filter", in: 1...max(1, filters.count)) {
      guard view == .stack else { throw .needless(key: "filter", without: "view=stack") }
      filter = number - 1
    }
    step = try reader.wholeNumber("step", in: 0...Limits.steps) ?? step
  }

  private static func planes(_ text: String, _ what: String) throws(SceneError) -> [Grid] {
    do { return try Grid.planes(parsing: text) } catch { throw SceneError(what, error) }
  }

  /// Whether everything fits, in this view too.
  ///
  /// - Throws: ``SceneError``
  public func check() throws(SceneError) {
    do throws(LayerError) {
      let sides = (channels + filters.flatMap(\.kernels)).flatMap { [$0.height, $0.width] }
      guard channels.count <= Self.mostMaps, filters.count <= Self.mostMaps,
        sides.max() ?? 0 <= Self.longestSide
      else { throw .tooLargeToShow(maps: Self.mostMaps, side: Self.longestSide) }
      let layer = try layer()
      _ = try shownLayer()
      guard layer.geometry.steps <= Limits.steps / Self.mostMaps else {
        throw .geometry(.outputTooLarge(layer.geometry.windows))
      }
      if let upstream { try layer.check(upstream) }
    } catch { throw SceneError(error) }
  }

  /// The settings that differ from the usual ones, in a fixed order.
  public var string: SceneString {
    let usual =
      preset?.scene ?? LayerScene(channels: channels, filters: filters.map { .init(kernels: $0.kernels) })
    let path = preset.map { [$0.name] } ?? ([channels] + filters.map(\.kernels)).map(Self.text)
    var string = SceneString(lab: Self.lab, path: path)
    string.set("bias", filters.map(\.bias), usually: usual.filters.map(\.bias)) {
      $0.map(Numeral.exact).joined(separator: ",")
    }
    string.set("padding", padding, usually: usual.padding)
    string.set("rule", rule, usually: usual.rule)
    string.set("stride", stride, usually: usual.stride)
    string.set("dilation", dilation, usually: usual.dilation)
    string.set("groups", groups, usually: usual.groups, \.description)
    string.set("relu", hasReLU, usually: usual.hasReLU, \.description)
    if let upstream { string.query.append(.init("upstream", Self.text(upstream))) }
    string.set("view", view, usually: .sums)
    if view == .stack { string.set("filter", filter + 1, usually: 1, \.description) }
    string.set("step", step, usually: 0, \.description)
    return string
  }

  /// Grids as they can be typed, parted by slashes between blanks; so numbers are parted by blanks, too.
  public static func text(_ planes: [Grid]) -> String {
    planes.map { $0.typed.replacing(",", with: " ") }.joined(separator: " / ")
  }
}
