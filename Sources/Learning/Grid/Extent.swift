/// Two whole numbers that belong to the two axes of a grid, written height first: a size, a padding, a stride or a
/// dilation.
///
/// An extent promises nothing about its range; what uses it does.
public struct Extent: Hashable, Sendable, CustomStringConvertible, ExpressibleByIntegerLiteral {
  /// Along the rows: from top to bottom.
  public var height: Int
  /// Along the columns: from left to right.
  public var width: Int

  /// Height and width.
  public init(height: Int, width: Int) {
    (self.height, self.width) = (height, width)
  }

  /// The same along both axes.
  public init(_ side: Int) {
    self.init(height: side, width: side)
  }

  /// The same along both axes.
  public init(integerLiteral side: Int) {
    self.init(side)
  }

  /// Reads `7` or `7x9` (height x width); signs are read too, so that `-1` is refused for what it means.
  public init(parsing text: some StringProtocol) throws(ExtentError) {
    let sides = text.split(separator: "x", maxSplits: 2, omittingEmptySubsequences: false)
    guard sides.count <= 2 else { throw .malformed(String(text)) }
    var numbers: [Int] = []
    for side in sides {
      let digits = side.first == "-" || side.first == "+" ? side.dropFirst() : side[...]
      guard !digits.isEmpty, digits.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else {
        throw .malformed(String(text))
      }
      guard let number = Int(side) else { throw .beyondLimit(String(text)) }
      numbers.append(number)
    }
    self.init(height: numbers[0], width: numbers[numbers.count - 1])
  }

  /// `7` when both are equal, otherwise `7x9`; reads back as the same extent.
  public var description: String {
    height == width ? "\(height)" : "\(height)x\(width)"
  }

  /// Always both numbers: `7x7`.
  public var product: String { "\(height)x\(width)" }

  /// The number of cells, or `nil` when it is beyond what an `Int` holds.
  public var area: Int? {
    let (area, overflow) = height.multipliedReportingOverflow(by: width)
    return overflow ? nil : area
  }
}

/// Why a text is no ``Extent``.
public enum ExtentError: InputError {
  /// Neither `7` nor `7x9`.
  case malformed(String)
  /// A number beyond anything that is accepted.
  case beyondLimit(String)

  /// Who has to change something.
  public var fault: InputFault { .request }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .malformed(let text): "\(Echo.quote(text)) is not a size: write 7 or 7x9 (height x width)"
    case .beyondLimit(let text): "\(Echo.quote(text)) is beyond the limit of \(Numeral.grouped(Limits.side))"
    }
  }
}
