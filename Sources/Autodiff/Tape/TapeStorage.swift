/// The raw memory behind a `Tape`: an append-only run of nodes that keeps its capacity when it is emptied.
///
/// It is reached through a pointer rather than as members of a class, because Swift checks every access to a class
/// member for exclusivity at run time; with arrays in a class the same recording takes five times as long.
@frozen
@usableFromInline
struct TapeStorage<Element: Precision> {
  /// Counts the recordings made in this place, so that variables of earlier ones are known as such. It must stand first.
  @usableFromInline var generation: UInt32
  @usableFromInline var nodes: UnsafeMutablePointer<Node<Element>>
  @usableFromInline var count: Int32 = 0
  @usableFromInline var capacity: Int32
  /// The elements of tensors with their adjoints, shapes and rules.
  @usableFromInline var arena: Arena
  /// Room for intermediate results of one rule, emptied before each.
  @usableFromInline var workspace: Arena
  /// Whether constants that meet a variable are appended as nodes of their own.
  @usableFromInline var listsConstants: Bool
  /// Whether adjoints of an earlier sweep are still in the nodes.
  @usableFromInline var isSwept = false
  /// Whether any variable has been given a name, which the tape itself keeps.
  @usableFromInline var hasNames = false
  /// Whether one of the tape's doors is recording a function.
  @usableFromInline var isRecording = false
  /// Whether something is kept, be it nothing at all: a model need not have parameters.
  @usableFromInline var isKeeping = false
  /// The number of nodes that stay when the tape is emptied, and how much of the arena is theirs.
  @usableFromInline var keptCount: Int32 = 0
  @usableFromInline var keptBytes = 0
  /// The recording that the kept nodes belong to; the present one where there are none.
  @usableFromInline var keptGeneration: UInt32

  init(capacity: Int32, listsConstants: Bool, generation: UInt32) {
    (self.generation, keptGeneration) = (generation, generation)
    nodes = Self.allocate(capacity)
    arena = Arena()
    workspace = Arena()
    self.capacity = capacity
    self.listsConstants = listsConstants
  }

  /// Appends a node and answers its index.
  @inlinable
  @inline(__always)
  mutating func append(_ node: Node<Element>) -> Int32 {
    if count == capacity { grow() }
    let index = count
    (nodes + Int(index)).initialize(to: node)
    count = index &+ 1
    return index
  }

  /// Goes back to behind the nodes that are kept.
  @inlinable
  mutating func empty() {
    generation &+= 1
    count = keptCount
    arena.count = keptBytes
    if !isKeeping { keptGeneration = generation } else if isSwept { clearAdjoints() }
    isSwept = false
  }

  /// Keeps what is recorded. Its variables stay those of this recording; the next one has another number.
  mutating func keep() {
    isKeeping = true
    (keptCount, keptBytes, keptGeneration) = (count, arena.count, generation)
    generation &+= 1
  }

  /// Gives up what was kept and empties the tape.
  mutating func clear() {
    (isKeeping, keptCount, keptBytes) = (false, 0, 0)
    empty()
  }

  /// Stops the program for a variable of an earlier recording, whose node is another by now.
  @inlinable
  @inline(__always)
  func requireCurrent(_ generation: UInt32) {
    precondition(
      generation == self.generation || generation == keptGeneration,
      "The variable is no longer valid: its tape has been reset or released since it was recorded.")
  }

  /// Room for nodes, with readable slack behind: the value of a node may be the operand of a matrix product.
  private static func allocate(_ capacity: Int32) -> UnsafeMutablePointer<Node<Element>> {
    .allocate(capacity: Int(capacity) + 8)
  }

  mutating func deallocate() {
    generation &+= 1
    keptGeneration = generation
    nodes.deallocate()
    arena.base.deallocate()
    workspace.base.deallocate()
  }

  @usableFromInline
  @inline(never)
  mutating func grow() {
    precondition(capacity <= Int32.max / 2, "A tape holds at most two thousand million nodes.")
    let larger = Self.allocate(2 * capacity)
    larger.moveInitialize(from: nodes, count: Int(count))
    nodes.deallocate()
    nodes = larger
    capacity *= 2
  }
}
