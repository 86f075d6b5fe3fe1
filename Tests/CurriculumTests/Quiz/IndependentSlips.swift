import Foundation
import Learning

@testable import Curriculum

/// What each misconception of the quiz gives, worked out from what a question gives by counting and plain loops, without
/// the types that made the question.
enum IndependentSlips {
  /// All answers that `misconception` leads to; `nil` when it is not known here.
  static func answers(
    _ misconception: Misconception, _ generated: GeneratedQuestion
  ) -> [Answer]? {
    let given = Given(values: generated.given)
    let name = misconception.rawValue
    switch generated.topic {
    case .outputSize: return IndependentSizeSlips.answers(name, given)
    case .shapeChain: return IndependentChainSlips.answers(name, given)
    case .samePadding: return samePadding(name, given)?.map(Answer.number)
    case .parameters: return IndependentLayer(given).parameterSlip(name)?.map { .number(Double($0)) }
    case .multiplyAdds: return IndependentLayer(given).productSlip(name)?.map { .number(Double($0)) }
    case .receptiveField: return receptiveField(name, given)?.map { .number(Double($0)) }
    case .convolutionCell: return IndependentCellSlips.convolution(name, given)?.map(Answer.number)
    case .channels: return IndependentChannels(given).slip(name)?.map(Answer.number)
    case .poolingCell: return IndependentCellSlips.pooling(name, given)?.map(Answer.number)
    case .movingAverage: return movingAverage(name, given)?.map(Answer.number)
    case .biasCorrection: return biasCorrection(name, given)?.map(Answer.number)
    case .optimizerStep: return IndependentOptimizerSlips.answers(name, given)?.map(Answer.number)
    case .softmax: return softmax(name, given)?.map(Answer.number)
    case .softmaxGradient: return IndependentSlopes.softmaxSlip(name, given)?.map(Answer.number)
    case .activationSlope: return IndependentSlopes.activationSlip(name, given)?.map(Answer.number)
    case .vanishingFactor: return IndependentSlopes.vanishingSlip(name, given)?.map(Answer.number)
    case .initialRange: return IndependentNormalisation.rangeSlip(name, given)?.map(Answer.number)
    case .batchNorm: return IndependentNormalisation.normSlip(name, given)?.map(Answer.number)
    case .stepsPerEpoch: return IndependentTraining.stepsSlip(name, given)?.map(Answer.number)
    case .batchSizes: return IndependentTraining.batchSizesSlip(name, given)?.map(Answer.number)
    case .overfittingCurve: return IndependentTraining.overfittingSlip(name, given)?.map(Answer.number)
    case .chainRule: return IndependentChainRuleSlips.answers(name, given)?.map(Answer.number)
    case .dropout: return dropout(name, given)?.map(Answer.number)
    default: return nil
    }
  }

  private static func samePadding(_ name: String, _ given: Given) -> [Double]? {
    let (f, d) = (given.integer("kernel"), given.integer("dilation"))
    // The cells under a kernel, counted one by one.
    let span = (Set((0..<f).map { $0 * d }).max() ?? 0) + 1
    func half(_ cells: Int) -> Double { Double((cells - 1) / 2) }
    switch name {
    case "forgot-padding": return [0]
    case "forgot-to-halve": return [Double(span - 1)]
    case "ignored-dilation": return d > 1 ? [half(f)] : []
    case "multiplied-by-dilation": return d > 1 ? [half(d * f), Double(d * f)] : []
    case "gave-the-span": return d > 1 ? [Double(span)] : []
    case "added-dilation-once": return d > 1 ? [half(f + d - 1)] : []
    case "padded-by-kernel": return [Double(f)]
    case "took-a-special-case": return [1]
    case "off-by-one": return [half(span + 2)]
    default: return nil
    }
  }

  private struct Layer {
    var kernel: Int
    var stride: Int
    var dilation: Int
    var isPooling = false
  }

