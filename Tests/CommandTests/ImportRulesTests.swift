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
    "Curriculum": ["Foundation", "Dispatch", "Synchronization"],
    "NcursesBackend": ["Glibc"],
    "strider": ["Foundation", "Glibc"],
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
    let sources = try FileManager.default.contentsOfDirectory(
      atPath: Self.top.appendingPathComponent("Sources").path)
    #expect(Set(Self.system.keys).subtracting(sources) == [])
  }

  /// Whoever may import something does: what is allowed and not used any more is not allowed.
  @Test func everyPermissionIsUsed() throws {
    let imports = try Self.imports(below: "Sources")
    for (target, modules) in Self.system {
      #expect(modules.subtracting(imports.filter { $0.file.hasPrefix(target + "/") }.map(\.module)) == [])
    }
  }

  /// The engine's types that `Learning` passes on under their own names, because its own functions take and return them: so
  /// whoever counts cells need not import tapes.
  static let passedOn: Set<String> = ["Extent", "Padding", "PoolingKind"]

  /// A name means one thing everywhere: no two modules declare a type of the same name, nor have files of the same name.
  @Test func noNameStandsInTwoModules() throws {
    let declaration =
      /^(?:@\S+ )*(?:(?:public|package|internal|open|final|indirect) )*(?:struct|class|enum|actor|protocol|typealias) (\w+)(?: = (\w+\.\w+)$)?/
    var modules: [String: Set<Substring>] = [:]
    var passedOn: Set<String> = []
    for file in try Self.swiftFiles(below: "Sources") {
      let module = try #require(file.path.split(separator: "/").first)
      modules[String(file.path.split(separator: "/").last ?? ""), default: []].insert(module)
      for line in file.text.split(separator: "\n") where line.first?.isLetter == true || line.first == "@" {
        guard let name = line.firstMatch(of: declaration) else { continue }
        if module == "Learning", name.2 == "Autodiff.\(name.1)" {
          passedOn.insert(String(name.1))
        } else {
          modules[String(name.1), default: []].insert(module)
        }
      }
    }
    #expect(modules.count > 1_000 && modules["Tape"] == ["Autodiff"] && modules["Screen"] == ["Labs"])
    let shared = modules.filter { $0.value.count > 1 }
    #expect(shared.isEmpty, "\(shared.map { "\($0.key) in \($0.value.sorted())" }.sorted())")
    #expect(passedOn == Self.passedOn)
  }

  /// A lab stands alone: its folder, which has rows for the home screen, uses no type that another lab's folder declares.
  /// What several labs use stands in a folder of no lab, such as `Chrome`, `GridLab` or `Training`.
  @Test func noLabUsesTypesOfAnother() throws {
    let declaration = /^(?:(?:public|package|internal) )?(?:struct|class|enum|protocol|typealias) (\w+)/
    let files = try Self.swiftFiles(below: "Sources/Labs")
    let labs = Set(files.filter { $0.path.hasSuffix("+Entries.swift") }.map { Self.folder(of: $0.path) })
    var declared: [Substring: Substring] = [:]
    var used: [Substring: Set<Substring>] = [:]
    for file in files where labs.contains(Self.folder(of: file.path)) {
      for line in file.text.split(separator: "\n") {
        let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
        if let name = code.firstMatch(of: declaration)?.1 { declared[name] = Self.folder(of: file.path) }
        used[Self.folder(of: file.path), default: []].formUnion(
          code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.filter { $0.first?.isUppercase == true })
      }
    }
    #expect(labs.count > 10 && !labs.contains("GridLab") && declared["LayerPicture"] == "LayerLab")
    for (lab, names) in used {
      let others = names.filter { declared[$0].map { $0 != lab } ?? false }
      #expect(others.isEmpty, "\(lab) uses \(others.map { "\($0) of \(declared[$0] ?? "")" }.sorted())")
    }
  }

  private static func folder(of path: String) -> Substring { path.prefix { $0 != "/" } }

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
    try swiftFiles(below: folder).flatMap { file in
      file.text.split(separator: "\n").compactMap { line in
        importedModule(of: line).map { Import(file: file.path, module: $0) }
      }
    }
  }

  /// All Swift files, with paths below the folder.
  static func swiftFiles(below folder: String) throws -> [(path: String, text: String)] {
    let root = top.appendingPathComponent(folder)
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return try paths.filter { $0.hasSuffix(".swift") }.map { path in
      (path, try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8))
    }
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
