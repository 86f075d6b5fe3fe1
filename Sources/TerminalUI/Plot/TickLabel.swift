/// The text of a tick: a whole number times a power of ten, spelt without rounding.
enum TickLabel {
  /// `number`·10^`exponent`, with as many decimals as the exponent asks for, so that the labels of an axis agree;
  /// very large and very small ones as `2.5e-7`.
  static func text(_ number: Int, exponent: Int) -> String {
    if number == 0 { return "0" }
    let digits = String(number.magnitude)
    let sign = number < 0 ? "-" : ""
    let decimals = max(0, -exponent)
    if decimals > 5 || digits.count + exponent > 6 { return sign + scientific(digits, exponent) }
    if decimals == 0 { return sign + digits + String(repeating: "0", count: exponent) }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  private static func scientific(_ digits: String, _ exponent: Int) -> String {
    var mantissa = Substring(digits)
    while mantissa.count > 1, mantissa.last == "0" { mantissa = mantissa.dropLast() }
    let power = exponent + digits.count - 1
    let fraction = mantissa.dropFirst()
    return "\(mantissa.prefix(1))\(fraction.isEmpty ? "" : "." + fraction)e\(power)"
  }
}
