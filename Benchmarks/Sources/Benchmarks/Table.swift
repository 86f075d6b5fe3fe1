/// The results as aligned text.
struct Table {
  private static let columns = ["median", "p10", "p90", "GFLOP/s", "peer", "ahead"]

  static var header: String {
    "benchmark".padded(to: 44) + columns.map { $0.padded(to: 11, right: true) }.joined()
  }

  static func line(_ measurement: Measurement) -> String {
    let rate = measurement.rate > 0 ? decimal(measurement.rate, digits: 1) : ""
    var cells = [time(measurement.median), time(measurement.p10), time(measurement.p90), rate]
    var name = ""
    if let peer = measurement.peer {
      cells += [time(peer.nanoseconds), "\(decimal(peer.nanoseconds / measurement.median, digits: 1))x"]
      name = "  \(peer.name)"
    }
    return measurement.name.padded(to: 44) + cells.map { $0.padded(to: 11, right: true) }.joined() + name
  }

  /// Nanoseconds in a unit that leaves three significant digits.
  static func time(_ nanoseconds: Double) -> String {
    switch nanoseconds {
    case ..<1e3: "\(decimal(nanoseconds, digits: 1)) ns"
    case ..<1e6: "\(decimal(nanoseconds / 1e3, digits: 2)) us"
    default: "\(decimal(nanoseconds / 1e6, digits: 2)) ms"
    }
  }

  static func decimal(_ value: Double, digits: Int) -> String {
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    let whole = Int((value * scale).rounded())
    let fraction = String(whole % Int(scale))
    return "\(whole / Int(scale))." + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}

extension String {
  /// The text with spaces to a width, before it or after it.
  func padded(to width: Int, right: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - count))
    return right ? spaces + self : self + spaces
  }
}
