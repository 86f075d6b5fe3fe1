/// How far an output cell of a stack of layers sees into the input, along one axis.
///
/// Layer by layer, with span e = d(f - 1) + 1: r ← r + (e - 1)·jump, then jump ← jump·s, starting from r = jump = 1.
public struct ReceptiveField: Hashable, Sendable {
  /// Input cells seen by one cell.
  public let size: Int
  /// Input cells between neighbouring cells.
  public let jump: Int

  /// A cell of the input sees itself.
  public static let input = ReceptiveField(size: 1, jump: 1)

  /// The field after one more layer of the given kernel, stride and dilation, or `nil` when it exceeds what an `Int`
  /// holds.
  ///
  /// - Precondition: all three are positive.
  public func after(kernel: Int, stride: Int = 1, dilation: Int = 1) -> ReceptiveField? {
    precondition(kernel > 0 && stride > 0 && dilation > 0, "kernel, stride and dilation are positive")
    let (reach, tooFar) = dilation.multipliedReportingOverflow(by: kernel - 1)
    let (growth, tooWide) = reach.multipliedReportingOverflow(by: jump)
    let (newSize, tooLarge) = size.addingReportingOverflow(growth)
    let (newJump, tooLong) = jump.multipliedReportingOverflow(by: stride)
    return tooFar || tooWide || tooLarge || tooLong ? nil : ReceptiveField(size: newSize, jump: newJump)
  }
}
