import Foundation

/// Batch norm, its running mean, and how large weights begin, from sums and roots.
enum IndependentNormalisation {
  private struct Numbers {
    let x, mean, variance, sampleVariance, scale, shift: Double
    let isBatch: Bool

    init(_ given: Given) {
      (scale, shift) = (given.number("scale"), given.number("shift"))
      isBatch = given.values["batch"] != nil
      guard isBatch else {
        (x, mean, variance) = (given.number("x"), given.number("mean"), given.number("variance"))
        sampleVariance = .nan
        return
      }
      let batch = given.text("batch").split(separator: " ").compactMap { Double($0) }
      let count = Double(batch.count)
      // By the squares, not by the distances from the mean.
      let (sum, squares) = (batch.reduce(0, +), batch.reduce(0) { $0 + $1 * $1 })
      x = batch[given.integer("sample")]
      mean = sum / count
      variance = squares / count - (sum / count) * (sum / count)
      sampleVariance = (squares - sum * sum / count) / (count - 1)
    }
  }

  static func norm(_ given: Given) -> Double {
    if given.values["old"] != nil {
      return given.number("old") * (1 - given.number("share")) + given.number("share") * given.number("new")
    }
    let numbers = Numbers(given)
    return numbers.shift + numbers.scale * (numbers.x - numbers.mean) / sqrt(numbers.variance)
  }

  static func normSlip(_ name: String, _ given: Given) -> [Double]? {
    if given.values["old"] != nil { return runningSlip(name, given) }
    let n = Numbers(given)
    let away = n.x - n.mean
    let deviation = sqrt(n.variance)
    switch name {
    case "another-spread":
      return [n.shift + n.scale * away / n.variance]
        + (n.isBatch ? [n.shift + n.scale * away / sqrt(n.sampleVariance)] : [])
    case "half-normalised": return [n.shift + n.scale * away, n.shift + n.scale * n.x / deviation]
    case "swapped-scale-and-shift": return [n.scale + n.shift * away / deviation]
    case "ignored-scale": return [n.shift + away / deviation]
    case "ignored-shift": return [n.scale * away / deviation]
    case "sign-slip": return [n.shift - n.scale * away / deviation]
    case "swapped-shares", "gave-the-new-mean", "plain-mean", "dropped-a-term": return []
    default: return nil
    }
  }

  private static func runningSlip(_ name: String, _ given: Given) -> [Double]? {
    let (old, new, share) = (given.number("old"), given.number("new"), given.number("share"))
    switch name {
    case "swapped-shares": return [new - share * (new - old)]
    case "gave-the-new-mean": return [new]
    case "plain-mean": return [(new + old) / 2]
    case "dropped-a-term": return [new * share, old - share * old]
    case "another-spread", "half-normalised", "swapped-scale-and-shift", "ignored-scale", "ignored-shift",
      "sign-slip":
      return []
    default: return nil
    }
  }

  // MARK: Initialisation

  private struct Fans {
    var inputs: Double
    var outputs: Double
  }

  private static func fans(_ given: Given) -> Fans {
    guard given.values["kernel"] != nil else {
      return Fans(inputs: given.number("inputs"), outputs: given.number("outputs"))
    }
    let cells = given.number("kernel") * given.number("kernel")
    return Fans(inputs: cells * given.number("channels"), outputs: cells * given.number("filters"))
  }

  /// `xavier-uniform`: the variance of a uniform distribution over ±b is b²/3.
  private static func size(_ rule: String, _ fans: Fans) -> Double {
    let variance = rule.hasPrefix("xavier") ? 2 / (fans.inputs + fans.outputs) : 2 / fans.inputs
    return rule.hasSuffix("uniform") ? sqrt(3 * variance) : sqrt(variance)
  }

  static func range(_ given: Given) -> Double { size(given.text("rule"), fans(given)) }

  static func rangeSlip(_ name: String, _ given: Given) -> [Double]? {
    let rule = given.text("rule")
    let own = fans(given)
    let isXavier = rule.hasPrefix("xavier")
    let isUniform = rule.hasSuffix("uniform")
    let form = isUniform ? "uniform" : "normal"
    switch name {
    case "forgot-root": return [pow(size(rule, own), 2)]
    case "range-for-deviation":
      return isUniform ? [] : [size(rule.replacing("normal", with: "uniform"), own)]
    case "deviation-for-range":
      return isUniform ? [size(rule.replacing("uniform", with: "normal"), own)] : []
    case "he-for-xavier": return isXavier ? [size("he-\(form)", own)] : []
    case "xavier-for-he": return isXavier ? [] : [size("xavier-\(form)", own)]
    case "outputs-for-inputs":
      return isXavier ? [] : [size(rule, Fans(inputs: own.outputs, outputs: own.inputs))]
    case "forgot-channels":
      let cells = given.number("kernel") * given.number("kernel")
      return given.values["kernel"] != nil && given.integer("channels") > 1
        ? [size(rule, Fans(inputs: cells, outputs: cells))] : []
    case "forgot-the-window":
      return given.values["kernel"] == nil
        ? [] : [size(rule, Fans(inputs: given.number("channels"), outputs: given.number("filters")))]
    default: return nil
    }
  }
}
