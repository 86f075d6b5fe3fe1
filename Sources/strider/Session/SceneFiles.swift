import Labs
import Learning

extension Scene {
  /// The scene that `text` spells, with the files read that it names.
  init(opening text: String) throws {
    try self.init(parsing: text)
    if let scene = state as? any FileScene { self.init(try scene.withFiles()) }
  }
}

/// A scene that may name files.
private protocol FileScene: LabScene {
  /// The scene with its files read.
  func withFiles() throws -> Self
}

extension ImageScene: FileScene {
  /// The scene with its picture read, if that is in a file.
  func withFiles() throws -> ImageScene {
    guard case .file(let file) = source else { return self }
    var scene = self
    scene.source = try OptionText("picture", file.path).picture().source
    return scene
  }
}

extension TrainScene: FileScene {
  /// The scene with its pictures and weights read, as far as those are in files.
  func withFiles() throws -> TrainScene {
    guard setup.hasUnreadFiles else { return self }
    var scene = self
    let data = setup.data
    if data.set == nil {
      scene.setup.data = TrainData(
        name: data.name, try OptionText("data", data.name).pictures(as: data.table), table: data.table)
    }
    if let weights = setup.weights, weights.bytes == nil {
      scene.setup.weights = try OptionText("load", weights.path).refusals { () throws(FileError) in
        TrainWeights(path: weights.path, try InputFile.bytes(at: weights.path, upTo: Limits.dataBytes))
      }
    }
    return scene
  }
}

extension Screen {
  /// Makes or reads a file, if that is what `request` is about, and says what came of it.
  mutating func perform(onFiles request: Request) -> Bool {
    switch request {
    case .save(let path, let bytes):
      do throws(OutputFileError) {
        try OutputFile.create(path, bytes)
        remark("The weights are in \(Echo.quote(path)).")
      } catch { complain("\(error)") }
    case .load(let path):
      do throws(FileError) {
        take(file: try InputFile.bytes(at: path, upTo: Limits.dataBytes, isOrdinary: true), at: path)
      } catch { complain("\(error)") }
    case .scene, .lesson, .lookUp, .lessons, .quizzes, .quiz, .missed, .progress, .review, .search, .record,
      .present, .wish, .news:
      return false
    }
    return true
  }
}
