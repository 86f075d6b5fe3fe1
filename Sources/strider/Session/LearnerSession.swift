import Curriculum
import Labs

import struct Foundation.URL

/// One run of the program for a learner: the lessons there are and the log that is kept. Carries out what the screens
/// cannot, because it needs files or the clock.
struct LearnerSession {
  /// Wakes the screen when there is news.
  let mail: SessionMail
  private var catalogue: Catalogue?
  /// The folder whose lessons are still to be read, and how many they are: that takes longer than the first frame may.
  private var coming: (folder: URL, count: Int)?
  private var journal: Journal
  private var notices: [String]
  /// What was last said about the log.
  private var told: ProgressProblem?
  private let seed = UInt64.random(in: 1...999_999)

  /// The lessons of the folder asked for, or of the one that came along, and the learner's log. A session without either
  /// still has the labs. The lessons are read with the first request.
  init(lessons folder: String?) {
    var (coming, notices): ((URL, Int)?, [String]) = (nil, [])
    do {
      let folder = try LessonFolder.find(option: folder)
      coming = (folder, try Catalogue.count(in: folder))
    } catch let missing as LessonFolderMissing {
      notices.append(missing.short)
    } catch {
      notices.append("\(error)")
    }
    self.init(coming, Journal(ProgressLog.standard()), notices)
  }

  /// The lessons of `catalogue` and the log kept in `journal`.
  init(_ catalogue: Catalogue?, _ journal: Journal) {
    self.init(nil, journal, [])
    self.catalogue = catalogue
  }

  private init(_ coming: (URL, Int)?, _ journal: Journal, _ notices: [String]) {
    let mail = SessionMail(isDue: coming != nil)
    (self.mail, self.coming, self.journal) = (mail, coming, journal)
    self.notices = notices + LearnerLog.remarks(on: journal)
    told = journal.problem
    journal.whenTroubled { [bell = mail.bell] in bell.ring() }
  }

  /// What the screens may know.
  var library: Library {
    Library(
      catalogue, progress: journal.progress, reviews: journal.progress.reviews(),
      notices: notices, seed: seed, coming: coming?.count ?? 0)
  }

  /// Tries once more to save what could not be saved; what is lost in spite of that.
  func close() -> UnsavedEntries? { UnsavedEntries(leaving: journal) }

  /// Carries out `request`; what goes wrong is said on the screen.
  mutating func perform(_ request: Request, on screen: inout Screen) {
    readLessons(for: &screen)
    switch request {
    case .lesson(let id):
      if let step = open(id, on: &screen) { add(.reached(lesson: id, step: step), on: &screen) }
    case .lookUp(let id): _ = open(id, on: &screen)
    case .review: openReview(on: &screen)
    case .missed: openMissed(on: &screen)
    case .record(let event): add(event, on: &screen)
    case .scene, .lessons, .quizzes, .quiz, .progress, .search, .present, .wish, .news, .save, .load: break
    }
    tellTrouble(on: &screen)
  }

  /// Reads the lessons, if that is still to be done.
  private mutating func readLessons(for screen: inout Screen) {
    guard let folder = coming?.folder else { return }
    coming = nil
    do {
      let catalogue = try Catalogue(folder: folder)
      if let remark = LessonRemark.text(catalogue.problems) { notices.insert(remark, at: 0) }
      self.catalogue = catalogue
    } catch {
      notices.insert("\(error)", at: 0)
    }
    var library = library
    library.seed = screen.library.seed
    screen.library = library
  }

  /// Keeps `event`, and tells the screen where the learner stands now. An answer is on disk before its reply is seen; all
  /// else follows behind.
  mutating func add(_ event: ProgressRecord.Event, on screen: inout Screen) {
    journal.add(event)
    if case .answered = event { journal.settle() }
    var library = screen.library
    (library.progress, library.reviews) = (journal.progress, journal.progress.reviews())
    screen.library = library
  }

  /// Says, once, that the log cannot be saved.
  private mutating func tellTrouble(on screen: inout Screen) {
    guard journal.problem != told else { return }
    told = journal.problem
    if let told { screen.complain("\(told)") }
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
