import Foundation
import Learning

/// What is known about how well a skill is remembered.
///
/// After Settles and Meeder, "A trainable spaced repetition model for language learning", 2016: the chance to recall
/// after Δ days is p = 2^(-Δ/h), and the half-life is h = 2^(θ·x) days. With the weights 1 for right and -1 for wrong
/// answers this is Leitner's box system, which the paper names as a special case, and that is what runs here:
///
///     h = 2^box days, box = right - wrong, kept in 0...7        due when p has fallen to 1/2, after h days
///
/// So intervals double: 1, 2, 4, … 128 days. Fitted models such as FSRS predict better, but need thousands of reviews of
/// one learner or of others; a learner of 35 lessons has a few hundred, and a schedule one can explain in a sentence is
/// worth more here. A right answer before its time says little about memory and does not widen the interval.
public struct SkillMemory: Hashable, Sendable {
  /// The box: the half-life is 2^box days.
  public private(set) var box = 0
  /// First tries so far.
  public private(set) var attempts = 0
  /// First tries that were right without help.
  public private(set) var clean = 0
  /// First tries that were wrong or given up. Only skills that were missed once are reviewed.
  public private(set) var missed = 0
  /// When the interval that runs now began.
  public private(set) var since = Date.distantPast

  private var recent = MovingAverage.Memory()

  init() {}

  private static let boxes = 0...7
  private static let day = 86_400.0

  /// The bias-corrected moving average of first tries (right 1, with help ½, wrong 0) with β = 0.8, so that roughly the
  /// last five count; `nil` before the first.
  public var mastery: Double? {
    // Rounding may lead a hair beyond 1.
    attempts == 0 ? nil : min(1, Self.average.shown(recent))
  }

  /// When p will have fallen to 1/2; `nil` for a skill that was never missed.
  public var due: Date? {
    missed == 0 ? nil : since.addingTimeInterval(halfLife)
  }

  /// The chance to recall at `date`: 2^(-Δ/h).
  public func recall(at date: Date) -> Double {
    attempts == 0 ? 0 : pow(2, -max(0, date.timeIntervalSince(since)) / halfLife)
  }

  /// h in seconds.
  private var halfLife: Double { Double(1 << box) * Self.day }

  /// Whether an answer at `date` tells something about memory.
  func isDue(at date: Date) -> Bool { attempts == 0 || date.timeIntervalSince(since) >= halfLife }

  /// Takes in a first try.
  mutating func add(_ answer: AnswerRecord, at date: Date) {
    let isDue = isDue(at: date)
    if answer.result != .right {
      box = max(box - 1, Self.boxes.lowerBound)
      missed += 1
      since = date
    } else if answer.isClean {
      clean += 1
      if isDue {
        if attempts > 0 { box = min(box + 1, Self.boxes.upperBound) }
        since = date
      }
    }
    attempts += 1
    let score = answer.isClean ? 1 : answer.result == .right ? 0.5 : 0
    _ = Self.average.add(score, to: &recent)
  }

  private static let average: MovingAverage = {
    do { return try MovingAverage(beta: 0.8, start: .corrected) } catch { preconditionFailure("\(error)") }
  }()
}
