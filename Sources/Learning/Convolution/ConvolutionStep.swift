/// One output cell opened up: window, products, sum, and what becomes of the sum.
public struct ConvolutionStep: Hashable, Sendable {
  /// The output cell.
  public let position: Position
  /// The input under each kernel cell, 0 on padding; shaped as the kernel, without the gaps of dilation.
  public let window: Grid
  /// The kernel as applied, that is flipped when the convolution flips.
  public let kernel: Grid
  /// Window times kernel, cell by cell.
  public let products: Grid
  /// All products added up in row order, before bias and ReLU.
  public let sum: Double
  /// The bias added to the sum.
  public let bias: Double
  /// Whether a negative result becomes 0.
  public let hasReLU: Bool

  init(position: Position, window: Grid, kernel: Grid, bias: Double, hasReLU: Bool) {
    (self.position, self.window, self.kernel) = (position, window, kernel)
    (self.bias, self.hasReLU) = (bias, hasReLU)
    products = Grid(extent: window.extent, cells: zip(window.cells, kernel.cells).map { $0 * $1 })
    sum = products.cells.reduce(0, +)
  }

  /// The output cell's value: sum plus bias, through ReLU when there is one.
  public var value: Double { Self.finish(sum, bias: bias, hasReLU: hasReLU) }

  static func finish(_ sum: Double, bias: Double, hasReLU: Bool) -> Double {
    let biased = sum + bias
    return hasReLU && biased <= 0 ? 0 : biased
  }

  /// The sum with its numbers put in: `1·1 + 2·0 + 4·(-1) + … = 0`.
  ///
  /// - Parameters:
  ///   - digits: significant digits of every number.
  ///   - terms: the most products that are written; of more, the first ones and the last.
  public func arithmetic(digits: Int = 4, terms: Int = .max) -> String {
    let count = window.cells.count
    let shown = count <= max(2, terms) ? 0..<count : 0..<max(2, terms) - 1
    var written = shown.map { term($0, digits: digits) }
    if shown.count < count { written += ["…", term(count - 1, digits: digits)] }
    return written.joined(separator: " + ") + " = " + Numeral.format(sum, digits: digits)
  }

  /// What follows the sum, with the numbers put in: `0 + (-2) = -2`, `relu(0 + (-2)) = 0`; `nil` without bias and ReLU.
  public func finish(digits: Int = 4) -> String? {
    guard bias != 0 || hasReLU else { return nil }
    var text = Numeral.format(sum, digits: digits)
    if bias != 0 { text += " + " + Numeral.factor(bias, digits: digits) }
    if hasReLU { text = "relu(\(text))" }
    return text + " = " + Numeral.format(value, digits: digits)
  }

  private func term(_ index: Int, digits: Int) -> String {
    let factors = [window.cells[index], kernel.cells[index]]
    return factors.map { Numeral.factor($0, digits: digits) }.joined(separator: "·")
  }
}
