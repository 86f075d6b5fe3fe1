import Dispatch
import Synchronization

/// Saves records behind the back of whoever takes them down: in their order, on a thread of its own, so that no page waits
/// for a folder, a lock and a disk.
final class LogWriter: Sendable {
  private let log: ProgressLog
  private let queue = DispatchQueue(label: "strider.log")
  private let state: Mutex<State>

  private struct State {
    var unsaved: [ProgressRecord] = []
    /// Whether something has come that was not tried yet.
    var isDue = false
    var problem: ProgressProblem?
    var whenTroubled: @Sendable () -> Void = {}
  }

  /// A writer of `log`, which could not be read because of `problem`, if there is one.
  init(_ log: ProgressLog, problem: ProgressProblem?) {
    self.log = log
    state = Mutex(State(problem: problem))
  }

  /// Records that are not saved yet, or cannot be; they are tried again with the next one.
  var unsaved: [ProgressRecord] { state.withLock { $0.unsaved } }

  /// What went wrong last; `nil` when everything that was tried is saved.
  var problem: ProgressProblem? { state.withLock { $0.problem } }

  /// Has `action` done, on another thread, as often as something that was saved before cannot be.
  func whenTroubled(_ action: @escaping @Sendable () -> Void) { state.withLock { $0.whenTroubled = action } }

  /// Has `record` saved after all those before.
  func add(_ record: ProgressRecord) {
    state.withLock { state in
      state.unsaved.append(record)
      state.isDue = true
    }
    queue.async { self.save() }
  }

  /// Waits until everything that was added has been tried.
  func settle() { queue.sync {} }

  /// Tries to save what could not be saved before, and waits for it.
  func retry() {
    queue.sync {
      state.withLock { $0.isDue = true }
      save()
    }
  }

  /// One write for all that has come meanwhile.
  private func save() {
    let records = state.withLock { state in
      defer { state.isDue = false }
      return state.isDue ? state.unsaved : []
    }
    guard !records.isEmpty else { return }
    let problem = log.append(records)
    let action = state.withLock { state in
      if problem == nil { state.unsaved.removeFirst(records.count) }
      defer { state.problem = problem }
      return problem != nil && problem != state.problem ? state.whenTroubled : nil
    }
    action?()
  }
}
