import Learning
import TerminalUI

extension ConvLab {
  static var bindings: Bindings<ConvAction> { ConvBindings.lab }

  var code: [TextOverlay.Block] { ConvCode.blocks(for: scene) }
  var helpSections: [HelpSection] { ConvBindings.lab.help + CellBindings.table.help }

  mutating func perform(_ action: ConvAction) -> Effect? {
    switch action {
    case .timeline(let action): timeline.perform(action)
    case .common(let action): return perform(action)
    case .adjust(let adjustment, let step): adjust(adjustment, by: step)
    case .kernel(let step): changeKernel(by: step)
    case .example(let step): openExample(by: step)
    case .view(let step): changeView(by: step)
    case .flip: tryChange { $0.isFlipped.toggle() }
    case .relu: if !isRefusedInSignalView("ReLU") { tryChange { $0.hasReLU.toggle() } }
    case .rule: changeRule()
    case .axis: changeAxis(of: "Size, padding, stride and dilation")
    case .order: changeOrder()
    case .padding: if !isRefusedInSignalView("Padding") { openPaddingPrompt() }
    case .type: openGridPrompt(for: focus)
    }
    return nil
  }

  /// Answers keys that mean nothing in one dimension.
  private mutating func isRefusedInSignalView(_ name: String) -> Bool {
    guard case .signal = settings.view else { return false }
    chrome.refuse("\(name) has no part in this view: v goes on to the grid.")
    return true
  }

  private mutating func adjust(_ adjustment: ConvAdjustment, by step: Int) {
    var axis = axis
    if case .signal = settings.view {
      switch adjustment {
      case .padding, .stride, .dilation, .bias:
        _ = isRefusedInSignalView("That setting")
        return
      case .kernelSize, .inputSize: axis = .columns
      }
    }
    if let reason = settings.lowerLimit(of: adjustment, by: step, along: axis) {
      return chrome.refuse(reason)
    }
    tryChange { $0 = $0.adjusted(adjustment, by: step, along: axis) }
  }

  private mutating func changeKernel(by step: Int) {
    if isRefusedInSignalView("A kernel of several rows") { return }
    let presets = KernelPreset.allCases
    var index: Int?
    if case .preset(let preset) = settings.kernel {
      index = presets.firstIndex { $0.name == preset.name }
    }
    tryChange { $0.kernel = .preset(presets.neighbour(ofIndex: index, by: step)) }
  }

  private mutating func changeRule() {
    if case .signal(let mode) = settings.view {
      tryChange { $0.view = .signal(SignalMode.allCases.following(mode)) }
    } else {
      tryChange { $0.rule = SizeRule.ofConvolutions.following($0.rule) }
    }
  }

  private mutating func changeOrder() {
    guard case .unrolled(let order) = settings.view else {
      return chrome.refuse("The order of writing out belongs to the unrolled view: v goes there.")
    }
    settings.view = .unrolled(FlattenOrder.allCases.following(order))
  }

  // MARK: Views

  /// Goes `step` views on. The signal view needs one row each of input and kernel; when there are more, it shows the
  /// lecture's signal, the kernel flipped only if it was before, and the grid comes back on leaving it.
  private mutating func changeView(by step: Int) {
    let view = ConvolutionScene.View.Kind.allCases.neighbour(of: settings.view.kind, by: step)
    var next = settings.at(step: timeline.position)
    var aside: ConvolutionScene?
    if view == .signal, settings.grid.grid.height > 1 || settings.kernel.grid.height > 1 {
      aside = scene
      next = .lectureSignal
      (next.isFlipped, next.axes) = (settings.isFlipped, settings.axes)
    } else if settings.view.kind == .signal, let setAside {
      next = setAside
    }
    next.view = ConvolutionScene.View(view)
    do {
      timeline.jump(to: timeline.position)
      try install(next.at(step: 0))
      setAside = aside
      timeline.jump(to: next.step)
    } catch {
      chrome.refuse(error.description)
    }
  }

}

/// A number of the convolution that a key raises and its capital lowers.
enum ConvAdjustment: CaseIterable, Hashable, Sendable {
  case padding, stride, dilation, kernelSize, inputSize, bias
}

extension ConvolutionScene {
  /// The scene with one number moved by `step`; whether the rest still fits is not checked.
  func adjusted(_ adjustment: ConvAdjustment, by step: Int, along axis: AxisChoice) -> ConvolutionScene {
    var scene = self
    switch adjustment {
    case .padding: scene.padding = axis.moved(padding, by: step)
    case .stride: scene.stride = axis.moved(stride, by: step)
    case .dilation: scene.dilation = axis.moved(dilation, by: step)
    case .kernelSize: scene.kernel = kernel.resized(by: step, along: axis)
    case .inputSize: scene.grid = .rows(grid.grid.resized(to: axis.moved(grid.grid.extent, by: step)))
    case .bias: scene.bias += Double(step)
    }
    return scene
  }

  /// Why a number cannot be lowered further; `nil` when it can.
  func lowerLimit(of adjustment: ConvAdjustment, by step: Int, along axis: AxisChoice) -> String? {
    switch adjustment {
    case .padding: axis.lowerLimit(of: padding, by: step)
    case .stride: axis.lowerLimit(of: "stride", stride, by: step)
    case .dilation: axis.lowerLimit(of: "dilation", dilation, by: step)
    case .kernelSize: axis.lowerLimit(of: "kernel", kernel.grid.extent, by: step)
    case .inputSize: axis.lowerLimit(of: "input", grid.grid.extent, by: step)
    case .bias: nil
    }
  }
}

extension KernelSource {
  /// The kernel one size larger or smaller: presets that have sizes keep their pattern; others gain zeros on all sides, or
  /// lose their outermost numbers, so that the middle stays the middle.
  func resized(by step: Int, along axis: AxisChoice) -> KernelSource {
    let old = grid
    if case .preset(let preset) = self, let resized = preset.resized(to: axis.moved(old.extent, by: step)) {
      return .preset(resized)
    }
    // Of two rows or columns one is left.
    let moved = axis.moved(old.extent, by: 2 * step)
    var new = Grid(Extent(height: max(1, moved.height), width: max(1, moved.width)), repeating: 0)
    let (above, left) = ((new.height - old.height) / 2, (new.width - old.width) / 2)
    for row in 0..<new.height {
      for column in 0..<new.width {
        let place = Position(row: row - above, column: column - left)
        if old.contains(place) { new[row, column] = old[place] }
      }
    }
    return .rows(new)
  }
}
