import Curriculum
import Labs

/// The learner's place: the lessons on the shelf and the log that is kept. Carries out what the screens cannot, because
/// it needs files or the clock.
struct Desk {
  private let catalogue: Catalogue?
  private var journal: Journal
  private let notices: [String]
  private let seed = UInt64.random(in: 1...999_999)

  /// The lessons of the folder asked for, or of the one that came along, and the learner's log. A desk without either
  /// still has the labs.
  init(lessons folder: String?) {
    var notices: [String] = []
    do {
      let catalogue = try Catalogue(folder: LessonFolder.find(option: folder))
      if let remark = LessonRemark.text(catalogue.problems) { notices.append(remark) }
      self.catalogue = catalogue
    } catch {
      catalogue = nil
      notices.append("\(error)")
    }
    journal = Journal(ProgressLog.standard())
    self.notices = notices + LearnerLog.remarks(on: journal)
  }

  /// The lessons of `catalogue` and the log kept in `journal`.
  init(_ catalogue: Catalogue?, _ journal: Journal) {
    (self.catalogue, self.journal) = (catalogue, journal)
    notices = LearnerLog.remarks(on: journal)
  }

  /// What the screens may know.
  var library: Library {
    Library(
      catalogue, progress: journal.progress, reviews: journal.progress.reviews(),
      notices: notices, seed: seed)
  }

  /// Tries once more to save what could not be saved; what is lost in spite of that.
  mutating func close() -> UnsavedEntries? { UnsavedEntries(leaving: &journal) }

  /// Carries out `request`; what goes wrong is said on the screen.
  mutating func perform(_ request: Request, on screen: inout Screen) {
    switch request {
    case .lesson(let id):
      if let step = open(id, on: &screen) { add(.reached(lesson: id, step: step), on: &screen) }
    case .lookUp(let id): _ = open(id, on: &screen)
    case .review: openReview(on: &screen)
    case .missed: openMissed(on: &screen)
    case .record(let event): add(event, on: &screen)
    case .scene, .lessons, .quizzes, .quiz, .progress, .search, .present, .wish: break
    }
  }

  /// Keeps `event`, and tells the screen where the learner stands now.
  mutating func add(_ event: ProgressRecord.Event, on screen: inout Screen) {
    let before = journal.problem
    journal.add(event)
    var library = screen.library
    (library.progress, library.reviews) = (journal.progress, journal.progress.reviews())
    screen.library = library
    if let problem = journal.problem, problem != before { screen.complain("\(problem)") }
  }

  /// A screen with `lesson` where the learner stopped, or at its beginning.
  mutating func screen(for lesson: Lesson, restarted: Bool) -> Screen {
    let position = restarted ? nil : journal.progress.lessons[lesson.id]?.position
    let step = lesson.steps.first { $0.id == position } ?? lesson.steps[0]
    var screen = Screen(lesson: lesson, from: step.id, library)
    add(.reached(lesson: lesson.id, step: step.id), on: &screen)
    return screen
  }

  /// Opens the lesson called `id` where the learner stopped, and returns the step; `nil` when it cannot be opened.
  private func open(_ id: String, on screen: inout Screen) -> String? {
    guard let catalogue, let header = catalogue.headers.first(where: { $0.id == id }) else {
      screen.complain("There is no lesson \(id).")
      return nil
    }
    do throws(LessonProblems) {
      let lesson = try catalogue.lesson(header)
      let position = journal.progress.lessons[id]?.position
      screen.open(lesson, from: position)
      return (lesson.steps.first { $0.id == position } ?? lesson.steps[0]).id
    } catch {
      screen.complain(error.all.first.map { "\($0)" } ?? "The lesson cannot be read.")
      return nil
    }
  }

  /// How many questions a review asks about one skill, and in all.
  private static let (perSkill, perReview) = (3, 12)

  /// Questions about what is due: new ones about topics, and those of the lesson for what belongs to a lesson.
  private mutating func openReview(on screen: inout Screen) {
    var sessions: [QuestionSession] = []
    var complaint: String?
    for review in journal.progress.reviews() where sessions.count < Self.perReview {
      if let topic = QuizTopic(rawValue: review.skill) {
        sessions += Quiz(topics: [topic], seed: screen.library.seed).prefix(Self.perSkill).map {
          QuestionSession($0)
        }
        screen.library.seed &+= 1
      } else if let catalogue, let header = catalogue.headers.first(where: { $0.id == review.skill }) {
        do throws(LessonProblems) {
          sessions += try catalogue.lesson(header).steps.compactMap { QuizItem($0, of: header) }
            .filter(\.standsAlone).prefix(Self.perSkill).map { QuestionSession($0) }
        } catch {
          complaint = error.all.first.map { "\($0)" }
        }
      }
    }
    guard !sessions.isEmpty else { return screen.complain(complaint ?? "Nothing is due.") }
    screen.openQuiz(Array(sessions.prefix(Self.perReview)), title: "Review")
    if let complaint { screen.complain(complaint) }
  }

  /// How many questions a round of missed ones has.
  private static let round = 10

  /// Questions that were missed, the last ones first, put anew.
  private func openMissed(on screen: inout Screen) {
    do throws(LessonProblems) {
      let missed = try MissedQuestions.items(journal.progress, catalogue).prefix(Self.round)
      guard !missed.isEmpty else { return screen.complain(MissedQuestions.none(journal.progress)) }
      screen.openQuiz(missed.map { QuestionSession($0) }, title: "Missed questions", again: .missed)
    } catch {
      screen.complain(error.all.first.map { "\($0)" } ?? "The lesson cannot be read.")
    }
  }
}

/// What the learner missed and has not had right at once since.
enum MissedQuestions {
  /// What is said when there are none.
  static func none(_ progress: Progress) -> String {
    progress.missed.isEmpty
      ? "Nothing is left of what you missed." : "What you missed is about pictures: its lessons ask it again."
  }

  /// The questions that can be asked without a picture, the last missed one first.
  static func items(_ progress: Progress, _ catalogue: Catalogue?) throws(LessonProblems) -> [QuizItem] {
    let ids = progress.missed.reversed()
    guard let catalogue else { return ids.compactMap(GeneratedQuestion.init(id:)).map(QuizItem.init) }
    return try catalogue.questions(called: ids)
  }
}
