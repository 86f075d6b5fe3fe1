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
      leaveMissingPane()
    case .global: toggleGlobal()
    case .rule: tryChange { $0.rule = SizeRule.allCases.following($0.rule) }
    case .axis:
      axis = AxisChoice.allCases.following(axis)
      chrome.say(
        "Size, stride and padding keys now move \(axis == .both ? "both axes" : "the \(axis.rawValue) only")."
      )
    case .type: openGridPrompt(for: focus)
    }
    return nil
  }

  private mutating func perform(_ command: CommonCommand) -> Effect? {
    switch command {
    case .nextPane: moveFocus(by: 1)
    case .previousPane: moveFocus(by: -1)
    case .openPane: openPane()
    case .leavePane: cursor = nil
    case .undo: undo()
    case .redo: redo()
    case .restart:
      var start = opened
      start.step = 0
      open(PoolVersion(settings: start, position: opened.step))
    case .guess: openGuess()
    case .scene: return chrome.showScene(Scene.pooling(scene).description)
    case .code: chrome.show(TextOverlay(title: "In code", PoolCode.blocks(for: scene)))
    case .info: chrome.show(TextOverlay(title: "In words", [.words(PoolWords.paragraph(for: self))]))
    case .help: chrome.showHelp(title: "Pooling", PoolBindings.lab.help + ConvBindings.cell.help)
    case .mouse: return chrome.toggleMouse()
    case .projector: chrome.toggleProjector()
    case .back:
      guard cursor == nil else {
        (cursor, typed) = (nil, "")
        return nil
      }
      return .back
    case .quit: return .quit
    }
    return nil
  }

  private mutating func tryChange(_ change: (inout PoolingScene) -> Void) {
    var scene = settings
    change(&scene)
    tryChange(to: scene)
  }

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
