/// Something to be timed.
struct Benchmark {
  /// `area/what`, as it is shown and filtered by.
  let name: String
  /// What is done in one call, for a rate: floating-point operations, or 0.
  let operations: Double
  /// The fastest other program that does the same.
  let peer: Peer?
  /// Does it `count` times.
  let run: (_ count: Int) -> Void

  /// - Parameters:
  ///   - name: `area/what`.
  ///   - operations: floating-point operations in one call, if a rate is wanted.
  ///   - peer: whom to compare with.
  ///   - body: one call. Its result is kept from being optimised away.
  init<Result>(
    _ name: String, operations: Double = 0, peer: Peer? = nil, _ body: @escaping () -> Result
  ) {
    self.name = name
    self.operations = operations
    self.peer = peer
    run = { count in
      for _ in 0..<count { keep(body()) }
    }
  }
}

/// The best time that others were seen to take: each warm, in its best setting, on one thread of a quiet two-core x86-64
/// machine (AMD EPYC with AVX-512): PyTorch 2.13, JAX, NumPy by hand, and curses from Python.
///
/// They were measured once and are not run here; a machine that is slower or busy makes Strider look worse than it is.
struct Peer {
  let name: String
  let nanoseconds: Double

  init(_ name: String, microseconds: Double) {
    (self.name, nanoseconds) = (name, microseconds * 1e3)
  }
}

/// Makes the optimiser believe that `value` is used.
@inline(never)
func keep<Value>(_ value: Value) {
  withUnsafePointer(to: value) { _ in }
}
