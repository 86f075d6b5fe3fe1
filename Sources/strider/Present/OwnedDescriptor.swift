import Glibc

/// A descriptor that is closed when nobody needs it any more.
final class OwnedDescriptor {
  let descriptor: Int32

  /// Takes over `descriptor`.
  init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }
}
