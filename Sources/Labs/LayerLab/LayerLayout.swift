import Learning
import TerminalUI

/// Where everything stands: channels over kernels, a row for the sums, maps.
struct LayerLayout {
  /// Channels with the kernels under them.
  let top: PaneBoardLayout<LayerPane>
  /// What the channels add, in one row.
  let sums: Rect
  /// Beside the kernels: bias and total.
  let total: Rect
  let maps: PaneBoardLayout<LayerPane>
  /// The channels and maps that are seen.
  let channels, seenMaps: Range<Int>

  /// What lies under a point.
  func cell(at point: Point) -> (pane: LayerPane, cell: GridPosition)? {
    top.cell(at: point) ?? maps.cell(at: point)
  }
}

extension LayerLab {
  /// Columns for the bias and the total.
  private static var totalWidth: Int { 16 }

  /// The picture, and on wide screens the text beside it.
  var parts: (picture: Rect, text: Rect) {
    let body = chromeLayout.body
    let parts = body.splitLeft(body.width - (body.width >= 150 ? 46 : 0))
    return (parts.left, parts.rest)
  }

  var layout: LayerLayout { board(in: parts.picture) }

  /// Columns between what stands side by side.
  private static var gap: Int { 3 }

  /// Where the maps stand.
  private enum MapPlace {
    /// Below the sums.
    case below
    /// Beside the total, in so many columns.
    case beside(columns: Int)
  }

  func board(in area: Rect) -> LayerLayout {
    let (channels, maps) = (picture.layer.channels.indices, picture.maps.indices)
    let width = area.width - Self.totalWidth
    typealias Fit = PaneBoard<LayerPane>.Fit
    let largest: Fit = area.height >= 40 && area.width >= 150 ? .grand : area.height >= 20 ? .wide : .roomy
    for fit in Fit.allCases where fit.rawValue >= largest.rawValue {
      guard let mapPlace = mapPlace(fit, in: area) else { continue }
      return place(channels, maps, mapPlace, fit, in: area)
    }
    // Too many or too large: as many as there is room for, around those at work.
    let fit: Fit = chrome.display.isProjected ? .bareRegular : .bare
    let seen = visible(channels, around: focusedChannel, width: width) { topBoard($0).natural(fit).width }
    let seenMaps = visible(maps, around: focusedMap, width: area.width) { mapBoard($0).natural(fit).width }
    return place(seen, seenMaps, .below, fit, in: area)
  }

  private var hasSums: Bool { picture.view != .backward }

  /// Where the maps stand when everything is spaced like that; `nil` when not all has room in `area`.
  private func mapPlace(_ fit: PaneBoard<LayerPane>.Fit, in area: Rect) -> MapPlace? {
    let (channels, maps) = (picture.layer.channels.indices, picture.maps.indices)
    let (top, below) = (topBoard(channels).natural(fit), mapBoard(maps).natural(fit))
    let sums = (hasSums ? 1 : 0) + fit.stackGap
    guard top.width + Self.totalWidth <= area.width, top.height + sums <= area.height else { return nil }
    if below.width <= area.width, top.height + sums + fit.stackGap + below.height <= area.height {
      return .below
    }
    let rest = area.width - top.width - Self.totalWidth - 2 * Self.gap
    for columns in 1...maps.count {
      let beside = mapBoard(maps, columns: columns).natural(fit)
      guard beside.width <= rest else { return nil }
      if beside.height <= area.height { return .beside(columns: columns) }
    }
    return nil
  }

  private func place(
    _ channels: Range<Int>, _ maps: Range<Int>, _ mapPlace: MapPlace, _ fit: PaneBoard<LayerPane>.Fit,
    in area: Rect
  ) -> LayerLayout {
    let top = topBoard(channels)
    let isProjected = chrome.display.isProjected
    let low: PaneBoard<LayerPane>
    var (topWidth, topRows, mapArea) = (area.width - Self.totalWidth, top.natural(fit).height, area)
    switch mapPlace {
    case .below:
      low = mapBoard(maps)
      let rest = area.height - (hasSums ? 1 : 0) - 2 * fit.stackGap
      // Where both do not fit, the maps keep some of their rows, and more while a window of the channels is seen as well.
      let mapRows = min(
        low.natural(fit).height, max(4, rest - topRows, min(6, rest - leastTopRows(fit))))
      topRows = max(0, min(topRows, rest - mapRows))
      let y = area.y + topRows + (hasSums ? 1 : 0) + 2 * fit.stackGap
      mapArea = Rect(x: area.x, y: y, width: area.width, height: max(0, min(mapRows, area.bottom - y)))
    case .beside(let columns):
      low = mapBoard(maps, columns: columns)
      let width = low.natural(fit).width
      mapArea = area.splitLeft(area.width - width).rest
      topWidth = mapArea.x - area.x - Self.totalWidth - Self.gap
    }
    let topArea = Rect(x: area.x, y: area.y, width: topWidth, height: topRows)
    let topLayout = top.layout(in: topArea, isProjected: isProjected, widest: fit)
    let right =
      topLayout.panes.map { max($0.label.x + TextWidth.columns(of: $0.pane.label), $0.grid.bounds.right) }
      .max() ?? topArea.right
    let kernels = topLayout.panes.filter { if case .kernel = $0.pane.id { true } else { false } }
    let kernelY = kernels.map(\.label.y).min() ?? topArea.y
    let total = Rect(
      x: min(right + Self.gap, topArea.right), y: kernelY, width: Self.totalWidth,
      height: max(0, topArea.bottom - kernelY))
    let sums = Rect(
      x: area.x, y: topArea.bottom + fit.stackGap, width: total.right - area.x, height: hasSums ? 1 : 0)
    if case .beside = mapPlace {
      // Close to the total that drops into them.
      mapArea = Rect(
        x: min(mapArea.x, total.right + 2 * Self.gap), y: mapArea.y, width: mapArea.width,
        height: mapArea.height)
    }
    return LayerLayout(
      top: topLayout, sums: sums, total: total,
      maps: low.layout(in: mapArea, isProjected: isProjected, widest: fit), channels: channels,
      seenMaps: maps)
  }

