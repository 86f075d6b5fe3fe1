import Foundation

@testable import Curriculum

/// The update rules written down once more, straight from the papers, for one number x on c·x².
struct IndependentOptimizer {
  var rule: String
  var settings: [String: Double]
  var curvature: Double
  var start: Double
  var steps: Int

  init(_ given: Given) {
    let factors = given.text("expression").split(separator: "*")
    curvature = factors.count == 1 ? 1 : Double(factors[0]) ?? .nan
    let parts = given.text("optimizer").split(separator: ":")
    rule = String(parts[0])
    settings = [:]
    for setting in parts.count > 1 ? parts[1].split(separator: ",") : [] {
      let pair = setting.split(separator: "=")
      settings[String(pair[0])] = Double(pair[1])
    }
    start = Double(given.text("start").split(separator: ",")[0]) ?? .nan
    steps = given.integer("steps")
  }

  /// Where it leads; `nil` when a step begins at the bottom.
  var end: Double? { path?.last }

  /// All places; `nil` when a step begins at the bottom, where what rounding leaves would be divided by itself.
  var path: [Double]? {
    var path = [start]
    var (v, s, u, previous) = (0.0, 0.0, 0.0, 0.0)
    for step in 1...steps {
      var x = path[path.count - 1]
      guard abs(x) > 1e-4 else { return nil }
      let t = Double(step)
      let g = 2 * curvature * x + (settings["penalty"] ?? 0) * x
      func setting(_ name: String, _ usual: Double) -> Double { settings[name] ?? usual }
      let (lr, mu) = (setting("lr", .nan), setting("mu", 0.9))
      switch rule {
      case "sgd": x -= lr * g
      case "momentum":
        v = mu * v + g
        x -= lr * v
      case "momentum-averaged":
        let beta = setting("beta", 0.9)
        v = step == 1 && settings["start-at-zero"] == nil ? g : (1 - beta) * g + beta * v
        x -= lr * v
      case "momentum-two-term":
        x -= lr * (mu * previous + g)
        previous = g
      case "nesterov":
        v = mu * v + g
        x -= lr * (g + mu * v)
      case "adagrad":
        s += g * g
        x -= lr * g / (sqrt(s) + 1e-10)
      case "adadelta":
        let rho = setting("rho", 0.9)
        s = rho * s + (1 - rho) * g * g
        let epsilon = setting("epsilon", 1e-6)
        let change = sqrt(u + epsilon) / sqrt(s + epsilon) * g
        u = rho * u + (1 - rho) * change * change
        x -= lr * change
      case "rmsprop":
        let beta = setting("beta", 0.99)
        s = beta * s + (1 - beta) * g * g
        x -= lr * g / (sqrt(s) + 1e-8)
      case "adam", "adamw", "nadam":
        let (beta1, beta2) = (setting("beta1", 0.9), setting("beta2", 0.999))
        v = beta1 * v + (1 - beta1) * g
        s = beta2 * s + (1 - beta2) * g * g
        let (first, second) = (1 - pow(beta1, t), 1 - pow(beta2, t))
        var (mean, square) = (v / first, s / second)
        if settings["uncorrected"] != nil { (mean, square) = (v, s) }
        if settings["multiplied"] != nil { (mean, square) = (v * first, s * second) }
        if rule == "nadam" {
          mean = beta1 * v / (1 - pow(beta1, t + 1)) + (1 - beta1) * g / first
        }
        if rule == "adamw" { x -= lr * setting("weight_decay", 0.01) * x }
        x -= lr * mean / (sqrt(square) + 1e-8)
      default: return nil
      }
      path.append(x)
    }
    return path
  }
}
