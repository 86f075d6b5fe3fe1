import TestSupport
import Testing

@testable import TerminalUI

@Suite struct AsciiTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("β ≤ 1", "beta <= 1"), ("0.1x² + 2y²", "0.1x^2 + 2y^2"),
    ("x⁻¹ and x⁴", "x^-1 and x^4"),
    ("V₁ = D₁", "V_1 = D_1"), ("w ← 2·x", "w <- 2*x"), ("7×9", "7x9"), ("∂L/∂w", "dL/dw"),
    ("|∇f|", "|grad f|"),
    ("√(x)", "sqrt(x)"), ("√2 (x)", "sqrt 2 (x)"), ("m̂", "m_hat"), ("a → b … ∞", "a -> b ... inf"),
    ("45°", "45 deg"), ("┌─┐", "+-+"),
    ("⌊n/2⌋", "floor(n/2)"), ("Zoë", "Zo\\u{eb}"), ("漢", "\\u{6f22}"), ("✓ 4", "ok 4"), ("✗ 4", "no 4"),
  ])
  func spelled(_ text: String, _ expected: String) {
    #expect(AsciiText.spelled(text) == expected)
  }

  @Test(arguments: [("aⁿbₙ", "a^nb_n", "anbn"), ("x⁻¹²", "x^-12", "x-12"), ("w₀ᵀ", "w_0^T", "w0T")])
  func whatStandsAboveAndBelowIsTheSameInBothWays(_ text: String, _ spelled: String, _ drawn: String) {
    #expect(AsciiText.spelled(text) == spelled)
    #expect(String(String.UnicodeScalarView(text.unicodeScalars.map(AsciiGlyph.standIn))) == drawn)
  }

  /// What is told apart by a glyph in the same place stays apart.
  @Test(arguments: ["●◉○", "●■▲◆○□△◇", "✓✗", "▶‖", "←→", "≤≥", "╱·", "█░"])
  func standInsKeepApart(_ glyphs: String) {
    let standIns = glyphs.unicodeScalars.map(AsciiGlyph.standIn)
    #expect(Set(standIns).count == glyphs.unicodeScalars.count, "\(standIns)")
  }

  @Test func anAssignmentIsNoComparison() {
    var frame = Frame(size: Size(width: 20, height: 1), look: Look(glyphs: .ascii))
    frame.write("w ← -5 - 2·3", x: 0, y: 0)
    #expect(frame.text == "w = -5 - 2*3")
  }
}
