/// Counts of one layer in the notation, `CONV 8 3x3 pad 1 stride 2 groups 2 nobias` or `FC 10`, by going through its
/// weights and places.
struct IndependentLayer {
  private let isDense: Bool
  private let outputs: Int
  private let kernel: Int
  private let stride: Int
  private let padding: Int
  private let groups: Int
  private let hasBias: Bool
  /// Height, width, channels.
  private let input: [Int]

  init(_ given: Given) {
    let words = given.text("layers").split(separator: " ").map(String.init)
    func setting(_ name: String, _ usual: Int) -> Int {
      words.firstIndex(of: name).flatMap { Int(words[$0 + 1]) } ?? usual
    }
    input = given.text("input").split(separator: "x").compactMap { Int($0) }
    isDense = words[0] == "FC"
    outputs = Int(words[1]) ?? 0
    kernel = isDense ? 1 : Int(words[2].split(separator: "x")[0]) ?? 0
    (stride, padding, groups) = (setting("stride", 1), setting("pad", 0), setting("groups", 1))
    hasBias = !words.contains("nobias")
  }

  /// Where windows begin along one side.
  private func starts(padding: Int, stride: Int) -> Int {
    (-padding...input[0]).count { ($0 + padding) % stride == 0 && $0 + kernel <= input[0] + padding }
  }

  private var places: Int {
    starts(padding: padding, stride: stride) * starts(padding: padding, stride: stride)
  }

  /// Weights of one filter over so many channels, counted one by one.
  private func weights(channels: Int) -> Int {
    (0..<channels).reduce(0) { sum, _ in sum + (0..<kernel).reduce(0) { row, _ in row + kernel } }
  }

  /// The channels that filter number `filter` reads.
  private func seen(by filter: Int) -> Int {
    let group = filter * groups / outputs
    return (0..<input[2]).count { $0 * groups / input[2] == group }
  }

  /// The weights of all filters or neurons.
  private var allWeights: Int {
    isDense
      ? (0..<outputs).reduce(0) { sum, _ in sum + input.reduce(1, *) }
      : (0..<outputs).reduce(0) { $0 + weights(channels: seen(by: $1)) }
  }

  var products: Int { isDense ? allWeights : places * allWeights }

  /// What a slip about the parameters gives.
  func parameterSlip(_ name: String) -> [Int]? {
    let biases = hasBias ? outputs : 0
    let inputs = input.reduce(1, *)
    switch name {
    case "forgot-bias": return [allWeights]
    case "counted-bias": return hasBias ? [] : [allWeights + outputs]
    case "bias-per-layer": return [allWeights + 1]
    case "bias-per-input": return isDense ? [allWeights + inputs] : []
    case "added-sizes": return isDense ? [inputs + outputs] : []
    case "bias-per-output": return isDense || !hasBias ? [] : [allWeights + places * outputs]
    case "counted-outputs": return isDense ? [] : [places * outputs]
    case "forgot-channels":
      return isDense || seen(by: 0) == 1 ? [] : [outputs * weights(channels: 1) + biases]
    case "forgot-filters": return isDense ? [] : [weights(channels: seen(by: 0)) + (hasBias ? 1 : 0)]
    case "ignored-groups": return groups == 1 ? [] : [outputs * weights(channels: input[2]) + biases]
    case "counted-one-group": return groups == 1 ? [] : [(allWeights + biases) / groups]
    default: return nil
    }
  }

  /// What a slip about the multiply-adds gives.
  func productSlip(_ name: String) -> [Int]? {
    let inputs = input.reduce(1, *)
    func moved(padding: Int, stride: Int) -> [Int] {
      isDense
        ? []
        : [starts(padding: padding, stride: stride) * starts(padding: padding, stride: stride) * allWeights]
    }
    switch name {
    case "counted-bias": return [products + (isDense ? outputs : places * outputs)]
    case "gave-the-parameters": return [allWeights + outputs]
    case "counted-twice": return [products + products]
    case "added-sizes": return isDense ? [inputs + outputs] : []
    case "forgot-filters": return isDense ? [inputs] : [places * weights(channels: seen(by: 0))]
    case "forgot-channels":
      return isDense
        ? [input[0] * input[1] * outputs]
        : seen(by: 0) == 1 ? [] : [places * outputs * weights(channels: 1)]
    case "counted-one-place": return isDense ? [] : [allWeights]
    case "forgot-padding": return padding == 0 ? [] : moved(padding: 0, stride: stride)
    case "ignored-stride": return stride == 1 ? [] : moved(padding: padding, stride: 1)
    case "kept-input-size": return isDense ? [] : [input[0] * input[1] * allWeights]
    case "ignored-groups":
      return groups == 1 ? [] : [places * outputs * weights(channels: input[2])]
    default: return nil
    }
  }
}
