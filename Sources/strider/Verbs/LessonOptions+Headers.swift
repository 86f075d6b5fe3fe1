import Curriculum

extension LessonOptions {
  /// The heads of the lessons, for commands that tell of the learner's log. Without the option there need be no lessons:
  /// the log can be told without them.
  func headers() throws -> [LessonHeader] {
    if lessons != nil {
      let catalogue = try catalogue()
      tell(catalogue.problems)
      return catalogue.headers
    }
    do { return try Catalogue(folder: LessonFolder.find()).headers } catch { return [] }
  }
}
