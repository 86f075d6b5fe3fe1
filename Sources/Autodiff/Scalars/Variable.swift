/// A number whose history is recorded on a tape, so that it can be differentiated.
///
/// A variable holds its value, and where it stands on which tape. A literal or other constant is a variable
/// without a tape; when it meets one that has a tape, the result is recorded there.
///
/// A variable is valid until its tape is reset or released; a use after that stops the program. It does not keep the tape
/// alive: hold on to the tape while its variables are in use (`withExtendedLifetime` where it would otherwise go early).
@frozen
public struct Variable<Element: Precision> {
  @usableFromInline let home: UnsafeMutablePointer<TapeStorage<Element>>?
  @usableFromInline let node: Int32
  /// The recording it belongs to.
  @usableFromInline let generation: UInt32
  /// The plain value.
  public let value: Element

  @inlinable
  init(_ storage: UnsafeMutablePointer<TapeStorage<Element>>?, _ node: Int32, _ value: Element) {
    home = storage
    self.node = node
    generation = storage?.pointee.generation ?? 0
    self.value = value
  }

  /// The tape it is on; `nil` for a constant.
  @inlinable
  @inline(__always)
  var storage: UnsafeMutablePointer<TapeStorage<Element>>? {
    if let home { home.pointee.requireCurrent(generation) }
    return home
  }

  /// A constant, which is on no tape and has no derivative.
  @inlinable
  public init(constant value: Element) { self.init(nil, Node<Element>.none, value) }

  /// The position on the tape; `nil` for a constant.
  public var index: Int? { home == nil ? nil : Int(node) }
}

extension Variable {
  /// f(x), recorded together with f′(x).
  @inlinable
  @inline(__always)
  static func apply(_ rule: some UnaryRule, _ x: Variable) -> Variable {
    let value = rule.value(x.value)
    guard let storage = x.storage else { return Variable(constant: value) }
    let node = Node(
      rule.operation, value, first: x.node, rule.derivative(x.value, value), parameter: rule.parameter)
    return Variable(storage, storage.pointee.append(node), value)
  }

  /// f(a, b), recorded together with both partial derivatives.
  @inlinable
  @inline(__always)
  static func apply(_ rule: some BinaryRule, _ a: Variable, _ b: Variable) -> Variable {
    let value = rule.value(a.value, b.value)
    let (left, right) = (a.storage, b.storage)
    guard let storage = left ?? right else { return Variable(constant: value) }
    precondition(
      left == nil || right == nil || left == right, "Two variables of different tapes cannot be combined.")
    let (first, second) = (a.listed(on: storage), b.listed(on: storage))
    let node = Node(
      rule.operation, value,
      first: first, first < 0 ? 0 : rule.first(a.value, b.value, value),
      second: second, second < 0 ? 0 : rule.second(a.value, b.value, value))
    return Variable(storage, storage.pointee.append(node), value)
  }

  /// The index of this operand; a constant is appended first if the tape lists constants.
  @inlinable
  @inline(__always)
  func listed(on storage: UnsafeMutablePointer<TapeStorage<Element>>) -> Int32 {
    if node < 0, storage.pointee.listsConstants { return storage.pointee.append(Node(.constant, value)) }
    return node
  }
}
