import ArgumentParser
import Curriculum
import Learning

/// Where the lessons are; shared by every command that reads them.
struct LessonOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "The folder of lessons to use. (default: the one that came along)")
  var lessons: String?

  /// The lessons of the folder called for, at least one. What is broken is left out; see ``tell(_:)``.
  func catalogue() throws -> Catalogue {
    let catalogue = try Catalogue(folder: LessonFolder.find(option: lessons))
    guard !catalogue.headers.isEmpty else {
      throw LessonRefusal.none(folder: catalogue.folder.path, broken: LessonRemark.text(catalogue.problems))
    }
    return catalogue
  }

  /// Tells on standard error, in one line, what is broken. A command that fails says it in its own line instead.
  func tell(_ problems: [LessonProblem]) {
    if let remark = LessonRemark.text(problems) { StandardError.note(remark) }
  }
}

/// What is said of broken lessons where others can be played.
enum LessonRemark {
  /// The first of `problems` and how many more there are, on one line; `nil` without any.
  static func text(_ problems: [LessonProblem]) -> String? {
    guard let first = problems.first else { return nil }
    let others = problems.count - 1
    return "\(first)" + (others > 0 ? ", and \(others) more: see strider check" : "")
  }
}

/// Why there is no lesson to play.
enum LessonRefusal: InputError {
  /// The folder holds none; maybe because they are broken.
  case none(folder: String, broken: String? = nil)
  /// None is called so; maybe one is called almost so, or is broken.
  case unknown(String, nearest: String?, broken: String? = nil)
  /// All of them are done.
  case allDone

  var fault: InputFault {
    switch self {
    case .none: .access
    case .unknown, .allDone: .request
    }
  }

  var description: String {
    switch self {
    case .none(let folder, let broken):
      "there is no lesson in \(Echo.quote(folder)); "
        + (broken ?? "name their folder with --lessons")
    case .unknown(let text, _, let broken?): "there is no lesson \(Echo.quote(text)); \(broken)"
    case .unknown(let text, let nearest?, nil):
      "there is no lesson \(Echo.quote(text)); did you mean \(nearest)?"
    case .unknown(let text, nil, nil): "there is no lesson \(Echo.quote(text)); strider lessons names them"
    case .allDone: "every lesson is done; name the one to play again, as in: strider learn stride"
    }
  }
}

extension Catalogue {
  /// The lesson that was asked for.
  func header(asked name: String) throws(LessonRefusal) -> LessonHeader {
    guard let header = header(named: name) else {
      let broken = problems.first { $0.file == name || $0.file.hasSuffix("-\(name).yaml") }
      throw .unknown(
        name, nearest: Spelling.nearest(to: name, among: headers.map(\.id)), broken: broken.map { "\($0)" })
    }
    return header
  }

  /// The lesson to go on with.
  func next(after progress: Progress) throws(LessonRefusal) -> LessonHeader {
    guard let header = progress.next(among: headers) else { throw .allDone }
    return header
  }
}
