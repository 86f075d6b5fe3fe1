import Glibc
import Learning

/// Finds the lessons without any installed list of places.
struct LessonsFolder: Equatable {
  /// Where they are.
  let path: String

  /// The folder that was asked for, or the first that exists of: `$STRIDER_LESSONS`, `share/strider/lessons` beside the
  /// program's own folder, and `lessons` beside a `Package.swift` in a folder above the program.
  ///
  /// - Throws: ``LessonsFolderError`` with every place looked at.
  init(_ asked: String?) throws(LessonsFolderError) {
    let places = Self.places(asked)
    guard let place = places.first(where: Self.isFolder) else { throw LessonsFolderError(places: places) }
    path = place
  }

  private static func places(_ asked: String?) -> [String] {
    if let asked { return [asked] }
    if let set = getenv("STRIDER_LESSONS"), set.pointee != 0 { return [String(cString: set)] }
    guard var folder = programFolder else { return [] }
    var places = [parent(of: folder) + "/share/strider/lessons"]
    while folder != "" {
      if access(folder + "/Package.swift", R_OK) == 0 {
        places.append(folder + "/lessons")
        break
      }
      folder = parent(of: folder)
    }
    return places
  }

  private static var programFolder: String? {
    guard let resolved = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(resolved) }
    return parent(of: String(cString: resolved))
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[..<slash])
  }

  private static func isFolder(_ path: String) -> Bool {
    guard let folder = opendir(path) else { return false }
    closedir(folder)
    return true
  }
}

/// There are no lessons where they were looked for.
struct LessonsFolderError: InputError {
  /// The places looked at.
  let places: [String]

  var fault: InputFault { .access }

  var description: String {
    let looked = places.isEmpty ? "" : ": looked for \(places.map { Echo.quote($0) }.joined(separator: ", "))"
    return "the lessons are not found\(looked); give their folder with --lessons"
  }
}
