import Learning

extension SoftmaxLab {
  /// Scenes that the key for examples walks through.
  static let examples: [SoftmaxScene] = [
    "softmax:3,1,0.2?step=6", "softmax:3,1,0.2?target=2&step=6", "softmax:0,0,0,0?target=1&step=6",
    "softmax:3,1,0.2?shift=1000&step=4", "softmax:3,1,0.2?view=naive&step=6",
    "softmax:3,1,0.2?view=naive&shift=1000&step=6", "softmax:2,1,0,-1?temperature=10&step=4",
    "softmax:2,1,0,-1?temperature=0.1&step=4", "softmax:1000,0,-1000?target=2&step=6",
    "softmax:2.2,-1.4,0.4?view=binary&step=6",
  ].map { SoftmaxScene(known: $0) }
}
