import Learning
import TerminalUI

extension LayerLab {
  /// Draws the layer.
  func drawPicture(into frame: inout Frame) -> ChromeContent {
    let (body, rest) = parts
    switch picture.view {
    case .sums, .stack, .pointwise, .depthwise, .backward: drawBoard(into: &frame, in: body)
    case .counts: LayerCountsView(self).draw(into: &frame, in: body)
    }
    if rest.width > 0 { LayerWords.panel(for: self).draw(into: &frame, in: rest) }
    return content
  }

  private func drawBoard(into frame: inout Frame, in area: Rect) {
    let board = board(in: area)
    let isOpen = cursor != nil
    let lit = litCells
    board.top.draw(into: &frame, focus: focus, isOpen: isOpen) { pane, cell in
      self.cell(pane, Position(cell), lit: lit)
    }
    board.maps.draw(into: &frame, focus: focus, isOpen: isOpen) { pane, cell in
      self.cell(pane, Position(cell), lit: lit)
    }
    let (channels, maps) = (picture.layer.channels.count, picture.maps.count)
    if board.channels.lowerBound > 0 { frame.put("‹", x: area.x, y: area.y + 1, .accent) }
    if board.channels.upperBound < channels {
      frame.write(
        "› \(channels - board.channels.upperBound) more", x: board.total.x, y: area.y, .accent,
        limit: board.total.width)
    }
    if let first = board.maps.panes.first, board.seenMaps.count < maps {
      frame.write(
        "\(board.seenMaps.lowerBound > 0 ? "‹ " : "")\(maps) maps \(board.seenMaps.upperBound < maps ? "›" : "")",
        endingAt: area.right, y: first.label.y, .accent)
    }
    drawSums(into: &frame, board)
  }

  /// Under each kernel what its channel adds; then bias, total and what becomes of it.
  private func drawSums(into frame: inout Frame, _ board: LayerLayout) {
    guard picture.view != .backward else { return drawBiasGradient(into: &frame, board.total) }
    let bias = picture.layer.filters[filter].bias
    if board.total.height > 0 {
      frame.write("bias", x: board.total.x + 2, y: board.total.y, .quiet)
      if board.total.height > 1 {
        frame.write(
          Numeral.format(bias), x: board.total.x + 2, y: board.total.y + 1, .plain,
          limit: board.total.width - 2)
      }
    }
    guard board.sums.height > 0 else { return }
    let y = board.sums.y
    guard let moment, let step = picture.step(at: moment) else {
      frame.write("→ makes the first cell", x: board.sums.x, y: y, .quiet, limit: board.sums.width)
      return
    }
    let seen = picture.layer.channels(of: filter)
    let kernels = board.top.panes.filter { if case .kernel = $0.pane.id { true } else { false } }
    var hasFirst = false
    for placed in kernels {
      guard case .kernel(let channel) = placed.pane.id, seen.contains(channel) else { continue }
      let sum = step.channels[channel - seen.lowerBound].sum
      let text = Numeral.format(sum, digits: 4)
      let bounds = placed.grid.bounds
      let x = bounds.x + max(0, (bounds.width - TextWidth.columns(of: text)) / 2)
      if hasFirst { frame.write("+", x: max(board.sums.x, bounds.x - 3), y: y, .quiet) }
      frame.write(text, x: x, y: y, Style(sum < 0 ? .negative : .positive, .bold))
      hasFirst = true
    }
    let isCut = seen.lowerBound < board.channels.lowerBound || seen.upperBound > board.channels.upperBound
    let room = board.sums.right - board.total.x
    let result = "= " + LayerWords.result(step)
    let more = (isCut ? "+ … " : "") + "\(Self.sign(bias)) \(Numeral.format(abs(bias), digits: 4)) "
    // The bias stands above as well; the result stands here alone.
    let isRoomy = TextWidth.columns(of: more + result) <= room
    frame.write(
      frame.look.spelled((isRoomy ? more : "") + result, within: room), x: board.total.x, y: y,
      Style(.accent, .bold), limit: room)
  }

  private static func sign(_ number: Double) -> String { number < 0 ? "-" : "+" }

  private func drawBiasGradient(into frame: inout Frame, _ area: Rect) {
    guard area.height > 1 else { return }
    frame.write("∂L/∂bias", x: area.x, y: area.y, .quiet, limit: area.width)
    frame.write(
      Numeral.format(picture.gradients[filter].bias), x: area.x, y: area.y + 1, Style(.backward),
      limit: area.width)
  }

  // MARK: Cells

  /// Input cells, as drawn, that the weight at work meets, in the backward view; by row and column of the channel.
  private var litCells: Set<Position> {
    guard let moment, moment.channel != nil else { return [] }
    return Set(picture.layer.geometry.pairs(ofKernel: moment.cell).map(\.input))
  }

  private func cell(_ pane: LayerPane, _ place: Position, lit: Set<Position>) -> GridCell {
    switch pane {
    case .channel(let channel): return channelCell(channel, place, lit: lit)
    case .kernel(let channel): return kernelCell(channel, place)
    case .map(let map): return mapCell(map, place)
    }
  }

