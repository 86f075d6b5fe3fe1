/// Signs that print well and are hard to type, or come from wide keyboards, and the keys that mean the same.
public enum Signs {
  /// `-`, `*` or `/` for the signs of minus, times and division in print, and the digits for wide ones; any other character
  /// as it is.
  public static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "−", "–", "—", "‐", "‑", "﹣", "－": "-"
    case "·", "×", "⋅", "∙", "∗", "✕", "⨯", "＊": "*"
    case "÷", "∕", "⁄", "／": "/"
    case "０"..."９": Unicode.Scalar(UInt8(scalar.value - 0xFF10) + UInt8(ascii: "0"))
    case "．": "."
    case "，": ","
    default: scalar
    }
  }

  /// `text` with each of its signs made plain.
  public static func plain(_ text: some StringProtocol) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { plain($0) }))
  }

  /// The digit or minus that a raised character stands for: `²` is 2.
  static func raised(_ scalar: Unicode.Scalar) -> Character? {
    switch scalar {
    case "⁻": "-"
    case "⁰": "0"
    case "¹": "1"
    case "²": "2"
    case "³": "3"
    case "⁴": "4"
    case "⁵": "5"
    case "⁶": "6"
    case "⁷": "7"
    case "⁸": "8"
    case "⁹": "9"
    default: nil
    }
  }
}
