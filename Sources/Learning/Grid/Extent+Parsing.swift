import Autodiff

/// Two lengths along the axes of a grid, height first, as the engine has them.
public typealias Extent = Autodiff.Extent

extension Extent {
  /// Reads `7` or `7x9` (height x width); signs are read too, so that `-1` is refused for what it means.
  public init(parsing text: some StringProtocol) throws(ExtentError) {
    let sides = text.split(separator: "x", maxSplits: 2, omittingEmptySubsequences: false)
    guard sides.count <= 2 else { throw .malformed(String(text)) }
    do throws(ExtentError) {
      let numbers = try sides.map { (side) throws(ExtentError) in try Self.length(side) }
      self.init(height: numbers[0], width: numbers[numbers.count - 1])
    } catch .beyondLimit {
      throw .beyondLimit(String(text))
    } catch {
      throw .malformed(String(text))
    }
  }

  /// Reads a whole number, with or without a sign.
  static func length(_ text: some StringProtocol) throws(ExtentError) -> Int {
    let digits = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else {
      throw .malformed(String(text))
    }
    guard let number = Int(text) else { throw .beyondLimit(String(text)) }
    return number
  }
}

/// Why a text is no ``Extent`` or ``Padding``.
public enum ExtentError: InputError {
  /// Neither `7` nor `7x9`.
  case malformed(String)
  /// None of `1`, `1x2`, `top,left,bottom,right` and `same`.
  case malformedPadding(String)
  /// A number beyond anything that is accepted.
  case beyondLimit(String)

  /// Who has to change something.
  public var fault: InputFault { .request }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .malformed(let text): "\(Echo.quote(text)) is not a size: write 7 or 7x9 (height x width)"
    case .malformedPadding(let text):
      "\(Echo.quote(text)) is not a padding: write 1, 1x2 (height x width), top,left,bottom,right or same"
    case .beyondLimit(let text): "\(Echo.quote(text)) is beyond the limit of \(Numeral.grouped(Limits.side))"
    }
  }
}
