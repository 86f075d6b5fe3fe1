/// A run of raw bytes handed out in order and taken back all at once.
///
/// Blocks are named by their offset, since the run moves when it grows; pointers are made after everything needed
/// has been allocated. Behind the last block there is always some readable slack for vector loads.
@frozen
@usableFromInline
struct Arena {
  @usableFromInline var base: UnsafeMutableRawPointer
  @usableFromInline var count = 0
  @usableFromInline var capacity = 0

  /// Every block starts at a multiple of this many bytes: a cache line, and the widest vector register.
  static var alignment: Int { 64 }
  /// Readable bytes behind the last block: 32 numbers in double precision.
  static var slack: Int { 256 }

  init() {
    base = .allocate(byteCount: Self.slack, alignment: Self.alignment)
  }

  /// The offset of a new block for `count` values of a type; their memory is not initialised.
  mutating func allocate<Value: BitwiseCopyable>(_ count: Int, of _: Value.Type) -> Int {
    let offset = self.count
    let bytes = count * MemoryLayout<Value>.stride
    self.count = (offset + bytes + Self.alignment - 1) & ~(Self.alignment - 1)
    if self.count > capacity { grow() }
    return offset
  }

  /// The block at `offset`, valid until the next allocation.
  func pointer<Value: BitwiseCopyable>(at offset: Int, to _: Value.Type) -> UnsafeMutablePointer<Value> {
    (base + offset).assumingMemoryBound(to: Value.self)
  }

  @inline(never)
  private mutating func grow() {
    let larger = max(4096, 2 * capacity, count)
    let moved = UnsafeMutableRawPointer.allocate(
      byteCount: larger + Self.slack, alignment: Self.alignment)
    moved.copyMemory(from: base, byteCount: capacity)
    base.deallocate()
    base = moved
    capacity = larger
  }
}
