/// A rule in a library: the call that makes it, and what the library does otherwise.
public struct LibraryLine: Hashable, Sendable, CustomStringConvertible {
  /// `Adam(params, lr=0.01)`
  public let call: String
  /// What is not as it is here; `nil` where the call does the very same.
  public let remark: String?

  init(_ call: String, _ remarks: String?...) {
    self.call = call
    let remarks = remarks.compactMap(\.self)
    remark = remarks.isEmpty ? nil : remarks.joined(separator: "; ")
  }

  /// As a line of a program, the remark behind a `#`.
  public var description: String { remark.map { "\(call)  # \($0)" } ?? call }
}

extension Optimizer {
  /// λ as a further argument of PyTorch's rules, which add λ·w to every gradient too.
  var pyTorchDecay: String { weightDecay == 0 ? "" : ", weight_decay=\(exact: weightDecay)" }

  /// Where λ·w comes from in Keras, whose rules have only decay of another kind.
  var kerasDecay: String? {
    weightDecay == 0 ? nil : "with regularizers.L2(\(exact: weightDecay / 2)) in every layer"
  }
}

extension EpsilonPlacement {
  /// What is to be said of a library that has ε outside the root.
  var unlessOutside: String? { self == .outside ? nil : "epsilon stands outside the root there" }
}

extension BiasCorrection {
  /// What is to be said of a library that corrects as the paper says.
  var unlessDivided: String? { self == .divided ? nil : "averages are corrected there" }
}
