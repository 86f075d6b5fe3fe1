import Glibc

/// Times of one call in nanoseconds, over many batches of calls.
///
/// What is measured is the thread's processor time: everything here computes on one thread and waits for nothing, and
/// what else the machine does should not count.
struct Measurement {
  let name: String
  let calls: Int
  let batches: Int
  let p10: Double
  let median: Double
  let p90: Double
  /// Floating-point operations per nanosecond at the median; 0 without a count.
  let rate: Double
  let peer: Peer?

  /// Warms up, chooses how many calls make a batch of some two milliseconds, and times whole batches.
  ///
  /// Batches are long against the clock's resolution and short against the scheduler's slices; the median and the
  /// tenth percentile over many of them are steady, and the ninetieth shows how disturbed the machine was.
  init(_ benchmark: Benchmark, seconds: Double) {
    func time(_ calls: Int) -> Double {
      let start = processorTime()
      benchmark.run(calls)
      return processorTime() - start
    }
    var calls = 1
    var warm = 0.0
    while warm < 0.1 * seconds * 1e9 {
      let elapsed = time(calls)
      warm += elapsed
      if elapsed < 2e6 { calls *= 2 }
    }
    var samples: [Double] = []
    var total = 0.0
    while samples.count < 25 || total < seconds * 1e9 {
      let elapsed = time(calls)
      total += elapsed
      samples.append(elapsed / Double(calls))
    }
    self.init(
      benchmark.name, samples, calls: calls, operations: benchmark.operations, peer: benchmark.peer)
  }

  /// What was measured otherwise: `samples` in nanoseconds, at least one.
  init(_ name: String, _ samples: [Double], calls: Int = 1, operations: Double = 0, peer: Peer? = nil) {
    let samples = samples.sorted()
    func percentile(_ p: Double) -> Double { samples[Int(p * Double(samples.count - 1))] }
    self.name = name
    self.calls = calls
    self.peer = peer
    batches = samples.count
    (p10, median, p90) = (percentile(0.1), percentile(0.5), percentile(0.9))
    rate = operations / median
  }
}

/// Nanoseconds this thread has been running.
func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}
