internal import Autodiff
internal import Synchronization

/// Where a training is worked out: the tape with the parameters on it, and arrays that are used again in every update.
///
/// What it holds between uses follows from the state, so all of them are equal. Copies of a trainer share one, which is lent
/// to one of them at a time.
struct TrainingWorkspace<Element: Precision>: Equatable, Sendable {
  /// What lies on it.
  final class Tools {
    let tape = Tape<Element>()
    private var shapes: [[Int]] = []
    private var kept: ParameterBlock<Element>?
    var order = ExampleOrder()
    /// The positions and classes of the batch.
    var rows: [Int] = []
    var classes: [Int] = []
    /// The running statistics before the update, and the parameters of a rule that looks ahead.
    var statistics: [Element] = []
    var parameters: [Element] = []

    /// The parameters on the tape, which is otherwise empty; they are recorded when they are first asked for.
    func block(_ shapes: [[Int]]) -> ParameterBlock<Element> {
      tape.reset()
      if let kept, shapes == self.shapes { return kept }
      self.shapes = shapes
      let block = tape.keepParameters(shapes)
      kept = block
      return block
    }
  }

  private final class Place: Sendable {
    let tools = Mutex(Tools())
  }

  private let place = Place()

  /// Lends the tools to `body`, which must not keep them.
  func use<Result: Sendable, Failure: Error>(
    _ body: (Tools) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try place.tools.withLock { tools throws(Failure) in try body(tools) }
  }

  static func == (_: TrainingWorkspace, _: TrainingWorkspace) -> Bool { true }
}
