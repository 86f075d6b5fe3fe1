/// Prints how long things take. A new area is a file with an array of benchmarks, and a line here.
///
///     Benchmarks [--seconds S] [--program PATH] [TEXT]    those whose name contains TEXT, S seconds each; with the
///                                                         program also what it does in a terminal
///     Benchmarks --allocations STEPS                      that many steps of two races and two trainings
///
/// The harness is this small one. ordo-one/benchmark was tried and works, but takes three minutes to build where this
/// takes seconds, counts no allocations on Linux without a further library, and has no place for the program in a terminal
/// or for the times of plain loops and other programs beside ours. Allocations are counted by valgrind from outside.
@main
struct Main {
  static let areas: [@Sendable () -> [Benchmark]] = [
    { Benchmark.gradients },
    { Benchmark.races },
    { Benchmark.convolutions },
    { Benchmark.layers },
    { Benchmark.trainings },
    { Benchmark.pictures },
  ]

  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    func value(of option: String) -> String? {
      guard let index = arguments.firstIndex(of: option), index + 1 < arguments.count else { return nil }
      defer { arguments.removeSubrange(index...(index + 1)) }
      return arguments[index + 1]
    }
    if let steps = value(of: "--allocations").flatMap({ Int($0) }) {
      Allocations.race(steps: steps)
      Allocations.typedRace(steps: steps)
      return Allocations.trainings(updates: steps)
    }
    let seconds = value(of: "--seconds").flatMap { Double($0) } ?? 0.5
    let program = value(of: "--program")
    print(Table.header)
    for area in areas {
      for benchmark in area() where arguments.allSatisfy(benchmark.name.contains) {
        print(Table.line(Measurement(benchmark, seconds: seconds)))
      }
    }
    guard let program else { return }
    for line in ProgramMeasurement(program).lines where arguments.allSatisfy(line.contains) { print(line) }
  }
}
