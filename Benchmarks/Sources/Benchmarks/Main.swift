/// Prints how long things take. A new area is a file with an array of benchmarks, and a line here.
///
///     Benchmarks [--seconds S] [TEXT]    those whose name contains TEXT, S seconds each
///     Benchmarks --allocations STEPS     that many gradients through one tape, and nothing else
@main
struct Main {
  static let areas: [@Sendable () -> [Benchmark]] = [
    { Benchmark.gradients },
    { Benchmark.convolutions },
  ]

  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "--allocations" {
      return Benchmark.countAllocations(steps: arguments.dropFirst().first.flatMap { Int($0) } ?? 1000)
    }
    var seconds = 0.5
    if arguments.count > 1, arguments[0] == "--seconds" {
      seconds = Double(arguments[1]) ?? seconds
      arguments.removeFirst(2)
    }
    print(Table.header)
    for area in areas {
      for benchmark in area() where arguments.allSatisfy(benchmark.name.contains) {
        print(Table.line(Measurement(benchmark, seconds: seconds)))
      }
    }
  }
}
