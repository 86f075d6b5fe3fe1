import Foundation
import Testing

@testable import strider

/// The list of option names that the program keeps is the list of options that its commands declare.
@Suite struct OptionNamesTests {
  @Test(arguments: CommandTraits.names)
  func `the help of every command has an example`(_ command: String) throws {
    let help = try StriderRun([command, "--help"]).output.split { $0.isWhitespace }.joined(separator: " ")
    #expect(help.contains("or example: strider \(command)"), "\(help)")
  }

  @Test func everyOptionIsListed() throws {
    let run = try StriderRun(["--experimental-dump-help"])
    let help = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let declared = names(in: help)
    let source = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Sources/strider/Options/OptionNames.swift"), encoding: .utf8)
    let lists = source.split(separator: "static let ").dropFirst().map { $0.prefix { $0 != "]" } }
    #expect(Set(lists[0].matches(of: /"(--[a-z-]+)"/).map { String($0.1) }) == declared.valued)
    #expect(Set(lists[1].matches(of: /"(--[a-z-]+)"/).map { String($0.1) }) == declared.flags)
  }

  /// The long names of options with and without a value, anywhere in the argument parser's own listing.
  private func names(in node: Any) -> (valued: Set<String>, flags: Set<String>) {
    var (valued, flags) = (Set<String>(), Set<String>())
    if let list = node as? [Any] {
      for element in list {
        let inner = names(in: element)
        valued.formUnion(inner.valued)
        flags.formUnion(inner.flags)
      }
    } else if let object = node as? [String: Any] {
      if let kind = object["kind"] as? String, let all = object["names"] as? [[String: String]] {
        let long = all.filter { $0["kind"] == "long" }.compactMap { $0["name"].map { "--" + $0 } }
        if kind == "option" { valued.formUnion(long) } else { flags.formUnion(long) }
      }
      for value in object.values {
        let inner = names(in: value)
        valued.formUnion(inner.valued)
        flags.formUnion(inner.flags)
      }
    }
    return (valued, flags)
  }
}
