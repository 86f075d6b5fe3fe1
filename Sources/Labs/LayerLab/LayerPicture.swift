import Learning
import TerminalUI

/// What follows from a layer's settings: maps, texts, shades, gradients.
struct LayerPicture: SettingsPicture {
  let view: LayerScene.View
  /// As the view shows it.
  let layer: ConvolutionLayer
  let maps: [Grid]
  /// ∂L/∂w, `[filter][channel]`, and ∂L/∂b, in the backward view.
  let gradients: [ConvolutionLayer.Filter]
  /// ∂L/∂y of the maps, in the backward view.
  let upstream: [Grid]

  let channelTexts, mapTexts: [GridNumbers]
  let kernelTexts: [[GridNumbers]]
  let channelShades, mapShades, kernelShades: ShadeScale

  /// - Throws: ``LabRefusal`` when the settings do not fit one another.
  init(_ scene: LayerScene) throws(LabRefusal) {
    view = scene.view
    do throws(LayerError) {
      layer = try scene.shownLayer()
      maps = layer.output()
      if scene.view == .backward {
        let windows = layer.geometry.windows
        upstream = scene.upstream ?? maps.map { _ in Grid(windows, repeating: 1) }
        gradients = try layer.gradients(upstream: scene.upstream).filters
      } else {
        (upstream, gradients) = ([], [])
      }
    } catch {
      throw LabRefusal(error.description)
    }
    let results = maps.flatMap(\.cells) + gradients.flatMap { $0.kernels.flatMap(\.cells) + [$0.bias] }
    guard results.allSatisfy(\.isFinite) else {
      throw LabRefusal("These numbers are too large to be multiplied")
    }
    channelTexts = layer.channels.map { GridNumbers($0) }
    let kernels = (gradients.isEmpty ? layer.filters : gradients).map(\.kernels)
    kernelTexts = kernels.map { $0.map { GridNumbers($0) } }
    let shown = upstream.isEmpty ? maps : upstream
    mapTexts = shown.map { GridNumbers($0) }
    channelShades = ShadeScale(layer.channels.flatMap(\.cells))
    kernelShades = ShadeScale(kernels.flatMap { $0.flatMap(\.cells) })
    mapShades = ShadeScale(shown.flatMap(\.cells))
  }

  // MARK: Steps

  /// What a step makes: a cell of the filter's map, or in the backward view a weight of the filter.
  struct Moment: Equatable, Sendable {
    let filter: Int
    /// The cell of the map; of the kernel in the backward view.
    let cell: Position
    /// The channel whose weight it is, in the backward view.
    let channel: Int?
  }

  /// How steps go through the numbers.
  private enum Walk {
    /// Through the cells of one map after the other, through those of all maps at once, or through weights.
    case mapByMap, allMaps, weights
    /// There are no steps.
    case none
  }

  private var walk: Walk {
    switch view {
    case .sums, .pointwise, .depthwise: .mapByMap
    case .stack: .allMaps
    case .backward: .weights
    case .counts: .none
    }
  }

  private var kernelCells: Int { layer.geometry.kernel.height * layer.geometry.kernel.width }
  private var cellCount: Int { layer.geometry.steps }

  /// Steps for each filter.
  var stepsPerFilter: Int {
    switch walk {
    case .mapByMap: cellCount
    case .weights: layer.filters[0].kernels.count * kernelCells
    case .allMaps, .none: 0
    }
  }

  var stepCount: Int {
    walk == .allMaps ? cellCount : stepsPerFilter * layer.filters.count
  }

  /// - Parameter filter: the one that the stack view shows.
  func moment(after position: Int, filter: Int = 0) -> Moment? {
    guard position > 0, stepCount > 0 else { return nil }
    let step = position - 1
    switch walk {
    case .mapByMap:
      return Moment(
        filter: step / cellCount, cell: layer.geometry.position(ofStep: step % cellCount), channel: nil)
    case .allMaps: return Moment(filter: filter, cell: layer.geometry.position(ofStep: step), channel: nil)
    case .weights:
      let (filter, rest) = step.quotientAndRemainder(dividingBy: stepsPerFilter)
      let width = layer.geometry.kernel.width
      let cell = rest % kernelCells
      return Moment(
        filter: filter, cell: Position(row: cell / width, column: cell % width),
        channel: layer.channels(of: filter).lowerBound + rest / kernelCells)
    case .none: return nil
    }
  }

  /// Whether a cell of a map is filled at that position.
  func isFilled(_ cell: Position, of map: Int, at position: Int) -> Bool {
    let step = layer.geometry.step(at: cell)
    switch walk {
    case .mapByMap: return map * cellCount + step < position
    case .allMaps: return step < position
    case .weights, .none: return true
    }
  }

  /// Whether the gradient of a weight is there at that position.
  func isCollected(_ cell: Position, channel: Int, of filter: Int, at position: Int) -> Bool {
    let index = cell.row * layer.geometry.kernel.width + cell.column
    let place = channel - layer.channels(of: filter).lowerBound
    return filter * stepsPerFilter + place * kernelCells + index < position
  }

  /// The position at which that cell of a map has just been made.
  func position(making cell: Position, of map: Int) -> Int? {
    let step = layer.geometry.step(at: cell) + 1
    switch walk {
    case .mapByMap: return map * cellCount + step
    case .allMaps: return step
    case .weights, .none: return nil
    }
  }

  /// What the channels add to a cell; `nil` in views without sums.
  func step(at moment: Moment) -> LayerStep? {
    switch walk {
    case .mapByMap, .allMaps: try? layer.step(filter: moment.filter, at: moment.cell)
    case .weights, .none: nil
    }
  }
}
