import Learning
import TerminalUI

extension LayerLab {
  mutating func perform(_ action: LayerAction) -> Effect? {
    switch action {
    case .timeline(let action): timeline.perform(action)
    case .common(let action): return perform(action)
    case .preset(let step): openPreset(by: step)
    case .view(let step): changeView(by: step)
    case .filter(let step): changeFilter(by: step)
    case .padding(let step): adjustPadding(by: step)
    case .stride(let step): adjust(\.stride, by: step)
    case .dilation(let step): adjust(\.dilation, by: step)
    case .groups(let step): changeGroups(by: step)
    case .rule: tryEdit { $0.rule = $0.rule == .same ? .floor : .same }
    case .relu: tryEdit { $0.hasReLU.toggle() }
    case .typeChannels: ask(.channels, "channels:", LayerScene.text(settings.channels))
    case .typeFilter:
      let filter = settingsFilter
      ask(.filter(filter), "filter \(filter + 1):", LayerScene.text(settings.filters[filter].kernels))
    case .typeBias:
      let filter = settingsFilter
      ask(.bias(filter), "bias of filter \(filter + 1):", Numeral.exact(settings.filters[filter].bias))
    case .typeUpstream:
      ask(.upstream, "upstream:", settings.upstream.map(LayerScene.text) ?? "")
    }
    return nil
  }

  /// The filter of the settings that the one shown is made of.
  private var settingsFilter: Int {
    switch settings.view {
    case .depthwise:
      // A channel's own kernel belongs to the first filter of its group.
      let group = filter / max(1, settings.channels.count / settings.groups)
      return group * (settings.filters.count / settings.groups)
    case .sums, .stack, .pointwise, .backward, .counts: return filter
    }
  }

  var code: [TextOverlay.Block] { LayerCode.blocks(for: settings) }
  var paragraph: String { LayerWords.paragraph(for: self) }

  /// Changes the settings unless they no longer fit one another.
  private mutating func tryEdit(_ edit: (inout LayerScene) throws -> Void) {
    do { try revise(edit) } catch { chrome.refuse(error.description.asSentence) }
  }

  /// Numbers that were typed are no preset's any more, and upstream gradients of another shape are left behind.
  private mutating func revise(_ edit: (inout LayerScene) throws -> Void) throws(LabRefusal) {
    let before = settings
    try change { scene in
      try edit(&scene)
      let hasNumbers =
        (scene.channels, scene.filters.map(\.kernels)) == (before.channels, before.filters.map(\.kernels))
      if !hasNumbers, scene.preset == before.preset { scene.preset = nil }
      do { try scene.check() } catch {
        guard scene.upstream != nil, scene.upstream == before.upstream else { throw error }
        scene.upstream = nil
        try scene.check()
      }
    }
  }

  /// Begins another walk at its start, leaves a grid that is no longer shown, and keeps the cursor inside.
  mutating func settle(after before: LayerLab) {
    if picture.view != before.picture.view || picture.stepCount != before.picture.stepCount {
      timeline.jump(to: 0)
    }
    if !panes.contains(focus) { (focus, cursor) = (panes[0], nil) }
    if let open = cursor {
      let extent = extent(of: focus)
      cursor = Position(row: min(open.row, extent.height - 1), column: min(open.column, extent.width - 1))
    }
  }

  private mutating func openPreset(by step: Int) {
    let all = LayerPreset.allCases
    let next = settings.preset.map { all.neighbour(of: $0, by: step) } ?? all[0]
    tryEdit { scene in
      let view = scene.view
      scene = next.scene
      scene.view = view
    }
    timeline.jump(to: 0)
  }

  private mutating func changeView(by step: Int) {
    let (before, shown) = (moment, filter)
    tryEdit {
      $0.view = LayerScene.View.allCases.neighbour(of: $0.view, by: step)
      $0.filter = $0.view == .stack ? min(shown, $0.filters.count - 1) : 0
    }
    // The same cell again, where the view has it.
    guard let before, before.channel == nil, picture.layer.geometry.hasWindow(at: before.cell) else { return }
    let map = min(before.filter, picture.maps.count - 1)
    picture.position(making: before.cell, of: map).map { timeline.jump(to: $0) }
  }

