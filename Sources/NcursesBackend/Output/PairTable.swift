import CNcurses

/// The colour pairs of the open screen, allotted in the order of their first use and never taken back, so that what
/// is on the screen keeps its colours.
struct PairTable {
  /// A foreground and a background as curses numbers them; -1 is the terminal's own.
  struct Colours: Hashable {
    var foreground: Int32 = -1
    var background: Int32 = -1
  }

  private let limit: Int32
  private var pairs: [Colours: Int32] = [Colours(): 0]

  /// A table of at most `limit` pairs, the terminal's own included.
  init(limit: Int32) {
    self.limit = limit
  }

  /// The number of the pair of `colours`. When none is left (the Linux console has 64) the background is given up, then
  /// the foreground.
  mutating func pair(of colours: Colours) -> Int32 {
    if let known = pairs[colours] { return known }
    let next = Int32(pairs.count)
    guard next < limit, init_extended_pair(next, colours.foreground, colours.background) == OK else {
      let poorer = Colours(foreground: colours.foreground)
      return colours.background == -1 ? 0 : pair(of: poorer)
    }
    pairs[colours] = next
    return next
  }
}
