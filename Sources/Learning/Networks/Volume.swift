/// The shape of what goes from layer to layer: maps of height, width and channels, or a vector.
public enum Volume: Hashable, Sendable, CustomStringConvertible {
  /// `channels` maps of one size.
  case maps(Extent, channels: Int)
  /// Numbers in a row.
  case vector(Int)

  /// Reads `32x32x3` (height x width x channels), `28x28` (one channel) or `20` (a vector).
  ///
  /// - Throws: ``VolumeError``
  public init(parsing text: some StringProtocol) throws(VolumeError) {
    let sides = text.split(whereSeparator: { "xX×".contains($0) })
    let isSplit = text.count { "xX×".contains($0) } == sides.count - 1
    guard isSplit, sides.count <= 3, sides.allSatisfy({ $0.utf8.allSatisfy(Byte.isDigit) }) else {
      throw .malformed(String(text))
    }
    var numbers: [Int] = []
    for side in sides {
      guard let number = Int(side), (1...Limits.side).contains(number) else {
        throw .outOfRange(String(text))
      }
      numbers.append(number)
    }
    self =
      numbers.count == 1
      ? .vector(numbers[0])
      : .maps(Extent(height: numbers[0], width: numbers[1]), channels: numbers.count == 3 ? numbers[2] : 1)
  }

  /// `[height, width, channels]` or `[numbers]`.
  public var sizes: [Int] {
    switch self {
    case .maps(let extent, let channels): [extent.height, extent.width, channels]
    case .vector(let count): [count]
    }
  }

  /// Channels of maps, numbers of a vector: what batch normalisation calls features.
  public var features: Int {
    switch self {
    case .maps(_, let channels): channels
    case .vector(let count): count
    }
  }

  /// The shape of a tensor of as many images: `[images, channels, height, width]` or `[images, numbers]`.
  public func tensorShape(images: Int) -> [Int] {
    switch self {
    case .maps(let extent, let channels): [images, channels, extent.height, extent.width]
    case .vector(let count): [images, count]
    }
  }

  /// How many numbers there are, or `nil` beyond what an `Int` holds.
  public var count: Int? { sizes.product }

  /// `32x32x3` or `20`; reads back as this.
  public var description: String { sizes.map(String.init).joined(separator: "x") }
}

/// Why a text is no ``Volume``.
public enum VolumeError: InputError {
  /// None of the three forms.
  case malformed(String)
  /// A number that is 0 or beyond ``Limits/side``.
  case outOfRange(String)

  /// Who has to change something.
  public var fault: InputFault { .request }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .malformed(let text):
      "\(Echo.quote(text)) is no input: write 32x32x3 (height x width x channels), 28x28, or 20 for a vector"
    case .outOfRange(let text):
      "the numbers of \(Echo.quote(text)) can be 1 to \(Numeral.grouped(Limits.side))"
    }
  }
}

extension [Int] {
  /// All multiplied; `nil` beyond what an `Int` holds.
  var product: Int? {
    var product = 1
    for factor in self {
      let (next, overflow) = product.multipliedReportingOverflow(by: factor)
      guard !overflow else { return nil }
      product = next
    }
    return product
  }
}
