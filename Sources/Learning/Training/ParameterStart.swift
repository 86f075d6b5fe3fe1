public import Autodiff

/// How weights and biases start. All draw uniformly from -a…a.
public enum ParameterStart: String, CaseIterable, Codable, Sendable {
  /// a = √(6/inputs), biases 0 (He and others, 2015): for ReLU.
  case he
  /// a = √(6/(inputs + outputs)), biases 0 (Glorot and Bengio, 2010): for tanh.
  case xavier
  /// a = 1/√inputs for weights and biases: what PyTorch's layers do, its Kaiming-uniform with the slope √5.
  case torch

  /// The elements of all tensors, one after the other.
  ///
  /// - Parameter seed: determines all random numbers; they are drawn in order, one for each random element.
  public func elements<Element: Precision>(
    of tensors: [ModelTensor], seed: UInt64, as _: Element.Type
  ) -> [Element] {
    var generator = SplitMix64(seed: seed)
    var elements: [Element] = []
    elements.reserveCapacity(tensors.reduce(0) { $0 + $1.count })
    for tensor in tensors {
      if case .constant(let number) = tensor.start {
        elements += repeatElement(Element(number), count: tensor.count)
        continue
      }
      let limit = limit(tensor.start)
      for _ in 0..<tensor.count {
        elements.append(limit == 0 ? 0 : Element(limit * (2 * generator.uniform() - 1)))
      }
    }
    return elements
  }

  /// The a of -a…a.
  func limit(_ start: ModelTensor.Start) -> Double {
    switch (self, start) {
    case (.he, .weight(let inputs, _)): (6 / Double(inputs)).squareRoot()
    case (.xavier, .weight(let inputs, let outputs)): (6 / Double(inputs + outputs)).squareRoot()
    case (.torch, .weight(let inputs, _)), (.torch, .bias(let inputs)): 1 / Double(inputs).squareRoot()
    case (.he, .bias), (.xavier, .bias), (_, .constant): 0
    }
  }
}
