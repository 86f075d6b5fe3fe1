import Learning
import TerminalUI

/// How large volumes are drawn: sides and channels by their logarithms, the largest of a network filling its room.
struct VolumeScale {
  private let side, channels: Double

  init(_ table: NetworkTables.Table) {
    let volumes = [table.input] + table.layers.map(\.output)
    side = volumes.map { Self.size(Self.side($0)) }.max() ?? 1
    channels = volumes.map { Self.size($0.features) }.max() ?? 1
  }

  /// Nearly the logarithm to the base of 2: straight lines between its whole values.
  private static func size(_ count: Int) -> Double {
    let number = Double(count) + 1
    return Double(number.exponent) + number.significand - 1
  }

  /// The longer side of a map; a vector has cells of one.
  private static func side(_ volume: Volume) -> Int {
    switch volume {
    case .maps(let extent, _): max(extent.height, extent.width)
    case .vector: 1
    }
  }

  /// The side as a share of the largest, above 0 up to 1.
  func side(of volume: Volume) -> Double { Self.size(Self.side(volume)) / side }
  /// The channels, or numbers, as a share of the most.
  func channels(of volume: Volume) -> Double { Self.size(volume.features) / channels }

  /// The more channels, the denser.
  func glyph(of volume: Volume) -> Unicode.Scalar {
    let glyphs: [Unicode.Scalar] = ["░", "▒", "▓", "█"]
    return glyphs[min(3, max(0, Int(channels(of: volume) * 4)))]
  }

  /// A bar in the middle of a row, as wide as the map's side says.
  func draw(_ volume: Volume, into frame: inout Frame, in area: Rect, y: Int, isFocused: Bool) {
    guard area.width >= 3 else { return }
    let columns = max(1, Int((side(of: volume) * Double(area.width)).rounded()))
    let x = area.x + (area.width - columns) / 2
    frame.horizontalLine(
      x: x, y: y, length: columns, isFocused ? .accent : Style(.forward), glyph: glyph(of: volume))
  }
}

/// The volumes from left to right: as high as their sides, as wide as their channels, where they change.
struct NetworkDiagram {
  private let table: NetworkTables.Table
  private let scale: VolumeScale
  /// The volumes that differ from the one before, with the layers that make them; `nil` is the input.
  private let stages: [(layer: Int?, volume: Volume)]
  private let shown: Int
  private let focus: Int?

  init(_ table: NetworkTables.Table, shown: Int, focus: Int?) {
    (self.table, self.shown, self.focus) = (table, shown, focus)
    scale = VolumeScale(table)
    stages =
      [(nil, table.input)] + table.layers.filter { $0.input != $0.output }.map { ($0.index, $0.output) }
  }

  /// Columns from one volume to the next at least: those of the longest text below one, and a blank.
  private var leastPitch: Int {
    let texts = stages.indices.map { name(of: $0) } + stages.map(\.volume.description)
    return 1 + (texts.map { TextWidth.columns(of: $0) }.max() ?? 0)
  }

  func draw(into frame: inout Frame, in area: Rect) {
    let leastPitch = leastPitch
    guard area.height >= 5, area.width >= 3 * leastPitch + 4 else { return }
    // Where not all have room, the arrows have columns of their own.
    let margin = stages.count * leastPitch > area.width ? 2 : 0
    let columns = area.width - 2 * margin
    let room = columns / leastPitch
    let active = stages.lastIndex { ($0.layer ?? -1) <= (focus ?? -1) } ?? 0
    let first = stages.count > room ? min(max(0, active - room / 2), stages.count - room) : 0
    let visible = first..<min(stages.count, first + room)
    let pitch = min(20, columns / visible.count)
    for (offset, index) in visible.enumerated() {
      let place = Rect(
        x: area.x + margin + offset * pitch, y: area.y, width: pitch - 1, height: area.height)
      drawStage(index, isActive: index == active, into: &frame, in: place)
    }
    if first > 0 { frame.put("‹", x: area.x, y: area.bottom - 2, .quiet) }
    if visible.upperBound < stages.count { frame.put("›", x: area.right - 1, y: area.bottom - 2, .quiet) }
  }

  private func drawStage(_ index: Int, isActive: Bool, into frame: inout Frame, in area: Rect) {
    let stage = stages[index]
    let isDone = stage.layer.map { $0 < shown } ?? true
    let style: Style = isActive ? .accent : .quiet
    let rows = area.height - 2
    frame.write(name(of: index), x: area.x, y: area.bottom - 2, style, limit: area.width)
    guard isDone else {
      frame.write(GridCell(GridCell.unknown).shown(frame.look), x: area.x, y: area.bottom - 1, .quiet)
      return
    }
    frame.write(
      stage.volume.description, x: area.x, y: area.bottom - 1, isActive ? .accent : .plain, limit: area.width)
    let height = max(1, Int((scale.side(of: stage.volume) * Double(rows)).rounded()))
    let width = max(1, Int((scale.channels(of: stage.volume) * Double(area.width - 1)).rounded()))
    let box = Rect(x: area.x, y: area.y + rows - height, width: width, height: height)
    let paint = isActive ? Style.accent : Style(.forward)
    frame.fill(box, with: scale.glyph(of: stage.volume), paint)
  }

  /// The number of the layer that makes a volume, and its name alone.
  private func name(of stage: Int) -> String {
    guard let layer = stages[stage].layer else { return "input" }
    return "\(layer + 1) \(table.layers[layer].layer.description.prefix { $0 != " " })"
  }
}
