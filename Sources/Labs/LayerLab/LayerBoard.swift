import Learning
import TerminalUI

/// Where everything stands: channels over kernels, a row for the sums, maps.
struct LayerBoard {
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

  var boardLayout: LayerBoard { board(in: chromeLayout.body) }

  func board(in area: Rect) -> LayerBoard {
    let hasSums = picture.view != .backward
    let (channels, maps) = (picture.layer.channels.indices, picture.maps.indices)
    let width = area.width - Self.totalWidth
    typealias Fit = PaneBoard<LayerPane>.Fit
    let largest: Fit = area.height >= 40 && area.width >= 150 ? .grand : area.height >= 20 ? .wide : .roomy
    var chosen: Fit?
    for fit in Fit.allCases where fit.rawValue >= largest.rawValue {
      let (top, bottom) = (topBoard(channels).natural(fit), mapBoard(maps).natural(fit))
      let height = top.height + bottom.height + 2 * fit.stackGap + (hasSums ? 1 : 0)
      if top.width <= width, bottom.width <= area.width, height <= area.height {
        chosen = fit
        break
      }
    }
    if let chosen { return place(channels, maps, chosen, in: area, width: width, hasSums: hasSums) }
    // Too many or too large: as many as there is room for, around those at work.
    let fit: Fit = chrome.display.isProjected ? .bareRegular : .bare
    let seen = visible(channels, around: focusedChannel, width: width) { topBoard($0).natural(fit).width }
    let seenMaps = visible(maps, around: focusedMap, width: area.width) { mapBoard($0).natural(fit).width }
    return place(seen, seenMaps, fit, in: area, width: width, hasSums: hasSums)
  }

  private func place(
    _ channels: Range<Int>, _ maps: Range<Int>, _ fit: PaneBoard<LayerPane>.Fit, in area: Rect, width: Int,
    hasSums: Bool
  ) -> LayerBoard {
    let (top, bottom) = (topBoard(channels), mapBoard(maps))
    let (wanted, low) = (top.natural(fit).height, bottom.natural(fit).height)
    let rest = area.height - (hasSums ? 1 : 0) - 2 * fit.stackGap
    // Where both do not fit, the maps keep their first rows.
    let mapRows = min(low, max(min(low, 4), rest - wanted))
    let topRows = max(0, min(wanted, rest - mapRows))
    let topArea = Rect(x: area.x, y: area.y, width: width, height: topRows)
    let sumsY = topArea.bottom + fit.stackGap
    let sums = Rect(x: area.x, y: sumsY, width: area.width, height: hasSums ? 1 : 0)
    let mapsY = sums.bottom + fit.stackGap
    let mapArea = Rect(
      x: area.x, y: mapsY, width: area.width, height: max(0, min(mapRows, area.bottom - mapsY)))
    let isProjected = chrome.display.isProjected
    let topLayout = top.layout(in: topArea, isProjected: isProjected, widest: fit)
    let right =
      topLayout.panes.map { max($0.label.x + TextWidth.columns(of: $0.pane.label), $0.grid.bounds.right) }
      .max() ?? topArea.right
    let kernels = topLayout.panes.filter { if case .kernel = $0.pane.id { true } else { false } }
    let kernelY = kernels.map(\.label.y).min() ?? topArea.y
    let total = Rect(
      x: min(right + 3, area.right - Self.totalWidth), y: kernelY, width: Self.totalWidth,
      height: max(0, topArea.bottom - kernelY))
    return LayerBoard(
      top: topLayout, sums: sums, total: total,
      maps: bottom.layout(in: mapArea, isProjected: isProjected, widest: fit), channels: channels,
      seenMaps: maps)
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

  private func mapBoard(_ maps: Range<Int>) -> PaneBoard<LayerPane> {
    let windows = picture.layer.geometry.windows
    return PaneBoard(
      maps.map { map in
        let isActive =
          moment.map { $0.channel == nil && (picture.view == .stack || $0.filter == map) } ?? false
        return PaneBoard.Column([
          PaneBoard.Pane(
            .map(map), label: LayerWords.mapLabel(map, self), rows: windows.height, columns: windows.width,
            columnWidth: picture.mapTexts[map].width,
            box: isActive ? moment.map { GridBox(around: GridPosition($0.cell)) } : nil,
            focus: focus == .map(map) ? cursor.map { GridPosition($0) } : nil)
        ])
      })
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
