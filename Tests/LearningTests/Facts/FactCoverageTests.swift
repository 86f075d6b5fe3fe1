import Testing

/// A parameterised test over an empty table passes in silence; these do not.
@Suite struct FactCoverageTests {
  /// How many facts each operation has; a new operation in the file needs a test and an entry here.
  static let counts = [
    "conv2d": 38, "conv2d_cell": 7, "conv2d_multi": 3, "window_starts": 9, "crop": 1, "argmax_positions": 1,
    "conv1d": 4, "conv1d_steps": 1, "conv1d_inside_steps": 1, "reverse": 1,
    "out_size": 48, "same_padding": 5, "ratio_list": 1,
    "effective_kernel": 7, "receptive_field": 4, "product": 1,
    "pool2d": 17, "pool_cross_channel": 1, "maxpool_backward": 1,
  ]

  @Test func everyFactIsTested() {
    let found = Dictionary(grouping: Fact.all, by: \.operation).mapValues(\.count)
    #expect(found == Self.counts)
  }
}
