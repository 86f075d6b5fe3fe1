/// Characters that stand above or below the line, and what they are on it.
enum SmallScript {
  case above, below

  /// Where `scalar` stands and its ASCII character: `⁴` is 4 above, `₊` is + below; `nil` for what stands on the line.
  static func placed(_ scalar: Unicode.Scalar) -> (place: SmallScript, letter: Unicode.Scalar)? {
    switch scalar {
    case "¹": (.above, "1")
    case "²": (.above, "2")
    case "³": (.above, "3")
    case "⁰", "⁴"..."⁹": (.above, digit(scalar, from: "⁰"))
    case "⁺": (.above, "+")
    case "⁻": (.above, "-")
    case "ᵗ": (.above, "t")
    case "ᵏ": (.above, "k")
    case "ⁿ": (.above, "n")
    case "ᵀ": (.above, "T")
    case "₀"..."₉": (.below, digit(scalar, from: "₀"))
    case "₊": (.below, "+")
    case "₋": (.below, "-")
    case "ₜ": (.below, "t")
    case "ₙ": (.below, "n")
    default: nil
    }
  }

  private static func digit(_ scalar: Unicode.Scalar, from zero: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(ascii: "0") + UInt8(scalar.value - zero.value))
  }
}