  /// How many cells there are between the first and the last that one output cell depends on.
  private static func reach(_ layers: [Layer]) -> Int {
    var cells: Set<Int> = [0]
    for layer in layers.reversed() {
      cells = Set(
        cells.flatMap { cell in (0..<layer.kernel).map { cell * layer.stride + $0 * layer.dilation } })
    }
    return (cells.max() ?? 0) - (cells.min() ?? 0) + 1
  }

  private static func receptiveField(_ name: String, _ given: Given) -> [Int]? {
    let layers = given.text("layers").components(separatedBy: ", ").map { layer in
      let words = layer.split(separator: " ").map(String.init)
      if words[0] == "MAXPOOL" { return Layer(kernel: 2, stride: 2, dilation: 1, isPooling: true) }
      func setting(_ name: String) -> Int { words.firstIndex(of: name).flatMap { Int(words[$0 + 1]) } ?? 1 }
      return Layer(
        kernel: Int(words[2].split(separator: "x")[0]) ?? 0, stride: setting("stride"),
        dilation: setting("dilation"))
    }
    let isDilated = layers.contains { $0.dilation > 1 }
    let isStrided = layers.contains { $0.stride > 1 }
    switch name {
    case "multiplied-sizes": return [layers.reduce(1) { $0 * $1.kernel }]
    case "added-kernels": return [layers.reduce(0) { $0 + $1.kernel }]
    case "ignored-stride":
      return isStrided
        ? [reach(layers.map { Layer(kernel: $0.kernel, stride: 1, dilation: $0.dilation) })] : []
    case "ignored-dilation":
      return isDilated ? [reach(layers.map { Layer(kernel: $0.kernel, stride: $0.stride, dilation: 1) })] : []
    case "multiplied-by-dilation":
      return isDilated
        ? [reach(layers.map { Layer(kernel: $0.kernel * $0.dilation, stride: $0.stride, dilation: 1) })] : []
    case "ignored-pooling": return [reach(layers.filter { !$0.isPooling })]
    case "left-out-a-layer": return [reach(Array(layers.dropLast())), reach(Array(layers.dropFirst()))]
    case "forgot-first-cell": return [reach(layers) - 1]
    case "off-by-one": return [reach(layers) + 1]
    case "gave-the-area": return [(0..<reach(layers)).reduce(0) { sum, _ in sum + reach(layers) }]
    case "gave-the-jump":
      // How far the first cells of two neighbours lie apart.
      return isStrided ? [layers.reversed().reduce(1) { $0 * $1.stride }] : []
    case "stride-too-soon":
      // Each layer walks with the stride that only the next one should walk with.
      var (sum, jump) = (1, 1)
      for layer in layers {
        jump *= layer.stride
        sum += jump * layer.dilation * (layer.kernel - 1)
      }
      return isStrided ? [sum] : []
    default: return nil
    }
  }

  // MARK: Averages

  private static func weighted(_ data: [Double], old: Double, new: Double, first: Bool) -> Double {
    data.indices.reduce(0) { sum, k in
      sum + (first && k == 0 ? 1 : new) * pow(old, Double(data.count - 1 - k)) * data[k]
    }
  }

  private static func movingAverage(_ name: String, _ given: Given) -> [Double]? {
    let beta = given.number("beta")
    let data = given.text("data").split(separator: " ").compactMap { Double($0) }
    let count = Double(data.count)
    let before = weighted(Array(data.dropLast()), old: beta, new: 1 - beta, first: true)
    let last = data[data.count - 1]
    let value = weighted(data, old: beta, new: 1 - beta, first: true)
    let fromZero = weighted(data, old: beta, new: 1 - beta, first: false)
    switch name {
    case "swapped-beta": return [before - beta * before + beta * last]
    case "plain-mean": return [data.reduce(0, +) / count]
    case "started-at-zero": return [fromZero]
    case "corrected-twice": return [value / (1 - pow(beta, count))]
    case "another-convention": return [fromZero / (1 - pow(beta, count))]
    case "lost-memory": return [beta * data[data.count - 2] + (1 - beta) * last]
    case "dropped-a-term": return [beta * before, last - beta * last]
    case "gave-a-sample": return [data[0], last]
    case "gave-the-sum": return [data.reversed().reduce(0, +)]
    default: return nil
    }
  }

