import Foundation

@testable import Curriculum

/// Where mistaken rules lead, by ``IndependentOptimizer``.
enum IndependentOptimizerSlips {
  static func answers(_ name: String, _ given: Given) -> [Double]? {
    let right = IndependentOptimizer(given)
    func run(_ rule: String, _ settings: [String: Double] = [:]) -> [Double] {
      var other = right
      other.rule = rule
      other.settings = settings
      other.settings["lr"] = right.settings["lr"]
      return other.end.map { [$0] } ?? []
    }
    func setting(_ name: String) -> Double { right.settings[name] ?? .nan }
    let betas = ["beta1": setting("beta1"), "beta2": setting("beta2")]
    let rule = right.rule
    let isGradientRule = ["sgd", "momentum", "momentum-averaged", "momentum-two-term", "nesterov"].contains(
      rule)
    guard let path = right.path else { return nil }
    let (place, end) = (path[path.count - 2], path[path.count - 1])
    switch name {
    case "plain-descent": return rule == "sgd" ? [] : run("sgd")
    case "added-momentum": return rule == "sgd" ? run("momentum", ["mu": 0.9]) : []
    case "another-momentum":
      return rule == "momentum"
        ? run("momentum-averaged", ["beta": setting("mu")])
        : rule == "momentum-averaged" ? run("momentum", ["mu": setting("beta")]) : []
    case "looked-ahead":
      return ["momentum", "momentum-two-term"].contains(rule) ? run("nesterov", ["mu": setting("mu")]) : []
    case "forgot-look-ahead":
      return rule == "nesterov"
        ? run("momentum", ["mu": setting("mu")]) : rule == "nadam" ? run("adam", betas) : []
    case "started-at-zero":
      return rule == "momentum-averaged" ? run(rule, ["beta": setting("beta"), "start-at-zero": 1]) : []
    case "averaged-the-squares":
      return rule == "adagrad"
        ? run("rmsprop", ["beta": 0.9]) : rule == "adadelta" ? run("rmsprop", ["beta": setting("rho")]) : []
    case "added-up-the-squares": return ["adadelta", "rmsprop"].contains(rule) ? run("adagrad") : []
    case "assumed-correction":
      return rule == "rmsprop" ? run("adam", ["beta1": 0, "beta2": setting("beta")]) : []
    case "forgot-correction":
      return rule == "adam" ? run("adam", betas.merging(["uncorrected": 1]) { $1 }) : []
    case "multiplied-correction":
      return rule == "adam" ? run("adam", betas.merging(["multiplied": 1]) { $1 }) : []
    case "forgot-weight-decay": return rule == "adamw" ? run("adam", betas) : []
    case "decay-in-the-gradient":
      return rule == "adamw" ? run("adam", betas.merging(["penalty": setting("weight_decay")]) { $1 }) : []
    case "lost-the-two":
      guard isGradientRule else { return [] }
      var other = right
      other.curvature /= 2
      return other.end.map { [$0] } ?? []
    case "forgot-rate":
      guard isGradientRule else { return [] }
      var other = right
      other.settings["lr"] = 1
      return other.end.map { [$0] } ?? []
    case "one-step-short": return right.steps == 2 ? [path[1]] : []
    case "lost-memory":
      guard right.steps == 2 else { return [] }
      var first = right
      first.steps = 1
      guard let middle = first.end else { return [] }
      var second = first
      second.start = middle
      return second.end.map { [$0] } ?? []
    case "wrong-direction": return [place + (place - end)]
    case "gave-the-step": return [place - end]
    case "gave-the-gradient": return [2 * right.curvature * place]
    default: return nil
    }
  }
}
