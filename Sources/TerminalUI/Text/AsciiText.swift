/// Running text in ASCII, where a character may become a word: `β ≤ 1` is `beta <= 1`, `x²` is `x^2`.
///
/// In the pictures of a frame, whose layout must not move, one character takes the place of another instead.
public enum AsciiText {
  /// `text` without anything outside ASCII; characters that have no spelling are written as `\u{e9}`.
  public static func spelled(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    var result = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let (place, letter) = SmallScript.placed(scalar) {
        // One mark serves a whole run: x⁻¹ is x^-1.
        if place != last.flatMap({ SmallScript.placed($0)?.place }) {
          result.append(place == .above ? "^" : "_")
        }
        result.append(letter)
      } else {
        // A bracket needs no blank before it: sqrt(x), but sqrt 2.
        if scalar == "(", result.last == " ", last == "√" { result.removeLast() }
        result.append(contentsOf: spelling(of: scalar).unicodeScalars)
      }
      last = scalar
    }
    return String(result)
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
