/// Where lines from other programs come in while the terminal is open.
///
/// The backend waits for its descriptors together with keys and signals, so that no second thread is needed.
public protocol Mailbox: AnyObject {
  /// What becomes readable, or is closed at its other end, when there is something to collect.
  var descriptors: [Int32] { get }
  /// Milliseconds until there is something to do even if nothing comes, 0 when it is due; `nil` when there is not.
  var patience: Int? { get }
  /// Takes in what has come and does what is due, without waiting for anything; returns the whole lines.
  func collect() -> [String]
}
