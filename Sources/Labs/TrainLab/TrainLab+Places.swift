import Learning
import TerminalUI

extension TrainLab {
  /// The layer that is looked at, a place among all layers.
  var layer: Int {
    let all = LayerWeights.all(of: run.trainer.model)
    guard viewState.view == .filters else { return viewState.layer ?? all.first?.layer ?? 0 }
    return weights.layer
  }

  /// The weights that the filters view shows: those of the layer looked at, or the last ones before it.
  var weights: LayerWeights {
    let all = LayerWeights.all(of: run.trainer.model)
    return all.last { $0.layer <= viewState.layer ?? all[0].layer } ?? all[0]
  }

  /// How many maps or units the layer looked at has.
  var mapCount: Int {
    viewState.view == .filters ? weights.filters : run.trainer.model.layers[layer].output.features
  }

  /// The map or unit that is looked at.
  var map: Int { min(viewState.map, mapCount - 1) }

  /// The cell that is looked at: the chosen one, or the one with the largest number.
  var cell: Position {
    let output = run.trainer.model.layers[layer].output
    let extent = output.mapExtent
    guard let chosen = viewState.cell else { return strongestCell(of: extent) }
    return Position(row: min(chosen.row, extent.height - 1), column: min(chosen.column, extent.width - 1))
  }

  /// The cell with the largest number of the map looked at, where the window that made it can be told best.
  private func strongestCell(of extent: Extent) -> Position {
    guard let path = moment?.path, path.outputs.indices.contains(layer) else {
      return Position(row: 0, column: 0)
    }
    let size = extent.height * extent.width
    let numbers = path.outputs[layer][(map * size)..<((map + 1) * size)]
    let place = (numbers.indices.max { numbers[$0] < numbers[$1] } ?? numbers.startIndex) - numbers.startIndex
    return Position(row: place / extent.width, column: place % extent.width)
  }

  /// Keeps the map and the chosen cell among those of the layer.
  private mutating func clampCell() {
    viewState.map = map
    if viewState.cell != nil { viewState.cell = cell }
  }

  /// Keeps digit, layer, map, cell and classes among those that there are.
  mutating func clampPlaces() {
    viewState.digit = min(viewState.digit, run.shown.count - 1)
    viewState.layer = viewState.layer.map { min($0, run.trainer.model.layers.count - 1) }
    let classes = run.data.classes.count
    viewState.pair.truth = min(viewState.pair.truth, classes - 1)
    viewState.pair.said = min(viewState.pair.said, classes - 1)
    clampCell()
  }

  mutating func moveDigit(by step: Int) {
    let count = run.shown.count
    viewState.digit = ((viewState.digit + step) % count + count) % count
    guard viewState.view != .inside else { return }
    chrome.say("\(TrainWords.digit(self)): the view inside shows it.")
  }

  mutating func moveMap(by step: Int) {
    viewState.map = ((map + step) % mapCount + mapCount) % mapCount
    clampCell()
  }

  mutating func moveFocus(by step: Int) {
    switch viewState.view {
    case .filters:
      viewState.layer = LayerWeights.all(of: run.trainer.model).neighbour(of: weights, by: step).layer
    case .inside:
      let count = run.trainer.model.layers.count
      viewState.layer = ((layer + step) % count + count) % count
    case .curves, .confusion, .mistakes, .gradients: return
    }
    clampCell()
  }

  mutating func openPane() {
    switch viewState.view {
    case .curves, .gradients:
      return chrome.refuse(
        "There is nothing to choose here: v shows filters, a \(run.noun) inside, and the test.")
    case .mistakes:
      guard let first = tests?.mistakes.first else { return chrome.refuse("No \(run.noun) is wrong here.") }
      if !(tests?.mistakes.contains { $0.picture == viewState.digit } ?? false) {
        viewState.digit = first.picture
      }
    case .filters, .inside, .confusion: break
    }
    isInPicture = true
    chrome.say("Arrows move here, enter opens what they are on, esc is done.")
  }

