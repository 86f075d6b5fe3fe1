import Foundation

/// Reference data that lies beside the tests in `Fixtures/`.
public enum Fixture {
  /// The bytes of `Fixtures/<name>` next to the calling test file.
  public static func data(_ name: String, beside file: String = #filePath) throws -> Data {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Fixtures")
    return try Data(contentsOf: folder.appendingPathComponent(name))
  }

  /// `Fixtures/<name>` decoded from JSON.
  public static func json<Value: Decodable>(
    _ type: Value.Type, from name: String, beside file: String = #filePath
  ) throws -> Value {
    try JSONDecoder().decode(type, from: data(name, beside: file))
  }
}
