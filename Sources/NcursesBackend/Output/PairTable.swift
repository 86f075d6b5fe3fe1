import CNcurses

/// The colour pairs of the open screen, allotted in the order of their first use and never taken back, so that what
/// is on the screen keeps its colours.
struct PairTable {
  /// A foreground and a background as curses numbers them.
  struct Colours: Hashable {
    var foreground: Int32
    var background: Int32
  }

  private let limit: Int32
  /// Pair 0 is the terminal's own and not among them.
  private var pairs: [Colours: Int32] = [:]

  /// A table of at most `limit` pairs, the terminal's own included.
  init(limit: Int32) {
    self.limit = limit
  }

  /// The number of the pair of `colours`. When none is left (the Linux console has 64), that of a pair with the same
  /// background.
  mutating func pair(of colours: Colours) -> Int32 {
    if let known = pairs[colours] { return known }
    let next = Int32(pairs.count) + 1
    guard next < limit, init_extended_pair(next, colours.foreground, colours.background) == OK else {
      return pairs.filter { $0.key.background == colours.background }.values.min() ?? 0
    }
    pairs[colours] = next
    return next
  }
}
