import Foundation

@testable import Curriculum

/// What misconceptions about slopes give, from the numbers of the expression.
enum IndependentChainRuleSlips {
  static func answers(_ name: String, _ given: Given) -> [Double]? {
    let expression = given.text("expression").replacingOccurrences(of: "- ", with: "-").replacingOccurrences(
      of: "+ ", with: "")
    let numbers = expression.split { !"-0123456789.".contains($0) }.compactMap { Double($0) }
    let x = Double(given.text("at").dropFirst(2)) ?? .nan
    if expression.contains("relu") { return gate(name, v: numbers[0], w: numbers[1], b: numbers[2], x) }
    if expression.contains("sigmoid") { return chain(name, Array(numbers.filter { $0 != -0.5 })) }
    let (a, inner) = (numbers[0], numbers[0] * x + numbers[1])
    switch name {
    case "forgot-inner-derivative": return [inner + inner]
    case "value-for-slope": return [inner * inner]
    case "lost-the-two": return [inner * a]
    case "added-factors": return [inner + inner + a]
    case "sign-slip": return [-2 * a * inner]
    default: return others.contains(name) ? [] : nil
    }
  }

  private static let others: Set<String> = [
    "sign-slip", "lost-the-two", "forgot-inner-derivative", "forgot-a-factor", "added-factors",
    "value-for-slope", "slope-of-a-line", "ignored-gate", "input-for-slope", "forgot-the-weights",
    "counted-one", "slope-once",
  ]

  private static func gate(_ name: String, v: Double, w: Double, b: Double, _ x: Double) -> [Double]? {
    let net = w * x + b
    let isOpen = net > 0
    switch name {
    case "ignored-gate": return isOpen ? [] : [v * w]
    case "input-for-slope": return isOpen ? [] : [v * net]
    case "added-factors": return [v + w]
    case "value-for-slope": return isOpen ? [v * net] : []
    case "forgot-a-factor": return isOpen ? [w] : []
    case "forgot-inner-derivative": return isOpen ? [v] : []
    default: return others.contains(name) ? [] : nil
    }
  }

  private static func chain(_ name: String, _ nested: [Double]) -> [Double]? {
    // The innermost weight, which comes last in the text, belongs to the first layer.
    let weights = Array(nested.reversed())
    let count = Double(weights.count)
    let product = weights.reduce(1, *)
    switch name {
    case "value-for-slope": return [product / pow(2, count)]
    case "forgot-the-weights": return [1 / pow(4, count)]
    case "slope-of-a-line": return [product]
    case "added-factors": return [count == 1 ? weights[0] + 0.25 : weights.reduce(0, +) / 4]
    case "counted-one": return count > 1 ? [weights[0] / 4] : []
    case "slope-once": return count > 1 ? [product / 4] : []
    default: return others.contains(name) ? [] : nil
    }
  }
}
