/// Why a network does not fit its input, and at which layer.
public struct NetworkShapeError: InputError {
  /// What is wrong.
  public enum Problem: Equatable, Sendable {
    /// Maps are wanted where there is a vector: of the input, or of the layer that made it.
    case wantsMaps(Volume, from: String?)
    /// The window is larger than the padded maps.
    case windowTooLarge(LayerWindow, isKernel: Bool, maps: Extent)
    /// Groups that do not share the channels equally.
    case groupsOfChannels(Int, channels: Int)
    /// More numbers than a tape holds, for so many images at once.
    case tooLargeToEvaluate(images: Int)
    /// A number beyond a limit.
    case beyond(what: String, limit: Int, total: Bool)
  }

  /// The layer's place in the network, from 0.
  public let layer: Int
  /// As it can be typed.
  public let text: String
  /// What.
  public let problem: Problem

  /// Who has to change something.
  public var fault: InputFault {
    switch problem {
    case .wantsMaps, .windowTooLarge, .groupsOfChannels: .data
    case .beyond, .tooLargeToEvaluate: .request
    }
  }

  /// The sentence for the learner, with the layer.
  public var description: String { "layer \(layer + 1) (\(text)): \(sentence)" }

  /// The sentence without the layer.
  public var sentence: String {
    switch problem {
    case .wantsMaps(let volume, nil):
      "it works on maps, but the input is a vector of \(volume.features); an input such as 28x28x1 would do"
    case .wantsMaps(let volume, let layer?):
      "it works on maps, but \(layer) gives a vector of \(volume.features); it would do before that"
    case .windowTooLarge(let window, let isKernel, let maps):
      Self.sentence(window, isKernel: isKernel, maps: maps)
    case .groupsOfChannels(let groups, let channels):
      "\(groups) groups cannot share the \(Plural.count(channels, "channel")) it gets equally; "
        + "\(Self.divisors(of: channels, below: groups)) would do"
    case .tooLargeToEvaluate(let images):
      "it is too large to be computed for \(Plural.count(images, "image")) at once"
    case .beyond(let what, let limit, let total):
      (total ? "up to here the network has" : "it has")
        + " \(what) beyond the limit of \(Numeral.grouped(limit))"
    }
  }

  /// `a 5x5 kernel does not fit the 4x4 map it gets; a padding of 1 would do`
  private static func sentence(_ window: LayerWindow, isKernel: Bool, maps: Extent) -> String {
    let span = window.span
    let dilated =
      window.dilation == 1 ? "" : ", which spans \(span.product) with dilation \(window.dilation),"
    var padded = ""
    if case .zeros(let zeros) = window.padding, zeros != 0 {
      padded = ", \(maps.height + 2 * zeros.height)x\(maps.width + 2 * zeros.width) with its padding"
    }
    let missing = Extent(
      height: max(0, span.height - maps.height + 1) / 2, width: max(0, span.width - maps.width + 1) / 2)
    let wayOut: String
    if missing.height <= Limits.side, missing.width <= Limits.side {
      wayOut = "a padding of \(missing) would do"
    } else {
      wayOut = "a smaller dilation would do"
    }
    return
      "a \(window.size.product) \(isKernel ? "kernel" : "window")\(dilated) does not fit the \(maps.product) map "
      + "it gets\(padded); \(wayOut)"
  }

  /// The nearest smaller number of groups that divides the channels.
  private static func divisors(of channels: Int, below groups: Int) -> String {
    let best = stride(from: min(groups, channels), to: 1, by: -1).first { channels.isMultiple(of: $0) } ?? 1
    return String(best)
  }
}

extension LayerWindow {
  /// Its size with the gaps of dilation: d(f - 1) + 1.
  public var span: Extent {
    Extent(
      height: dilation.height * (size.height - 1) + 1, width: dilation.width * (size.width - 1) + 1)
  }
}
