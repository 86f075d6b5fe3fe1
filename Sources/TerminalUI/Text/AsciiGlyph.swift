/// Stand-ins of one column for the glyphs that Strider draws, for terminals that have only ASCII.
///
/// One glyph becomes one character, so a layout never moves when the glyph set changes.
enum AsciiGlyph {
  /// The stand-in for `scalar`; "?" when there is none.
  static func standIn(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII { return scalar }
    switch scalar {
    case "─", "━", "╌", "┄", "–", "—", "−", "▔", "▁": return "-"
    case "│", "┃", "╎", "┆", "▏", "▕": return "|"
    case "┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼", "╭", "╮", "╰", "╯", "┏", "┓", "┗", "┛", "╂", "┿":
      return "+"
    // An assignment, as in w ← w - lr·g; the arrow keys have words of their own.
    case "←", "⟵": return "="
    case "◀", "‹", "◄", "≤": return "<"
    case "→", "▶", "▸", "›", "►", "≥", "⟶": return ">"
    case "↑", "▲", "⌃": return "^"
    case "↓", "▼", "▽", "∨": return "v"
    case "·", "×", "•", "∗", "⋆", "★": return "*"
    // Chosen and open, filled and empty stay apart.
    case "◉": return "@"
    case "●": return "O"
    case "◑": return ":"
    case "◔": return "."
    case "○", "◌": return "o"
    case "◆": return "%"
    case "◇": return "&"
    case "□": return "="
    case "△": return "/"
    case "█", "▇", "▆", "■", "▓": return "#"
    case "▌", "▐", "▎", "▍", "▋", "▊", "▉", "▒", "▄", "▀", "▅", "▃", "▂", "░", "╱", "▦", "▨": return ":"
    case "…": return "~"
    case "√": return "v"
    case "°": return "'"
    case "ψ": return "y"
    case "φ": return "f"
    case "∂", "δ": return "d"
    case "∇": return "V"
    case "Σ", "∑": return "S"
    case "Δ": return "D"
    case "α": return "a"
    case "β": return "b"
    case "γ": return "g"
    case "ε", "∈": return "e"
    case "η": return "n"
    case "λ": return "l"
    case "μ": return "u"
    case "π": return "p"
    case "ρ": return "r"
    case "σ": return "s"
    case "θ": return "t"
    case "ω": return "w"
    case "κ": return "k"
    case "‖": return "|"
    case "≈", "≃": return "~"
    case "≠": return "!"
    case "±": return "+"
    case "✓": return "+"
    case "✗": return "x"
    case "“", "”", "„": return "\""
    case "‘", "’": return "'"
    case "⌊", "⌈", "⟨": return "["
    case "⌋", "⌉", "⟩": return "]"
    case "ˆ", "̂": return "^"
    case "\u{A0}": return " "
    case "\u{2800}": return " "
    case "\u{2801}"..."\u{28FF}": return "*"
    default: return SmallScript.placed(scalar)?.letter ?? "?"
    }
  }
}
