import Curriculum
import Foundation
import Learning
import Testing

@testable import strider

/// Something that reads what it did not write, with inputs that are in order.
struct Reader: CustomTestStringConvertible, Sendable {
  let name: String
  /// How many of all inputs it gets, compared with the others.
  let share: Int
  /// Inputs to begin with.
  let seeds: [String]
  /// Reads the input with the given number and answers what is wrong with the result, which a refusal is not.
  let read: @Sendable ([UInt8], Int) throws -> String?

  var testDescription: String { name }

  static let all: [Reader] = texts + files + screens

  init(
    _ name: String, share: Int, _ seeds: [String],
    _ read: @escaping @Sendable ([UInt8], Int) throws -> String?
  ) {
    (self.name, self.share, self.seeds, self.read) = (name, share, seeds, read)
  }

  /// A reader of text whose refusals are fine, as long as their sentence is on one line and harmless.
  init(
    ofText name: String, share: Int, _ seeds: [String], _ read: @escaping @Sendable (String) throws -> String?
  ) {
    self.init(name, share: share, seeds) { bytes, _ in
      try Self.refusing { try read(String(decoding: bytes, as: UTF8.self)) }
    }
  }

  /// The result of `read`; what it throws must be a refusal in a short sentence that steers no terminal.
  static func refusing(_ read: () throws -> String?) throws -> String? {
    let sentence: String
    do { return try read() } catch let error as any InputError {
      sentence = error.description
    } catch let error as LessonProblems {
      sentence = error.description
    }
    if let scalar = sentence.unicodeScalars.first(where: { !$0.isPrintable && $0 != "\n" }) {
      return "a refusal with \(scalar.debugDescription)"
    }
    return sentence.utf8.count > 4_000 ? "a refusal of \(sentence.utf8.count) bytes" : nil
  }
}

extension Reader {
  /// What is typed in commands and labs, and the words of command lines.
  static let texts: [Reader] = [
    Reader(
      ofText: "grids", share: 25,
      [
        "1 0 -1; 1 0 -1; 1 0 -1", "1,2,3\n4,5,6", "galway", "sobel-x", "[[1, 2], [3, 4]]", "1/9 1/9; 1,5 2",
        "# a\n1;2\n3;4",
      ]
    ) { text in
      let grid = try? Grid(parsingFile: Array(text.utf8))
      if let grid, try Grid(parsing: grid.typed) != grid { return "the rows do not read back" }
      _ = try? KernelSource(parsing: text)
      guard let source = try GridSource(parsing: text) else { return nil }
      return try GridSource(parsing: source.text) == source ? nil : "the source does not read back"
    },
    Reader(
      ofText: "series", share: 10,
      ["10 12 9 11", "10,12,9", "eur-usd", "noise", "1.5;2.5", "-1e-9 1e300 0", "1,5 2,5"]
    ) { text in
      let data = try AverageData(parsing: text)
      for start in AverageStart.allCases {
        _ = try MovingAverage(beta: 0.9, start: start).series(data.samples)
      }
      return nil
    },
    Reader(
      ofText: "expressions", share: 25,
      [
        "x*y + sin(x)", "(1-x)^2+100*(y-x^2)^2", "-x^2^-3 + max(x, relu(-y))/2e3", "log(1+exp(x))",
        "|x|·√y − 2×π²",
        "sqrt(x)^2 + 1/(1/x)", "sigmoid(tanh(abs(min(x, y))))", "((((((x))))))",
        "2^2147483648 + x^9223372036854775807",
      ]
    ) { text in
      let expression = try Expression(parsing: text)
      for value in [0, 1, -2.5, 1e308, .infinity, .nan] {
        let point = Dictionary(uniqueKeysWithValues: expression.variables.map { ($0, value) })
        _ = try expression.recorded(at: point).remarks.map(\.listed)
      }
      return nil
    },
    Reader(
      ofText: "optimizers and schedules", share: 5,
      [
        "adam:lr=0.05,beta1=0.9,correction=multiplied", "nadam:form=pytorch", "cosine:steps=100,floor=0.1",
        "step:drop=0.5",
      ]
    ) { text in
      _ = try? Schedule(parsing: text)
      let rule = try OptimizerConfiguration(parsing: text)
      return try OptimizerConfiguration(parsing: rule.description) == rule ? nil : "it does not read back"
    },
    Reader(
      "answers", share: 25,
      [
        "2.50", "2,5", "5x7", "5 by 7", "cannot", "b", "b a c", "1 000", "1e-3", "3/4", "12%", "(5; 7)",
        "0,5 1,5", "−1.34",
      ]
    ) { bytes, number in
      let topic = QuizTopic.allCases[number % QuizTopic.allCases.count]
      var session = TextSession([QuizItem(GeneratedQuestion(topic: topic, seed: 1, number: number / 40 + 1))])
      _ = session.start()
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n").prefix(20) {
        _ = session.input(String(line))
      }
      return nil
    },
    Reader("command lines", share: 15, commandLines, read(commandLine:number:)),
  ]

  private static let commandLines = [
    "size\n--input\n7x9\n--kernel\n3\n--stride\n2\n--rule\nexact",
    "conv\n--grid\n1 2;3 4\n--kernel\nbox\n--at\n0,0\n--json",
    "conv1d\n--signal\n0 1 2\n--kernel\n1 -1\n--mode\nsame\n--flip",
    "pool\n--kind\nmax\n--size\n2\n--padding=1",
    "ema\n--data\n10 12 9\n--beta\n0.9\n--text",
    "race\n--surface\nbeale\n--start=1,1.5\n--steps\n5\n--optimizer\nadam:lr=0.1",
    "race\n--expression\nx^2\n--rotate\n30\n--condition\n2\n--noise\n1\n--seed\n3",
    "grad\nx*y + sin(x)\n--at\nx=1,y=2\n--json",
    "grad\n-x^2\n--at\nx=-3", "quiz\n--topic\noutput-size\n--count\n3\n--seed\n7\n--export\ngift",
    "help\nsize", "--version",
    "snapshot\nconv:galway?padding=1\n--size\n80x24\n--keys\nright v\n--after\n0.5\n--format\nansi",
    "progress\n--reset\nstride\n--yes",
    "learn\nstride\n--text\n--restart", "report\n--merge\na.strider\nb.strider",
    "open\nrace:ravine\n--theme\nlight", "check\n/nowhere",
    "lessons\n--lessons\n/nowhere\n--json", "present\nstride\n--notes", "doctor\n--ascii\n--color\n256",
  ]

  /// Reads a command line, a word a line, up to where it is carried out.
  @Sendable private static func read(commandLine bytes: [UInt8], number: Int) throws -> String? {
    // No word can hold the zero that ends it.
    let arguments = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self).split(separator: "\n").map(
      String.init)
    do {
      let checked = try OptionNames.checked(arguments)
      switch try Strider.parseAsRoot(checked) {
      case let command as ConvCommand: _ = try command.scene().convolution()
      case let command as EmaCommand: _ = try command.scene()
      case let command as RaceCommand: _ = try command.scene().setup.lineUp()
      default: break
      }
      return nil
    } catch {
      guard !Strider.exitCode(for: error).isSuccess else { return nil }
      let sentence = Failure(error, arguments: arguments).sentence ?? ""
      return sentence.utf8.count > 20_000 ? "a refusal of \(sentence.utf8.count) bytes" : nil
    }
  }
}
