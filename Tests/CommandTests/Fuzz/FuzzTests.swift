import Foundation
import Testing

/// No input traps a reader, keeps it busy for two seconds, or takes more than 250 MB: neither files nor messages, neither
/// what is typed nor pasted.
///
/// `make fuzz` tries 200,000 inputs, with the input at hand in the file `strider-fuzz-input` of the folder for temporary
/// files, where it is found if the process ends. A run of all tests tries a few.
@Suite("Fuzz") struct FuzzTests {
  private static let wanted = ProcessInfo.processInfo.environment["STRIDER_FUZZ_INPUTS"].flatMap { Int($0) }

  @Test(arguments: Reader.all)
  func noInputDoesHarm(_ reader: Reader) throws {
    let count = max(10, (Self.wanted ?? 3_000) * reader.share / Reader.all.reduce(0) { $0 + $1.share })
    let isAlone = Self.wanted != nil
    var mutator = Mutator(reader.seeds, seed: 12)
    var harm: [String] = []
    for number in 0..<count {
      let input = mutator.next()
      if isAlone { try Self.keep(input) }
      let damage = try Damage(isAlone: isAlone) {
        if let complaint = try reader.read(input, number) {
          harm.append("\(complaint): \(Self.text(input))")
        }
      }
      if damage.isHarm { harm.append("\(damage): \(Self.text(input))") }
      if harm.count >= 5 { break }
    }
    #expect(harm == [], "\(reader.name)")
  }

  private static let inputFile = FileManager.default.temporaryDirectory.appendingPathComponent(
    "strider-fuzz-input")

  private static func keep(_ input: [UInt8]) throws { try Data(input).write(to: inputFile) }

  private static func text(_ input: [UInt8]) -> String {
    let text = String(decoding: input.prefix(600), as: UTF8.self)
    return text.debugDescription + (input.count > 600 ? " … \(input.count) bytes" : "")
  }
}
