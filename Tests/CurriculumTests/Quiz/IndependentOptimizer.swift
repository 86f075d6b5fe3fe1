import Foundation

@testable import Curriculum

/// The update rules written down once more, straight from the papers, for one number x on c·x².
enum IndependentOptimizer {
  static func end(_ given: Given) -> Double {
    let factors = given.text("expression").split(separator: "*")
    let curvature = factors.count == 1 ? 1 : Double(factors[0]) ?? .nan
    let parts = given.text("optimizer").split(separator: ":")
    var settings: [String: Double] = [:]
    for setting in parts.count > 1 ? parts[1].split(separator: ",") : [] {
      let pair = setting.split(separator: "=")
      settings[String(pair[0])] = Double(pair[1])
    }
    var x = Double(given.text("start").split(separator: ",")[0]) ?? .nan
    var (v, s, u, previous) = (0.0, 0.0, 0.0, 0.0)
    for step in 1...given.integer("steps") {
      let t = Double(step)
      let g = 2 * curvature * x
      func setting(_ name: String, _ usual: Double) -> Double { settings[name] ?? usual }
      let (lr, mu) = (setting("lr", 0.001), setting("mu", 0.9))
      switch parts[0] {
      case "sgd": x -= lr * g
      case "momentum":
        v = mu * v + g
        x -= lr * v
      case "momentum-averaged":
        v = step == 1 ? g : 0.1 * g + 0.9 * v
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
        x -= setting("lr", 1) * change
      case "rmsprop":
        let beta = setting("beta", 0.99)
        s = beta * s + (1 - beta) * g * g
        x -= setting("lr", 0.01) * g / (sqrt(s) + 1e-8)
      case "adam", "adamw", "nadam":
        let beta2 = setting("beta2", 0.999)
        v = 0.9 * v + 0.1 * g
        s = beta2 * s + (1 - beta2) * g * g
        let root = sqrt(s / (1 - pow(beta2, t))) + 1e-8
        let momentum =
          parts[0] == "nadam"
          ? 0.9 * v / (1 - pow(0.9, t + 1)) + 0.1 * g / (1 - pow(0.9, t)) : v / (1 - pow(0.9, t))
        if parts[0] == "adamw" { x -= lr * setting("weight_decay", 0.01) * x }
        x -= lr * momentum / root
      default: return .nan
      }
    }
    return x
  }
}
