/// Something to be timed.
struct Benchmark {
  /// `area/what`, as it is shown and filtered by.
  let name: String
  /// What is done in one call, for a rate: floating-point operations, or 0.
  let operations: Double
  /// Does it `count` times.
  let run: (_ count: Int) -> Void

  /// - Parameters:
  ///   - name: `area/what`.
  ///   - operations: floating-point operations in one call, if a rate is wanted.
  ///   - body: one call. Its result is kept from being optimised away.
  init<Result>(_ name: String, operations: Double = 0, _ body: @escaping () -> Result) {
    self.name = name
    self.operations = operations
    run = { count in
      for _ in 0..<count { keep(body()) }
    }
  }
}

/// Makes the optimiser believe that `value` is used.
@inline(never)
func keep<Value>(_ value: Value) {
  withUnsafePointer(to: value) { _ in }
}
