extension StringProtocol {
  /// Whether this is a name as lessons and steps have them: small letters, digits and single hyphens, `bias-correction`.
  var isIdentifier: Bool {
    split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) }
    }
  }
}
