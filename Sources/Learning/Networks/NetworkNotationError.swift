/// Why a text is no network, and where.
public struct NetworkNotationError: InputError {
  /// What is wrong.
  public enum Problem: Equatable, Sendable {
    /// Nothing but blanks.
    case empty
    /// Nothing but repetitions of no rounds.
    case noLayers
    /// More than ``Limits/expressionCharacters``.
    case tooLong
    /// More than ``Network/mostNesting`` brackets inside one another.
    case tooDeep
    /// More than ``Network/mostLayers``.
    case tooManyLayers
    /// A layer or an opening bracket is missing; `nil` at the end.
    case expectedLayer(found: String?)
    /// A word stands where a comma should.
    case missingComma(before: String)
    /// A bracket that nothing opens.
    case unopened
    /// A bracket that was opened in column `open` and is not closed.
    case unclosed(open: Int)
    /// Brackets without the number of rounds; `nil` at the end.
    case missingRounds(found: String?)
    /// A number of rounds that is none, or beyond ``Network/mostRounds``.
    case badRounds(String)
    /// A name that no layer has.
    case unknownLayer(String)
    /// A name that neither a layer nor a preset has; those that it may stand for.
    case unknownPreset(String, similar: [String])
    /// A word that the layer does not take; `known` are those it takes.
    case unknownWord(String, known: [String])
    /// A word that stands twice.
    case repeatedWord(String)
    /// A word without its value.
    case missingValue(String)
    /// One number more than the layer takes.
    case surplusNumber(String, takes: [String])
    /// A number that the layer cannot be without, and the layer as it could be.
    case missingNumber(String, example: String)
    /// A value that is no size such as `3` or `3x5`.
    case notASize(String, what: String)
    /// A value that is no whole number, or no number at all.
    case notANumber(String, what: String, isWhole: Bool)
    /// A value out of its range, in words.
    case outOfRange(String, what: String, allowed: String)
    /// Pooling that pads more than half of its window; the most it may.
    case paddedTooMuch(Extent, window: Extent, most: Extent)
    /// `pad same` where zeros can only be as many on both sides.
    case sameInPooling
    /// Groups that do not share the filters equally.
    case groupsOfFilters(Int, filters: Int)
  }

  /// A layer in the text.
  public struct Place: Equatable, Sendable {
    /// Counted from 1, as written, repetitions once.
    public let number: Int
    /// As typed.
    public let text: String
  }

  /// Where, counted from 1 in characters.
  public let column: Int
  /// The layer that is wrong, if it is one.
  public let layer: Place?
  /// What.
  public let problem: Problem

  init(column: Int, in layer: Place? = nil, _ problem: Problem) {
    (self.column, self.layer, self.problem) = (column, layer, problem)
  }

  /// A network is part of the request.
  public var fault: InputFault { .request }

  /// The sentence for the learner.
  public var description: String {
    switch problem {
    case .empty, .noLayers, .tooLong, .tooManyLayers, .unknownPreset: sentence
    case .tooDeep, .expectedLayer, .missingComma, .unopened, .unclosed, .missingRounds, .badRounds,
      .unknownLayer,
      .unknownWord, .repeatedWord, .missingValue, .surplusNumber, .missingNumber, .notASize, .notANumber,
      .outOfRange, .paddedTooMuch, .sameInPooling, .groupsOfFilters:
      (layer.map { "layer \($0.number) (\(Echo.escape($0.text))), " } ?? "") + "column \(column): \(sentence)"
    }
  }

  private var sentence: String {
    switch problem {
    case .empty: "the network is empty; write layers such as CONV 6 5x5, RELU, MAXPOOL 2, FC 10"
    case .noLayers: "the network has no layers: all its repetitions are x0"
    case .tooLong:
      "the network is beyond the limit of \(Numeral.grouped(Limits.expressionCharacters)) characters"
    case .tooDeep: "that is beyond the limit of \(Network.mostNesting) brackets inside one another"
    case .tooManyLayers:
      "the network is beyond the limit of \(Network.mostLayers) layers, its repetitions written out"
    case .expectedLayer(let found):
      "expected a layer or \"[\" but \(Self.phrase(found))"
    case .missingComma(let word): "a comma is missing before \(Echo.escape(word))"
    case .unopened: "nothing opens this \"]\""
    case .unclosed(let open): "expected \"]\" for the \"[\" in column \(open), but the network ends here"
    case .missingRounds(let found):
      "expected the number of rounds, as in [CONV-RELU]x2, but \(Self.phrase(found))"
    case .badRounds(let text):
      "\(Echo.quote(text)) is no number of rounds; x0 to x\(Network.mostRounds) are"
    case .unknownLayer(let name):
      "\(Echo.quote(name)) is no layer; "
        + (LayerName.suggestion(for: name).map { "did you mean \($0)?" }
          ?? "the layers are " + LayerName.allCases.map(\.rawValue).joined(separator: " "))
    case .unknownPreset(let name, let similar):
      "there is no network called \(Echo.quote(name)); did you mean \(similar.joined(separator: " or "))?"
    case .unknownWord(let word, let known):
      "\(Echo.quote(word)) means nothing here; "
        + (known.isEmpty ? "nothing follows the layer's name" : "it takes " + known.joined(separator: ", "))
    case .repeatedWord(let word): "\(word) stands twice"
    case .missingValue(let word):
      "a value is missing after \(word), as in \(word) \(word == "pad" ? "1 or pad same" : "2")"
    case .surplusNumber(let text, let takes):
      takes.isEmpty
        ? "\(Echo.quote(text)) is too much: the layer takes no number"
        : "\(Echo.quote(text)) is too much: the layer takes \(takes.joined(separator: " and ")), no further number"
    case .missingNumber(let what, let example): "its \(what) is missing; \(example) would do"
    case .notASize(let text, let what):
      "the \(what) \(Echo.quote(text)) is not a size: write 3 or 3x5 (height x width)"
    case .notANumber(let text, let what, let isWhole):
      "the \(what) \(Echo.quote(text)) is not a \(isWhole ? "whole " : "")number"
        + (isWhole ? "" : Numeral.advice(on: text))
    case .outOfRange(let text, let what, let allowed):
      "the \(what) \(Echo.escape(text)) is out of range; it can be \(allowed)"
    case .paddedTooMuch(let padding, let window, let most):
      "a padding of \(padding) is more than half of the \(window.product) window; up to \(most) would do"
    case .sameInPooling: "pooling pads as much on both sides; \"ceil\" keeps what is left over at the end"
    case .groupsOfFilters(let groups, let filters):
      "\(filters) filters cannot be shared equally by \(groups) groups"
    }
  }

  private static func phrase(_ found: String?) -> String {
    found.map { "found \(Echo.quote($0))" } ?? "the network ends here"
  }
}
