/// Running text in ASCII, where a character may become a word: `β ≤ 1` is `beta <= 1`, `x²` is `x^2`.
///
/// In frames, whose layout must not move, one character takes the place of another instead.
public enum AsciiText {
  /// `text` without anything outside ASCII; characters that have no spelling are written as `\u{e9}`.
  public static func spelled(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    var result = String.UnicodeScalarView()
    var raised: Script?
    for scalar in text.unicodeScalars {
      let (script, letter) = placed(scalar)
      // One mark serves a whole run: x⁻¹ is x^-1.
      if let script, script != raised { result.append(script.mark) }
      raised = script
      if let letter {
        result.append(letter)
      } else {
        result.append(contentsOf: spelling(of: scalar).unicodeScalars)
      }
    }
    return String(result)
  }

  /// What stands above or below the line.
  private enum Script {
    case above, below

    var mark: Unicode.Scalar { self == .above ? "^" : "_" }
  }

  private static func placed(_ scalar: Unicode.Scalar) -> (Script?, Unicode.Scalar?) {
    func digit(_ first: UInt32) -> Unicode.Scalar { Unicode.Scalar(UInt8(scalar.value - first) + 0x30) }
    switch scalar {
    case "¹": return (.above, "1")
    case "²": return (.above, "2")
    case "³": return (.above, "3")
    case "⁰", "⁴"..."⁹": return (.above, digit(0x2070))
    case "⁺": return (.above, "+")
    case "⁻": return (.above, "-")
    case "ᵗ": return (.above, "t")
    case "ᵏ": return (.above, "k")
    case "ⁿ": return (.above, "n")
    case "ᵀ": return (.above, "T")
    case "₀"..."₉": return (.below, digit(0x2080))
    case "₊": return (.below, "+")
    case "₋": return (.below, "-")
    case "ₜ": return (.below, "t")
    case "ₙ": return (.below, "n")
    default: return (nil, nil)
    }
  }

  private static func spelling(of scalar: Unicode.Scalar) -> String {
    if scalar.isASCII { return String(scalar) }
    if let word = words[scalar] { return word }
    let standIn = AsciiGlyph.standIn(for: scalar)
    return standIn == "?" ? "\\u{\(String(scalar.value, radix: 16))}" : String(standIn)
  }

  private static let words: [Unicode.Scalar: String] = [
    "×": "x", "⨯": "x", "✕": "x", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~=", "±": "+-", "∞": "inf",
    "→": "->",
    "⟶": "->", "←": "<-", "√": "sqrt ", "∂": "d", "∇": "grad ", "Σ": "sum ", "∑": "sum ", "Δ": "delta ",
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "η": "eta", "θ": "theta",
    "κ": "kappa", "λ": "lambda", "μ": "mu", "π": "pi", "ρ": "rho", "σ": "sigma", "φ": "phi", "ψ": "psi",
    "ω": "omega", "½": "1/2", "°": " deg", "…": "...", "‖": "||", "∈": " in ", "⌊": "floor(", "⌋": ")",
    "⌈": "ceil(", "⌉": ")", "\u{302}": "_hat", "✓": "ok", "✗": "no", "•": "-",
  ]
}
