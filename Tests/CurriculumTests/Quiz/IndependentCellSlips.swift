import Foundation

@testable import Curriculum

/// What misconceptions about one output cell give, with plain loops.
enum IndependentCellSlips {
  private struct Setting {
    var grid: [[Double]]
    var kernel: [[Double]] = []
    var padding = 0
    var stride = 1
    var dilation = 1
    var size = 0
    var at: (row: Int, column: Int)

    var isInside: Bool {
      guard grid.count + 2 * padding > dilation * (size - 1) else { return false }
      let side = (grid.count + 2 * padding - (dilation * (size - 1) + 1)) / stride
      return at.row >= 0 && at.column >= 0 && at.row <= side && at.column <= side
    }

    /// The cells under the window, row by row.
    var window: [Double] {
      (0..<size).flatMap { i in
        (0..<size).map { j in
          let (row, column) = (
            at.row * stride - padding + i * dilation, at.column * stride - padding + j * dilation
          )
          return grid.indices.contains(row) && grid.indices.contains(column) ? grid[row][column] : 0
        }
      }
    }

    var products: [Double] { zip(window, kernel.joined()).map(*) }
  }

  private static func place(_ given: Given) -> (row: Int, column: Int) {
    let at = given.text("at").split(separator: ",").compactMap { Int($0) }
    return (at[0], at[1])
  }

  static func convolution(_ name: String, _ given: Given) -> [Double]? {
    let typed = given.rows("kernel")
    let turned = Array(typed.map { Array($0.reversed()) }.reversed())
    let isFlipped = given.values["flip"] != nil
    let right = Setting(
      grid: given.rows("grid"), kernel: isFlipped ? turned : typed, padding: given.integer("padding"),
      stride: given.integer("stride"), dilation: given.integer("dilation"), size: typed.count,
      at: place(given))
    func sum(_ change: (inout Setting) -> Void) -> [Double] {
      var other = right
      change(&other)
      return other.isInside ? [other.products.reduce(0, +)] : []
    }
    switch name {
    case "flipped-kernel": return isFlipped ? [] : sum { $0.kernel = turned }
    case "forgot-flip": return isFlipped ? sum { $0.kernel = typed } : []
    case "mirrored-once":
      return isFlipped
        ? sum { $0.kernel = Array(typed.reversed()) } + sum { $0.kernel = typed.map { Array($0.reversed()) } }
        : []
    case "transposed":
      return sum { setting in
        let kernel = setting.kernel
        // A turned kernel with rows and columns exchanged is the exchanged one, turned.
        setting.kernel = kernel.indices.map { i in kernel.indices.map { kernel[$0][i] } }
      }
    default: return cells(name, right) { $0.isInside ? $0.products.reduce(0, +) : nil }
    }
  }

  /// Misconceptions about where the window stands and what is added up.
  private static func cells(_ name: String, _ right: Setting, _ value: (Setting) -> Double?) -> [Double]? {
    func changed(_ change: (inout Setting) -> Void) -> [Double] {
      var other = right
      change(&other)
      return value(other).map { [$0] } ?? []
    }
    let products = right.kernel.isEmpty ? [] : right.products
    let total = products.reduce(0, +)
    switch name {
    case "forgot-padding": return right.padding > 0 ? changed { $0.padding = 0 } : []
    case "ignored-stride": return right.stride > 1 ? changed { $0.stride = 1 } : []
    case "ignored-dilation": return right.dilation > 1 ? changed { $0.dilation = 1 } : []
    case "read-a-neighbour": return changed { $0.at.column += 1 } + changed { $0.at.row += 1 }
    case "swapped-row-and-column":
      return right.at.row == right.at.column ? [] : changed { $0.at = ($0.at.column, $0.at.row) }
    case "counted-from-one":
      return changed { $0.at = ($0.at.row - 1, $0.at.column - 1) }
    case "part-of-the-window": return [products.prefix(right.size).reduce(0, +)]
    case "dropped-a-term": return products.last { $0 != 0 }.map { [total - $0] } ?? []
    case "sign-slip": return [-total]
    default: return nil
    }
  }

  static func pooling(_ name: String, _ given: Given) -> [Double]? {
    let kind = given.text("kind")
    let right = Setting(
      grid: given.rows("grid"), stride: given.integer("stride"), size: given.integer("size"), at: place(given)
    )
    func value(_ kind: String, _ setting: Setting) -> Double? {
      guard setting.isInside else { return nil }
      let window = setting.window
      switch kind {
      case "max": return window.sorted().last
      case "average": return window.reduce(0, +) / Double(window.count)
      case "sum": return window.reduce(0, +)
      default: return window.reduce(0) { $0 + $1 * $1 }.squareRoot()
      }
    }
    func other(_ name: String) -> [Double] { value(name, right).map { [$0] } ?? [] }
    switch name {
    case "sum-for-mean": return kind == "average" ? other("sum") : []
    case "mean-for-sum": return kind == "sum" ? other("average") : []
    case "mixed-up-pooling":
      let others = ["max", "average", "sum"].filter { $0 != kind }
      return others.filter { !(kind == "average" && $0 == "sum") && !(kind == "sum" && $0 == "average") }
        .flatMap(other)
    case "forgot-root": return kind == "l2" ? other("l2").map { ($0 * $0).rounded() } : []
    default: return cells(name, right) { value(kind, $0) }
    }
  }
}
