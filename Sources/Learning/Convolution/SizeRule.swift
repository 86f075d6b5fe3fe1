/// What happens when the stride does not divide the way the kernel has to go.
public enum SizeRule: String, CaseIterable, Sendable {
  /// floor((n + 2p - span) / s) + 1: what is left over is not used (Galway deck, PyTorch, Keras `valid`).
  case floor
  /// (n + 2p - span) / s + 1, and "cannot" unless it is whole (CNN lecture 5).
  case exact
  /// ceil(n / s): as many zeros as that takes, one more at the end when they are odd (Keras `same`). Padding asked
  /// for is ignored.
  case same
  /// ceil((n + 2p - span) / s) + 1: the last window may reach beyond the padding, if it begins inside the input or its
  /// leading padding (PyTorch's `ceil_mode`, which only pooling has).
  case ceil

  /// Those that a convolution of a lecture or library follows.
  public static let ofConvolutions: [SizeRule] = [.floor, .exact, .same]
}
