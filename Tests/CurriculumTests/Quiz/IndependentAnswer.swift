import Foundation
import Learning

@testable import Curriculum

/// Answers worked out from what a question gives, by counting and plain loops, without the types that made them.
enum IndependentAnswer {
  static func agrees(with generated: GeneratedQuestion) -> Bool {
    let given = Given(values: generated.given)
    let question = generated.question
    let value: Double
    switch generated.topic {
    case .outputSize: return size(given) == question.answer
    case .shapeChain: return chain(given).shape.map { Answer.numbers($0.map(Double.init)) } == question.answer
    case .samePadding: value = samePadding(given)
    case .parameters: value = Double(chain(given).parameters)
    case .multiplyAdds: value = Double(IndependentLayer(given).products)
    case .receptiveField: value = Double(receptiveField(given))
    case .convolutionCell: value = convolutionCell(given)
    case .channels: value = IndependentChannels(given).value
    case .poolingCell: value = poolingCell(given)
    case .movingAverage: value = average(given, first: true)
    case .biasCorrection: value = average(given, first: false)
    case .optimizerStep: value = IndependentOptimizer(given).end ?? .nan
    case .softmax: value = softmax(given)
    case .softmaxGradient: value = IndependentSlopes.softmax(given)
    case .activationSlope: value = IndependentSlopes.activation(given)
    case .chainRule: value = slope(given)
    case .vanishingFactor: value = IndependentSlopes.vanishing(given)
    case .initialRange: value = IndependentNormalisation.range(given)
    case .batchNorm: value = IndependentNormalisation.norm(given)
    case .stepsPerEpoch: value = IndependentTraining.steps(given)
    case .batchSizes: value = IndependentTraining.batchSizes(given)
    case .overfittingCurve: value = IndependentTraining.overfitting(given)
    case .dropout: value = dropout(given)
    default: return false
    }
    guard case .number(let answer) = question.answer else { return false }
    let written = Double(question.answerText) ?? .nan
    return abs(answer - value) <= 1e-7 * max(1, abs(value))
      && abs(written - value) <= question.tolerance + 1e-9
  }

  // MARK: Sizes

  private static func size(_ given: Given) -> Answer {
    var sides: [Int?] = []
    for axis in 0...1 {
      let (n, f) = (given.extent("input")[axis], given.extent("kernel")[axis])
      let (p, s, d) = (given.integer("padding"), given.integer("stride"), given.integer("dilation"))
      if given.text("rule") == "same" {
        sides.append((0..<n).count { $0.isMultiple(of: s) })
        continue
      }
      // Every start at which the last tap is still inside.
      let starts = stride(from: 0, to: n + 2 * p, by: s).filter { $0 + d * (f - 1) < n + 2 * p }
      let last = (starts.last ?? 0) + d * (f - 1)
      sides.append(given.text("rule") == "exact" && last != n + 2 * p - 1 ? nil : starts.count)
    }
    guard let height = sides[0], let width = sides[1] else { return .cannot }
    return .size(Extent(height: height, width: width))
  }

  private static func samePadding(_ given: Given) -> Double {
    let (n, f, d) = (given.integer("input"), given.integer("kernel"), given.integer("dilation"))
    let fitting = (0...n).first { p in (0..<n + 2 * p).count { $0 + d * (f - 1) < n + 2 * p } == n }
    return fitting.map(Double.init) ?? .nan
  }

  /// Walks through `CONV 6 5x5 pad 2 stride 2, RELU, MAXPOOL 2, FC 10`.
  private static func chain(_ given: Given) -> (shape: [Int]?, parameters: Int) {
    var shape = given.text("input").split(separator: "x").compactMap { Int($0) }
    var parameters = 0
    for layer in given.text("layers").components(separatedBy: ", ") {
      let words = layer.split(separator: " ").map(String.init)
      func setting(_ name: String, _ usual: Int) -> Int {
        words.firstIndex(of: name).flatMap { Int(words[$0 + 1]) } ?? usual
      }
      switch words[0] {
      case "CONV":
        let filters = Int(words[1]) ?? 0
        let kernel = Int(words[2].split(separator: "x")[0]) ?? 0
        let (p, s, d) = (setting("pad", 0), setting("stride", 1), setting("dilation", 1))
        let seen = shape[2] / setting("groups", 1)
        for _ in 0..<filters { parameters += kernel * kernel * seen + (words.contains("nobias") ? 0 : 1) }
        for axis in 0...1 {
          shape[axis] =
            stride(from: -p, through: shape[axis] + p - 1 - d * (kernel - 1), by: s).map { $0 }.count
        }
        shape[2] = filters
      case "MAXPOOL":
        let size = Int(words[1]) ?? 1
        for axis in 0...1 { shape[axis] /= size }
      case "FC":
        let neurons = Int(words[1]) ?? 0
        parameters += neurons * shape.reduce(1, *) + neurons
        shape = [1, 1, neurons]
      default: break
      }
    }
    return (shape, parameters)
  }

