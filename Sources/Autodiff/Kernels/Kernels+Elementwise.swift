internal import CKernels

/// Functions of many numbers at a time. Exponentials are computed in the registers and agree with the library's, by which
/// the scalar rules go, to within four units in the last place.
extension Kernels {
  /// A function that has a kernel of its own.
  enum Function {
    case exp, tanh, sigmoid, relu
  }

  /// y[i] = f(x[i]); i < count. y may be x.
  static func evaluate<E: Precision>(
    _ function: Function, _ x: UnsafePointer<E>, into y: UnsafeMutablePointer<E>, count: Int
  ) {
    if E.self == Float.self {
      let (x, y) = (single(x), single(y))
      switch function {
      case .exp: strider_exp_f32(count, y, x)
      case .tanh: strider_tanh_f32(count, y, x)
      case .sigmoid: strider_sigmoid_f32(count, y, x)
      case .relu: strider_relu_f32(count, y, x)
      }
    } else {
      let (x, y) = (double(x), double(y))
      switch function {
      case .exp: strider_exp_f64(count, y, x)
      case .tanh: strider_tanh_f64(count, y, x)
      case .sigmoid: strider_sigmoid_f64(count, y, x)
      case .relu: strider_relu_f64(count, y, x)
      }
    }
  }

  /// ∂x[i] += ∂y[i] · f′(x[i]); i < count. Of x and y = f(x) that is read by which the derivative is known.
  static func pullBack<E: Precision>(
    _ function: Function, _ dy: UnsafePointer<E>, x: UnsafePointer<E>, y: UnsafePointer<E>,
    to dx: UnsafeMutablePointer<E>, count: Int
  ) {
    if E.self == Float.self {
      let (dx, dy) = (single(dx), single(dy))
      switch function {
      case .exp: strider_product_back_f32(count, dx, dy, single(y))
      case .tanh: strider_tanh_back_f32(count, dx, dy, single(y))
      case .sigmoid: strider_sigmoid_back_f32(count, dx, dy, single(y))
      case .relu: strider_relu_back_f32(count, dx, dy, single(x))
      }
    } else {
      let (dx, dy) = (double(dx), double(dy))
      switch function {
      case .exp: strider_product_back_f64(count, dx, dy, double(y))
      case .tanh: strider_tanh_back_f64(count, dx, dy, double(y))
      case .sigmoid: strider_sigmoid_back_f64(count, dx, dy, double(y))
      case .relu: strider_relu_back_f64(count, dx, dy, double(x))
      }
    }
  }

  /// The largest of each 2x2 cells of every plane, and its position; see `PoolingKind.max`.
  static func maximum2x2<E: Precision>(
    planes: Int, height: Int, width: Int, _ x: UnsafePointer<E>, into y: UnsafeMutablePointer<E>,
    positions: UnsafeMutablePointer<Int32>
  ) {
    if E.self == Float.self {
      strider_max2x2_f32(planes, height, width, single(y), positions, single(x))
    } else {
      strider_max2x2_f64(planes, height, width, double(y), positions, double(x))
    }
  }
}
