import ArgumentParser

/// How a command prints its result.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print one JSON object: full precision, sorted keys.")
  var json = false

  @Flag(help: "Print text, also where a lab would open.")
  var text = false

  /// Whether a lab opens rather than anything being printed: nobody asked for print, and there is a terminal.
  var opensLab: Bool { !json && !text && LabSession.hasTerminal }

  /// Prints one of the two forms of a result; only that one is made.
  func print(json object: @autoclosure () throws -> JSON, text report: @autoclosure () throws -> Report)
    throws
  {
    if json && text { throw UsageError.conflict("--json", "--text") }
    if json {
      try StandardOutput.write(object())
    } else {
      try StandardOutput.write(report().text)
    }
  }
}
