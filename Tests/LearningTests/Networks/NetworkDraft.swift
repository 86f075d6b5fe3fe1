import Learning

/// Random texts of networks.
struct NetworkDraft {
  private var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  /// Items between separators, with repetitions at most two deep.
  mutating func text(depth: Int) -> String {
    let items = (0..<integer(1, 5)).map { _ in
      depth < 2 && oneIn(5) ? "[\(text(depth: depth + 1))]x\(integer(0, 3))" : layer()
    }
    return items.joined(separator: oneIn(2) ? ", " : "-")
  }

  /// Any layer, its options in any order.
  mutating func layer() -> String {
    switch integer(0, 11) {
    case 0...3:
      return "CONV "
        + options(["\(integer(1, 4) * 2)", size(5)], mapOptions() + (oneIn(4) ? ["groups 2"] : []))
    case 4: return "DWCONV " + options([size(4)], mapOptions())
    case 5, 6: return pooling()
    case 7: return oneIn(3) ? "GLOBALPOOL" : pick(["GLOBALPOOL max", "FLATTEN", "BN"])
    case 8: return oneIn(2) ? "FC" : "FC \(integer(1, 20))" + (oneIn(3) ? " nobias" : "")
    case 9: return pick(["DROPOUT", "DROPOUT 0.25", "LEAKY", "LEAKY 0.2", "PRELU", "SOFTMAX"])
    case _: return pick(["LINEAR", "THRESHOLD", "SIGMOID", "TANH", "RELU", "BN", "CONV", "POOL"])
    }
  }

  private mutating func pooling() -> String {
    let side = integer(1, 4)
    var words = oneIn(2) ? ["stride \(size(3))"] : []
    if oneIn(3) { words.append("pad \(integer(0, side / 2))") }
    if oneIn(3) { words.append("ceil") }
    return pick(["MAXPOOL ", "AVGPOOL ", "SUMPOOL ", "L2POOL ", "POOL "]) + options(["\(side)"], words)
  }

  private mutating func mapOptions() -> [String] {
    var words = oneIn(3) ? ["stride \(size(3))"] : []
    if oneIn(2) { words.append(pick(["pad same", "pad valid", "pad \(integer(0, 3))", "pad 1x2"])) }
    if oneIn(4) { words.append("dilation \(size(3))") }
    if oneIn(4) { words.append("nobias") }
    return words
  }

  /// Numbers in order, options anywhere between them.
  private mutating func options(_ numbers: [String], _ words: [String]) -> String {
    var all = numbers
    for word in words { all.insert(word, at: integer(0, all.count)) }
    return all.joined(separator: " ")
  }

  private mutating func size(_ most: Int) -> String {
    oneIn(2) ? "\(integer(1, most))" : "\(integer(1, most))x\(integer(1, most))"
  }

  mutating func integer(_ least: Int, _ most: Int) -> Int { generator.integer(in: least...most) }
  mutating func oneIn(_ count: Int) -> Bool { integer(1, count) == 1 }
  mutating func pick(_ texts: [String]) -> String { texts[integer(0, texts.count - 1)] }
}
