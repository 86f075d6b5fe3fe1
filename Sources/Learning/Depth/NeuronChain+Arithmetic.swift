extension NeuronChain {
  /// What outputs and weights are called: those of a chain of neurons, or those of one recurrent unit over its steps.
  public enum Notation: Hashable, Sendable {
    /// x, y1, y2, …, and w1, w2, …
    case chain
    /// h0, h1, h2, …, and one w.
    case recurrent

    /// The output of the layer with that number, counted from 1; 0 is what goes in.
    public func output(_ number: Int) -> String {
      switch self {
      case .chain: number == 0 ? "x" : "y\(number)"
      case .recurrent: "h\(number)"
      }
    }

    /// The weight of the layer with that number.
    public func weight(_ number: Int) -> String {
      switch self {
      case .chain: "w\(number)"
      case .recurrent: "w"
      }
    }
  }

  private static func text(_ value: Double, _ digits: Int) -> String { Numeral.format(value, digits: digits) }
  private static func factor(_ value: Double, _ digits: Int) -> String {
    Numeral.factor(value, digits: digits)
  }

  /// How the sum of the layer at `index` comes about: `net3 = w3·y2 = 0.8·0.63 = 0.504`.
  public func netArithmetic(at index: Int, _ notation: Notation = .chain, digits: Int = 3) -> String {
    let layer = layers[index]
    let number = index + 1
    return "net\(number) = \(notation.weight(number))·\(notation.output(index)) = "
      + "\(Self.text(layer.weight, digits))·\(Self.factor(output(before: index), digits)) = "
      + Self.text(layer.net, digits)
  }

  /// How its output comes about: `y3 = φ(net3) = sigmoid(0.504) = 0.623`.
  public func outputArithmetic(at index: Int, _ notation: Notation = .chain, digits: Int = 3) -> String {
    let layer = layers[index]
    let number = index + 1
    let before = output(before: index)
    return "\(notation.output(number)) = φ(net\(number))\(hasSkip ? " + " + notation.output(index) : "") = "
      + "\(activation.title)(\(Self.text(layer.net, digits)))"
      + (hasSkip ? " + \(Self.factor(before, digits))" : "") + " = \(Self.text(layer.output, digits))"
  }

  /// How the gradient of the layer at `index` comes of the one behind it:
  /// `∂L/∂y2 = ∂L/∂y3·φ'(net3)·w3 = 0.12·0.235·0.8 = 0.0226`.
  public func gradientArithmetic(at index: Int, _ notation: Notation = .chain, digits: Int = 3) -> String {
    let layer = layers[index]
    let gradient = "∂L/∂\(notation.output(index + 1))"
    guard index + 1 < layers.count else {
      return "\(gradient) = \(notation == .chain ? "y" : notation.output(index + 1)) - t = "
        + "\(Self.text(layer.output, digits)) - \(Self.factor(target, digits)) = \(Self.text(layer.gradient, digits))"
    }
    let next = layers[index + 1]
    let number = index + 2
    let (slope, weight) = (Self.factor(next.slope, digits), Self.factor(next.weight, digits))
    let (symbols, numbers) =
      hasSkip
      ? ("(φ'(net\(number))·\(notation.weight(number)) + 1)", "(\(slope)·\(weight) + 1)")
      : ("φ'(net\(number))·\(notation.weight(number))", "\(slope)·\(weight)")
    return
      "\(gradient) = ∂L/∂\(notation.output(number))·\(symbols) = \(Self.factor(next.gradient, digits))·\(numbers) = "
      + Self.text(layer.gradient, digits)
  }

  /// How the gradient by the weight of the layer at `index` comes about:
  /// `∂L/∂w2 = ∂L/∂y2·φ'(net2)·y1 = 0.0226·0.235·0.69 = 0.00366`; of a recurrent unit it is what that step adds.
  public func weightArithmetic(at index: Int, _ notation: Notation = .chain, digits: Int = 3) -> String {
    let layer = layers[index]
    let number = index + 1
    let name = notation == .chain ? "∂L/∂\(notation.weight(number))" : "step \(number) adds"
    return
      "\(name)\(notation == .chain ? " =" : "") ∂L/∂\(notation.output(number))·φ'(net\(number))·\(notation.output(index)) = "
      + "\(Self.factor(layer.gradient, digits))·\(Self.factor(layer.slope, digits))·"
      + "\(Self.factor(output(before: index), digits)) = \(Self.text(layer.weightGradient, digits))"
  }

  /// The gradient of the layer at `index` as y − t times all factors on the way, the last layers' first; of many factors
  /// the first `most`: `(y - t)·f6·f5·… = 0.622·0.188·0.187·… = 0.00052`.
  public func productArithmetic(at index: Int, _ notation: Notation = .chain, digits: Int = 3, most: Int = 4)
    -> String
  {
    let factors = Array(layers[(index + 1)...].reversed())
    let shown = factors.prefix(most)
    let more = factors.count > most
    let dots = more ? "·…" : ""
    let symbols = shown.indices.map { "·f\(layers.count - $0)" }.joined() + dots
    let numbers = shown.map { "·\(Self.factor($0.factor, digits))" }.joined() + dots
    return
      "∂L/∂\(notation.output(index + 1)) = (\(notation == .chain ? "y" : notation.output(layers.count)) - t)\(symbols) = "
      + "\(Self.text(layers[layers.count - 1].gradient, digits))\(numbers) = \(Self.text(layers[index].gradient, digits))"
      + (more ? ", \(factors.count) factors" : "")
  }
}
