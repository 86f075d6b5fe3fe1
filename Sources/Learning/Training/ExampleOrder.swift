/// In which order an epoch takes the examples: as given, or shuffled by the seed and the epoch alone, so that any epoch
/// can be replayed.
struct ExampleOrder {
  private var epoch: Int?
  private var seed: UInt64?
  /// The examples' positions in the order in which they are used.
  private(set) var positions: [Int] = []

  /// Makes this the order of an epoch; `seed` is `nil` for the order as given.
  mutating func prepare(_ epoch: Int, of count: Int, seed: UInt64?) {
    let isSame = positions.count == count && self.seed == seed && (seed == nil || self.epoch == epoch)
    if isSame { return }
    (self.epoch, self.seed) = (epoch, seed)
    if positions.count != count { positions = Array(0..<count) }
    for index in 0..<count { positions[index] = index }
    guard let seed else { return }
    // Fisher and Yates.
    var generator = SplitMix64(seed: Self.seed(seed, of: epoch))
    for index in stride(from: count - 1, to: 0, by: -1) {
      positions.swapAt(index, generator.integer(in: 0...index))
    }
  }

  /// A seed of its own for each epoch or update: the numbers of a generator that is far from all others.
  static func seed(_ seed: UInt64, of number: Int) -> UInt64 {
    var generator = SplitMix64(seed: seed)
    var mixed = SplitMix64(seed: generator.next() ^ UInt64(truncatingIfNeeded: number))
    return mixed.next()
  }
}
