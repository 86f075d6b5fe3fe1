import Glibc

/// What the program does in a terminal of 120x40 cells: how soon its first frame is there, how much it sends for a step.
struct ProgramMeasurement {
  private let program: String

  /// Measurements of the program at a path.
  init(_ program: String) { self.program = program }

  /// The results as lines of the table.
  var lines: [String] {
    firstFrame(of: "conv:galway") + ["conv:galway", "race:ravine", "ema:eur-usd"].compactMap(bytes)
  }

  private func firstFrame(of scene: String) -> [String] {
    var whole: [Double] = []
    var computing: [Double] = []
    for _ in 0..<31 {
      let start = monotonicTime()
      guard let run = TerminalRun([program, "open", scene]), run.waitForOutput(of: 500) else {
        return ["terminal/\(scene): the program sent no frame"]
      }
      whole.append(monotonicTime() - start)
      computing.append(run.processorTime)
    }
    let peer = Peer("curses from Python", microseconds: 10_800)
    return [
      Table.line(Measurement("terminal/\(scene), start to first frame", whole, peer: peer)),
      Table.line(Measurement("terminal/\(scene), of that computing", computing)),
    ]
  }

  private func bytes(of scene: String) -> String? {
    guard let run = TerminalRun([program, "open", scene]), run.waitForOutput(of: 500) else { return nil }
    run.drain()
    let steps = 25
    let bytes = (0..<steps).reduce(0) { sum, _ in
      run.send("\u{1B}[C")
      return sum + run.drain()
    }
    return "terminal/\(scene), sent for one step".padded(to: 44)
      + "\(bytes / steps) bytes".padded(to: 11, right: true)
  }
}

/// Nanoseconds on a clock that never goes back.
private func monotonicTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}
