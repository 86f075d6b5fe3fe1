import Foundation
import Learning

@testable import Curriculum

/// What misconceptions about sizes give, by counting windows.
enum IndependentSizeSlips {
  /// The windows of `span` cells that fit into `cells`, and whether the last one ends at the last cell.
  static func count(_ cells: Int, span: Int, by step: Int) -> (windows: Int, fits: Bool)? {
    let starts = stride(from: 0, to: cells, by: step).filter { $0 + span <= cells }
    guard let last = starts.last else { return nil }
    return (starts.count, last + span == cells)
  }

  static func answers(_ name: String, _ given: Given) -> [Answer]? {
    let rule = given.text("rule")
    let (p, s, d) = (given.integer("padding"), given.integer("stride"), given.integer("dilation"))
    let axes = [0, 1].map { (n: given.extent("input")[$0], f: given.extent("kernel")[$0]) }
    /// An answer of both sides, if both can be had.
    func sides(_ side: ((n: Int, f: Int)) -> Double?) -> [Answer] {
      let values = axes.compactMap(side)
      guard values.count == 2 else { return [] }
      if values.allSatisfy({ $0 == $0.rounded() }) {
        return [.size(Extent(height: Int(values[0]), width: Int(values[1])))]
      }
      return [values[0] == values[1] ? .number(values[0]) : .numbers(values)]
    }
    /// The windows with other settings; under the exact rule only where they fit.
    func windows(_ cells: Int, _ span: Int, _ step: Int) -> Double? {
      guard let count = count(cells, span: span, by: step), rule != "exact" || count.fits else { return nil }
      return Double(count.windows)
    }
    func span(_ f: Int) -> Int { d * (f - 1) + 1 }
    let isSame = rule == "same"
    func right() -> Answer {
      let counts = axes.compactMap { count($0.n + 2 * p, span: span($0.f), by: s) }
      guard rule != "exact" || counts.allSatisfy(\.fits) else { return .cannot }
      return .size(Extent(height: counts[0].windows, width: counts[1].windows))
    }
    switch name {
    case "forgot-padding": return isSame || p == 0 ? [] : sides { windows($0.n, span($0.f), s) }
    case "padded-once": return isSame || p == 0 ? [] : sides { windows($0.n + p, span($0.f), s) }
    case "ignored-dilation": return isSame || d == 1 ? [] : sides { windows($0.n + 2 * p, $0.f, s) }
    case "multiplied-by-dilation": return isSame || d == 1 ? [] : sides { windows($0.n + 2 * p, d * $0.f, s) }
    case "added-dilation-once":
      return isSame || d == 1 ? [] : sides { windows($0.n + 2 * p, $0.f + d - 1, s) }
    case "forgot-plus-one":
      return isSame
        ? [] : sides { windows($0.n + 2 * p, span($0.f), s).flatMap { $0 > 1 ? $0 - 1 : nil } }
    case "ignored-stride":
      if isSame { return sides { Double($0.n) } }
      return s == 1 ? [] : sides { windows($0.n + 2 * p, span($0.f), 1) }
    case "rounded-up":
      return isSame
        ? []
        : sides { axis in
          count(axis.n + 2 * p, span: span(axis.f), by: s).map { Double($0.windows + ($0.fits ? 0 : 1)) }
        }
    case "ignored-kernel": return isSame ? [] : sides { windows($0.n + 2 * p, 1, s) }
    case "used-same-rule":
      return rule == "floor" && s > 1
        ? sides { axis in Double((0..<axis.n).count { $0.isMultiple(of: s) }) } : []
    case "refused-where-floor":
      let fits = axes.allSatisfy { count($0.n + 2 * p, span: span($0.f), by: s)?.fits == true }
      return rule == "floor" && !fits ? [.cannot] : []
    case "swapped-axes":
      var size = right()
      if isSame {
        let sides = axes.map { axis in (0..<axis.n).count { $0.isMultiple(of: s) } }
        size = .size(Extent(height: sides[0], width: sides[1]))
      }
      guard case .size(let extent) = size, extent.height != extent.width else { return [] }
      return [.size(Extent(height: extent.width, width: extent.height))]
    case "rounded-where-exact":
      return rule == "exact"
        ? sides { count($0.n + 2 * p, span: span($0.f), by: s).map { Double($0.windows) } } : []
    case "left-a-fraction":
      return rule == "exact" ? sides { Double($0.n + 2 * p - span($0.f)) / Double(s) + 1 } : []
    case "used-floor-rule": return isSame ? sides { windows($0.n, span($0.f), s) } : []
    case "rounded-down":
      return isSame ? sides { axis in Double((1...axis.n).count { $0.isMultiple(of: s) }) } : []
    case "needless-plus-one":
      return isSame ? sides { axis in Double((0..<axis.n).count { $0.isMultiple(of: s) } + 1) } : []
    default: return nil
    }
  }
}

