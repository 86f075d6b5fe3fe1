/// Seeded chance for tests (SplitMix64), with a taste for numbers that break things.
struct Lottery: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func next(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  /// Mostly ordinary, often huge, tiny or missing.
  mutating func nastyNumber() -> Double {
    let nasty: [Double] = [
      .nan, .infinity, -.infinity, 0, -0.0, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
      .leastNonzeroMagnitude, .ulpOfOne, 1e-300, -1e300, 1e18, 9.3e18, -1,
    ]
    let choice = next(below: 24)
    return choice < nasty.count ? nasty[choice] : Double.random(in: -30...60, using: &self)
  }
}
