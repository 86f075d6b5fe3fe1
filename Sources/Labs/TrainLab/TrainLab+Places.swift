import Learning
import TerminalUI

extension TrainLab {
  /// The layer that is looked at, a place among all layers.
  var layer: Int {
    let all = LayerWeights.all(of: run.trainer.model)
    guard settings.view == .filters else { return settings.layer ?? all.first?.layer ?? 0 }
    return weights.layer
  }

  /// The weights that the filters view shows: those of the layer looked at, or the last ones before it.
  var weights: LayerWeights {
    let all = LayerWeights.all(of: run.trainer.model)
    return all.last { $0.layer <= settings.layer ?? all[0].layer } ?? all[0]
  }

  /// How many maps or units the layer looked at has.
  var mapCount: Int {
    settings.view == .filters ? weights.filters : run.trainer.model.layers[layer].output.features
  }

  /// The map or unit that is looked at.
  var map: Int { min(settings.map, mapCount - 1) }

  /// The cell that is looked at: the chosen one, or the one with the largest number.
  var cell: Position {
    let output = run.trainer.model.layers[layer].output
    let extent = output.mapExtent
    guard let chosen = settings.cell else { return strongestCell(of: extent) }
    return Position(row: min(chosen.row, extent.height - 1), column: min(chosen.column, extent.width - 1))
  }

  /// The cell with the largest number of the map looked at, where the window that made it can be told best.
  private func strongestCell(of extent: Extent) -> Position {
    guard let path = moment.path, path.outputs.indices.contains(layer) else {
      return Position(row: 0, column: 0)
    }
    let size = extent.height * extent.width
    let numbers = path.outputs[layer][(map * size)..<((map + 1) * size)]
    let place = (numbers.indices.max { numbers[$0] < numbers[$1] } ?? numbers.startIndex) - numbers.startIndex
    return Position(row: place / extent.width, column: place % extent.width)
  }

  /// Keeps the map and the chosen cell among those of the layer.
  private mutating func clampCell() {
    settings.map = map
    if settings.cell != nil { settings.cell = cell }
  }

  /// Keeps digit, layer, map, cell and classes among those that there are.
  mutating func clampPlaces() {
    settings.digit = min(settings.digit, run.shown.count - 1)
    settings.layer = settings.layer.map { min($0, run.trainer.model.layers.count - 1) }
    let classes = run.data.classes.count
    settings.pair.truth = min(settings.pair.truth, classes - 1)
    settings.pair.said = min(settings.pair.said, classes - 1)
    clampCell()
  }

  mutating func moveDigit(by step: Int) {
    let count = run.shown.count
    settings.digit = ((settings.digit + step) % count + count) % count
    guard settings.view != .inside else { return }
    chrome.say("\(TrainWords.digit(self)): the view inside shows it.")
  }

  mutating func moveMap(by step: Int) {
    settings.map = ((map + step) % mapCount + mapCount) % mapCount
    clampCell()
  }

  mutating func moveFocus(by step: Int) {
    switch settings.view {
    case .filters:
      settings.layer = LayerWeights.all(of: run.trainer.model).neighbour(of: weights, by: step).layer
    case .inside:
      let count = run.trainer.model.layers.count
      settings.layer = ((layer + step) % count + count) % count
    case .curves, .confusion, .mistakes, .gradients: return
    }
    clampCell()
  }

  mutating func openPane() {
    switch settings.view {
    case .curves, .gradients:
      return chrome.refuse("There is nothing to choose here: v shows filters, a digit inside, and the test.")
    case .mistakes:
      guard let first = moment.tests?.mistakes.first else { return chrome.refuse("No digit is wrong here.") }
      if !(moment.tests?.mistakes.contains { $0.picture == settings.digit } ?? false) {
        settings.digit = first.picture
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
    } else if settings.view == .confusion, settings.isListing {
      settings.isListing = false
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
    switch settings.view {
    case .filters: moveMap(within: FilterTiles(self).perRow, rows: rows, columns: columns)
    case .inside:
      switch run.trainer.model.layers[layer].output {
      case .maps(let extent, _):
        settings.cell = Position(
          row: min(max(0, cell.row + rows), extent.height - 1),
          column: min(max(0, cell.column + columns), extent.width - 1))
      case .vector(let count):
        moveMap(within: Volume.fold(count), rows: rows, columns: columns)
      }
    case .confusion where !settings.isListing:
      let last = run.data.classes.count - 1
      settings.pair.truth = min(max(0, settings.pair.truth + rows), last)
      settings.pair.said = min(max(0, settings.pair.said + columns), last)
    case .confusion, .mistakes:
      let tiles = DigitTiles(self)
      if let next = tiles.neighbour(rows: rows, columns: columns) { settings.digit = next }
    case .curves, .gradients: break
    }
  }

  private mutating func moveMap(within perRow: Int, rows: Int, columns: Int) {
    let next = map + rows * max(1, perRow) + columns
    if (0..<mapCount).contains(next) { settings.map = next }
  }

  private mutating func openPlace() -> Effect? {
    switch settings.view {
    case .filters: settings.layer = layer
    case .inside:
      do throws(LabRefusal) { return .request(.scene(try cellScene())) } catch {
        chrome.refuse(error.description)
        return nil
      }
    case .confusion where !settings.isListing:
      guard let first = moment.tests?.results(of: settings.pair).first else {
        chrome.refuse("No digit is there to be listed.")
        return nil
      }
      (settings.isListing, settings.digit) = (true, first.picture)
      return nil
    case .confusion, .mistakes: break
    case .curves, .gradients: return nil
    }
    settings.view = .inside
    clampCell()
    return nil
  }

  /// A click on a tile, a cell or a layer goes there.
  mutating func click(at point: Point) {
    let body = chromeLayout.body
    switch settings.view {
    case .filters:
      if let filter = FilterTiles(self).filter(at: point) { settings.map = filter }
    case .inside:
      switch InsideLayout(self).place(at: point) {
      case .layer(let index)?: settings.layer = index
      case .map(let layer, let index)?:
        if layer != self.layer { settings.layer = layer }
        settings.map = index
      case .cell(let position)?: (settings.cell, isInPicture) = (position, true)
      case nil: return
      }
      clampCell()
    case .confusion where !settings.isListing:
      if let pair = ConfusionTable(self, in: body).pair(at: point) {
        (settings.pair, isInPicture) = (pair, true)
      }
    case .confusion, .mistakes:
      if let picture = DigitTiles(self).picture(at: point) { (settings.digit, isInPicture) = (picture, true) }
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