  private static func biasCorrection(_ name: String, _ given: Given) -> [Double]? {
    let beta = given.number("beta")
    let data = given.text("data").split(separator: " ").compactMap { Double($0) }
    let t = Double(data.count)
    let average = weighted(data, old: beta, new: 1 - beta, first: false)
    switch name {
    case "forgot-correction": return [average]
    case "multiplied-correction": return [average - average * pow(beta, t)]
    case "fixed-correction": return [average / (1 - beta)]
    case "plain-mean": return t > 1 ? [data.reduce(0, +) / t] : []
    case "wrong-power": return [t - 1, t + 1].filter { $0 > 1 }.map { average / (1 - pow(beta, $0)) }
    case "divided-by-the-power": return [average / pow(beta, t)]
    case "gave-the-divisor": return [1 - pow(beta, t)]
    case "gave-a-sample": return t > 1 ? [data[data.count - 1]] : []
    case "swapped-beta":
      return [weighted(data, old: 1 - beta, new: beta, first: false) / (1 - pow(beta, t))]
    default: return nil
    }
  }

  // MARK: Softmax, dropout

  private static func softmax(_ name: String, _ given: Given) -> [Double]? {
    let scores = given.text("scores").split(separator: " ").compactMap { Double($0) }
    let target = given.integer("target")
    func share(_ index: Int) -> Double { 1 / scores.reduce(0) { $0 + exp($1 - scores[index]) } }
    let p = share(target)
    let others = scores.indices.filter { $0 != target }.reduce(0) { $0 + exp(scores[$1] - scores[target]) }
    let quantity = given.text("quantity")
    func only(_ quantities: String..., value: Double?) -> [Double] {
      quantities.contains(quantity) ? value.map { [$0] } ?? [] : []
    }
    let sum = scores.reduce(0, +)
    let before = target > 0 ? share(target - 1) : nil
    switch name {
    case "forgot-to-normalise": return only("probability", value: exp(scores[target]))
    case "shared-linearly":
      return only("probability", value: sum > 0 && scores[target] >= 0 ? scores[target] / sum : nil)
    case "odds-for-probability": return only("probability", value: 1 / others)
    case "equal-shares": return only("probability", value: 1 / Double(scores.count))
    case "gave-the-loss": return only("probability", "slope", value: -log(p))
    case "one-minus-probability": return only("probability", "loss", value: 1 - p)
    case "gave-probability": return only("loss", value: p)
    case "another-logarithm":
      return quantity == "loss" ? [-log(p) / log(2), -log(p) / log(10)] : []
    case "sign-slip": return quantity == "loss" ? [log(p)] : quantity == "slope" ? [1 - p] : []
    case "forgot-one-hot": return only("slope", value: p)
    case "slope-at-probability": return only("slope", value: -1 / p)
    case "counted-from-one":
      return before.map { quantity == "probability" ? [$0] : quantity == "loss" ? [-log($0)] : [$0 - 1] }
        ?? []
    default: return nil
    }
  }

  private static func dropout(_ name: String, _ given: Given) -> [Double]? {
    let drop = given.number("drop")
    let isInverted = given.text("form") == "inverted"
    let value = given.number(isInverted ? "activation" : "weight")
    switch name {
    case "no-scaling": return [value]
    case "scaled-the-other-way": return [isInverted ? value - value * drop : value / (1 - drop)]
    case "drop-for-keep": return [isInverted ? value / drop : value * drop]
    case "always-half": return [isInverted ? value + value : value / 2]
    default: return nil
    }
  }
}
