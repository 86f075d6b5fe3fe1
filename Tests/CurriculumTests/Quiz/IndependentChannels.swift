/// A cell of a layer over several channels, by plain loops over rows of numbers.
struct IndependentChannels {
  private let channels: [[[Double]]]
  private let kernels: [[[Double]]]
  private let bias: Double
  private let padding: Int
  private let hasReLU: Bool
  private let row: Int
  private let column: Int

  init(_ given: Given) {
    func grids(_ name: String) -> [[[Double]]] {
      given.text(name).components(separatedBy: " / ").map { grid in
        grid.split(separator: ";").map { $0.split(separator: " ").compactMap { Double($0) } }
      }
    }
    (channels, kernels) = (grids("channels"), grids("filter"))
    (bias, padding) = (given.number("bias"), given.integer("padding"))
    hasReLU = given.text("relu") == "true"
    let at = given.text("at").split(separator: ",").compactMap { Int($0) }
    (row, column) = (at[1], at[2])
  }

  private func sum(_ channel: Int, _ kernel: Int, _ row: Int, _ column: Int) -> Double {
    var sum = 0.0
    for (i, weights) in kernels[kernel].enumerated() {
      for (j, weight) in weights.enumerated() {
        let (y, x) = (row + i - padding, column + j - padding)
        if channels[channel].indices.contains(y), channels[channel][y].indices.contains(x) {
          sum += weight * channels[channel][y][x]
        }
      }
    }
    return sum
  }

  private func active(_ value: Double) -> Double { hasReLU && value < 0 ? 0 : value }

  /// The sums of the channels at a place, each under the kernel that `kernel` names.
  private func sums(_ row: Int, _ column: Int, kernel: (Int) -> Int = { $0 }) -> [Double] {
    channels.indices.map { sum($0, kernel($0), row, column) }
  }

  private func value(_ row: Int, _ column: Int, kernel: (Int) -> Int = { $0 }) -> Double {
    active(bias + sums(row, column, kernel: kernel).reduce(0, +))
  }

  var value: Double { value(row, column) }

  /// Whether there is an output cell.
  private func isInside(_ row: Int, _ column: Int) -> Bool {
    let last = channels[0].count + 2 * padding - kernels[0].count
    return (0...last).contains(row) && (0...last).contains(column)
  }

  func slip(_ name: String) -> [Double]? {
    let parts = sums(row, column)
    let all = parts.reduce(0, +)
    let count = Double(parts.count)
    func cell(_ row: Int, _ column: Int) -> [Double] { isInside(row, column) ? [value(row, column)] : [] }
    switch name {
    case "forgot-bias": return [active(all)]
    case "bias-per-channel": return [active(all + count * bias)]
    case "forgot-activation": return [all + bias]
    case "activated-each-channel": return [active(parts.reduce(bias) { $0 + active($1) })]
    case "bias-after-activation": return hasReLU ? [active(all) + bias] : []
    case "one-channel": return [active(parts[0] + bias)]
    case "left-out-a-channel": return parts.count > 2 ? [active(parts[0] + parts[1] + bias)] : []
    case "averaged-channels": return parts.count == 2 ? [active(all / 2 + bias)] : []
    case "one-kernel-for-all": return [value(row, column) { _ in 0 }]
    case "exchanged-kernels": return parts.count == 2 ? [value(row, column) { 1 - $0 }] : []
    case "read-a-neighbour": return cell(row, column + 1) + cell(row + 1, column)
    case "swapped-row-and-column": return cell(column, row)
    case "counted-from-one": return row > 0 && column > 0 ? cell(row - 1, column - 1) : []
    default: return nil
    }
  }
}
