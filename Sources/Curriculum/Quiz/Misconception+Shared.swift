import Learning

/// Misconceptions that several topics share.
extension Misconception {
  static let countedFromOne = Misconception("counted-from-one", "counted from 1")
  static let swappedPlace = Misconception("swapped-row-and-column", "exchanged the row and the column")
  static let lostTwo = Misconception("lost-the-two", "lost the 2 of the square")
  static let forgotPadding = Misconception("forgot-padding", "left out the padding")
  static let forgotPlusOne = Misconception("forgot-plus-one", "forgot the + 1")
  static let ignoredStride = Misconception("ignored-stride", "ignored the stride")
  static let ignoredDilation = Misconception("ignored-dilation", "ignored the dilation")
  static let dilatedWholeKernel = Misconception(
    "multiplied-by-dilation", "multiplied the kernel by the dilation")
  static let dilatedOnce = Misconception("added-dilation-once", "widened only one gap")
  static let neighbouringCell = Misconception("read-a-neighbour", "read a neighbouring cell")
  static let droppedTerm = Misconception("dropped-a-term", "lost one of the terms")
  static let signSlip = Misconception("sign-slip", "slipped on a sign")
  static let swappedBeta = Misconception("swapped-beta", "swapped beta and 1 - beta")
  static let plainMean = Misconception("plain-mean", "took the plain mean")
  static let startedAtZero = Misconception(.startedAtZero)
  static let forgotCorrection = Misconception(.forgotCorrection)
  static let multipliedCorrection = Misconception(.multipliedCorrection)
  static let gaveSample = Misconception("gave-a-sample", "gave one of the samples")
  static let offByOne = Misconception("off-by-one", "miscounted by one")
  static let lostMemory = Misconception("lost-memory", "forgot what the rule remembers")
  static let paddedOnce = Misconception("padded-once", "added the padding once")
  static let roundedUp = Misconception("rounded-up", "rounded up")
  static let forgotFactor = Misconception("forgot-a-factor", "left out a factor")
  static let addedFactors = Misconception("added-factors", "added the factors")
  static let valueForSlope = Misconception("value-for-slope", "gave the value, not the slope")
  static let slopeOfLine = Misconception("slope-of-a-line", "took the slope of the unit for 1")
  static let ignoredGate = Misconception("ignored-gate", "ignored the ReLU gate")
  static let inputForSlope = Misconception("input-for-slope", "took the unit's input for its slope")
  static let forgotWeights = Misconception("forgot-the-weights", "left out the weights")
  static let countedOne = Misconception("counted-one", "counted only one of them")
  static let gaveLoss = Misconception("gave-the-loss", "gave the loss")
  static let forgotOneHot = Misconception("forgot-one-hot", "forgot to subtract the target")
  static let slopeAtProbability = Misconception("slope-at-probability", "took the slope at the probability")
  static let specialCase = Misconception("took-a-special-case", "took a special case for the rule")
  static let forgotRoot = Misconception("forgot-root", "forgot the square root")
  static let sumForMean = Misconception("sum-for-mean", "gave the sum, not the mean")
  static let roundedDown = Misconception("rounded-down", "rounded down")
  static let leftFraction = Misconception("left-a-fraction", "left a fraction")
  static let gaveBatchSize = Misconception("gave-the-batch-size", "gave the batch size")
  static let forgotBias = Misconception("forgot-bias", "forgot the bias")
  static let forgotChannels = Misconception("forgot-channels", "forgot the channels")
  static let forgotFilters = Misconception("forgot-filters", "counted a single filter")
  static let addedSizes = Misconception("added-sizes", "added where sizes multiply")
  static let keptInputSize = Misconception("kept-input-size", "kept the input size")
  static let ignoredPooling = Misconception("ignored-pooling", "left out the pooling")
  static let countedBias = Misconception("counted-bias", "counted the bias")
  static let forgotActivation = Misconception("forgot-activation", "forgot the activation")
  static let ignoredGroups = Misconception("ignored-groups", "ignored the groups")
  /// Found by ``Question/earlyRounding(leadingTo:)``, whatever the question is about.
  static let roundedOnTheWay = Misconception("rounded-on-the-way", "rounded on the way")
}

extension Misconception {
  /// Misconceptions that lessons alone predict.
  static let ofLessons = [
    Misconception("factor-two", "missed the factor 2 of the convention"),
    Misconception("another-quantity", "took one quantity for another"),
    Misconception("gave-padded-input", "gave the padded input"),
    Misconception("counted-what-is-fixed", "counted parameters where there are none"),
    Misconception("wrong-edge-direction", "took the edge the other way round"),
    Misconception("missed-edge", "looked beside the edge"),
    Misconception("any-edge", "let any edge trigger any filter"),
    Misconception("padding-wins", "let the padding win"),
    Misconception("took-absolute-value", "took the absolute value"),
    Misconception("misread-beta", "misread beta as a count"),
    Misconception("correction-fades-at-once", "let the correction fade too soon"),
    Misconception("wrong-slope", "used a wrong slope"),
    Misconception("another-variable", "used the slope of another variable"),
    Misconception("slope-for-value", "gave the slope, not the value"),
    Misconception("multiplied-for-divided", "multiplied instead of dividing"),
    Misconception("divided-for-multiplied", "divided instead of multiplying"),
    Misconception("forgot-one-correction", "forgot to correct one of the averages"),
    Misconception("epsilon-place", "put epsilon in another place"),
    Misconception("constant-rate", "took the rate for constant"),
    Misconception("another-loss", "computed another loss"),
    Misconception("no-loss-when-right", "saw no loss where there is one"),
    Misconception("convention-as-fact", "took a convention for a fact"),
    Misconception("copied-the-slide", "followed the slide, which has a misprint here"),
    Misconception("digit-slip", "slipped by a digit"),
    Misconception("overgeneralised", "made a rule of a special case"),
    Misconception("mistook-the-analogy", "took an analogy at its word"),
    Misconception("overlooked-effect", "overlooked an effect"),
    Misconception("imagined-effect", "expected an effect that does not come"),
    Misconception("forgot-lambda", "forgot lambda"),
    Misconception("another-method", "followed another method"),
  ]
}