  /// Stops on the way of a far jump, closes the list of a cell, or has arrows step again.
  mutating func leavePane() -> Bool {
    if way.goal != nil {
      way.stop()
      chrome.say("Stopped at update \(timeline.position).")
    } else if viewState.view == .confusion, viewState.isListing {
      viewState.isListing = false
    } else {
      defer { isInPicture = false }
      return isInPicture
    }
    return true
  }

  // MARK: Moving in the picture

  mutating func perform(_ action: PictureAction) -> Effect? {
    switch action {
    case .move(let rows, let columns): move(rows: rows, columns: columns)
    case .leave: _ = leavePane()
    case .open: return openPlace()
    }
    return nil
  }

  private mutating func move(rows: Int, columns: Int) {
    switch viewState.view {
    case .filters: moveMap(within: FilterTiles(self).perRow, rows: rows, columns: columns)
    case .inside:
      switch run.trainer.model.layers[layer].output {
      case .maps(let extent, _):
        viewState.cell = Position(
          row: min(max(0, cell.row + rows), extent.height - 1),
          column: min(max(0, cell.column + columns), extent.width - 1))
      case .vector(let count):
        moveMap(within: Volume.fold(count), rows: rows, columns: columns)
      }
    case .confusion where !viewState.isListing:
      let last = run.data.classes.count - 1
      viewState.pair.truth = min(max(0, viewState.pair.truth + rows), last)
      viewState.pair.said = min(max(0, viewState.pair.said + columns), last)
    case .confusion, .mistakes:
      let tiles = DigitTiles(self)
      if let next = tiles.neighbour(rows: rows, columns: columns) { viewState.digit = next }
    case .curves, .gradients: break
    }
  }

  private mutating func moveMap(within perRow: Int, rows: Int, columns: Int) {
    let next = map + rows * max(1, perRow) + columns
    if (0..<mapCount).contains(next) { viewState.map = next }
  }

  private mutating func openPlace() -> Effect? {
    switch viewState.view {
    case .filters: viewState.layer = layer
    case .inside:
      do throws(LabRefusal) { return .request(.scene(try cellScene())) } catch {
        chrome.refuse(error.description)
        return nil
      }
    case .confusion where !viewState.isListing:
      guard let first = tests?.results(of: viewState.pair).first else {
        chrome.refuse("No \(run.noun) is there to be listed.")
        return nil
      }
      (viewState.isListing, viewState.digit) = (true, first.picture)
      return nil
    case .confusion, .mistakes: break
    case .curves, .gradients: return nil
    }
    viewState.view = .inside
    clampCell()
    return nil
  }

  /// A click on a tile, a cell or a layer goes there.
  mutating func click(at point: Point) {
    let body = chromeLayout.body
    switch viewState.view {
    case .filters:
      if let filter = FilterTiles(self).filter(at: point) { viewState.map = filter }
    case .inside:
      switch InsideLayout(self).place(at: point) {
      case .layer(let index)?: viewState.layer = index
      case .map(let layer, let index)?:
        if layer != self.layer { viewState.layer = layer }
        viewState.map = index
      case .cell(let position)?: (viewState.cell, isInPicture) = (position, true)
      case nil: return
      }
      clampCell()
    case .confusion where !viewState.isListing:
      if let pair = ConfusionTable(self, in: body).pair(at: point) {
        (viewState.pair, isInPicture) = (pair, true)
      }
    case .confusion, .mistakes:
      if let picture = DigitTiles(self).picture(at: point) {
        (viewState.digit, isInPicture) = (picture, true)
      }
    case .curves, .gradients: break
    }
  }
}

extension Volume {
  /// How many numbers of a vector stand in a row of its picture.
  static func fold(_ count: Int) -> Int { count <= 64 ? 8 : count <= 256 ? 16 : 32 }

  /// How high and wide a map, or the whole vector, is drawn.
  var drawnExtent: Extent {
    switch self {
    case .maps(let extent, _): extent
    case .vector(let count):
      Extent(
        height: (count + Self.fold(count) - 1) / Self.fold(count), width: min(count, Self.fold(count)))
    }
  }
}