  private mutating func changeFilter(by step: Int) {
    let count = picture.layer.filters.count
    guard picture.stepCount > 0, count > 1 else {
      return chrome.refuse(count > 1 ? "This view has no filter of its own." : "There is one filter only.")
    }
    let next = (filter + step + count) % count
    if picture.view == .stack {
      settings.filter = next
    } else {
      let within = timeline.position == 0 ? 0 : (timeline.position - 1) % picture.stepsPerFilter
      timeline.jump(to: next * picture.stepsPerFilter + within + 1)
    }
  }

  private mutating func adjust(_ setting: WritableKeyPath<LayerScene, Extent>, by step: Int) {
    let sides = settings[keyPath: setting]
    let next = Extent(height: sides.height + step, width: sides.width + step)
    guard min(next.height, next.width) >= 1 else { return chrome.refuse("1 is the least.") }
    tryEdit { $0[keyPath: setting] = next }
  }

  private mutating func adjustPadding(by step: Int) {
    let padding = settings.padding
    let next = [padding.top, padding.left, padding.bottom, padding.right].map { $0 + step }
    guard next.allSatisfy({ $0 >= 0 }) else { return chrome.refuse("0 is the least.") }
    tryEdit {
      $0.rule = .floor
      $0.padding = Padding(top: next[0], left: next[1], bottom: next[2], right: next[3])
    }
  }

  /// The next number of groups that shares channels and filters equally. Kernels of a channel that a filter no longer
  /// sees go; those of one that it begins to see are zeros.
  private mutating func changeGroups(by step: Int) {
    guard settings.view != .depthwise else {
      return chrome.refuse("Depthwise, every channel is a group of its own: v leads to other views.")
    }
    let (channels, filters) = (settings.channels.count, settings.filters.count)
    let possible = (1...channels).filter { channels.isMultiple(of: $0) && filters.isMultiple(of: $0) }
    guard possible.count > 1 else {
      return chrome.refuse(
        "\(Plural.count(channels, "channel")) and \(Plural.count(filters, "filter")) make one group only.")
    }
    let next = possible.neighbour(of: settings.groups, by: step)
    let layer: ConvolutionLayer
    do { layer = try settings.layer() } catch { return chrome.refuse(error.description) }
    let nothing = Grid(layer.geometry.kernel, repeating: 0)
    let size = channels / next
    tryEdit { scene in
      scene.groups = next
      scene.filters = scene.filters.enumerated().map { index, filter in
        let first = index / (filters / next) * size
        let seen = layer.channels(of: index)
        return .init(
          kernels: (first..<first + size).map {
            seen.contains($0) ? filter.kernels[$0 - seen.lowerBound] : nothing
          },
          bias: filter.bias)
      }
    }
  }

  private mutating func ask(_ purpose: Purpose, _ prompt: String, _ text: String) {
    self.prompt = Prompt(purpose, LineEditor(prompt: prompt, text: text, limit: Limits.expressionCharacters))
  }

  // MARK: Grids

  /// The grids that take the focus.
  var panes: [LayerPane] {
    let layer = picture.layer
    guard picture.view != .counts else { return [.channel(0)] }
    return layer.channels.indices.map { .channel($0) }
      + (picture.view == .backward ? [] : layer.channels(of: filter).map { .kernel($0) })
      + picture.maps.indices.map { .map($0) }
  }

  func extent(of pane: LayerPane) -> Extent {
    switch pane {
    case .channel: picture.layer.geometry.input
    case .kernel: picture.layer.geometry.kernel
    case .map: picture.layer.geometry.windows
    }
  }

  mutating func moveFocus(by step: Int) {
    focus = panes.neighbour(of: focus, by: step)
    if cursor != nil { openPane() }
  }

  mutating func openPane() {
    guard picture.view != .counts else {
      return chrome.refuse("There is no grid in this view: v changes it.")
    }
    if case .map(let map) = focus, let moment, moment.filter == map || picture.view == .stack {
      cursor = moment.channel == nil ? moment.cell : Position(row: 0, column: 0)
    } else {
      cursor = Position(row: 0, column: 0)
    }
  }

