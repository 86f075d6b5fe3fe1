public import Autodiff

/// Examples of one size, each with its class. Pixels of files stay the bytes they are until a batch is made of them.
public struct Examples: Equatable, Sendable {
  /// How many numbers an example has.
  public let size: Int
  /// The class of each example, counted from 0.
  public let classes: [Int]

  private enum Storage: Equatable {
    /// byte / divisor
    case bytes(ArraySlice<UInt8>, divisor: Double)
    case numbers([Double])
  }

  private let storage: Storage

  /// Examples whose numbers are bytes, each divided by `divisor`, one example after the other.
  ///
  /// - Precondition: there are `size` bytes for each class.
  public init(size: Int, bytes: ArraySlice<UInt8>, dividedBy divisor: Double, classes: [Int]) {
    precondition(bytes.count == size * classes.count, "an example is \(size) bytes and a class")
    (self.size, self.classes, storage) = (size, classes, .bytes(bytes, divisor: divisor))
  }

  /// Examples of the given numbers, one example after the other.
  ///
  /// - Precondition: there are `size` numbers for each class.
  public init(size: Int, numbers: [Double], classes: [Int]) {
    precondition(numbers.count == size * classes.count, "an example is \(size) numbers and a class")
    (self.size, self.classes, storage) = (size, classes, .numbers(numbers))
  }

  /// The first `count` of them, or all.
  func prefix(_ count: Int) -> Examples {
    let count = min(max(0, count), self.count)
    let classes = Array(classes[..<count])
    switch storage {
    case .bytes(let bytes, let divisor):
      return Examples(size: size, bytes: bytes.prefix(count * size), dividedBy: divisor, classes: classes)
    case .numbers(let numbers):
      return Examples(size: size, numbers: Array(numbers.prefix(count * size)), classes: classes)
    }
  }

  /// How many there are.
  public var count: Int { classes.count }

  /// The numbers of an example; of a picture plane by plane, each row by row.
  public subscript(example: Int) -> [Double] {
    let place = example * size..<(example + 1) * size
    return switch storage {
    case .bytes(let bytes, let divisor): place.map { Double(bytes[bytes.startIndex + $0]) / divisor }
    case .numbers(let numbers): Array(numbers[place])
    }
  }

  /// The bytes of all examples and what each is divided by; `nil` for other numbers.
  var bytes: (bytes: ArraySlice<UInt8>, divisor: Double)? {
    if case .bytes(let bytes, let divisor) = storage { (bytes, divisor) } else { nil }
  }

  /// Writes the numbers of an example into `target`, which has room for exactly those.
  @specialized(where Number == Float)
  @specialized(where Number == Double)
  public func copy<Number: Precision>(_ example: Int, into target: UnsafeMutableBufferPointer<Number>) {
    precondition(target.count == size, "an example has \(size) numbers, not \(target.count)")
    switch storage {
    case .bytes(let bytes, let divisor):
      let start = bytes.startIndex + example * size
      let divisor = Number(divisor)
      for offset in 0..<size { target[offset] = Number(bytes[start + offset]) / divisor }
    case .numbers(let numbers):
      for offset in 0..<size { target[offset] = Number(numbers[example * size + offset]) }
    }
  }
}
