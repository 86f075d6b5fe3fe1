import Learning

extension NormLab {
  /// Scenes that the key for examples walks through.
  static let examples: [NormScene] = [
    "norm:1,10;2,20;4,60;5,30?step=1", "norm:1;2;3;4?gamma=2&beta=0.5&step=1",
    "norm:2;4;6;10?view=scaling&step=1",
    "norm:1,10;2,20;4,60;5,30?view=use&step=1", "norm:1;2;3;4?view=use&drift=0.5&step=20",
    "norm:1;2;4;5?view=backward&step=1", "norm:1,2;3,4;5,6?grouping=channel&step=1", "norm:3;3;3?step=1",
    "norm:0.01;0.02;0.03?epsilon=0.001&step=1",
  ].map { NormScene(known: $0) }
}