  mutating func leavePane() -> Bool {
    defer { cursor = nil }
    return cursor != nil
  }

  mutating func move(from place: Position, rows: Int, columns: Int) {
    let extent = extent(of: focus)
    let cell = Position(
      row: min(max(0, place.row + rows), extent.height - 1),
      column: min(max(0, place.column + columns), extent.width - 1))
    choose(cell, in: focus)
  }

  mutating func type(_ text: String, at place: Position) {
    guard number(at: place, in: focus) != nil else { return chrome.refuse("What is computed is not typed.") }
    ask(.number(focus, place), "row \(place.row), column \(place.column):", text)
  }

  /// Opens a grid at a cell; a cell of a map goes to its step.
  mutating func choose(_ cell: Position, in pane: LayerPane) {
    (focus, cursor) = (pane, cell)
    if case .map(let map) = pane, let position = picture.position(making: cell, of: map) {
      timeline.jump(to: position)
    }
  }

  /// The number in a cell that can be typed.
  private func number(at cell: Position, in pane: LayerPane) -> Double? {
    switch (pane, settings.view) {
    case (.channel(let channel), _): settings.channels[channel][cell]
    case (.kernel(let channel), .sums), (.kernel(let channel), .stack):
      settings.filters[filter].kernels[channel - picture.layer.channels(of: filter).lowerBound][cell]
    case (.map(let map), .backward): picture.upstream[map][cell]
    case (.kernel, .pointwise), (.kernel, .depthwise), (.kernel, .backward), (.kernel, .counts), (.map, _):
      nil
    }
  }

  // MARK: Typed texts

  func line(pasted text: String, for purpose: Purpose) -> String {
    switch purpose {
    case .channels, .filter, .upstream: PastedNumbers.planes(text)
    case .bias, .number, .guess: text
    }
  }

  mutating func accept(_ text: String, for purpose: Purpose) throws(LabRefusal) {
    switch purpose {
    case .channels:
      try revise { scene in
        scene.channels = try Grid.planes(parsing: text)
        scene.fitKernels()
      }
    case .filter(let filter):
      try revise {
        $0.filters[filter] = .init(kernels: try Grid.planes(parsing: text), bias: $0.filters[filter].bias)
      }
    case .bias(let filter):
      try revise {
        $0.filters[filter] = .init(kernels: $0.filters[filter].kernels, bias: try Double(typed: text))
      }
    case .upstream:
      try revise {
        $0.upstream = text.trimmed.isEmpty ? nil : try Grid.planes(parsing: text)
        if $0.upstream != nil { $0.view = .backward }
      }
    case .number(let pane, let cell):
      let number = try Double(typed: text)
      let changed = changing(number, at: cell, in: pane)
      try revise { $0 = changed }
    case .guess(let prediction): try judge(text, against: prediction, revealing: timeline.position + 1)
    }
  }

  private func changing(_ number: Double, at cell: Position, in pane: LayerPane) -> LayerScene {
    var scene = settings
    switch pane {
    case .channel(let channel): scene.channels[channel][cell] = number
    case .kernel(let channel):
      let place = channel - picture.layer.channels(of: filter).lowerBound
      var kernels = scene.filters[filter].kernels
      kernels[place][cell] = number
      scene.filters[filter] = .init(kernels: kernels, bias: scene.filters[filter].bias)
    case .map(let map):
      var upstream = picture.upstream
      upstream[map][cell] = number
      scene.upstream = upstream
    }
    return scene
  }

}

extension LayerScene {
  /// As many kernels for each filter as a group has channels: new ones are zeros.
  fileprivate mutating func fitKernels() {
    if !channels.count.isMultiple(of: groups) { groups = 1 }
    let count = channels.count / groups
    filters = filters.map { filter in
      let nothing = Grid(filter.kernels[0].extent, repeating: 0)
      let kernels = (0..<count).map { $0 < filter.kernels.count ? filter.kernels[$0] : nothing }
      return .init(kernels: kernels, bias: filter.bias)
    }
  }
}
