/// What a class sees of the step's scene while a question is put to it.
public enum QuestionPicture: String, CaseIterable, Sendable {
  /// Nothing: the question stands alone.
  case hidden
  /// The scene, because the question is about it.
  case beside
  /// The scene without the sizes and counts in its words, because the question asks for them.
  case covered
}
