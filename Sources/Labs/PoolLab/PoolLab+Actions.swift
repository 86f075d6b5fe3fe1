import Learning
import TerminalUI

extension PoolLab {
  static var bindings: Bindings<PoolAction> { PoolBindings.lab }

  var code: [TextOverlay.Block] { PoolCode.blocks(for: scene) }
  var helpSections: [HelpSection] { PoolBindings.lab.help + CellBindings.table.help }

  mutating func perform(_ action: PoolAction) -> Effect? {
    switch action {
    case .timeline(let action): timeline.perform(action)
    case .common(let action): return perform(action)
    case .adjust(let adjustment, let step): adjust(adjustment, by: step)
    case .kind(let step):
      tryChange { scene in
        scene.kind = PoolingKind.allCases.neighbour(of: scene.kind, by: step)
        scene.excludesPadding = false
      }
    case .count:
      guard settings.kind == .average else {
        chrome.refuse("Only an average is divided by a number of cells: k goes on to it.")
        return nil
      }
      tryChange { $0.excludesPadding.toggle() }
    case .example(let step): openExample(by: step)
    case .view(let step):
      // Looking at it from another side is no edit.
      settings.view = PoolingScene.View.allCases.neighbour(of: settings.view, by: step)
      keepCursor()
    case .global: toggleGlobal()
    case .rule: tryChange { $0.rule = SizeRule.allCases.following($0.rule) }
    case .axis: changeAxis(of: "Size, stride, padding and dilation")
    case .padding: openPaddingPrompt()
    case .type: openGridPrompt(for: focus)
    }
    return nil
  }

  private mutating func adjust(_ adjustment: PoolAdjustment, by step: Int) {
    if let reason = settings.lowerLimit(of: adjustment, by: step, along: axis) {
      return chrome.refuse(reason)
    }
    let axis = axis
    tryChange { $0 = $0.adjusted(adjustment, by: step, along: axis) }
  }

  private mutating func toggleGlobal() {
    tryChange { scene in
      guard scene.isGlobal else { return scene.becomeGlobal() }
      let extent = scene.grid.grid.extent
      scene.size = Extent(height: min(2, extent.height), width: min(2, extent.width))
      scene.stride = scene.size
    }
  }
}

/// A number of the pooling that a key raises and its capital lowers.
enum PoolAdjustment: CaseIterable, Hashable, Sendable {
  case size, stride, padding, dilation, inputSize
}

extension PoolingScene {
  /// The scene with one number moved by `step`; whether the rest still fits is not checked.
  ///
  /// Windows that lay side by side still do after a change of their size, and a window over the whole grid goes on
  /// covering it.
  func adjusted(_ adjustment: PoolAdjustment, by step: Int, along axis: AxisChoice) -> PoolingScene {
    var scene = self
    switch adjustment {
    case .size:
      scene.size = axis.moved(size, by: step)
      if stride == size { scene.stride = scene.size }
    case .stride: scene.stride = axis.moved(stride, by: step)
    case .padding: scene.padding = axis.moved(padding, by: step)
    case .dilation: scene.dilation = axis.moved(dilation, by: step)
    case .inputSize:
      scene.replaceGrid(.rows(grid.grid.resized(to: axis.moved(grid.grid.extent, by: step))))
    }
    return scene
  }

  /// Why a number cannot be lowered further; `nil` when it can.
  func lowerLimit(of adjustment: PoolAdjustment, by step: Int, along axis: AxisChoice) -> String? {
    switch adjustment {
    case .size: axis.lowerLimit(of: "window", size, by: step)
    case .stride: axis.lowerLimit(of: "stride", stride, by: step)
    case .padding: axis.lowerLimit(of: padding, by: step)
    case .dilation: axis.lowerLimit(of: "dilation", dilation, by: step)
    case .inputSize: axis.lowerLimit(of: "input", grid.grid.extent, by: step)
    }
  }

  /// Whether one window covers the whole grid without padding.
  var isGlobal: Bool {
    guard size == grid.grid.extent, dilation == Extent(1) else { return false }
    return switch rule {
    case .floor, .exact, .ceil: padding == 0
    case .same: stride == size
    }
  }

  /// One window over the whole grid.
  mutating func becomeGlobal() {
    (size, stride, padding, rule) = (grid.grid.extent, grid.grid.extent, 0, .floor)
    (dilation, excludesPadding) = (Extent(1), false)
  }

  /// Whether the windows' averages may be divided by different numbers of cells.
  var divisorDiffers: Bool { excludesPadding || rule == .ceil }

  /// Puts another grid in place; global pooling stays global.
  mutating func replaceGrid(_ source: GridSource) {
    let wasGlobal = isGlobal
    grid = source
    if wasGlobal { (size, stride) = (grid.grid.extent, grid.grid.extent) }
  }
}
