/// What has become of a run.
public enum DescentStatus: Hashable, Sendable {
  /// On its way.
  case running
  /// ‖∇f‖ < 1e-6; the run goes on all the same.
  case settled
  /// At this step x, y, f or a gradient was not finite, or a parameter was beyond ±1e9; 0 if the start was such a place.
  /// The run ends with the last finite point.
  case diverged(at: Int)

  /// The word of the command line's output.
  public var word: String {
    switch self {
    case .running: "running"
    case .settled: "settled"
    case .diverged: "diverged"
    }
  }
}
