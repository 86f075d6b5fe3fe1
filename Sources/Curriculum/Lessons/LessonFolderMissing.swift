import Learning

/// There is no folder of lessons at any of the places where one may be.
public struct LessonFolderMissing: InputError {
  /// The places, in the order they were tried.
  public let tried: [String]

  /// Who has to change something.
  public var fault: InputFault { .access }

  /// The sentence without the places, for a line of a screen.
  public var short: String { "no lessons found; name their folder with --lessons" }

  /// The sentence for the learner.
  public var description: String {
    let places = tried.map { Echo.quote($0) }
    return places.isEmpty
      ? short
      : "no lessons found in \(places.joined(separator: ", ")); name their folder with --lessons"
  }
}
