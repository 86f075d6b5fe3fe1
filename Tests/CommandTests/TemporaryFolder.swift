import Foundation

/// A folder for one test, gone when the value is.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/strider-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw StriderRun.Problem.system("mkdtemp", errno) }
    path = String(cString: made)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and returns its path.
  func file(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let file = path + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }
}
