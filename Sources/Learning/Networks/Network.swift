/// A network as the lectures write it: `[CONV-RELU-POOL]x2, [FC-RELU]x1, FC, SOFTMAX`.
///
///     network := item (separator item)*            separator := ',' or '-'
///     item    := layer | '[' network ']' 'x' N     N = 0…64, nesting at most 4 deep, 256 layers at most once unfolded
///     layer   := CONV filters size [stride S] [pad P|same|valid] [dilation D] [groups G] [nobias]
///              | DWCONV size [stride S] [pad P|same|valid] [dilation D] [nobias]
///              | MAXPOOL size [stride S] [pad P] [ceil] | AVGPOOL … | SUMPOOL … | L2POOL …
///              | GLOBALPOOL [max|average] | FC units [nobias] | FLATTEN | BN | DROPOUT [rate]
///              | LINEAR | THRESHOLD | SIGMOID | TANH | RELU | LEAKY [slope] | PRELU | SOFTMAX
///
/// Names stand in any case, options in any order; sizes are `3` or `3x5`, height x width. Bare words have the lectures'
/// usual values: CONV is `CONV 10 3x3 pad 1`, POOL is `MAXPOOL 2`, FC is `FC 10`, DROPOUT is `DROPOUT 0.5`, LEAKY is
/// `LEAKY 0.01`, GLOBALPOOL averages. What an input makes of it is a ``ShapedNetwork``.
public struct Network: Hashable, Sendable, CustomStringConvertible {
  /// A part of the text.
  public indirect enum Item: Hashable, Sendable {
    case layer(NetworkLayer)
    /// `[…]xN`
    case repeated([Item], count: Int)
  }

  /// Most layers, repetitions unfolded.
  public static let mostLayers = 256
  /// Deepest nesting of repetitions.
  public static let mostNesting = 4
  /// Most rounds of one repetition.
  public static let mostRounds = 64

  /// The parts as written.
  public let items: [Item]
  /// All layers in order, repetitions unfolded; at least one.
  public let layers: [NetworkLayer]

  /// Reads the notation.
  ///
  /// - Throws: ``NetworkNotationError`` with the layer and column of what is wrong.
  public init(parsing text: some StringProtocol) throws(NetworkNotationError) {
    var parser = try NetworkParser(String(text))
    items = try parser.network()
    layers = Self.layers(of: items)
    guard !layers.isEmpty else { throw NetworkNotationError(column: 1, .noLayers) }
  }

  /// A network of the given layers, one after the other; `nil` for none and for more than ``mostLayers``.
  public init?(_ layers: [NetworkLayer]) {
    guard (1...Self.mostLayers).contains(layers.count) else { return nil }
    self.layers = layers
    items = layers.map { .layer($0) }
  }

  /// The text that reads back as this network: `[CONV 10 3x3 pad 1, RELU, MAXPOOL 2]x2, FC 10`.
  public var description: String { Self.text(of: items) }

  private static func layers(of items: [Item]) -> [NetworkLayer] {
    items.flatMap { item in
      switch item {
      case .layer(let layer): [layer]
      case .repeated(let items, let count): Array(repeatElement(layers(of: items), count: count).joined())
      }
    }
  }

  private static func text(of items: [Item]) -> String {
    items.map { item in
      switch item {
      case .layer(let layer): layer.description
      case .repeated(let items, let count): "[\(text(of: items))]x\(count)"
      }
    }
    .joined(separator: ", ")
  }
}
