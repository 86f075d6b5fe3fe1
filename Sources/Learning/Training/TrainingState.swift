public import Autodiff

/// Where a training stands: everything that the next update depends on, beside the settings and the examples.
public struct TrainingState<Element: Precision>: Equatable, Sendable {
  /// The number of updates made.
  public internal(set) var update = 0
  /// The number of epochs that are over.
  public internal(set) var epoch = 0
  /// How many examples of the present epoch have been used.
  public internal(set) var used = 0
  /// What was found in the update made last; `nil` before the first.
  public internal(set) var last: TrainingPoint?
  /// All parameters, tensor after tensor.
  public internal(set) var parameters: [Element]
  /// What the rule remembers: V of all parameters, then S, then U.
  public internal(set) var memory: [Element]
  /// Running means and variances of batch normalisation.
  public internal(set) var statistics: [Element]
  /// The updates that the present rule has made.
  var stepsOfRule = 0
  /// Which settings made the last update, as a place in the list of changes.
  var phase = 0
  /// Over the examples of the present epoch that have been used: their losses, and how many were right.
  var lossSum = 0.0
  var correct = 0

  init(parameters: [Element], memory: [Element], statistics: [Element]) {
    (self.parameters, self.memory, self.statistics) = (parameters, memory, statistics)
  }

  /// Becomes another state of the same training, without allocating.
  mutating func copy(_ other: TrainingState) {
    (update, epoch, used, last) = (other.update, other.epoch, other.used, other.last)
    (stepsOfRule, phase, lossSum, correct) = (other.stepsOfRule, other.phase, other.lossSum, other.correct)
    parameters.overwrite(with: other.parameters)
    memory.overwrite(with: other.memory)
    statistics.overwrite(with: other.statistics)
  }

  /// The bytes that a copy takes.
  var byteCount: Int {
    (parameters.count + memory.count + statistics.count) * MemoryLayout<Element>.stride
      + MemoryLayout<TrainingState>.stride
  }
}

extension Array where Element: BitwiseCopyable {
  /// Takes over the elements of an array of the same length in place.
  mutating func overwrite(with other: [Element]) {
    precondition(count == other.count, "Arrays of one length take each other's place.")
    withUnsafeMutableBufferPointer { target in
      other.withUnsafeBufferPointer { source in
        if let start = source.baseAddress { target.baseAddress?.update(from: start, count: source.count) }
      }
    }
  }
}
