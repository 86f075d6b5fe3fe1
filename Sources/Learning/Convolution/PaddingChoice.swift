import Autodiff

/// Cells added on each side, as the engine has them.
public typealias Padding = Autodiff.Padding

/// What is asked of padding.
public enum PaddingChoice: Hashable, Sendable {
  /// So many cells on each side.
  case sides(Padding)
  /// As many as ``SizeRule/same`` takes.
  case same

  /// Reads `1`, `1x2` (height x width), `top,left,bottom,right` or `same`; signs are read too, so that `-1` is refused for
  /// what it means.
  public init(parsing text: some StringProtocol) throws(ExtentError) {
    self = text == "same" ? .same : .sides(try Padding(parsing: text))
  }
}

extension Padding {
  /// Reads `1`, `1x2` (height x width) or `top,left,bottom,right`.
  public init(parsing text: some StringProtocol) throws(ExtentError) {
    let sides = text.split(separator: ",", omittingEmptySubsequences: false)
    do throws(ExtentError) {
      if sides.count == 1 {
        let both = try Extent(parsing: text)
        self.init(height: both.height, width: both.width)
      } else {
        guard sides.count == 4 else { throw .malformedPadding(String(text)) }
        let numbers = try sides.map { (side) throws(ExtentError) in
          try Extent.length(side.drop { $0 == " " })
        }
        self.init(top: numbers[0], left: numbers[1], bottom: numbers[2], right: numbers[3])
      }
    } catch .beyondLimit {
      throw .beyondLimit(String(text))
    } catch {
      throw .malformedPadding(String(text))
    }
  }
}
