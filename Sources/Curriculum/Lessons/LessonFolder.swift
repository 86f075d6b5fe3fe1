import Foundation

/// Where the lessons are: the folder asked for, or one found from where the program lies.
public enum LessonFolder {
  /// Tries, in this order: `option` (the option `--lessons`), `$STRIDER_LESSONS`, `share/strider/lessons` beside the
  /// folder of the program, and `lessons` beside a `Package.swift` in a folder above it. The first two are taken at
  /// their word: when they are given, nothing else is tried.
  ///
  /// - Parameter program: the file that runs, links resolved.
  /// - Throws: ``LessonFolderMissing``
  public static func find(
    option: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment,
    program: URL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
  ) throws(LessonFolderMissing) -> URL {
    var tried: [URL] = []
    func accept(_ url: URL) -> Bool {
      tried.append(url)
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
    }
    let variable = environment["STRIDER_LESSONS"].flatMap { $0.isEmpty ? nil : $0 }
    if let asked = option ?? variable {
      let url = URL(fileURLWithPath: asked)
      if !asked.isEmpty, accept(url) { return url }
      throw LessonFolderMissing(tried: [asked])
    }
    var folder = program.deletingLastPathComponent()
    let installed = folder.deletingLastPathComponent().appendingPathComponent("share/strider/lessons")
    if accept(installed) { return installed }
    while folder.path != "/" {
      let manifest = folder.appendingPathComponent("Package.swift")
      if FileManager.default.fileExists(atPath: manifest.path) {
        let lessons = folder.appendingPathComponent("lessons")
        if accept(lessons) { return lessons }
      }
      folder.deleteLastPathComponent()
    }
    throw LessonFolderMissing(tried: tried.map(\.path))
  }
}
