/// One record of the tape: what was computed, from which earlier nodes, and the local derivatives.
///
/// The layout is fixed and plain (48 bytes for `Double`), so that recording is a handful of stores.
@frozen
@usableFromInline
struct Node<Element: Precision> {
  /// The result; for a tensor node of rank 1 and more it lies in the tape's arena instead.
  @usableFromInline var value: Element
  /// ∂output/∂node, accumulated by the reverse sweep; it must stand right behind the value.
  @usableFromInline var adjoint: Element = 0
  /// ∂node/∂first and ∂node/∂second.
  @usableFromInline var firstPartial: Element
  @usableFromInline var secondPartial: Element
  /// The operands' indices; `none` for a constant that is not on the tape.
  @usableFromInline var first: Int32
  @usableFromInline var second: Int32
  @usableFromInline var operation: Operation
  /// Whether the last sweep came by: whether the output is computed from this node.
  @usableFromInline var isReached = false
  /// The rule's parameter, such as an integral exponent.
  @usableFromInline var parameter: Int32

  @inlinable static var none: Int32 { -1 }
  /// Stands for the first operand of a tensor node, whose operands are in its record; `parameter` then says where
  /// that is in the arena.
  @inlinable static var tensor: Int32 { -2 }

  @inlinable
  init(
    _ operation: Operation, _ value: Element, first: Int32 = none, _ firstPartial: Element = 0,
    second: Int32 = none, _ secondPartial: Element = 0, parameter: Int32 = 0
  ) {
    self.value = value
    self.firstPartial = firstPartial
    self.secondPartial = secondPartial
    self.first = first
    self.second = second
    self.operation = operation
    self.parameter = parameter
  }

  /// Adds a share to the adjoint.
  @inlinable
  @inline(__always)
  mutating func receive(_ share: Element) {
    adjoint += share
    isReached = true
  }
}
