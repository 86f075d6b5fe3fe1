/// A failure that input can cause. Its cases carry facts; `description` alone turns them into a sentence.
///
/// The sentence has no full stop and no capital letter, so that it can stand after `strider: ` and inside another
/// sentence. Whatever it quotes went through ``Echo``.
public protocol InputError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Who has to change something.
  var fault: InputFault { get }
}

/// What kind of mistake an ``InputError`` reports; commands turn it into their exit code.
public enum InputFault: Equatable, Sendable {
  /// What was asked for is wrong: an unknown name, a malformed number, a limit exceeded (exit 64).
  case request
  /// What a grid or file holds is wrong, or does not fit (exit 65).
  case data
  /// A file is missing or cannot be read (exit 66).
  case access
}

/// An ``InputError`` of whichever type, for errors that pass on what others say.
public struct AnyInputError: InputError {
  /// What is passed on.
  public let error: any InputError

  /// Passes `error` on.
  public init(_ error: some InputError) { self.error = error }

  /// Who has to change something.
  public var fault: InputFault { error.fault }
  /// The sentence.
  public var description: String { error.description }

  /// Errors are equal when they are of one type and say the same.
  public static func == (a: AnyInputError, b: AnyInputError) -> Bool { a.error.isEqual(to: b.error) }
}

extension InputError {
  fileprivate func isEqual(to other: any InputError) -> Bool { other as? Self == self }
}
