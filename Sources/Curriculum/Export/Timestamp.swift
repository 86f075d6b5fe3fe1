import Foundation

/// Times as people and spreadsheets read them, in UTC.
public enum Timestamp {
  /// The seconds since 1970 that files may hold: years that a calendar can show.
  static let range = -1e11...1e11

  /// `2027-01-15T08:00:00Z`
  public static func text(_ date: Date) -> String { date.formatted(.iso8601) }

  /// `2027-01-15`
  public static func day(_ date: Date) -> String { String(text(date).prefix(10)) }
  /// `2027-01-15`, of so many seconds since 1970.
  public static func day(seconds: Double) -> String { day(Date(timeIntervalSince1970: seconds)) }
}
