import Learning

extension TrainLab {
  /// Asks for a new file with the weights as they are.
  mutating func save(to path: String) throws(LabRefusal) {
    guard !path.isEmpty else { throw LabRefusal("Name a file, such as digits.safetensors") }
    wish = .save(path: path, NetworkWeights(of: run.trainer).safetensors(of: run.trainer.model))
  }

  /// Begins anew with the weights of a file that was asked for.
  mutating func take(file bytes: [UInt8], at path: String) {
    var fresh = scene
    fresh.setup.weights = TrainWeights(path: path, bytes)
    (fresh.step, fresh.setup.changes, fresh.setup.start) = (0, [], .he)
    do throws(TrainError) { _ = try fresh.setup.training() } catch { return chrome.refuse(error.description) }
    // Files of one name count as the same, but this one may have been written since.
    open(fresh)
    refreshMoment()
    chrome.say("Training begins with the weights of \(Echo.quote(path)).")
  }
}
