import Foundation
import Learning
import Testing

/// What is made in a file but has no line in its list would be unknown to every command.
@Suite struct ListTests {
  @Test func everySurfaceIsListed() throws {
    let made = try Self.lines(in: "Surfaces") {
      $0.contains("static let ") && $0.hasSuffix(" = SurfaceKind(")
    }
    #expect(made == SurfaceKind.allCases.count && Set(SurfaceKind.allCases).count == made)
  }

  @Test func everyOptimizerIsListed() throws {
    let made = try Self.lines(in: "Optimizers") { $0.contains("struct ") && $0.hasSuffix(": Optimizer {") }
    #expect(
      made == OptimizerConfiguration.all.count && Set(OptimizerConfiguration.all.map(\.name)).count == made)
  }

  private static func lines(in folder: String, where isWanted: (Substring) -> Bool) throws -> Int {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/Learning/\(folder)").standardizedFileURL
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try files.map { file in
      try String(contentsOf: file, encoding: .utf8).split(separator: "\n").count(where: isWanted)
    }.reduce(0, +)
  }
}
