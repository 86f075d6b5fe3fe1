import Foundation
import Testing

/// Who may import what, held up by reading the `import` lines of Sources and Tests against what Package.swift declares.
///
/// The compiler does not see to it: it accepts the import of any module that happens to be built already. `make lint` asks
/// the package manager too, which does not see imports that arrive through another target.
@Suite struct ImportRulesTests {
  /// What comes with Swift or the system and each target may import besides. Tests may import all of it.
  static let system: [String: Set<String>] = [
    "Autodiff": ["Synchronization"],
    "Learning": ["Synchronization"],
    "Curriculum": ["Foundation", "FoundationEssentials", "Dispatch", "Synchronization", "Glibc"],
    "NcursesBackend": ["Glibc"],
    "strider": ["Foundation", "Glibc", "Synchronization"],
  ]
  static let systemOfTests: Set<String> = ["Foundation", "Glibc", "Synchronization", "Testing", "Dispatch"]

  struct Import: Hashable {
    let file: String
    let module: String
  }

  @Test func everyImportIsDeclared() throws {
    let declared = try Self.declared()
    for (folder, isTests) in [("Sources", false), ("Tests", true)] {
      let imports = try Self.imports(below: folder)
      #expect(imports.count > 20)
      let refused = imports.filter { line in
        guard let target = line.file.split(separator: "/").first.map(String.init) else { return true }
        let system = isTests ? Self.systemOfTests : Self.system[target] ?? []
        return !(declared[target] ?? []).union(system).contains(line.module)
      }
      #expect(refused.isEmpty, "\(refused.map { "\($0.file) imports \($0.module)" }.sorted())")
    }
  }

  @Test func everyFolderIsATarget() throws {
    let declared = try Self.declared()
    #expect(declared.count > 10 && declared["Learning"]?.contains("Autodiff") == true)
    for folder in ["Sources", "Tests"] {
      let targets = try FileManager.default.contentsOfDirectory(
        atPath: Self.top.appendingPathComponent(folder).path)
      #expect(Set(targets).subtracting(declared.keys) == [])
    }
  }

  /// What Package.swift declares each target to depend on.
  static func declared() throws -> [String: Set<String>] {
    let manifest = try String(contentsOf: top.appendingPathComponent("Package.swift"), encoding: .utf8)
      .replacingOccurrences(of: "realModule", with: "\"RealModule\"")
    let targets = try #require(manifest.components(separatedBy: "  targets: [\n").last)
    var declared: [String: Set<String>] = [:]
    for chunk in targets.components(separatedBy: "arget(").dropFirst() {
      guard let name = chunk.firstMatch(of: /name: "(\w+)"/)?.1 else { continue }
      let list = chunk.firstMatch(of: /dependencies: \[([^\]]*)\]/)?.1 ?? ""
      declared[String(name)] = Set(list.matches(of: /"(\w+)"/).map { String($0.1) })
    }
    return declared
  }

  /// All imports of Swift files, with paths below the folder.
  static func imports(below folder: String) throws -> [Import] {
    let root = top.appendingPathComponent(folder)
    let enumerator = FileManager.default.enumerator(atPath: root.path)
    var imports: [Import] = []
    while let file = enumerator?.nextObject() as? String {
      guard file.hasSuffix(".swift") else { continue }
      let text = try String(contentsOf: root.appendingPathComponent(file), encoding: .utf8)
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

  private static var top: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
      .standardizedFileURL
  }
}