/// What misconceptions about a row of layers give.
enum IndependentChainSlips {
  static func answers(_ name: String, _ given: Given) -> [Answer]? {
    let layers = given.text("layers").components(separatedBy: ", ").map {
      $0.split(separator: " ").map(String.init)
    }
    let start = given.text("input").split(separator: "x").compactMap { Int($0) }
    let convolutions = layers.indices.filter { layers[$0][0] == "CONV" }
    /// The shapes after each layer, read wrongly at `places`; empty when something does not fit.
    func shapes(_ places: [Int]) -> [[Int]] {
      var shapes: [[Int]] = []
      for (index, words) in layers.enumerated() {
        let input = shapes.last ?? start
        guard let next = shape(words, input, start: start, slip: places.contains(index) ? name : "") else {
          return []
        }
        shapes.append(next)
      }
      return shapes
    }
    let right = shapes([])
    switch name {
    case "stopped-a-layer-short":
      let steps = layers.indices.filter { layers[$0][0] != "RELU" }
      guard let last = steps.last, steps.count > 1 else { return [] }
      return [.numbers(right[last - 1].map(Double.init))]
    case "forgot-padding", "ignored-stride", "forgot-plus-one":
      let everywhere = shapes(Array(layers.indices))
      guard everywhere != right else { return [] }
      let places = convolutions.count > 1 ? convolutions.map { shapes([$0]) } : []
      return ([everywhere] + places).compactMap { $0.last.map { .numbers($0.map(Double.init)) } }
    case "padded-once", "rounded-up", "kept-input-size", "kept-depth", "multiplied-depths", "ignored-pooling",
      "pooled-by-one":
      return shapes(Array(layers.indices)).last.map { [.numbers($0.map(Double.init))] } ?? []
    default: return nil
    }
  }

  private static func shape(_ words: [String], _ input: [Int], start: [Int], slip: String) -> [Int]? {
    func setting(_ name: String, _ usual: Int) -> Int {
      words.firstIndex(of: name).flatMap { Int(words[$0 + 1]) } ?? usual
    }
    var shape = input
    switch words[0] {
    case "CONV":
      let (filters, f) = (Int(words[1]) ?? 0, Int(words[2].split(separator: "x")[0]) ?? 0)
      let (p, s) = (setting("pad", 0), setting("stride", 1))
      let zeros = slip == "forgot-padding" ? 0 : slip == "padded-once" ? p : 2 * p
      let step = slip == "ignored-stride" ? 1 : s
      guard let count = IndependentSizeSlips.count(input[0] + zeros, span: f, by: step) else { return nil }
      var side = count.windows
      if slip == "forgot-plus-one" { side -= 1 }
      if slip == "rounded-up", !count.fits { side += 1 }
      if slip == "kept-input-size" { side = input[0] }
      guard side > 0 else { return nil }
      shape = [side, side, slip == "multiplied-depths" ? filters * input[2] : filters]
    case "MAXPOOL":
      let size = Int(words[1]) ?? 1
      guard let count = IndependentSizeSlips.count(input[0], span: size, by: size) else { return nil }
      var side = count.windows
      if slip == "rounded-up", !count.fits { side += 1 }
      if slip == "ignored-pooling" { side = input[0] }
      if slip == "pooled-by-one" { side = input[0] - (size - 1) }
      shape = [side, side, input[2]]
    default: break
    }
    if slip == "kept-depth" { shape[2] = start[2] }
    return shape
  }
}
