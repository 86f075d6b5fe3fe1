extension Misconception {
  /// What happened, to stand after "you": `forgot the + 1`.
  public var title: String { text.title }

  /// One sentence that sets it right, without numbers.
  public var explanation: String { text.explanation }

  private var text: (title: String, explanation: String) {
    switch self {
    case .forgotPadding:
      ("left out the padding", "Padding adds p on both sides, so the kernel walks over n + 2p cells.")
    case .paddedOnce:
      ("added the padding once", "There are p zeros before the first cell and p after the last one: add 2p.")
    case .paddedInput:
      (
        "gave the padded input",
        "n + 2p is what the kernel walks over; the output has one cell for each place where it fits."
      )
    case .forgotPlusOne:
      ("forgot the + 1", "The quotient counts the hops; the window where the kernel starts is one more.")
    case .ignoredStride:
      (
        "ignored the stride",
        "With stride s the kernel hops s cells at a time, so the way it has to go is divided by s."
      )
    case .ignoredKernel:
      ("ignored the kernel", "The kernel has to fit inside, so the last window starts before the last cell.")
    case .ignoredDilation:
      ("ignored the dilation", "A dilated kernel spans d(f - 1) + 1 cells, more than its f taps.")
    case .dilatedWholeKernel:
      (
        "multiplied the kernel by the dilation",
        "Only the f - 1 gaps between taps grow, so the span is d(f - 1) + 1 and not d·f."
      )
    case .dilatedOnce:
      ("widened only one gap", "Every one of the f - 1 gaps grows by d - 1, not only one of them.")
    case .roundedUp:
      ("rounded up", "A window that does not fit entirely is left out: round down.")
    case .leftFraction:
      ("left a fraction", "A size counts windows; there is no part of a window.")
    case .floorForExact:
      (
        "rounded where the rule is exact",
        "Under the exact rule the division must be whole; otherwise the answer is \"cannot\"."
      )
    case .exactForFloor:
      (
        "refused a stride that does not fit",
        "Under the floor rule the cells left over are not used, and the rest is computed."
      )
    case .sameForFloor:
      (
        "used the rule for same padding",
        "ceil(n / s) is the size under same padding; here the padding is given."
      )
    case .floorForSame:
      ("used the floor rule", "Under the same rule the size is ceil(n / s), whatever the kernel is.")
    case .keptInputSize:
      ("kept the input size", "Only padding keeps the size; without enough of it the output is smaller.")
    case .swappedAxes:
      ("swapped height and width", "Sizes are written height x width; each axis has its own numbers.")
    case .paddedByKernel:
      (
        "padded by the kernel size",
        "A kernel of f cells sticks out by (f - 1) / 2 when its centre is on the border."
      )
    case .forgotHalving:
      ("forgot to halve", "The f - 1 missing cells are shared between two sides.")
    case .specialCase:
      (
        "took a special case for the rule",
        "That number belongs to another setting; put the numbers of this one into the formula."
      )
    case .forgotBias:
      ("forgot the bias", "Each filter or neuron adds one bias to its sum.")
    case .countedBias:
      ("counted the bias", "The question asks for the weights alone.")
    case .biasPerNeuron:
      ("gave every output its own bias", "A filter is shared by all places of its map, and so is its bias.")
    case .biasPerInput:
      ("counted one bias per input", "Biases belong to the neurons that compute, not to what they read.")
    case .biasPerLayer:
      ("counted one bias for the layer", "Every filter has a bias of its own.")
    case .forgotChannels:
      ("forgot the channels", "A filter is as deep as its input: f·f weights for each channel.")
    case .forgotFilters:
      ("counted a single filter", "A layer has as many filters as output channels.")
    case .keptDepth:
      (
        "kept the depth of the input",
        "The depth of the output is the number of filters; each filter adds up all channels into one map."
      )
    case .multipliedDepths:
      (
        "multiplied filters and channels",
        "A filter reads all channels and gives one map, so the depth is the number of filters."
      )
    case .addedSizes:
      ("added where sizes multiply", "Every output is joined to every input, so the counts multiply.")
    case .multipliedSizes:
      ("multiplied where sizes add", "Each further layer only adds the reach of its own kernel.")
    case .countedOutputs:
      (
        "counted outputs instead of parameters",
        "Shared weights are counted once, however often they are used."
      )
    case .countedWhatIsFixed:
      ("counted parameters where there are none", "Nothing in this operation is learnt.")
    case .countedOne:
      ("counted only one of them", "The same thing happens at every place; count them all.")
    case .offByOne:
      ("was off by one", "Count again from the first, and mind whether both ends belong.")
    case .flippedKernel:
      ("flipped the kernel", "Layers lay the kernel on the window as it is (cross-correlation).")
    case .forgotFlip:
      ("forgot to flip", "A true convolution turns the kernel by 180 degrees first.")
    case .mirroredOnce:
      (
        "mirrored along one axis only",
        "Turning by 180 degrees reverses the rows and the order within each row."
      )
    case .transposed:
      ("transposed", "Rows became columns; turning by 180 degrees reverses both and keeps rows as rows.")
    case .neighbouringCell:
      (
        "read a neighbouring cell",
        "Rows and columns count from 0 at the top left; look again where the window stands."
      )
    case .partOfWindow:
      ("used a part of the window", "All cells under the kernel are multiplied and added.")
    case .droppedTerm:
      ("lost one of the terms", "Write the terms one under the other and tick them off.")
    case .signSlip:
      ("slipped on a sign", "A minus times a minus is a plus; look at the signs one by one.")
    case .edgeDirection:
      (
        "took the edge the other way round",
        "The kernel subtracts its right from its left: bright to dark gives plus."
      )
    case .missedEdge:
      ("looked beside the edge", "The response stands where the window has the edge inside.")
    case .anyEdge:
      (
        "let any edge trigger any filter",
        "A filter answers to the direction it is made for; along the edge its terms cancel."
      )
    case .mixedPooling:
      (
        "used another kind of pooling",
        "Max takes the largest, average divides the sum by the number of cells, sum does not."
      )
    case .paddingAsMaximum:
      ("let the padding win", "In max pooling padding never wins: it counts as minus infinity.")
    case .forgotActivation:
      (
        "forgot the activation",
        "After sum and bias comes the activation; ReLU turns negative numbers into 0."
      )
    case .absoluteValue:
      ("took the absolute value", "ReLU does not turn a sign round; it cuts off what is negative.")
    case .swappedBeta:
      ("swapped beta and 1 - beta", "Beta belongs to the old average, 1 - beta to the new sample.")
    case .plainMean:
      ("took the plain mean", "Old and new are weighed by beta and 1 - beta.")
    case .startedAtZero:
      ("started from 0", "Here the first average is the first sample.")
    case .forgotCorrection:
      ("forgot the correction", "After a zero start the average is divided by 1 - beta^t.")
    case .multipliedCorrection:
      ("multiplied by the correction", "The uncorrected average is too small: divide by 1 - beta^t.")
    case .fixedCorrection:
      ("used 1 - beta at every step", "The divisor is 1 - beta^t; it grows to 1 as t grows.")
    case .wrongPower:
      ("used another power of beta", "Count how often the sample was multiplied by beta.")
    case .correctedTwice:
      ("corrected what needs no correction", "A start at the first sample has no bias towards 0.")
    case .betaMisread:
      ("misread beta as a count", "The window is about 1 / (1 - beta) samples.")
    case .correctionAlwaysFades:
      ("let the correction fade too soon", "beta^t is small only when t is well beyond 1 / (1 - beta).")
    case .wrongDirection:
      ("went uphill", "Descent subtracts the slope: w - lr·g.")
    case .gaveStep:
      ("gave the step, not the place", "The new value is the old one minus the step.")
    case .gaveGradient:
      ("gave the gradient", "The gradient still has to be turned into a step and subtracted.")
    case .forgotRate:
      ("forgot the learning rate", "The slope is multiplied by the learning rate before it is subtracted.")
    case .wrongSlope:
      ("used a wrong slope", "Work out the derivative first, at the current place.")
    case .anotherVariable:
      ("used the slope of another variable", "Each variable moves by its own partial derivative.")
    case .forgotInner:
      ("forgot the inner derivative", "The chain rule multiplies by the derivative of what stands inside.")
    case .forgotFactor:
      ("left out a factor", "Every link of the chain gives one factor.")
    case .addedFactors:
      ("added the factors", "Along a chain the local slopes multiply.")
    case .valueForSlope:
      ("gave the value, not the slope", "The question asks how fast the function changes there.")
    case .slopeForValue:
      ("gave the slope, not the value", "The question asks for the function itself.")
    case .anotherFunction:
      ("used another function", "The number belongs to a different function.")
    case .ignoredGate:
      ("ignored the ReLU gate", "A unit whose input is negative passes nothing back.")
    case .plainDescent:
      ("took a step of plain descent", "This rule does not use the gradient as it is.")
    case .anotherMomentum:
      (
        "used another form of momentum",
        "The forms differ in how much the new gradient counts; check which one is asked for."
      )
    case .oneStepShort:
      ("stopped a step too soon", "Count the updates, and carry the state from one to the next.")
    case .lostMemory:
      ("forgot what the rule remembers", "The state after the first step goes into the second.")
    case .forgotRoot:
      ("forgot the square root", "The step is divided by the root of the squared average.")
    case .forgotSquare:
      ("forgot to square", "The rule adds up squared gradients.")
    case .multipliedForDivided:
      ("multiplied instead of dividing", "The number belongs under the bar.")
    case .dividedForMultiplied:
      ("divided instead of multiplying", "The number is a factor, not a divisor.")
    case .forgotOneCorrection:
      ("forgot to correct one of the averages", "Both averages start at 0, and each has its own correction.")
    case .assumedCorrection:
      (
        "corrected where this rule does not",
        "This rule leaves its average as it is, so its first steps are long."
      )
    case .epsilonPlace:
      (
        "put epsilon in another place",
        "Inside the root epsilon is compared with the squared gradient, outside with the gradient."
      )
    case .constantRate:
      ("took the rate for constant", "The sum of squares grows at every step, and the rate shrinks with it.")
    case .forgotLookAhead:
      ("forgot to look ahead", "Nesterov takes the slope where the velocity is about to carry the point.")
    case .gaveProbability:
      ("gave the probability", "The loss is the negative logarithm of the probability.")
    case .anotherLogarithm:
      ("used another logarithm", "Cross-entropy is taken with the natural logarithm.")
    case .forgotNormalising:
      ("forgot to divide by the sum", "Exponentials become probabilities when they are divided by their sum.")
    case .sharedLinearly:
      ("shared the scores without the exponential", "Softmax takes e to the power of each score first.")
    case .forgotOneHot:
      ("forgot to subtract the target", "The slope at a score is p - y, and y is 1 for the true class.")
    case .slopeAtProbability:
      (
        "took the slope at the probability",
        "The question asks for the slope at the score, after the softmax."
      )
    case .anotherLoss:
      ("computed another loss", "Look which error is asked for: signed, absolute, squared, mean or root.")
    case .sumForMean:
      ("gave the sum, not the mean", "The mean divides by the number of terms.")
    case .meanForSum:
      ("gave the mean, not the sum", "The sum is not divided.")
    case .noLossWhenCorrect:
      ("saw no loss where there is one", "Being right by a narrow margin still costs something.")
    case .anotherSpread:
      ("divided by another measure of spread", "Batch norm divides by the root of the batch variance (1/m).")
    case .halfNormalised:
      ("did only half of the scaling", "First subtract, then divide.")
    case .swappedScaleAndShift:
      ("swapped scale and shift", "The scale sets the deviation, the shift sets the mean.")
    case .ignoredShift:
      ("ignored the shift", "After the scaling the shift is added.")
    case .noScaling:
      ("left out the scaling", "Without it the sums are larger at use than in training.")
    case .invertedScaling:
      ("scaled the other way round", "Divide by the keep probability in training, or multiply by it at use.")
    case .dropForKeep:
      ("took the drop for the keep probability", "Keep and drop add up to 1.")
    case .alwaysHalf:
      ("halved by habit", "A half is right only when half of the units are dropped.")
    case .forgotLambda:
      ("forgot lambda", "The penalty is weighed by lambda.")
    case .missingTwo:
      (
        "was off by the factor 2 of the convention",
        "The slope of lambda·w^2 is 2·lambda·w; the decay form has no 2."
      )
    case .anotherConvention:
      ("followed another convention", "Sources differ here; look which convention the question names.")
    case .conventionAsFact:
      ("took a convention for a fact", "Where a function has a corner, its slope is agreed on, not derived.")
    case .copiedSlide:
      ("copied a misprint of the slide", "The number on the slide does not follow from its own rule.")
    case .digitSlip:
      ("slipped by a digit", "Estimate the size of the result before writing it down.")
    case .anotherQuantity:
      ("answered another question", "The number is right for something else; read the question again.")
    case .overgeneralised:
      ("made a rule of a special case", "It holds under conditions that are not given here.")
    case .mistookAnalogy:
      ("took an analogy at its word", "The picture helps to remember; the formula says what is meant.")
    case .anotherMethod:
      ("described another method", "That is how a related method does it.")
    case .overlookedEffect:
      ("overlooked an effect", "Something in the setting changes the outcome; go through it part by part.")
    }
  }
}
