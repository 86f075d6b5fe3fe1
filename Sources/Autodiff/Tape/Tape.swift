/// The record of a computation, from which derivatives are read by going through it backwards.
///
/// Operations on variables append nodes, each with the indices of its operands and the local derivatives. The order
/// of recording is topological, so one sweep from the last node to the first gives ∂output/∂node for every node
/// (reverse mode; Griewank & Walther, *Evaluating Derivatives*, 2008, ch. 3). Gradients are returned, never kept
/// in variables.
///
/// The nodes lie in one block of raw memory that is kept when the tape is reset: once it is large enough, recording
/// and sweeping allocate nothing. Make one tape and use it for all the steps of a descent. A tape belongs to one
/// thread.
///
/// ```swift
/// let tape = Tape<Double>()
/// let (f, dx, dy) = tape.valueAndGradient(at: 3, 4) { x, y in x * y + .sin(x) }
/// ```
public final class Tape<Element: Precision> {
  @usableFromInline let storage: UnsafeMutablePointer<TapeStorage<Element>>
  private(set) var names: [Int32: String] = [:]

  /// An empty tape.
  ///
  /// - Parameter listsConstants: whether a constant that meets a variable becomes a node of its own. Set it for
  ///   tapes that are shown; it changes no value and no gradient.
  public init(listsConstants: Bool = false) {
    let (place, generation) = TapeHeaders.take()
    storage = place.bindMemory(to: TapeStorage<Element>.self, capacity: 1)
    storage.initialize(
      to: TapeStorage(capacity: 64, listsConstants: listsConstants, generation: generation))
  }

  deinit {
    storage.pointee.deallocate()
    TapeHeaders.giveBack(storage)
  }

  /// Forgets all nodes but those that are kept, and keeps the memory. Variables recorded behind the kept ones are no
  /// longer valid.
  @inlinable
  public func reset() {
    storage.pointee.empty()
    if storage.pointee.hasNames { forgetNames() }
  }

  /// Keeps all nodes recorded so far: from now on `reset` goes back to behind them, and their variables stay valid.
  ///
  /// For what does not change from step to step, such as the parameters of a model; see `keepParameters(_:)`. Nothing
  /// may be kept already.
  public func keep() {
    precondition(!storage.pointee.isKeeping, "A tape keeps its nodes once; clear it first.")
    storage.pointee.keep()
  }

  /// Forgets all nodes, kept ones too, and keeps the memory.
  public func clear() {
    storage.pointee.clear()
    if storage.pointee.hasNames { forgetNames() }
  }

  @usableFromInline
  func forgetNames() {
    let kept = storage.pointee.keptCount
    guard names.contains(where: { $0.key >= kept }) else { return }
    names = names.filter { $0.key < kept }
    storage.pointee.hasNames = !names.isEmpty
  }

  func name(_ node: Int32, _ name: String) {
    names[node] = name
    storage.pointee.hasNames = true
  }

  /// The number of nodes.
  public var count: Int { Int(storage.pointee.count) }

  /// A new independent variable.
  @inlinable
  public func variable(_ value: Element) -> Variable<Element> {
    Variable(storage, storage.pointee.append(Node(.variable, value)), value)
  }

  /// A new independent variable that listings show by name.
  public func variable(_ value: Element, named name: String) -> Variable<Element> {
    let variable = variable(value)
    self.name(variable.node, name)
    return variable
  }

  /// A constant with a node of its own. Literals need none; this is for showing where a constant enters.
  @inlinable
  public func constant(_ value: Element) -> Variable<Element> {
    Variable(storage, storage.pointee.append(Node(.constant, value)), value)
  }
}
