public import Autodiff

/// One example on its way through all layers of a network in use, and what its loss hands back to each number.
public struct NetworkPath: Equatable, Sendable {
  /// The pixels, plane by plane.
  public let input: [Double]
  /// What each layer gives: maps plane by plane, row by row, or a vector.
  public let outputs: [[Double]]
  /// ∂L/∂output of each layer, L being the cross-entropy of the true class; 0 where a number has no part in it.
  public let gradients: [[Double]]
  /// ∂L/∂input.
  public let inputGradient: [Double]
  /// The softmax of the scores.
  public let probabilities: [Double]
  /// -ln of the true class's probability.
  public let loss: Double

  /// The class with the highest probability, the first of several.
  public var said: Int { probabilities.indices.max { probabilities[$0] < probabilities[$1] } ?? 0 }

  /// What layer `index` gets.
  public func input(of index: Int) -> [Double] { index == 0 ? input : outputs[index - 1] }
}

extension Trainer where Model == ShapedNetwork {
  /// The way of an example through the network as it stands, in use.
  ///
  /// - Parameters:
  ///   - example: its numbers, as many as the network takes.
  ///   - truth: its class, counted from 0.
  public func path(of example: [Double], truth: Int) -> NetworkPath {
    withModel { tape, parameters, pass in
      let image: Tensor<Element>
      do {
        image = try Tensor(shape: model.input.tensorShape(images: 1), elements: example.map { Element($0) })
      } catch {
        preconditionFailure("An example fills what its network takes: \(error).")
      }
      let first = tape.variable(image)
      let layers = model.activations(of: first, parameters: parameters, in: &pass)
      let scores = layers[model.scoreLayers.count - 1]
      let loss = scores.crossEntropy(classes: [truth])
      let probabilities = scores.softmax().tensor.elements
      tape.sweep(from: loss)
      func numbers(_ elements: [Element]) -> [Double] { elements.map { Double($0) } }
      return NetworkPath(
        input: numbers(image.elements), outputs: layers.map { numbers($0.tensor.elements) },
        gradients: layers.map { numbers(tape.adjoint(of: $0).elements) },
        inputGradient: numbers(tape.adjoint(of: first).elements), probabilities: numbers(probabilities),
        loss: Double(loss.number.value))
    }
  }

  /// What the network makes of all of `pictures`: the probability of each class, picture by picture.
  public func probabilities(of pictures: Tensor<Element>) -> [[Double]] {
    let rows = withModel { tape, parameters, pass in
      model.outputs(of: tape.constant(pictures), parameters: parameters, in: &pass).softmax().tensor
    }
    let width = rows.shape[1]
    return (0..<rows.shape[0]).map { row in
      rows.elements[(row * width)..<((row + 1) * width)].map { Double($0) }
    }
  }
}
