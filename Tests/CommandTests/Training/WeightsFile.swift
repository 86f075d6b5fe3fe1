import Foundation

/// Tensors by their names, written and read as safetensors files: what a test puts in and looks at.
struct WeightsFile {
  var tensors: [String: (shape: [Int], values: [Double])] = [:]

  init() {}

  /// Reads a file of double or single precision.
  init(_ data: Data) throws {
    let length = Int(
      data.prefix(8).enumerated().reduce(UInt64(0)) { $0 | UInt64($1.element) << (8 * $1.offset) })
    let header = try JSONSerialization.jsonObject(with: data.subdata(in: 8..<(8 + length)))
    for (name, entry) in header as? [String: [String: Any]] ?? [:] where name != "__metadata__" {
      guard let shape = entry["shape"] as? [Int], let place = entry["data_offsets"] as? [Int] else {
        continue
      }
      let bytes = [UInt8](data.subdata(in: (8 + length + place[0])..<(8 + length + place[1])))
      let isDouble = entry["dtype"] as? String == "F64"
      let size = isDouble ? 8 : 4
      let values = (0..<(bytes.count / size)).map { index in
        let bits = (0..<size).reduce(UInt64(0)) { $0 | UInt64(bytes[index * size + $1]) << (8 * $1) }
        return isDouble
          ? Double(bitPattern: bits) : Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
      }
      tensors[name] = (shape, values)
    }
  }

  /// The file in double precision.
  var data: Data {
    var (entries, numbers) = ([String](), Data())
    for (name, tensor) in tensors.sorted(by: { $0.key < $1.key }) {
      let start = numbers.count
      for value in tensor.values {
        withUnsafeBytes(of: value.bitPattern.littleEndian) { numbers.append(contentsOf: $0) }
      }
      entries.append(
        "\"\(name)\":{\"dtype\":\"F64\",\"shape\":\(tensor.shape),\"data_offsets\":[\(start),\(numbers.count)]}"
      )
    }
    let header = Data("{\(entries.joined(separator: ","))}".utf8)
    var file = Data()
    withUnsafeBytes(of: UInt64(header.count).littleEndian) { file.append(contentsOf: $0) }
    return file + header + numbers
  }
}
