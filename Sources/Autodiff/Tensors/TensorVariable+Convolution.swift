extension TensorVariable {
  /// The two-dimensional convolution (cross-correlation, the kernel is not flipped) with derivatives for the input,
  /// the kernel and the bias. See `ConvolutionShape` for the formula.
  ///
  /// The shapes must fit, or the program stops with what `ConvolutionShape.init` would throw; check data of unknown
  /// shape with that first.
  ///
  /// - Parameters:
  ///   - kernel: `[filters, channels / groups, height, width]`; the receiver is `[images, channels, height, width]`.
  ///   - bias: `[filters]`.
  /// - Returns: `[images, filters, height, width]`.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  public func conv2d(
    _ kernel: TensorVariable, bias: TensorVariable? = nil, stride: Extent = 1, padding: Padding = 0,
    dilation: Extent = 1, groups: Int = 1
  ) -> TensorVariable {
    precondition(
      storage == kernel.storage && (bias == nil || bias?.storage == storage),
      "Two tensors of different tapes cannot be combined.")
    precondition(bias == nil || bias?.rank == 1, "The bias of a convolution has one axis, the filters.")
    let shape: ConvolutionShape
    do {
      shape = try ConvolutionShape(
        storage.pointee.shape(of: node), storage.pointee.shape(of: kernel.node), bias: bias?.count,
        stride: stride, padding: padding,
        dilation: dilation, groups: groups)
    } catch {
      preconditionFailure("In a convolution \(error).")
    }
    let inputs = (node, kernel.node, bias?.node ?? Node<Element>.none)
    let result = storage.pointee.appendTensor(.conv2d, rank: 4, inputs: inputs) { axes, _ in
      (axes[0], axes[1], axes[2], axes[3]) = (
        shape.images, shape.filters, shape.output.height, shape.output.width
      )
    }
    storage.pointee.attach(shape, to: result)
    storage.pointee.evaluate(result)
    return TensorVariable(storage: storage, node: result)
  }

  /// Pools the last two axes, plane by plane.
  ///
  /// - Parameter stride: the window's size if `nil`.
  /// - Returns: the shape of the receiver with the last two axes shortened.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  public func pool(
    _ kind: PoolingKind, window: Extent, stride: Extent? = nil, padding: Padding = 0, dilation: Extent = 1,
    roundingUp: Bool = false, excludingPadding: Bool = false
  ) -> TensorVariable {
    let shape: PoolingShape
    do {
      shape = try PoolingShape(
        kind, storage.pointee.shape(of: node), window: window, stride: stride, padding: padding,
        dilation: dilation,
        roundsUp: roundingUp, excludesPadding: excludingPadding)
    } catch {
      preconditionFailure("In a pooling \(error).")
    }
    let none = Node<Element>.none
    let result = storage.pointee.appendTensor(.pool, rank: rank, inputs: (node, none, none)) {
      [node] axes, storage in
      _ = axes.update(fromContentsOf: storage.shape(of: node))
      (axes[axes.count - 2], axes[axes.count - 1]) = (shape.output.height, shape.output.width)
    }
    storage.pointee.attach(PoolingDetails(shape: shape), to: result)
    storage.pointee.evaluate(result)
    return TensorVariable(storage: storage, node: result)
  }

  /// Pools over the channels, place by place: [images, channels, height, width] → [images, 1, height, width].
  public func pooledAcrossChannels(_ kind: PoolingKind) -> TensorVariable {
    precondition(rank == 4, "Pooling across channels takes four axes, not the shape \(shape).")
    let shape = shape
    // The channels of one place stand in a column of the matrix [channels, height · width].
    let places = reshaped(to: [shape[0], shape[1], shape[2] * shape[3]])
    return places.pool(kind, window: Extent(height: shape[1], width: 1))
      .reshaped(to: [shape[0], 1, shape[2], shape[3]])
  }
}
