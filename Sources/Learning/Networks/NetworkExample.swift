/// A small network with one example and what it should give: what one step of backpropagation needs.
///
/// Weights and biases are drawn as PyTorch draws them, from the seed, and rounded to one decimal so that they can be read.
public struct NetworkExample: Hashable, Sendable {
  /// The layers.
  public var network: Network
  /// The channels of the example; a single row is a vector.
  public var planes: [Grid]
  /// The right class, from 0; of a network with one output the value that it should give.
  public var target = 0.0
  /// What determines the weights.
  public var seed: UInt64 = 1

  /// `network` on an example.
  ///
  /// - Precondition: `planes` has at least one plane, and all are of one size.
  public init(_ network: Network, planes: [Grid]) {
    (self.network, self.planes) = (network, planes)
  }

  /// What the first layer gets.
  public var volume: Volume {
    let extent = planes[0].extent
    return planes.count == 1 && extent.height == 1
      ? .vector(extent.width) : .maps(extent, channels: planes.count)
  }

  /// The channels as they can be typed: `1,0.5`, or `1 0; 0 1 / 2 1; 1 0`.
  public var typedPlanes: String { planes.count == 1 ? planes[0].typed : LayerScene.text(planes) }

  /// The vector 1, 0.5: an example for whoever types a network alone.
  public static let usualPlanes = [Grid(width: 2, [1, 0.5])]

  /// Most numbers in all tensors of the tape, so that each can be looked at.
  public static let mostNumbers = 400
  /// The largest value that a network should give.
  public static let mostTarget = 1_000.0

  /// The network with its sizes.
  ///
  /// - Throws: ``NetworkExampleError``
  public func shaped() throws(NetworkExampleError) -> ShapedNetwork {
    let shaped: ShapedNetwork
    do { shaped = try ShapedNetwork(network, input: volume) } catch { throw .shape(error) }
    guard case .vector(let count) = shaped.output else { throw .noScores(shaped.output) }
    let numbers = shaped.layers.reduce(shaped.parameters) { sum, layer in
      sum + min(Self.mostNumbers, layer.output.count ?? Self.mostNumbers)
    }
    guard numbers <= Self.mostNumbers else { throw .tooLarge(numbers) }
    if count == 1 {
      guard abs(target) <= Self.mostTarget else { throw .target(target) }
    } else {
      guard target >= 0, target < Double(count), target == target.rounded() else {
        throw .noClass(target, of: count)
      }
    }
    return shaped
  }
}

/// Why there is no tape of a network.
public enum NetworkExampleError: InputError {
  /// Layers that do not fit.
  case shape(NetworkShapeError)
  /// A network that gives maps, whose loss is not defined.
  case noScores(Volume)
  /// So many numbers, or more, that they cannot be looked at one by one.
  case tooLarge(Int)
  /// No class of so many.
  case noClass(Double, of: Int)
  /// Numbers so large that the engine can go no further.
  case notFinite
  /// A value that is too large.
  case target(Double)

  /// Who has to change something.
  public var fault: InputFault {
    switch self {
    case .shape(let error): error.fault
    case .noScores, .notFinite: .data
    case .tooLarge, .noClass, .target: .request
    }
  }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .shape(let error): error.description
    case .noScores(let volume):
      "the network gives maps (\(volume)), not scores: let it end with FC and a number of classes"
    case .tooLarge:
      "a tape is drawn of networks with up to \(NetworkExample.mostNumbers) weights and outputs together; net shows larger ones"
    case .noClass(let target, let count):
      "target=\(Numeral.format(target)): there are \(count) outputs, so the classes are 0 to \(count - 1)"
    case .notFinite: "the numbers of the input are so large that the network's are not finite"
    case .target: "the target must be -\(Numeral.grouped(1_000)) to \(Numeral.grouped(1_000))"
    }
  }
}
