import Foundation

/// Slopes of activations, of softmax with cross-entropy, and of chains of layers, from quotients of differences and plain
/// products.
enum IndependentSlopes {
  /// A central difference, refined once.
  static func difference(_ function: (Double) -> Double, at x: Double) -> Double {
    func once(_ h: Double) -> Double { (function(x + h) - function(x - h)) / (2 * h) }
    return (4 * once(1e-4) - once(2e-4)) / 3
  }

  private static func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  // MARK: Activations

  static func activation(_ given: Given) -> Double {
    if given.values["upstream"] != nil {
      let (leak, x) = (given.number("slope"), given.number("at"))
      return given.number("upstream") * difference({ $0 > 0 ? $0 : leak * $0 }, at: x)
    }
    let isSigmoid = given.text("function") == "sigmoid"
    return difference(isSigmoid ? sigmoid : tanh, at: place(given))
  }

  /// The place, found by halving where only the output is given.
  private static func place(_ given: Given) -> Double {
    guard given.values["output"] != nil else { return given.number("at") }
    let function = given.text("function") == "sigmoid" ? sigmoid : tanh
    var (low, high) = (-20.0, 20.0)
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if function(middle) < given.number("output") { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  static func activationSlip(_ name: String, _ given: Given) -> [Double]? {
    if given.values["upstream"] != nil { return gateSlip(name, given) }
    let isSigmoid = given.text("function") == "sigmoid"
    let function = isSigmoid ? sigmoid : tanh
    let x = place(given)
    let y = function(x)
    let again = function(y)
    switch name {
    case "value-for-slope": return [y]
    case "one-minus-output": return isSigmoid ? [1 - y] : []
    case "forgot-square": return isSigmoid ? [] : [1 - y]
    case "another-function": return isSigmoid ? [(1 - y) * (1 + y)] : [y - y * y]
    case "took-a-special-case": return [isSigmoid ? 0.25 : 1]
    case "output-for-input":
      return given.values["output"] == nil
        ? [] : [isSigmoid ? again - again * again : (1 - again) * (1 + again)]
    case "input-for-output":
      return given.values["output"] != nil ? [] : [isSigmoid ? x - x * x : (1 - x) * (1 + x)]
    case "ignored-gate", "input-for-slope", "forgot-a-factor", "dead-for-leaky", "leaky-for-dead": return []
    default: return nil
    }
  }

  private static func gateSlip(_ name: String, _ given: Given) -> [Double]? {
    let (x, leak, incoming) = (given.number("at"), given.number("slope"), given.number("upstream"))
    switch name {
    case "ignored-gate": return [incoming]
    case "dead-for-leaky": return leak > 0 ? [0] : []
    case "leaky-for-dead": return leak == 0 && x < 0 ? [incoming / 100] : []
    case "input-for-slope": return [incoming * x]
    case "value-for-slope": return [x > 0 ? x : leak * x]
    case "forgot-a-factor": return [x > 0 ? 1 : leak]
    case "one-minus-output", "forgot-square", "another-function", "took-a-special-case", "output-for-input",
      "input-for-output":
      return []
    default: return nil
    }
  }

  // MARK: Softmax

  /// The loss -ln p of the target as a function of one logit, whose softmax gives the probabilities.
  static func softmax(_ given: Given) -> Double {
    let probabilities = given.text("probabilities").split(separator: " ").compactMap { Double($0) }
    let (target, asked) = (given.integer("target"), given.integer("class"))
    let temperature = given.values["temperature"] == nil ? 1 : given.number("temperature")
    let logits = probabilities.map { temperature * log($0) }
    func loss(_ logit: Double) -> Double {
      var moved = logits
      moved[asked] = logit
      return log(moved.reduce(0) { $0 + exp($1 / temperature) }) - moved[target] / temperature
    }
    let slope = difference(loss, at: logits[asked])
    return given.values["activation"] == nil ? slope : slope * given.number("activation")
  }

  static func softmaxSlip(_ name: String, _ given: Given) -> [Double]? {
    let probabilities = given.text("probabilities").split(separator: " ").compactMap { Double($0) }
    let (target, asked) = (given.integer("target"), given.integer("class"))
    let p = probabilities[asked]
    let isTrue = asked == target
    let error = isTrue ? p - 1 : p
    let temperature = given.values["temperature"].map { _ in given.number("temperature") }
    let activation = given.values["activation"].map { _ in given.number("activation") }
    func scaled(_ value: Double) -> [Double] { [value / (temperature ?? 1) * (activation ?? 1)] }
    switch name {
    case "sign-slip": return scaled(-error)
    case "forgot-one-hot": return isTrue ? scaled(p) : []
    case "slope-at-probability": return isTrue ? scaled(-1 / p) : []
    case "target-everywhere": return isTrue ? [] : scaled(p - 1)
    case "only-the-target": return isTrue ? [] : [0]
    case "slope-of-probability": return scaled(p - p * p)
    case "gave-the-loss": return [-log(probabilities[target])]
    case "forgot-temperature": return temperature == nil ? [] : [error]
    case "multiplied-by-temperature": return temperature.map { [error * $0] } ?? []
    case "forgot-a-factor": return activation == nil ? [] : [error]
    case "added-factors": return activation.map { [error + $0] } ?? []
    default: return nil
    }
  }

  // MARK: Chains

  /// Slopes and weights of the layers of a chain.
  private static func chain(_ given: Given) -> [(output: Double, slope: Double, weight: Double)] {
    func numbers(_ name: String) -> [Double] {
      given.text(name).split(separator: " ").compactMap { Double($0) }
    }
    if given.text("form") == "skip" {
      return (0..<given.integer("layers")).map { _ in (0, given.number("slope"), given.number("weight")) }
    }
    let isSigmoid = given.text("activation") == "sigmoid"
    return zip(numbers("outputs"), numbers("weights")).map { output, weight in
      let net = isSigmoid ? log(output / (1 - output)) : atanh(output)
      return (output, difference(isSigmoid ? sigmoid : tanh, at: net), weight)
    }
  }

  static func vanishing(_ given: Given) -> Double {
    let own = given.text("form") == "skip" ? 1.0 : 0
    return chain(given).reduce(1) { $0 * ($1.slope * $1.weight + own) }
  }

  static func vanishingSlip(_ name: String, _ given: Given) -> [Double]? {
    let layers = chain(given)
    let form = given.text("form")
    let isSkip = form == "skip"
    let own = isSkip ? 1.0 : 0
    func product(_ factor: ((output: Double, slope: Double, weight: Double)) -> Double) -> Double {
      layers.reduce(1) { $0 * factor($1) }
    }
    let factors = layers.map { $0.slope * $0.weight + own }
    switch name {
    case "forgot-the-weights": return [product { $0.slope + own }]
    case "slope-of-a-line": return [product { $0.weight + own }]
    case "value-for-slope": return isSkip ? [] : [product { $0.output * $0.weight }]
    case "added-factors": return form == "different" ? [factors.reduce(0, +)] : []
    case "counted-one": return form == "different" ? factors : [factors[0]]
    case "took-a-special-case":
      return given.text("activation") == "sigmoid" ? [product { $0.weight / 4 }] : []
    case "multiplied-by-count": return form == "different" ? [] : [factors[0] * Double(layers.count)]
    case "ignored-skip": return isSkip ? [product { $0.slope * $0.weight }] : []
    case "added-skip-once": return isSkip ? [1 + product { $0.slope * $0.weight }] : []
    default: return nil
    }
  }
}
