/// Pictures to learn from, by the name under which they were found and how they were read. These stand for them: two of one
/// name that are read alike are equal.
public struct TrainData: Hashable, Sendable {
  /// `digits`, or the folder, prefix or table that commands take.
  public let name: String
  /// How it is read, if it is a table.
  public let table: PictureTable
  /// The pictures; `nil` until their files have been read.
  public let set: DataSet?

  /// The digits of the program.
  public static let digits = TrainData(name: "digits", .digits)

  /// Pictures that were found under `name`.
  public init(name: String, _ set: DataSet?, table: PictureTable = PictureTable()) {
    (self.name, self.set, self.table) = (name, set, table)
  }

  /// Whether `name` is that of a table of pictures.
  public static func isTable(_ name: String) -> Bool { name.lowercased().hasSuffix(".csv") }

  /// By name and reading.
  public static func == (one: TrainData, other: TrainData) -> Bool {
    one.name == other.name && one.table == other.table
  }
  /// By name and reading.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(table)
  }
}

/// Weights of a file. Its path stands for them: two of one path are equal.
public struct TrainWeights: Hashable, Sendable {
  /// Where the file is.
  public let path: String
  /// What it holds; `nil` until it has been read.
  public let bytes: [UInt8]?

  /// The weights in the safetensors file at `path`.
  public init(path: String, _ bytes: [UInt8]?) { (self.path, self.bytes) = (path, bytes) }

  /// By path.
  public static func == (one: TrainWeights, other: TrainWeights) -> Bool { one.path == other.path }
  /// By path.
  public func hash(into hasher: inout Hasher) { hasher.combine(path) }
}
