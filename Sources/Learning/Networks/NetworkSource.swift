/// A network by its name, or as typed.
public enum NetworkSource: Hashable, Sendable {
  case preset(NetworkPreset)
  case typed(Network)

  /// Reads the name of a preset, and anything else as layers.
  ///
  /// - Throws: ``NetworkNotationError``, also for a name that is nearly that of a preset.
  public init(parsing text: some StringProtocol) throws(NetworkNotationError) {
    let name = text.trimmed.lowercased()
    if let preset = NetworkPreset(rawValue: name) {
      self = .preset(preset)
      return
    }
    do {
      self = .typed(try Network(parsing: text))
    } catch {
      let names = NetworkPreset.allCases.map(\.name)
      let similar =
        Spelling.nearest(to: name, among: names).map { [$0] } ?? Spelling.similar(to: name, among: names)
      guard case .unknownLayer = error.problem, !similar.isEmpty else { throw error }
      throw NetworkNotationError(column: 1, .unknownPreset(name, similar: similar))
    }
  }

  /// The layers.
  public var network: Network {
    switch self {
    case .preset(let preset): preset.network
    case .typed(let network): network
    }
  }

  /// Text that reads back as this source: a name, or layers.
  public var text: String {
    switch self {
    case .preset(let preset): preset.name
    case .typed(let network): network.description
    }
  }
}
