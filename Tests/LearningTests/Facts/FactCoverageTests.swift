import Testing

/// A parameterised test over an empty table passes in silence; these do not.
@Suite struct FactCoverageTests {
  /// How many facts each operation has; a new operation in the file needs a test and an entry here.
  static let counts = [
    "conv2d": 38, "conv2d_cell": 7, "conv2d_multi": 3, "window_starts": 9, "crop": 1, "argmax_positions": 1,
    "conv1d": 4, "conv1d_steps": 1, "conv1d_inside_steps": 1, "reverse": 1,
    "out_size": 48, "same_padding": 5, "ratio_list": 2,
    "effective_kernel": 7, "receptive_field": 4, "product": 8,
    "shape_chain": 11, "params_conv": 7, "params_dense": 4, "sum_products": 2, "flatten": 3,
    "remove_indices": 1,
    "pad_zero": 1,
    "ema": 20, "ema_window": 5, "ema_last_share": 1, "ema_weights": 3, "bias_factor": 4,
    "optimizer_on_gradients": 60, "optimizer_on_surface": 23, "momentum_gain": 1, "rmsprop_first_step": 3,
    "adam_first_step": 6, "adagrad_effective_lr": 1, "lr_schedule": 3, "surface": 5,
    "pool2d": 17, "pool_cross_channel": 1, "maxpool_backward": 1,
    "activation": 5, "activation_derivative": 5, "perceptron": 3, "loss": 10, "softmax_ce": 2,
    "l2_penalty": 1,
    "bce_l2": 1, "normalise": 2, "batchnorm": 4, "bn_scale_invariance": 1, "bn_affine_effect": 1, "init": 8,
    "symmetry": 1, "chain_deltas": 4, "power": 2, "skip_chain": 1, "rot180": 1, "unroll_weights": 1, "dot": 2,
    "conv2d_backward": 1, "wiggle": 2, "numeric_gradient": 1, "mlp_backprop": 1, "bprop_cost": 1,
    "dropout_linear": 2, "steps_per_epoch": 1, "dense": 1,
  ]

  @Test func everyFactIsTested() {
    let found = Dictionary(grouping: Fact.all, by: \.operation).mapValues(\.count)
    #expect(found == Self.counts)
  }
}
