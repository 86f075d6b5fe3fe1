import Learning

extension ConvLab {
  /// In the order of the lectures.
  static let watchedExamples: [GridExample<ConvolutionScene>] =
    GridPreset.allCases.map { GridExample(ConvolutionScene(.preset($0)), $0.watchFor) }
    + [
      GridExample(
        ConvolutionScene(), "watch for the window hopping over every second place: 3x3 instead of 5x5"
      ) { $0.stride = Extent(2) },
      GridExample(
        ConvolutionScene(), "watch for the hatched cells: stride 3 does not fit; o changes the rule"
      ) { $0.stride = Extent(3) },
      GridExample(
        ConvolutionScene(), "watch for the gaps: nine numbers spread over 5x5, so only 3x3 windows fit"
      ) { $0.dilation = Extent(2) },
      GridExample(
        ConvolutionScene(), "watch for the size: padding 2 keeps 7x7 under a 5x5 kernel"
      ) { ($0.kernel, $0.padding) = (.preset(.box(Extent(5))), 2) },
      GridExample(.lectureSignal, "watch for the kernel read backwards: that is what flipping means"),
    ]
}
