import Foundation

/// A learner's own folder with a log in it, and a folder with small lessons.
final class LearnersHome {
  private let folder: TemporaryFolder

  /// A home without a log; `lessons` are the files of the folder of lessons.
  init(lessons: [String: String] = SmallLesson.files) throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: lessonsPath, withIntermediateDirectories: true)
    for (name, text) in lessons { _ = try folder.file("lessons/" + name, text.utf8) }
  }

  /// Where things can be written.
  var path: String { folder.path }
  /// The folder of lessons.
  var lessonsPath: String { folder.path + "/lessons" }
  /// The log.
  var logPath: String { folder.path + "/strider/progress.jsonl" }
  /// What makes a process use all that.
  var environment: [String: String] { ["XDG_DATA_HOME": path, "STRIDER_LESSONS": lessonsPath] }

  /// Runs `strider` with `words`, split at spaces.
  func run(_ words: String, input: String = "") throws -> StriderRun {
    try StriderRun(
      words.split(separator: " ").map(String.init), environment: environment, input: input, in: path)
  }

  /// Replaces the log.
  func write(log: some Sequence<UInt8>) throws {
    try FileManager.default.createDirectory(atPath: path + "/strider", withIntermediateDirectories: true)
    _ = try folder.file("strider/progress.jsonl", log)
  }

  /// The bytes of the log; none when there is no log.
  var log: [UInt8] {
    get throws {
      FileManager.default.fileExists(atPath: logPath)
        ? try [UInt8](Data(contentsOf: URL(fileURLWithPath: logPath))) : []
    }
  }

  /// The entries of the log, all of which must be whole.
  var entries: [[String: Any]] {
    get throws {
      try log.split(separator: UInt8(ascii: "\n")).map { line in
        try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any] ?? [:]
      }
    }
  }

  /// The replies in the log, in order. A line may be torn where a process was killed in the middle of its write; then its
  /// reply was not acknowledged either.
  var replies: [String] {
    get throws {
      try log.split(separator: UInt8(ascii: "\n")).compactMap { line in
        let entry = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
        return entry?["reply"] as? String
      }
    }
  }
}

/// Lessons of two steps.
enum SmallLesson {
  /// Two of them, each a part of its own.
  static let files = [
    "30-padding.yaml": text(title: "Padding", term: "padding"),
    "24-stride.yaml": text(title: "Stride", term: "stride"),
    "path.yaml": "parts:\n  - title: First\n    first: stride\n  - title: Then\n    first: padding\n",
  ]

  /// A lesson about `term`.
  static func text(title: String, term: String) -> String {
    """
    title: \(title)
    part: core
    decks:
      galway: [Stride and output size]
    goals:
      - Count windows.
    terms:
      \(term): What this lesson explains.
    steps:
      - id: hops
        text: With **\(term)** the window hops.
        scene: conv:galway/vertical-edge?stride=2
        question:
          kind: size
          prompt: Side of the output?
          answer: 3
          formula: {size: {input: 7, kernel: 3, stride: 2}}
          wrong:
            - answer: 2
              slip: forgot-plus-one
              why: (7 - 3) / 2 = 2
          hints: [Count the hops.]
          solution: (7 - 3) / 2 + 1 = 3
        shows: output 3x3
      - id: end
        text: That is all.
    """
  }
}