  /// Rows in which a window of the channels is seen between two marks of more, over the kernels.
  private func leastTopRows(_ fit: PaneBoard<LayerPane>.Fit) -> Int {
    let geometry = picture.layer.geometry
    return 1 + min(geometry.rows.span + 2, geometry.padded.height) + fit.stackGap + 1
      + geometry.kernel.height
  }

  /// As many of `all` as fit, around one of them.
  private func visible(
    _ all: Range<Int>, around centre: Int, width: Int, _ needed: (Range<Int>) -> Int
  ) -> Range<Int> {
    var range = centre..<centre + 1
    while range != all {
      let next =
        range.upperBound < all.upperBound
        ? range.lowerBound..<range.upperBound + 1 : range.lowerBound - 1..<range.upperBound
      guard needed(next) <= width else { break }
      range = next
    }
    return range
  }

  private var focusedChannel: Int {
    let first = picture.layer.channels(of: filter).lowerBound
    switch focus {
    case .channel(let channel): return channel
    case .kernel(let channel): return channel
    case .map: return moment?.channel ?? first
    }
  }

  private var focusedMap: Int {
    if case .map(let map) = focus, map < picture.maps.count { return map }
    return min(filter, picture.maps.count - 1)
  }

  // MARK: Boards

  private func topBoard(_ channels: Range<Int>) -> PaneBoard<LayerPane> {
    let geometry = picture.layer.geometry
    let seen = picture.layer.channels(of: filter)
    let box = moment.flatMap { $0.channel == nil ? windowBox(of: $0.cell) : nil }
    return PaneBoard(
      channels.map { channel in
        var pane = PaneBoard<LayerPane>.Pane(
          .channel(channel), label: LayerWords.channelLabel(channel, picture), rows: geometry.padded.height,
          columns: geometry.padded.width, columnWidth: picture.channelTexts[channel].width)
        pane.box = seen.contains(channel) ? box : nil
        if focus == .channel(channel), let cursor {
          pane.focus = padded(cursor)
        } else if let moment, pane.box == nil,
          moment.channel == channel
        {
          pane.focus = padded(Position(row: 0, column: 0))
        }
        let texts = kernelTexts(of: channel)
        let kernel = PaneBoard<LayerPane>.Pane(
          .kernel(channel), label: LayerWords.kernelLabel(channel, self), rows: geometry.kernel.height,
          columns: geometry.kernel.width, columnWidth: max(texts?.width ?? 1, 2),
          box: moment.flatMap { $0.channel == channel ? GridBox(around: GridPosition($0.cell)) : nil },
          focus: focus == .kernel(channel) ? cursor.map { GridPosition($0) } : nil)
        return PaneBoard.Column([pane, kernel])
      })
  }

  /// The maps side by side, or in so many columns, one after the other from the left.
  private func mapBoard(_ maps: Range<Int>, columns: Int? = nil) -> PaneBoard<LayerPane> {
    let count = columns ?? maps.count
    return PaneBoard(
      (0..<count).map { column in
        PaneBoard.Column(stride(from: maps.lowerBound + column, to: maps.upperBound, by: count).map(mapPane))
      })
  }

  private func mapPane(_ map: Int) -> PaneBoard<LayerPane>.Pane {
    let windows = picture.layer.geometry.windows
    let isActive = moment.map { $0.channel == nil && (picture.view == .stack || $0.filter == map) } ?? false
    return PaneBoard.Pane(
      .map(map), label: LayerWords.mapLabel(map, self), rows: windows.height, columns: windows.width,
      columnWidth: picture.mapTexts[map].width,
      box: isActive ? moment.map { GridBox(around: GridPosition($0.cell)) } : nil,
      focus: focus == .map(map) ? cursor.map { GridPosition($0) } : nil)
  }

  /// The texts of the kernel that a channel meets; `nil` where the filter does not see the channel.
  func kernelTexts(of channel: Int) -> GridNumbers? {
    let seen = picture.layer.channels(of: filter)
    return seen.contains(channel) ? picture.kernelTexts[filter][channel - seen.lowerBound] : nil
  }

  private func windowBox(of cell: Position) -> GridBox {
    let geometry = picture.layer.geometry
    func range(_ axis: ConvolutionAxis, _ index: Int) -> Range<Int> {
      index * axis.stride..<index * axis.stride + axis.span
    }
    return GridBox(rows: range(geometry.rows, cell.row), columns: range(geometry.columns, cell.column))
  }

  private func padded(_ cell: Position) -> GridPosition {
    let geometry = picture.layer.geometry
    return GridPosition(
      row: cell.row + geometry.rows.paddingBefore, column: cell.column + geometry.columns.paddingBefore)
  }
}
