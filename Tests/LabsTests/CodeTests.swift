import Learning
import TestSupport
import Testing

@testable import Labs

@Suite("Code for libraries")
struct CodeTests {
  /// What a block of code takes from a library it imports, in every view of every lab.
  @Test func importsWhatItNeeds() throws {
    for kind in SceneLab.all { try Self.expectImports(kind) }
  }

  private static func expectImports<L: TopicLab>(_ kind: L.Type) throws {
    for scene in kind.homeEntries.map(\.scene) {
      var lab = try kind.opened(scene)
      for _ in 1...6 {
        let heads = lab.code.dropLast()
        for (head, block) in zip(heads, lab.code.dropFirst()) {
          guard case .heading(let library) = head, case .code(let lines) = block else { continue }
          // Single calls that are named, not made.
          if library.hasPrefix("Where ") { continue }
          let imports = lines.filter { $0.hasPrefix("import ") || $0.hasPrefix("from ") }
          let words = Set(imports.flatMap { $0.split { !$0.isLetter && $0 != "_" } })
          for module in ["torch", "keras", "np", "math", "tf", "nn", "F", "layers", "ops"] {
            let isUsed = lines.contains { line in
              !imports.contains(line) && line.matches(of: /(?:^|[^\w.])(\w+)\./).contains { $0.1 == module }
            }
            #expect(!isUsed || words.contains(Substring(module)), "\(scene), \(library): \(module)")
          }
        }
        lab.press("v")
      }
    }
  }

  /// In use the averages of the screen normalise, not those of a fresh layer.
  @Test func theAveragesOfTheScreenAreSet() throws {
    let lab = try NormLab.opened("norm:1;2;3;4?view=use&drift=0.5&step=5")
    let running = lab.picture.running[5]
    func written(_ number: Double) -> String { PythonText.number((number * 1e9).rounded() / 1e9) }
    let code = lab.code.flatMap { block -> [String] in if case .code(let lines) = block { lines } else { [] }
    }
    #expect(code.contains("bn.running_mean.data = torch.tensor([\(written(running.mean[0]))])"))
    #expect(code.contains("bn.running_var.data = torch.tensor([\(written(running.variance[0]))])"))
    #expect(code.contains("bn.moving_variance.assign([\(written(running.variance[0]))])"))
  }

  /// PyTorch refuses to go back through comparisons alone.
  @Test(arguments: ["curve:threshold", "curve:zero-one"])
  func comparisonsHaveNoWayBack(_ scene: String) throws {
    let code = try CurveLab.opened(scene).code
    #expect(
      !code.contains { if case .code(let lines) = $0 { lines.contains("y.backward()") } else { false } })
  }
}
