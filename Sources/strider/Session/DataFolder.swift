import Glibc

/// Where the learner's own files lie, after the XDG base directory specification.
enum DataFolder {
  /// `$XDG_DATA_HOME/strider`, else `~/.local/share/strider`; `nil` when neither is known.
  static var path: String? {
    // The specification says to ignore relative paths.
    if let set = variable("XDG_DATA_HOME"), set.hasPrefix("/") { return set + "/strider" }
    return variable("HOME").map { $0 + "/.local/share/strider" }
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
