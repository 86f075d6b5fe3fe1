import Learning

extension AverageLab {
  /// Scenes that the key for examples walks through.
  static let examples: [AverageScene] = [
    "ema:eur-usd?step=257", "ema:eur-usd?beta=0.98&start=corrected&show=zero,corrected&step=30",
    "ema:eur-usd?beta=0.98,0.9,0.5&step=257", "ema:noise?beta=0.98&start=corrected&show=corrected&step=120",
    "ema:step?start=zero&show=zero&step=40", "ema:ramp?beta=0.95,0.5&start=corrected&step=100",
    "ema:10,10,10,10,10,10,10,10?start=multiplied&show=corrected,multiplied&step=8",
  ].map { AverageScene(known: $0) }
}
