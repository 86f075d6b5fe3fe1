import Foundation
import Learning

extension ProgressRecord: Codable {
  private enum CodingKeys: String, CodingKey {
    case version = "v"
    case date = "at"
    case event, lesson, step, item, skill, reply, result, slip, attempt, hints
  }

  private enum Name: String, Codable {
    case reached, finished, answered, hinted, reset
  }

  /// Reads one line.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    guard try fields.decode(Int.self, forKey: .version) == Self.version else {
      throw DecodingError.dataCorruptedError(
        forKey: .version, in: fields, debugDescription: "another version")
    }
    let seconds = try fields.decode(Double.self, forKey: .date)
    guard Timestamp.range.contains(seconds) else {
      throw DecodingError.dataCorruptedError(forKey: .date, in: fields, debugDescription: "no time")
    }
    func text(_ key: CodingKeys) throws -> String { try fields.decode(String.self, forKey: key) }
    let event: Event =
      switch try fields.decode(Name.self, forKey: .event) {
      case .reached: .reached(lesson: try text(.lesson), step: try text(.step))
      case .finished: .finished(lesson: try text(.lesson))
      case .reset: .reset(item: try text(.item))
      case .hinted: .hinted(item: try text(.item), hints: try fields.decodeCount(forKey: .hints))
      case .answered:
        .answered(
          AnswerRecord(
            item: try text(.item), skill: try text(.skill),
            reply: try fields.decodeIfPresent(String.self, forKey: .reply) ?? "",
            result: try fields.decode(AnswerRecord.Result.self, forKey: .result),
            // A slip that only a later version knows is no reason to lose the answer.
            slip: try fields.decodeIfPresent(String.self, forKey: .slip).flatMap(Misconception.init),
            attempt: try fields.decodeCountIfPresent(forKey: .attempt) ?? 1,
            hints: try fields.decodeCountIfPresent(forKey: .hints) ?? 0))
      }
    self.init(event, at: Date(timeIntervalSince1970: seconds))
  }

  /// Writes the fields of the event only.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(Self.version, forKey: .version)
    try fields.encode(Int64(date.timeIntervalSince1970), forKey: .date)
    switch event {
    case .reached(let lesson, let step):
      try fields.encode(Name.reached, forKey: .event)
      try fields.encode(lesson, forKey: .lesson)
      try fields.encode(step, forKey: .step)
    case .finished(let lesson):
      try fields.encode(Name.finished, forKey: .event)
      try fields.encode(lesson, forKey: .lesson)
    case .reset(let item):
      try fields.encode(Name.reset, forKey: .event)
      try fields.encode(item, forKey: .item)
    case .hinted(let item, let hints):
      try fields.encode(Name.hinted, forKey: .event)
      try fields.encode(item, forKey: .item)
      try fields.encode(hints, forKey: .hints)
    case .answered(let answer):
      try fields.encode(Name.answered, forKey: .event)
      try fields.encode(answer.item, forKey: .item)
      try fields.encode(answer.skill, forKey: .skill)
      try fields.encode(answer.reply, forKey: .reply)
      try fields.encode(answer.result, forKey: .result)
      try fields.encodeIfPresent(answer.slip, forKey: .slip)
      try fields.encode(answer.attempt, forKey: .attempt)
      try fields.encode(answer.hints, forKey: .hints)
    }
  }

  /// The line, with the line feed at its end.
  var line: Data {
    Data((Printable.json(JSONText.of(self)) + "\n").utf8)
  }
}
