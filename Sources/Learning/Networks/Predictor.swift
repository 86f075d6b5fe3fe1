public import Autodiff

/// A network with weights, in use on one image at a time.
public struct Predictor<Element: Precision>: Sendable {
  private let network: ShapedNetwork
  private let parameters: [Tensor<Element>]
  private let statistics: [Element]

  /// `network` with `weights`, which are its own. It gives a row of scores.
  public init(_ network: ShapedNetwork, _ weights: NetworkWeights<Element>) {
    self.network = network
    statistics = weights.statistics(of: network)
    parameters = zip(network.tensors, weights.values).filter(\.0.role.isLearned).map { tensor, values in
      do { return try Tensor(shape: tensor.shape, elements: values) } catch {
        preconditionFailure("Weights fill the tensors of their network: \(error).")
      }
    }
  }

  /// The probability of each class: the softmax of the scores.
  ///
  /// - Precondition: as many pixels as the network takes, plane by plane.
  public func probabilities(of pixels: [Element]) -> [Element] {
    let tape = Tape<Element>()
    return scores(tape.constant(image(pixels)), on: tape).softmax().tensor.elements
  }

  /// The pixels moved by `size` along the sign of ∂L/∂pixel, L being the cross-entropy of the class that is predicted: the
  /// step that makes it least likely, if pixels may move by that much each. Goodfellow and others, 2015.
  public func nudged(_ pixels: [Element], by size: Element) -> [Element] {
    let tape = Tape<Element>()
    let image = tape.variable(image(pixels))
    let scores = scores(image, on: tape)
    let predicted = Predictor<Element>.largest(scores.tensor.elements)
    tape.sweep(from: scores.crossEntropy(classes: [predicted]))
    return zip(pixels, tape.adjoint(of: image).elements).map { pixel, slope in
      slope > 0 ? pixel + size : slope < 0 ? pixel - size : pixel
    }
  }

  /// The place of the largest number, the first of several.
  public static func largest(_ numbers: [Element]) -> Int {
    numbers.indices.max { numbers[$0] < numbers[$1] } ?? 0
  }

  private func scores(
    _ image: TensorVariable<Element>, on tape: Tape<Element>
  ) -> TensorVariable<Element> {
    var pass = ForwardPass(statistics: statistics)
    return network.outputs(of: image, parameters: parameters.map { tape.constant($0) }, in: &pass)
  }

  private func image(_ pixels: [Element]) -> Tensor<Element> {
    do { return try Tensor(shape: network.input.tensorShape(images: 1), elements: pixels) } catch {
      preconditionFailure("An image fills what its network takes: \(error).")
    }
  }
}