  /// Goes back from one output cell to all the input cells it depends on.
  private static func receptiveField(_ given: Given) -> Int {
    var cells: Set<Int> = [0]
    for layer in given.text("layers").components(separatedBy: ", ").reversed() {
      let words = layer.split(separator: " ").map(String.init)
      if words[0] == "MAXPOOL" {
        cells = Set(cells.flatMap { [2 * $0, 2 * $0 + 1] })
        continue
      }
      func setting(_ name: String) -> Int { words.firstIndex(of: name).flatMap { Int(words[$0 + 1]) } ?? 1 }
      let kernel = Int(words[2].split(separator: "x")[0]) ?? 0
      cells = Set(
        cells.flatMap { cell in (0..<kernel).map { cell * setting("stride") + $0 * setting("dilation") } })
    }
    return (cells.max() ?? 0) - (cells.min() ?? 0) + 1
  }

  // MARK: Cells

  private static func convolutionCell(_ given: Given) -> Double {
    let (grid, kernel) = (given.rows("grid"), given.rows("kernel"))
    let isFlipped = given.values["flip"] != nil
    let (p, s, d) = (given.integer("padding"), given.integer("stride"), given.integer("dilation"))
    let at = given.text("at").split(separator: ",").compactMap { Int($0) }
    var sum = 0.0
    for i in kernel.indices {
      for j in kernel[i].indices {
        let (row, column) = (at[0] * s - p + i * d, at[1] * s - p + j * d)
        guard grid.indices.contains(row), grid[row].indices.contains(column) else { continue }
        let weight = isFlipped ? kernel[kernel.count - 1 - i][kernel[i].count - 1 - j] : kernel[i][j]
        sum += grid[row][column] * weight
      }
    }
    return sum
  }

  private static func poolingCell(_ given: Given) -> Double {
    let grid = given.rows("grid")
    let (size, s) = (given.integer("size"), given.integer("stride"))
    let at = given.text("at").split(separator: ",").compactMap { Int($0) }
    let cells = (0..<size).flatMap { i in (0..<size).map { j in grid[at[0] * s + i][at[1] * s + j] } }
    switch given.text("kind") {
    case "max": return cells.sorted()[cells.count - 1]
    case "average": return cells.reduce(0, +) / Double(size * size)
    case "sum": return cells.reduce(0, +)
    default: return cells.reduce(0) { $0 + pow($1, 2) }.squareRoot()
    }
  }

  // MARK: Averages, losses, slopes

  /// The weights of the samples written down, instead of step by step.
  private static func average(_ given: Given, first: Bool) -> Double {
    let beta = given.number("beta")
    let data = given.text("data").split(separator: " ").compactMap { Double($0) }
    let weights = data.indices.map { k in
      (first && k == 0 ? 1 : 1 - beta) * pow(beta, Double(data.count - 1 - k))
    }
    return zip(weights, data).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
  }

  private static func softmax(_ given: Given) -> Double {
    let scores = given.text("scores").split(separator: " ").compactMap { Double($0) }
    let target = given.integer("target")
    let shifted = scores.map { exp($0 - (scores.max() ?? 0)) }
    let probability = shifted[target] / shifted.reduce(0, +)
    switch given.text("quantity") {
    case "probability": return probability
    case "loss": return -log(probability)
    default: return probability - 1
    }
  }

  /// A central difference, refined once.
  private static func slope(_ given: Given) -> Double {
    guard let expression = try? Expression(parsing: given.text("expression")),
      let x = Double(given.text("at").dropFirst(2))
    else { return .nan }
    func difference(_ h: Double) -> Double {
      (expression.value([x + h]) - expression.value([x - h])) / (2 * h)
    }
    let estimate = (4 * difference(1e-4) - difference(2e-4)) / 3
    return abs(estimate - estimate.rounded()) < 1e-6 ? estimate.rounded() : estimate
  }

  private static func dropout(_ given: Given) -> Double {
    given.text("form") == "inverted"
      ? given.number("activation") / (1 - given.number("drop"))
      : given.number("weight") * (1 - given.number("drop"))
  }
}

/// What a question gives, by name.
struct Given {
  let values: [String: GivenValue]

  func text(_ name: String) -> String {
    switch values[name] {
    case .text(let text): text
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case nil: ""
    }
  }

  func integer(_ name: String) -> Int { Int(text(name)) ?? .min }

  func number(_ name: String) -> Double { Double(text(name)) ?? .nan }

  func extent(_ name: String) -> [Int] {
    let sides = text(name).split(separator: "x").compactMap { Int($0) }
    return sides.count == 2 ? sides : [sides[0], sides[0]]
  }

  func rows(_ name: String) -> [[Double]] {
    text(name).split(separator: ";").map { $0.split(separator: " ").compactMap { Double($0) } }
  }
}
