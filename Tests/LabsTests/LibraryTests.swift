import Curriculum
import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

/// Search, filters, the quiz menu and the progress screen.
@Suite struct LibraryTests {
  private static func text(_ keys: String, _ library: Library? = nil, _ width: Int = 80, _ height: Int = 24)
    -> String
  {
    var screen = Screen(home: library ?? CourseScreenTests.library)
    screen.resize(width, height)
    screen.press(keys)
    return TextWriter.text(of: screen.drawn(width, height))
  }

  private static func spelled(_ word: String) -> String {
    "/ " + word.map(String.init).joined(separator: " ")
  }

  /// A wrong answer that one slip leads to.
  private static let slip = Quiz(topics: [.outputSize], seed: 7).prefix(9).flatMap(\.question.wrong)
    .first { $0.misconception?.rawValue == "forgot-plus-one" }

  /// A learner who missed some questions.
  static var learner: Library {
    var library = CourseScreenTests.library
    for (number, topic) in ["output-size", "softmax", "chain-rule"].enumerated() {
      let record = AnswerRecord(
        item: "\(topic)-7-1", skill: topic, reply: "99",
        verdict: number == 0
          ? slip.map(Verdict.slip) ?? .wrong : .wrong,
        attempt: 1, hints: 0)
      if let record {
        library.progress.add(
          ProgressRecord(.answered(record), at: .init(timeIntervalSince1970: 1_800_000_000)))
      }
    }
    library.reviews = library.progress.reviews(at: .init(timeIntervalSince1970: 1_800_200_000))
    return library
  }

  @Test(arguments: [
    ("ackley", "Ackley", "surface"), ("nadam", "Nadam", "optimizer"),
    ("zigzag", "Zigzag in a ravine", "race"),
    ("sobel", "Sobel", "kernel"), ("galway", "galway", "grid"),
    ("perceptron", "A neuron with a sigmoid", "graph"),
    ("pooling", "Pooling", "lab"),
  ])
  func `search finds what opens as a scene`(_ query: String, _ title: String, _ kind: String) {
    let rows = Self.text(Self.spelled(query)).split(separator: "\n")
    #expect(
      rows.contains { $0.lowercased().contains(title.lowercased()) && $0.hasSuffix(" " + kind) }, "\(rows)")
  }

  @Test func `every scene that search finds opens`() throws {
    for entry in SearchEntry.all {
      _ = try Screen(scene: Scene(parsing: entry.scene))
      #expect(entry.sentence.hasSuffix(".") && !entry.sentence.hasSuffix(".."), "\(entry.sentence)")
    }
  }

  @Test func `near spellings are found, and that is said`() {
    let text = Self.text(Self.spelled("rosenbrok"))
    #expect(text.contains("Nothing holds these letters; this is \"rosenbrock\"."))
    #expect(text.contains("Rosenbrock's valley"))
    #expect(Self.text(Self.spelled("qqqqqq")).contains("Nothing holds these letters, or others like them."))
  }

  @Test func `a filter that hides things says so`() {
    let finished = Self.text("l f")
    #expect(finished.contains("1 of 35 finished; only finished lessons, 34 hidden (f)"))
    #expect(Self.text("l / s t r i d e").contains(" hidden"))
    #expect(!Self.text("l").contains("hidden"))
  }

  @Test func `the quiz offers what was missed`() {
    #expect(!Self.text("z").contains("Missed questions"))
    #expect(Self.text("z", Self.learner).contains("3 questions not yet right at once"))
    var screen = Screen(home: Self.learner)
    screen.resize(80, 24)
    screen.press("z down")
    #expect(screen.update(.key(.enter)) == .request(.missed))
  }

  @Test(arguments: [Size(width: 60, height: 18), Size(width: 80, height: 24), Size(width: 120, height: 40)])
  func `progress looks as recorded`(_ size: Size) throws {
    for (name, keys) in [("progress", "w"), ("progress-end", "w end")] {
      var screen = Screen(home: Self.learner)
      screen.resize(size.width, size.height)
      screen.press(keys)
      let frame = screen.drawn(size.width, size.height)
      #expect(frame.faults.isEmpty)
      try expectScreen(frame, named: "course-\(name)-\(size.width)x\(size.height)")
    }
  }

  @Test func `progress scrolls to its end and stops there`() {
    let end = Self.text("w end", Self.learner)
    #expect(end.contains("3 missed questions not yet right at once"))
    #expect(Self.text("w end down down pagedown", Self.learner) == end)
    #expect(Self.text("w end home", Self.learner) == Self.text("w", Self.learner))
    #expect(Self.text("w ?", Self.learner).contains("a page down"))
    #expect(Self.text("? pagedown end", Self.learner, 120, 60).contains("Progress: mastery"))
  }
}
