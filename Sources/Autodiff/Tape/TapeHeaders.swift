internal import Synchronization

/// The places where the storages of tapes stand. They are used again and never freed.
///
/// So a variable that outlives its tape still points at a place with a generation to compare with its own, and is found
/// out without counting references. A place costs some hundred bytes, and there are never more than there were tapes at
/// a time.
enum TapeHeaders {
  /// The addresses of places that no tape stands in.
  private static let free = Mutex<[UInt]>([])

  /// A place for a storage of either precision, and the generation to go on from.
  static func take() -> (place: UnsafeMutableRawPointer, generation: UInt32) {
    let address = free.withLock { $0.popLast() }
    if let address, let place = UnsafeMutableRawPointer(bitPattern: address) {
      return (place, place.load(as: UInt32.self))
    }
    let size = max(MemoryLayout<TapeStorage<Float>>.size, MemoryLayout<TapeStorage<Double>>.size)
    return (.allocate(byteCount: size, alignment: Arena.alignment), 0)
  }

  /// Takes a place back whose storage is at its end; its generation must be past that of every variable.
  static func giveBack(_ place: UnsafeMutableRawPointer) {
    free.withLock { $0.append(UInt(bitPattern: place)) }
  }
}