  private func channelCell(_ channel: Int, _ place: Position, lit: Set<Position>) -> GridCell {
    let geometry = picture.layer.geometry
    let isSeen = picture.layer.channels(of: filter).contains(channel)
    let isTap =
      moment.map { $0.channel == nil && isSeen && Self.isTap(place, of: $0.cell, geometry) } ?? false
    let (row, column) = (
      place.row - geometry.rows.paddingBefore, place.column - geometry.columns.paddingBefore
    )
    guard 0..<geometry.input.height ~= row, 0..<geometry.input.width ~= column else {
      return shaded(
        GridCell("0", Style(.padding, on: isTap ? .window : .plain)), nil, on: picture.channelShades)
    }
    let cell = Position(row: row, column: column)
    let isLit = moment?.channel == channel && lit.contains(cell)
    var content = GridCell(
      picture.channelTexts[channel][cell],
      Style(isSeen || picture.view == .counts ? .plain : .quiet, on: isTap || isLit ? .window : .plain))
    if isLit { content.style = content.style.with(.bold) }
    content = shaded(content, isSeen ? picture.layer.channels[channel][cell] : nil, on: picture.channelShades)
    return marked(content, .channel(channel), cell)
  }

  private func kernelCell(_ channel: Int, _ place: Position) -> GridCell {
    guard let texts = kernelTexts(of: channel) else { return GridCell(GridCell.unknown, .quiet) }
    let seen = picture.layer.channels(of: filter)
    let isBackward = picture.view == .backward
    if isBackward, !picture.isCollected(place, channel: channel, of: filter, at: timeline.position) {
      return GridCell(GridCell.unknown, .quiet)
    }
    let source = isBackward ? picture.gradients : picture.layer.filters
    let number = source[filter].kernels[channel - seen.lowerBound][place]
    let style = isBackward ? Style(.backward) : .plain
    return marked(
      shaded(GridCell(texts[place], style), number, on: picture.kernelShades), .kernel(channel), place)
  }

  private func mapCell(_ map: Int, _ place: Position) -> GridCell {
    let isActive =
      moment.map { $0.channel == nil && $0.cell == place && (picture.view == .stack || $0.filter == map) }
      ?? false
    guard picture.isFilled(place, of: map, at: timeline.position) else {
      return marked(GridCell(GridCell.unknown, .quiet), .map(map), place)
    }
    let isBackward = picture.view == .backward
    let number = (isBackward ? picture.upstream : picture.maps)[map][place]
    var style =
      isBackward ? Style(.backward) : Style(number > 0 ? .positive : number < 0 ? .negative : .plain)
    if isActive { style = style.with(.bold) }
    return marked(
      shaded(GridCell(picture.mapTexts[map][place], style), number, on: picture.mapShades), .map(map), place)
  }

  private func marked(_ content: GridCell, _ pane: LayerPane, _ cell: Position) -> GridCell {
    guard pane == focus, cell == cursor else { return content }
    var content = content
    content.style = Style(.accent, on: .selection, [.bold, .underline])
    content.shade = nil
    return content
  }

  private func shaded(_ content: GridCell, _ number: Double?, on scale: ShadeScale) -> GridCell {
    guard chrome.display.isShaded else { return content }
    var content = content
    content.shade = number.flatMap { scale.shade($0) }
    content.isAmongShades = true
    return content
  }

  /// Whether a cell of the padded channel lies under a cell of the kernel, not in one of its gaps.
  private static func isTap(_ place: Position, of output: Position, _ geometry: ConvolutionGeometry) -> Bool {
    func isTap(_ axis: ConvolutionAxis, _ index: Int, _ output: Int) -> Bool {
      let offset = index - output * axis.stride
      return offset >= 0 && offset < axis.span && offset % axis.dilation == 0
    }
    return isTap(geometry.rows, place.row, output.row) && isTap(geometry.columns, place.column, output.column)
  }

  // MARK: What surrounds it

  private var content: ChromeContent {
    var content = ChromeContent(
      of: self, subject: LayerWords.subject(self), variant: LayerWords.variant(self),
      arithmetic: LayerWords.arithmetic(for: self), hint: LayerWords.hint(for: self),
      footer: cursor == nil ? Self.bindings.footer : LayerBindings.grid.footer)
    if picture.view == .counts { content.timeline = nil }
    return content
  }

  var settingsLine: SettingsLine {
    let scene = settings
    let count = picture.layer.filters.count
    // In the depthwise view every channel is one, whatever the layer itself has.
    let groups = picture.layer.groups
    var items = [
      SettingsLine.Item("v", "", scene.view.rawValue, isChanged: scene.view != .sums),
      SettingsLine.Item("w", "filter", "\(filter + 1) of \(count)"),
    ]
    // The middle weights alone have neither padding nor distances.
    if scene.view != .pointwise {
      items += [
        SettingsLine.Item(
          "p", "padding", short: "pad", scene.rule == .same ? "same" : scene.padding.description,
          isChanged: scene.rule == .same || scene.padding != 0),
        SettingsLine.Item("s", "stride", scene.stride.description, isChanged: scene.stride != 1),
        SettingsLine.Item(
          "d", "dilation", short: "dil", scene.dilation.description, isChanged: scene.dilation != 1),
      ]
    }
    return SettingsLine(
      items + [
        SettingsLine.Item("o", "groups", "\(groups)", isChanged: groups != 1),
        SettingsLine.Item("a", "ReLU", scene.hasReLU ? "on" : "off", isChanged: scene.hasReLU),
      ])
  }
}
