extension NormLab {
  static let homeEntries = [
    HomeEntry(
      .networks, key: "o", "Batch normalisation", "mean 0, variance 1, then gamma and beta",
      scene: "norm:1,10;2,20;4,60;5,30?step=1")
  ]
}
