/// Whole numbers in words, runs of three and more shortened: `0, 1, 4 to 9`.
enum IndexRanges {
  /// `indices`, which rise; "none" when there are none. Beyond `limit` runs the rest is only counted.
  static func text(_ indices: [Int], limit: Int = 8) -> String {
    guard !indices.isEmpty else { return "none" }
    var runs: [ClosedRange<Int>] = []
    for index in indices {
      if let last = runs.last, last.upperBound + 1 == index {
        runs[runs.count - 1] = last.lowerBound...index
      } else {
        runs.append(index...index)
      }
    }
    var words = runs.prefix(limit).flatMap { run in
      switch run.count {
      case 1...2: run.map(String.init)
      default: ["\(run.lowerBound) to \(run.upperBound)"]
      }
    }
    if runs.count > limit {
      words.append("and \(runs.dropFirst(limit).reduce(0) { $0 + $1.count }) more")
    }
    return words.joined(separator: ", ")
  }
}
