import Autodiff

/// Weights as files hold them, tensor by tensor, and as a training holds them: what is learned, and what is gathered.
extension NetworkWeights {
  /// The weights of a training where it stands.
  public init(of trainer: Trainer<ShapedNetwork, Element>) {
    var (parameters, statistics) = (trainer.state.parameters[...], trainer.state.statistics[...])
    let values = trainer.model.tensors.map { tensor in
      if tensor.role.isLearned {
        defer { parameters = parameters.dropFirst(tensor.count) }
        return Array(parameters.prefix(tensor.count))
      }
      defer { statistics = statistics.dropFirst(tensor.count) }
      return Array(statistics.prefix(tensor.count))
    }
    self.init(values, of: trainer.model)
  }

  /// Reads them from a safetensors file that is read already.
  ///
  /// - Throws: ``WeightsError``
  public init(safetensors bytes: [UInt8], for network: ShapedNetwork) throws(WeightsError) {
    let weights = bytes.withUnsafeBytes { bytes -> Result<NetworkWeights, WeightsError> in
      do throws(WeightsError) { return .success(try NetworkWeights(safetensors: bytes, for: network)) } catch
      {
        return .failure(error)
      }
    }
    self = try weights.get()
  }

  /// What is learned, tensor after tensor.
  public func parameters(of network: ShapedNetwork) -> [Element] {
    zip(network.tensors, values).filter(\.0.role.isLearned).flatMap(\.1)
  }

  /// What batch normalisation has gathered, tensor after tensor.
  public func statistics(of network: ShapedNetwork) -> [Element] {
    zip(network.tensors, values).filter { !$0.0.role.isLearned }.flatMap(\.1)
  }
}
