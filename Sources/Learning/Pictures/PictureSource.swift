public import Autodiff

/// A picture that the program draws, or one that comes from a file.
///
/// A file is told by a dot or a slash in its name. Scenes hold its path only; whoever opens a scene reads the file.
public enum PictureSource: Hashable, Sendable {
  /// A picture that the program draws.
  case preset(PicturePreset)
  /// A picture from a file.
  case file(PictureFile)

  /// The source that `text` names: a preset or a path; `nil` when it is neither.
  public init?(parsing text: String) {
    if let preset = PicturePreset(rawValue: text) {
      self = .preset(preset)
    } else if text.contains(where: { $0 == "." || $0 == "/" }) {
      self = .file(PictureFile(path: text))
    } else {
      return nil
    }
  }

  /// The text that reads back as this source.
  public var text: String {
    switch self {
    case .preset(let preset): preset.rawValue
    case .file(let file): file.path
    }
  }

  /// A name for headings: a file without its folders.
  public var title: String {
    switch self {
    case .preset(let preset): preset.rawValue
    case .file(let file): file.path.split(separator: "/").last.map(String.init) ?? file.path
    }
  }

  /// The picture; `nil` for a file that has not been read.
  public var picture: Picture? {
    switch self {
    case .preset(let preset): preset.picture
    case .file(let file): file.picture
    }
  }
}

/// A file with a picture, which may have been read.
public struct PictureFile: Hashable, Sendable {
  /// Where it lies, as it was named.
  public let path: String
  /// What was read, made smaller if it is larger than ``mostShown`` on either side; `nil` before.
  public private(set) var picture: Picture?
  /// Height and width in the file.
  public private(set) var size: Extent?

  /// Most pixels along either side that a lab filters.
  public static let mostShown = 512

  /// The file at `path`, which has not been read.
  public init(path: String) { self.path = path }

  /// The same file with the picture in it.
  public func holding(_ picture: Picture) -> PictureFile {
    var file = self
    file.size = picture.extent
    file.picture = picture.fitted(into: Extent(Self.mostShown))
    return file
  }

  /// By path: pixels are many.
  public func hash(into hasher: inout Hasher) { hasher.combine(path) }
}
