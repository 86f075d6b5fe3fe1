extension Misconception {
  /// One sentence that sets it right, without numbers.
  public var explanation: String {
    switch self {
    case .forgotPadding:
      "Padding adds p on both sides, so the kernel walks over n + 2p cells."
    case .paddedOnce:
      "There are p zeros before the first cell and p after the last one: add 2p."
    case .paddedInput:
      "n + 2p is what the kernel walks over; the output has one cell for each place where it fits."
    case .forgotPlusOne:
      "The quotient counts the hops; the window where the kernel starts is one more."
    case .ignoredStride:
      "With stride s the kernel hops s cells at a time: there are fewer windows, and they lie further apart."
    case .ignoredKernel:
      "The kernel has to fit inside, so the last window starts before the last cell."
    case .ignoredDilation:
      "A dilated kernel spans d(f - 1) + 1 cells, more than its f taps."
    case .dilatedWholeKernel:
      "Only the f - 1 gaps between taps grow, so the span is d(f - 1) + 1 and not d·f."
    case .dilatedOnce:
      "Every one of the f - 1 gaps grows by d - 1, not only one of them."
    case .roundedUp:
      "A window that does not fit entirely is left out: round down."
    case .leftFraction:
      "What is counted here comes whole; there is no part of it."
    case .floorForExact:
      "Under the exact rule the division must be whole; otherwise the answer is \"cannot\"."
    case .exactForFloor:
      "Under the floor rule the cells left over are not used, and the rest is computed."
    case .roundedDown:
      "The same rule pads until the last window fits: round up."
    case .sameForFloor:
      "ceil(n / s) is the size under same padding; here the padding is given."
    case .floorForSame:
      "Under the same rule the size is ceil(n / s), whatever the kernel is."
    case .keptInputSize:
      "Only padding keeps the size; without enough of it the output is smaller."
    case .swappedAxes:
      "Sizes are written height x width; each axis has its own numbers."
    case .paddedByKernel:
      "A kernel of f cells sticks out by (f - 1) / 2 when its centre is on the border."
    case .forgotHalving:
      "The f - 1 missing cells are shared between two sides."
    case .specialCase:
      "That number belongs to another setting; put the numbers of this one into the formula."
    case .forgotBias:
      "Each filter or neuron adds one bias to its sum."
    case .countedBias:
      "The question asks for the weights alone."
    case .biasPerNeuron:
      "A filter is shared by all places of its map, and so is its bias."
    case .biasPerInput:
      "Biases belong to the neurons that compute, not to what they read."
    case .biasPerLayer:
      "Every filter has a bias of its own."
    case .forgotChannels:
      "A filter is as deep as its input: f·f weights for each channel."
    case .forgotFilters:
      "A layer has as many filters as output channels."
    case .keptDepth:
      "The depth of the output is the number of filters; each filter adds up all channels into one map."
    case .multipliedDepths:
      "A filter reads all channels and gives one map, so the depth is the number of filters."
    case .addedSizes:
      "Every output is joined to every input, so the counts multiply."
    case .multipliedSizes:
      "Each further layer only adds the reach of its own kernel."
    case .countedOutputs:
      "Shared weights are counted once, however often they are used."
    case .countedWhatIsFixed:
      "Nothing in this operation is learnt."
    case .countedOne:
      "The same thing happens at every place; count them all."
    case .offByOne:
      "Count again from the first, and mind whether both ends belong."
    case .flippedKernel:
      "Layers lay the kernel on the window as it is (cross-correlation)."
    case .forgotFlip:
      "A true convolution turns the kernel by 180 degrees first."
    case .mirroredOnce:
      "Turning by 180 degrees reverses the rows and the order within each row."
    case .transposed:
      "Rows became columns; turning by 180 degrees reverses both and keeps rows as rows."
    case .neighbouringCell:
      "Look again where the window stands, and from where rows, columns or steps are counted."
    case .partOfWindow:
      "All cells under the kernel are multiplied and added."
    case .droppedTerm:
      "Write the terms one under the other and tick them off."
    case .signSlip:
      "Look at the signs one by one; a minus times a minus is a plus."
    case .edgeDirection:
      "The kernel subtracts its right from its left: bright to dark gives plus."
    case .missedEdge:
      "The response stands where the window has the edge inside."
    case .anyEdge:
      "A filter answers to the direction it is made for; along the edge its terms cancel."
    case .mixedPooling:
      "Max takes the largest, average divides the sum by the number of cells, sum does not."
    case .paddingAsMaximum:
      "In max pooling padding never wins: it counts as minus infinity."
    case .forgotActivation:
      "After sum and bias comes the activation; ReLU turns negative numbers into 0."
    case .absoluteValue:
      "ReLU does not turn a sign round; it cuts off what is negative."
    case .swappedBeta:
      "Beta belongs to the old average, 1 - beta to the new sample."
    case .plainMean:
      "Old and new are weighed by beta and 1 - beta."
    case .startedAtZero:
      "Here the first average is the first sample."
    case .forgotCorrection:
      "After a zero start the average is divided by 1 - beta^t."
    case .multipliedCorrection:
      "The uncorrected average is too small: divide by 1 - beta^t."
    case .fixedCorrection:
      "The divisor is 1 - beta^t; it grows to 1 as t grows."
    case .wrongPower:
      "Count how often the sample was multiplied by beta."
    case .correctedTwice:
      "A start at the first sample has no bias towards 0."
    case .betaMisread:
      "The window is about 1 / (1 - beta) samples."
    case .correctionAlwaysFades:
      "beta^t is small only when t is well beyond 1 / (1 - beta)."
    case .wrongDirection:
      "Descent subtracts the slope: w - lr·g."
    case .gaveStep:
      "The new value is the old one minus the step."
    case .gaveGradient:
      "The gradient still has to be turned into a step and subtracted."
    case .forgotRate:
      "The slope is multiplied by the learning rate before it is subtracted."
    case .wrongSlope:
      "Work out the derivative first, at the current place."
    case .anotherVariable:
      "Each variable moves by its own partial derivative."
    case .forgotInner:
      "The chain rule multiplies by the derivative of what stands inside."
    case .forgotFactor:
      "Write the product out, and check that every factor is in it."
    case .addedFactors:
      "These numbers multiply; they are not added."
    case .valueForSlope:
      "The question asks how fast the function changes there."
    case .slopeForValue:
      "The question asks for the function itself."
    case .anotherFunction:
      "The number belongs to a different function."
    case .ignoredGate:
      "A unit whose input is negative passes nothing back."
    case .plainDescent:
      "This rule does not use the gradient as it is."
    case .anotherMomentum:
      "The forms differ in how much the new gradient counts; check which one is asked for."
    case .oneStepShort:
      "Count the steps, and carry the result of each to the next."
    case .lostMemory:
      "The state after the first step goes into the second."
    case .forgotRoot:
      "The rule takes a square root here."
    case .forgotSquare:
      "The rule squares the number here."
    case .multipliedForDivided:
      "The number belongs under the bar."
    case .dividedForMultiplied:
      "The number is a factor, not a divisor."
    case .forgotOneCorrection:
      "Both averages start at 0, and each has its own correction."
    case .assumedCorrection:
      "This rule leaves its average as it is, so its first steps are long."
    case .epsilonPlace:
      "Inside the root epsilon is compared with the squared gradient, outside with the gradient."
    case .constantRate:
      "The sum of squares grows at every step, and the rate shrinks with it."
    case .forgotLookAhead:
      "Nesterov takes the slope where the velocity is about to carry the point."
    case .gaveProbability:
      "The loss is the negative logarithm of the probability."
    case .anotherLogarithm:
      "Cross-entropy is taken with the natural logarithm."
    case .forgotNormalising:
      "Exponentials become probabilities when they are divided by their sum."
    case .sharedLinearly:
      "Softmax takes e to the power of each score first."
    case .forgotOneHot:
      "The slope at a score is p - y, and y is 1 for the true class."
    case .slopeAtProbability:
      "The question asks for the slope at the score, after the softmax."
    case .anotherLoss:
      "Look which error is asked for: signed, absolute, squared, mean or root."
    case .sumForMean:
      "The mean divides by the number of terms."
    case .meanForSum:
      "The sum is not divided."
    case .noLossWhenCorrect:
      "Only full certainty, or a full margin, costs nothing."
    case .anotherSpread:
      "Batch norm divides by the root of the batch variance (1/m)."
    case .halfNormalised:
      "First subtract, then divide."
    case .swappedScaleAndShift:
      "The scale sets the deviation, the shift sets the mean."
    case .ignoredShift:
      "After the scaling the shift is added."
    case .noScaling:
      "Without it the sums are larger at use than in training."
    case .invertedScaling:
      "Divide by the keep probability in training, or multiply by it at use."
    case .dropForKeep:
      "Keep and drop add up to 1."
    case .alwaysHalf:
      "A half is right only when half of the units are dropped."
    case .forgotLambda:
      "The penalty is weighed by lambda."
    case .missingTwo:
      "The slope of lambda·w^2 is 2·lambda·w; the decay form has no 2."
    case .anotherConvention:
      "Sources differ here; look which convention the question names."
    case .conventionAsFact:
      "Where a function has a corner, its slope is agreed on, not derived."
    case .copiedSlide:
      "The number on the slide does not follow from its own rule."
    case .digitSlip:
      "Estimate the size of the result before writing it down."
    case .anotherQuantity:
      "What you gave is right for something else; read the question again."
    case .overgeneralised:
      "It holds under conditions that are not given here."
    case .mistookAnalogy:
      "The picture helps to remember; the formula says what is meant."
    case .anotherMethod:
      "That is how a related method does it."
    case .overlookedEffect:
      "Something in the setting changes the outcome; go through it part by part."
    case .imaginedEffect:
      "Nothing in the setting brings it about; go through it part by part."
    }
  }
}
