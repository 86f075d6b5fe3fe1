/// Fits with a name.
public enum FitPreset: String, CaseIterable, Sendable {
  case overfitting
  case underfitting
  case right
  case penalty
  case tooMuch = "too-much"
  case moreData = "more-data"
  case turn
  case penalties
  case data
  case voting
  case noiseless
  case network
  case stopping
  case dropout
  case decay
  case networks

  /// A name for headings and the search.
  public var title: String {
    switch self {
    case .overfitting: "overfitting"
    case .underfitting: "underfitting"
    case .right: "a degree that fits"
    case .penalty: "a penalty on coefficients (L2)"
    case .tooMuch: "a penalty too large"
    case .moreData: "more data"
    case .turn: "errors against degree"
    case .penalties: "errors against lambda"
    case .data: "errors against the number of points"
    case .voting: "five polynomials that vote"
    case .noiseless: "points without noise"
    case .network: "a network that learns by heart"
    case .stopping: "early stopping"
    case .dropout: "dropout"
    case .decay: "weight decay"
    case .networks: "five networks that vote"
    }
  }

  /// What to look at, in one line.
  public var watchFor: String {
    switch self {
    case .overfitting: "Watch for the curve: it meets all ten points, and is far off between them."
    case .underfitting: "Watch for the errors: a straight line misses old and new points alike."
    case .right: "Watch for the two curves: degree 3 comes close to what it never saw."
    case .penalty: "Watch for the curve: still degree 9, but small coefficients bend it less."
    case .tooMuch: "Watch for the curve: so large a penalty presses it flat; it underfits."
    case .moreData: "Watch for the curve: degree 9 again, but a hundred points hold it in place."
    case .turn: "Watch for the turn: the train error only falls, the test error rises again."
    case .penalties: "Watch for the dip: too small a lambda overfits, too large a one underfits."
    case .data: "Watch for the gap: with more points train and test error come together."
    case .voting: "Watch for the vote: it errs less than the five that vote do on average."
    case .noiseless: "Watch for the test error: without noise nothing is learned by heart."
    case .network: "Watch for the turn: the network soon meets every point, and errs in between."
    case .stopping: "Watch for the end: no smaller test error for 100 updates, so it stops."
    case .dropout: "Watch for the train error: with units left out the points are not met."
    case .decay: "Watch for the train error: small weights cannot bend to every point."
    case .networks: "Watch for the vote: it errs less than the five networks do on average."
    }
  }

  /// The scene in which it opens.
  public var scene: FitScene { FitScene(known: spelling) }

  private var spelling: String {
    switch self {
    case .overfitting: "fit:degree?seed=5&step=9"
    case .underfitting: "fit:degree?seed=5&step=1"
    case .right: "fit:degree?seed=5&step=3"
    case .penalty: "fit:degree?lambda=0.001&seed=5&step=9"
    case .tooMuch: "fit:degree?lambda=10&seed=5&step=9"
    case .moreData: "fit:points?seed=5&step=9"
    case .turn: "fit:degree?view=errors&seed=5&step=9"
    case .penalties: "fit:lambda?view=errors&seed=5&step=12"
    case .data: "fit:points?view=errors&seed=5&step=9"
    case .voting: "fit:degree?view=vote&points=30&noise=0.4&seed=6&step=5"
    case .noiseless: "fit:degree?noise=0&step=9"
    case .network: "fit:updates?seed=5&step=30"
    case .stopping: "fit:updates?view=errors&seed=5&stop=true&step=30"
    case .dropout: "fit:updates?dropout=0.2&seed=5&step=30"
    case .decay: "fit:updates?lambda=0.01&seed=5&step=30"
    case .networks: "fit:updates?view=vote&seed=5&step=30"
    }
  }
}
