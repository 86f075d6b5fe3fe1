import Foundation
import Testing

/// Who may import what, held up by reading the `import` lines of Sources.
///
/// The compiler does not see to it: it accepts the import of any module that happens to be built already.
@Suite struct ImportRulesTests {
  /// What each target may import.
  static let rules: [String: Set<String>] = [
    "Autodiff": ["CKernels", "RealModule", "Synchronization"],
    "CKernels": [],
    "CDigits": [],
    "Learning": ["Autodiff", "CDigits", "RealModule", "Synchronization"],
    "Curriculum": ["Learning", "Yams", "Foundation", "FoundationEssentials", "Dispatch", "Synchronization"],
    "TerminalUI": [],
    "Labs": ["Autodiff", "Learning", "Curriculum", "TerminalUI"],
    "CNcurses": [],
    "NcursesBackend": ["CNcurses", "TerminalUI", "Glibc"],
    "strider": [
      "ArgumentParser", "Autodiff", "Learning", "Curriculum", "TerminalUI", "Labs", "NcursesBackend", "Glibc",
    ],
  ]

  /// What the files of a folder may import beyond their target's rule.
  static let exceptions: [String: Set<String>] = [
    "Learning/Data": ["Foundation", "FoundationEssentials", "Glibc"],
    "strider/Session": ["Foundation"],
  ]

  struct Import: Hashable {
    let file: String
    let module: String
  }

  @Test func everyImportIsAllowed() throws {
    let imports = try Self.imports()
    #expect(imports.count > 20)
    let refused = imports.filter { !Self.isAllowed($0) }
    #expect(refused.isEmpty, "\(refused.map { "\($0.file) imports \($0.module)" }.sorted())")
  }

  @Test func everyTargetHasARule() throws {
    let targets = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
    #expect(Set(targets).subtracting(Self.rules.keys) == [])
  }

  static func isAllowed(_ line: Import) -> Bool {
    let folders = line.file.split(separator: "/").dropLast()
    guard let target = folders.first, let rule = rules[String(target)] else { return false }
    let excepted = folders.indices.compactMap { exceptions[folders[...$0].joined(separator: "/")] }
    return rule.contains(line.module) || excepted.contains { $0.contains(line.module) }
  }

  /// All imports of Swift files, with paths below Sources.
  static func imports() throws -> [Import] {
    let enumerator = FileManager.default.enumerator(atPath: sources.path)
    var imports: [Import] = []
    while let file = enumerator?.nextObject() as? String {
      guard file.hasSuffix(".swift") else { continue }
      let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
      for line in text.split(separator: "\n") {
        guard let module = importedModule(of: line) else { continue }
        imports.append(Import(file: file, module: module))
      }
    }
    return imports
  }

  /// The module that `line` imports, whatever attributes, access level and kind stand around its name.
  private static func importedModule(of line: Substring) -> String? {
    let words = line.split(separator: " ")
    let access: Set<Substring> = ["public", "package", "internal", "private", "fileprivate"]
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
    guard let index = words.firstIndex(of: "import"),
      words[..<index].allSatisfy({ access.contains($0) || $0.hasPrefix("@") }),
      let name = words[(index + 1)...].first(where: { !kinds.contains($0) })
    else { return nil }
    return String(name.prefix { $0 != "." })
  }

  private static var sources: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources").standardizedFileURL
  }
}
