import Learning
import TerminalUI

extension ConvLab {
  mutating func perform(_ command: ConvCommand) -> Effect? {
    switch command {
    case .timeline(let command): timeline.perform(command)
    case .common(let command): return perform(command)
    case .adjust(let adjustment, let step): adjust(adjustment, by: step)
    case .kernel(let step): changeKernel(by: step)
    case .example(let step): openExample(by: step)
    case .view(let step): changeView(by: step)
    case .flip: tryChange { $0.isFlipped.toggle() }
    case .relu:
      if refusesInSignalView("ReLU") { return nil }
      tryChange { $0.hasReLU.toggle() }
    case .rule: changeRule()
    case .axis: changeAxis(of: "Size, padding, stride and dilation")
    case .order: changeOrder()
    case .padding:
      if refusesInSignalView("Padding") { return nil }
      openPaddingPrompt()
    case .type: openGridPrompt(for: focus)
    }
    return nil
  }

  mutating func press(_ key: Key) -> Effect? { ConvBindings.lab[key].flatMap { perform($0) } }

  var openedVersion: ConvVersion {
    var start = opened
    start.step = 0
    return ConvVersion(settings: start, position: opened.step, setAside: nil)
  }

  var code: [TextOverlay.Block] { ConvCode.blocks(for: scene) }
  var paragraph: String { ConvWords.paragraph(for: self) }
  var helpSections: [HelpSection] { ConvBindings.lab.help + CellBindings.table.help }

  /// Answers keys that mean nothing in one dimension.
  private mutating func refusesInSignalView(_ name: String) -> Bool {
    guard case .signal = settings.view else { return false }
    chrome.refuse("\(name) has no part in this view: v goes on to the grid.")
    return true
  }

  private mutating func adjust(_ adjustment: ConvAdjustment, by step: Int) {
    var axis = axis
    if case .signal = settings.view {
      switch adjustment {
      case .padding, .stride, .dilation, .bias:
        _ = refusesInSignalView("That setting")
        return
      case .kernelSize, .inputSize: axis = .columns
      }
    }
    if let reason = settings.lowerLimit(of: adjustment, by: step, along: axis) {
      chrome.refuse(reason)
      return
    }
    tryChange(to: settings.adjusted(adjustment, by: step, along: axis))
  }

  private mutating func changeKernel(by step: Int) {
    if refusesInSignalView("A kernel of several rows") { return }
    let presets = KernelPreset.allCases
    var index: Int?
    if case .preset(let preset) = settings.kernel {
      index = presets.firstIndex { $0.name == preset.name }
    }
    tryChange { $0.kernel = .preset(presets.neighbour(ofIndex: index, by: step)) }
  }

  private mutating func openExample(by step: Int) {
    let example = ConvExample.next(after: settings, by: step)
    do {
      try change(to: example.scene)
      setAside = nil
      timeline.jump(to: 0)
    } catch {
      chrome.refuse(error.description)
    }
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
      chrome.refuse("The order of writing out belongs to the unrolled view: v goes there.")
      return
    }
    settings.view = .unrolled(FlattenOrder.allCases.following(order))
  }
}

extension ConvolutionScene {
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
