import ArgumentParser
import Curriculum
import Learning

/// Where the lessons are; shared by every command that reads them.
struct LessonOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "The folder of lessons to use. (default: the one that came along)")
  var lessons: String?

  /// The lessons of the folder called for. What is broken among them is left out, and told on standard error.
  func catalogue() throws -> Catalogue {
    let catalogue = try silentCatalogue()
    if let remark = LessonRemark.text(catalogue.problems) { StandardError.note(remark) }
    guard !catalogue.headers.isEmpty else { throw LessonRefusal.none(folder: catalogue.folder.path) }
    return catalogue
  }

  /// The lessons of the folder called for, without a word about what is broken, and maybe none.
  func silentCatalogue() throws -> Catalogue { try Catalogue(folder: LessonFolder.find(option: lessons)) }
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
  /// The folder holds none.
  case none(folder: String)
  /// None is called so; maybe one is called almost so.
  case unknown(String, nearest: String?)
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
    case .none(let folder): "there is no lesson in \(Echo.quote(folder))"
    case .unknown(let text, let nearest?):
      "there is no lesson \(Echo.quote(text)); did you mean \(nearest)?"
    case .unknown(let text, nil): "there is no lesson \(Echo.quote(text)); strider lessons names them"
    case .allDone: "every lesson is done; name the one to play again, as in: strider learn stride"
    }
  }
}

extension Catalogue {
  /// The lesson that was asked for.
  func header(asked name: String) throws(LessonRefusal) -> LessonHeader {
    guard let header = header(named: name) else {
      throw .unknown(name, nearest: Spelling.nearest(to: name, among: headers.map(\.id)))
    }
    return header
  }

  /// The lesson to go on with.
  func next(after progress: Progress) throws(LessonRefusal) -> LessonHeader {
    guard let header = progress.next(among: suggested) else { throw .allDone }
    return header
  }
}
