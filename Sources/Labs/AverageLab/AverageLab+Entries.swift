extension AverageLab {
  static let homeEntries = [
    HomeEntry(
      .averages, key: "a", "Moving averages", "with and without bias correction", scene: "ema:eur-usd")
  ]
}
