import Learning

/// What a network is to look at: pixels of 0 to 1, plane by plane, and their shape.
struct PredictedPicture {
  let shape: Volume
  let pixels: [Double]

  /// Rows as typed, or a picture file scaled to what the network takes.
  init(_ given: OptionText, input: Volume?, source: NetworkSource, isInverted: Bool) throws {
    if NumberColumn.isTyped(given.text) {
      let planes = try Self.planes(given)
      let own = Volume.maps(planes[0].extent, channels: planes.count)
      shape = input ?? own
      guard shape.count == own.count, Self.fits(own, shape) else {
        throw UsageError.refused(
          option: given.name, sentence: "these rows are \(own), where the network takes \(shape)",
          fault: .data)
      }
      pixels = planes.flatMap(\.cells).map { isInverted ? 1 - $0 : $0 }
    } else {
      let picture = try given.picture().picture
      shape = input ?? source.usualInput
      guard case .maps(let extent, let channels) = shape, channels == 1 || channels == 3 else {
        throw UsageError.refused(
          option: given.name, sentence: "the network takes \(shape), which no picture is", fault: .data)
      }
      let planes = channels == 1 ? [picture.grey] : picture.coloured.channels
      pixels = planes.flatMap { plane in plane.resampled(to: extent).cells }
        .map { $0 / Double(picture.maximum) }.map { isInverted ? 1 - $0 : $0 }
    }
  }

  private static func planes(_ given: OptionText) throws -> [Grid] {
    let texts = given.text.split(separator: " / ", omittingEmptySubsequences: false).map(String.init)
    let planes = try texts.map { try OptionText(given.name, $0).rows() }
    if let other = planes.first(where: { $0.extent != planes[0].extent }) {
      throw UsageError.refused(
        option: given.name,
        sentence:
          "all channels are of one size, but one is \(planes[0].extent.product) and one \(other.extent.product)",
        fault: .data)
    }
    return planes
  }

  /// Whether rows of the shape `own` are what a network with the input `shape` takes: a vector may come as one row or more.
  private static func fits(_ own: Volume, _ shape: Volume) -> Bool {
    if case .vector = shape { true } else { own == shape }
  }
}

extension NetworkSource {
  /// What the network takes, unless that is said: of layers that are typed, the digits' 8x8.
  fileprivate var usualInput: Volume {
    switch self {
    case .preset(let preset): preset.input
    case .typed: NetworkPreset.digitsCNN.input
    }
  }
}
