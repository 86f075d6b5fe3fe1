import Learning
import TerminalUI

extension PoolLab {
  mutating func perform(_ command: PoolCommand) -> Effect? {
    switch command {
    case .timeline(let command): timeline.perform(command)
    case .common(let command): return perform(command)
    case .adjust(let adjustment, let step): adjust(adjustment, by: step)
    case .kind(let step): tryChange { $0.kind = PoolingKind.allCases.neighbour(of: $0.kind, by: step) }
    case .example(let step): openExample(by: step)
    case .view(let step):
      // Looking at it from another side is no edit.
      settings.view = PoolingScene.View.allCases.neighbour(of: settings.view, by: step)
      keepCursor()
    case .global: toggleGlobal()
    case .rule: tryChange { $0.rule = SizeRule.allCases.following($0.rule) }
    case .axis: changeAxis(of: "Size, stride and padding")
    case .padding: openPaddingPrompt()
    case .type: openGridPrompt(for: focus)
    }
    return nil
  }

  mutating func press(_ key: Key) -> Effect? { PoolBindings.lab[key].flatMap { perform($0) } }

  var openedVersion: PoolVersion {
    var start = opened
    start.step = 0
    return PoolVersion(settings: start, position: opened.step)
  }

  var code: [TextOverlay.Block] { PoolCode.blocks(for: scene) }
  var paragraph: String { PoolWords.paragraph(for: self) }
  var helpSections: [HelpSection] { PoolBindings.lab.help + CellBindings.table.help }

  private mutating func adjust(_ adjustment: PoolAdjustment, by step: Int) {
    if let reason = settings.lowerLimit(of: adjustment, by: step, along: axis) {
      chrome.refuse(reason)
      return
    }
    tryChange(to: settings.adjusted(adjustment, by: step, along: axis))
  }

  private mutating func toggleGlobal() {
    tryChange { scene in
      guard scene.isGlobal else { return scene.becomeGlobal() }
      let extent = scene.grid.grid.extent
      scene.size = Extent(height: min(2, extent.height), width: min(2, extent.width))
      scene.stride = scene.size
    }
  }

  private mutating func openExample(by step: Int) {
    do {
      try change(to: PoolExample.next(after: settings, by: step).scene)
      timeline.jump(to: 0)
    } catch {
      chrome.refuse(error.description)
    }
  }
}
