extension PoolLab {
  static let homeEntries = [
    HomeEntry(.convolution, key: "p", "Pooling", "a window becomes one number", scene: "pool:galway")
  ]
}
