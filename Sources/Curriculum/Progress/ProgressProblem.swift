import Foundation
import Learning

/// Why the log cannot be read or written.
public struct ProgressProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was being done.
  public let action: Action
  /// The file.
  public let path: String
  /// Why it failed.
  public let cause: Cause

  /// What is done with a log.
  public enum Action: String, Sendable {
    case read, save
  }

  /// Why it can fail.
  public enum Cause: Hashable, Sendable {
    /// The system's error number.
    case system(Int32)
    /// Another Strider has held the lock for too long.
    case busy
    /// The path names something else than a file.
    case notAFile
  }

  /// Calm, and with what it means.
  public var description: String {
    switch action {
    case .read: "what you did before cannot be read (\(reason)): \(Echo.escape(path))"
    case .save:
      "your answers cannot be saved for now (\(reason)) and are kept until you quit: \(Echo.escape(path))"
    }
  }

  /// The cause in the system's words, or in ours.
  public var reason: String {
    switch cause {
    case .system(let number): String(cString: strerror(number))
    case .busy: "another Strider is writing"
    case .notAFile: "it is not a file"
    }
  }
}
