extension Trainer {
  /// Makes up to `updates` updates more; fewer if the training ends before.
  public mutating func advance(by updates: Int = 1) {
    let (target, isTooFar) = state.update.addingReportingOverflow(max(0, updates))
    seek(to: isTooFar ? .max : target)
  }

  /// Moves along the timeline, forward or back.
  ///
  /// Going back starts from the last checkpoint before the target, and what lies between is made again.
  ///
  /// - Parameters:
  ///   - target: the number of updates made; beyond the end of the training it is that.
  ///   - limit: the most updates to make now. Where they do not suffice the training stands on the way, and the same
  ///     call goes on from there: for showing progress.
  public mutating func seek(to target: Int, atMost limit: Int = .max) {
    let target = min(max(0, target), end?.lastUpdate ?? .max)
    if target != state.update {
      let kept = checkpoints.latest(upTo: target)
      if kept.update > state.update || target < state.update {
        state.copy(kept)
      }
    }
    let (last, isTooFar) = state.update.addingReportingOverflow(max(0, limit))
    run(to: isTooFar ? target : min(target, last))
  }

  private mutating func run(to target: Int) {
    guard state.update < target else { return }
    let workspace = workspace
    let isSpoilt = workspace.use { tools in
      let block = tools.block(shapes)
      block.load(state.parameters)
      defer { block.store(to: &state.parameters) }
      while state.update < target, end.map({ state.update < $0.lastUpdate }) ?? true {
        if let divergence = step(tools, block) {
          end = .diverged(update: state.update + 1, divergence)
          if divergence == .parameter { return true }
        } else if checkpoints.isDue(state.update) {
          block.store(to: &state.parameters)
          checkpoints.offer(state)
        }
      }
      return false
    }
    guard isSpoilt else { return }
    // The update was made in place before it was found to lead nowhere.
    let last = state.update
    state.copy(checkpoints.latest(upTo: last))
    run(to: last)
  }
}
